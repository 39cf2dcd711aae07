import Diagnostics
import Testing

@testable import Evaluation

@Test func aMinimumThatIsMetSaysNothing() {
    let minimums = [
        Minimum(metric: "category.micro_f1", thousandths: 500),
        Minimum(metric: "theme.people.recall", thousandths: 333),
    ]
    let result = check(minimums, against: sampleAgreement)
    #expect(result.unmet.isEmpty && result.unknown.isEmpty)
    #expect(result.gates.map(\.isMet) == [true, true])
}

@Test func aMetricBelowItsMinimumIsUnmet() {
    let place = Place(file: "pipeline.yaml", line: 20)
    let result = check(
        [Minimum(metric: "category.barrier.recall", thousandths: 600, place: place)], against: sampleAgreement)
    #expect(result.unknown.isEmpty)
    #expect(result.unmet.map(\.identifier) == ["below-minimum"])
    #expect(result.unmet.first?.message == "category.barrier.recall is 0.333, the minimum is 0.600")
    #expect(result.unmet.first?.place == place)
}

@Test func aMetricThatIsNotDefinedIsUnmet() {
    let result = check([Minimum(metric: "theme.trust.recall", thousandths: 0)], against: sampleAgreement)
    #expect(result.unmet.map(\.message) == ["theme.trust.recall is not defined: no gold"])
}

@Test(arguments: [
    ("theme.makro_f1", "theme.macro_f1"), ("category.barier.recall", "category.barrier.recall"), ("zzz", nil),
])
func anUnknownMetricIsNamedWithTheNearest(_ name: String, _ nearest: String?) {
    let result = check([Minimum(metric: name, thousandths: 0)], against: sampleAgreement)
    #expect(result.unmet.isEmpty)
    #expect(result.unknown.map(\.identifier) == ["unknown-metric"])
    #expect(result.unknown.first?.suggestion == nearest)
    #expect(result.unknown.first?.help?.contains("macro_f1") == true)
}
