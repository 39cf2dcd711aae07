import Codebooks
import Diagnostics
import DocumentModel
import Testing

@testable import Evaluation

private func readGold(_ text: String, file: String) -> (passages: [GoldPassage], diagnostics: [Diagnostic]) {
    let (gold, diagnostics) = readGoldFile(
        Array(text.utf8), file: file, chart: ChartDimensions(category: "category", theme: "theme")
    ) { _ in nil }
    return (gold.passages, diagnostics)
}

@Test func readsPassagesWithTheirCodes() throws {
    let text = """
        \u{FEFF}{"id": "a", "doc": "d1", "text": "Staff were short.", "heading": ["Results", "Staff"], "lead_in": null, \
        "section": "results", "codes": {"theme": ["people", "money"], "category": "barrier"}, "coder": "A", "ambiguous": true}

        {"id": "b", "text": "It rained.", "heading": "Results", "previous": "Before.", "codes": {"category": null, "theme": []}, "ambiguous": null, "note": 3}\r
        """
    let (gold, diagnostics) = readGold(text, file: "gold.ndjson")
    #expect(diagnostics.isEmpty)
    let first = try #require(gold.first)
    #expect(first.passage.headings == ["Results", "Staff"])
    #expect(first.passage.section == .results)
    #expect(first.passage.leadIn == nil)
    #expect(first.codes(in: "theme") == ["people", "money"])
    #expect(first.codes(in: "category") == ["barrier"])
    #expect(first.document == "d1" && first.coder == "A" && first.isAmbiguous)
    let second = try #require(gold.last)
    #expect(gold.count == 2)
    #expect(second.passage.headings == ["Results"] && second.passage.previous == "Before.")
    #expect(second.codes(in: "category").isEmpty && second.codes(in: "theme").isEmpty && !second.isAmbiguous)
    #expect(second.place == Place(file: "gold.ndjson", line: 3))
}

@Test(arguments: [
    (#"{"id": "a", "codes": {}}"#, "missing-key", "'text'"),
    (#"{"id": "a", "text": "t"}"#, "missing-key", "'codes'"),
    (#"{"id": "a", "text": "t", "codes": []}"#, "wrong-type", "'codes'"),
    (#"{"id": "a", "text": "t", "heading": 3, "codes": {}}"#, "wrong-type", "'heading'"),
    (#"{"id": "a", "text": null, "codes": {}}"#, "missing-value", "'text'"),
    (#"{"id": "a", "text": "t", "codes": {}"#, "not-json", "JSON"),
    (#"["a"]"#, "wrong-type", "line"),
])
func reportsLinesThatCannotBeRead(_ line: String, _ identifier: String, _ named: String) {
    let whole = #"{"id": "z", "text": "t", "codes": {}}"#
    let (gold, diagnostics) = readGold(whole + "\n" + line + "\n", file: "gold.ndjson")
    #expect(gold.map(\.passage.id) == ["z"])
    #expect(diagnostics.map(\.identifier) == [identifier])
    #expect(diagnostics.first?.message.contains(named) == true, "\(diagnostics)")
    #expect(diagnostics.first?.place == Place(file: "gold.ndjson", line: 2))
    #expect(diagnostics.hasErrors)
}

@Test func reportsUnknownSectionsAndRepeatedIds() {
    let line = #"{"id": "a", "text": "t", "section": "result", "codes": {}}"#
    let (gold, diagnostics) = readGold(line + "\n" + line, file: "gold.ndjson")
    #expect(gold.map(\.passage.section) == [nil, nil])
    #expect(diagnostics.map(\.identifier) == ["unknown-section", "unknown-section", "duplicate-id"])
    #expect(diagnostics.first?.suggestion == "results")
    #expect(!diagnostics.hasErrors)
}

@Test func goldMayNameCodesByLabelAndAlias() {
    let gold = [
        goldPassage("1", ["category": ["Challenges", "BARRIER", "Helpers"]]),
        goldPassage("2", ["category": ["barier"], "themes": ["x"]]),
        goldPassage("3", ["category": ["barier"]]),
    ]
    let (resolvedGold, diagnostics) = resolved(gold, with: [sampleCodebook])
    #expect(resolvedGold[0].codes(in: "category") == ["barrier", "barrier", "facilitator"])
    #expect(resolvedGold[1].codes(in: "category").isEmpty)
    #expect(diagnostics.map(\.identifier) == ["unknown-code", "unknown-dimension"])
    #expect(diagnostics.map(\.suggestion) == ["barrier", "theme"])
}
