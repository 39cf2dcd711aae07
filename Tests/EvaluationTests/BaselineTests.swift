import Diagnostics
import Evaluation
import Testing

@Suite struct BaselineTests {
    private let file = """
        {
          "gold": {
            "gold.ndjson": "abc"
          },
          "metrics": {
            "category.macro_f1": 0.3,
            "category.barrier.f1": 0.9
          }
        }

        """

    private func read() throws -> Baseline {
        let (baseline, diagnostics) = Baseline.read(file, file: "base.json")
        #expect(diagnostics.isEmpty)
        return try #require(baseline)
    }

    @Test func floorsPointToTheirLines() throws {
        let floors = try read().floors
        #expect(floors.map(\.metric) == ["category.macro_f1", "category.barrier.f1"])
        #expect(floors.map(\.thousandths) == [300, 900])
        #expect(floors.map { $0.place?.line } == [6, 7])
        let unmet = check(floors, against: sampleAgreement).unmet
        #expect(unmet.map(\.message) == ["category.barrier.f1 is 0.400, the baseline is 0.900"])
        #expect(unmet.map(\.identifier) == ["below-baseline"])
    }

    @Test func floorsRiseByThemselvesAndDoNotFall() throws {
        let new = try read().updated(with: sampleAgreement, gold: ["gold.ndjson": "def"], allowsRegression: false)
        #expect(new.gold == ["gold.ndjson": "def"])
        let floors = Dictionary(uniqueKeysWithValues: new.floors.map { ($0.metric, $0.thousandths) })
        #expect(floors["category.macro_f1"] == 533)
        #expect(floors["category.barrier.f1"] == 900)
        #expect(floors["category.micro_f1"] == nil, "a person may take metrics out of the file")
        #expect(floors["theme.macro_f1"] != nil && floors["category.facilitator.f1"] == 667)
    }

    @Test func floorsFallWhereThatIsAllowed() throws {
        let new = try read().updated(with: sampleAgreement, gold: [:], allowsRegression: true)
        #expect(new.floors.first { $0.metric == "category.barrier.f1" }?.thousandths == 400)
    }

    @Test func whatIsNotDefinedGetsNoFloor() {
        let new = Baseline().updated(with: sampleAgreement, gold: [:], allowsRegression: false)
        #expect(!new.floors.contains { $0.metric == "theme.trust.f1" })
        #expect(new.floors.contains { $0.metric == "theme.people.f1" })
    }

    @Test func theFileReadsBackAsItWasWritten() throws {
        let new = Baseline().updated(with: sampleAgreement, gold: ["a": "b"], allowsRegression: false)
        let again = try #require(Baseline.read(new.text, file: "base.json").baseline)
        #expect(again.floors.map(\.metric) == new.floors.map(\.metric))
        #expect(again.floors.map(\.thousandths) == new.floors.map(\.thousandths))
        #expect(again.gold == new.gold)
        #expect(check(again.floors, against: sampleAgreement).unmet.isEmpty)
    }

    @Test(arguments: ["", "{", "[]", "{\"metrics\": 3}"])
    func whatIsNoBaselineIsAnError(_ text: String) {
        let (baseline, diagnostics) = Baseline.read(text, file: "base.json")
        #expect(baseline == nil)
        #expect(diagnostics.map(\.identifier) == ["bad-baseline"])
    }
}
