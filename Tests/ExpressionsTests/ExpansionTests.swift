import Diagnostics
import Expressions
import Testing

struct ExpansionTests {
    private let place = Place(file: "care.yaml", line: 3, column: 5)

    private func parsed(_ source: String) -> Expression { parseExpression(source, at: nil).expression! }

    private func names(_ sources: [String: String]) -> [String: Expression] { sources.mapValues(parsed) }

    @Test func replacesNamesWithinNamesAndKeepsListsFlat() {
        let (expression, diagnostics) = expand(
            parsed("$need OR no $means"),
            names: names(["need": "need* OR $lack", "lack": "lack OR no means", "means": "money hand"]), at: place)
        #expect(diagnostics.isEmpty)
        #expect(expression?.source == "need* OR lack OR no means OR no money hand")
    }

    @Test func reportsUnknownNamesWithTheNearest() {
        let (expression, diagnostics) = expand(
            parsed("$lakc AND $other AND $lakc"), names: names(["lack": "lack", "other": "$none"]), at: place)
        #expect(expression == nil)
        #expect(diagnostics.map(\.message) == ["unknown name $lakc", "unknown name $none in $other"])
        #expect(diagnostics.map(\.suggestion) == ["$lack", nil])
        #expect(diagnostics.allSatisfy { $0.place == place })
    }

    @Test func reportsCycles() {
        let (expression, diagnostics) = expand(
            parsed("$a"), names: names(["a": "x OR $b", "b": "$c y", "c": "$b"]), at: place)
        #expect(expression == nil)
        #expect(diagnostics.map(\.message) == ["a name must not use itself: $b uses $c uses $b"])
    }

    @Test func refusesNamesThatMultiply() {
        var sources = ["n0": "a OR b"]
        for level in 1...40 { sources["n\(level)"] = "$n\(level - 1) $n\(level - 1)" }
        let (expression, diagnostics) = expand(parsed("$n40"), names: names(sources), at: place)
        #expect(expression == nil)
        #expect(diagnostics.map(\.identifier) == ["too-large"])
    }

    @Test func refusesEndlessChains() {
        var sources = ["n0": "a"]
        for level in 1...10_000 { sources["n\(level)"] = "$n\(level - 1)" }
        let (expression, diagnostics) = expand(parsed("$n10000"), names: names(sources), at: place)
        #expect(expression == nil)
        #expect(diagnostics.map(\.identifier) == ["too-deep"])
    }

    @Test(arguments: [
        ("lack", true), ("short-supply", true), ("lack_2", true), ("", false), ("a b", false), ("x-", false),
        ("a*", false),
    ])
    func knowsWhatCanBeAName(name: String, isName: Bool) {
        #expect(isExpressionName(name) == isName)
    }
}
