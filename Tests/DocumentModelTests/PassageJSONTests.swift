import Diagnostics
import DocumentModel
import JSON
import Testing

@Test func readsAPassageWithItsContext() throws {
    let line =
        #"{"id": "a", "text": "Über uns.", "heading": ["A", "B"], "lead_in": "L:", "previous": "P.", "section": "methods", "more": {}}"#
    let (passage, diagnostics) = readPassage(Array(line.utf8)[...])
    #expect(diagnostics.isEmpty)
    #expect(
        passage
            == Passage(
                id: "a", text: "Über uns.", headings: ["A", "B"], leadIn: "L:", previous: "P.", section: .methods))
}

@Test func absentAndNullContextIsUnknown() {
    let bare = Passage(id: "a", text: "t")
    #expect(readPassage(Array(#"{"id": "a", "text": "t"}"#.utf8)[...]).passage == bare)
    let nulls = #"{"id": "a", "text": "t", "heading": null, "lead_in": null, "previous": null, "section": null}"#
    #expect(readPassage(Array(nulls.utf8)[...]).passage == bare)
    #expect(readPassage(Array(#"{"id": "a", "text": "t", "heading": "H"}"#.utf8)[...]).passage?.headings == ["H"])
}

@Test func aLineThatIsNoPassageIsAnErrorAtItsPlace() {
    let place = Place(file: "standard input", line: 7)
    for line in ["{", "3", #"{"text": "t"}"#, #"{"id": 3, "text": "t"}"#, #"{"id": "a", "text": "t", "heading": [3]}"#]
    {
        let (passage, diagnostics) = readPassage(Array(line.utf8)[...], at: place)
        #expect(passage == nil)
        #expect(diagnostics.map(\.place) == [place] && diagnostics.hasErrors)
        #expect(diagnostics.first?.help != nil)
    }
}

@Test func writesWhatACodebookSaysOfAPassage() {
    let barrier = CodeReference(dimension: "category", code: "barrier")
    let codes = PassageCodes(
        assigned: [DimensionCodes(dimension: "category", codes: ["barrier"])],
        scores: [
            CodeScore(code: barrier, thousandths: 2500),
            CodeScore(code: CodeReference(dimension: "theme", code: "money"), thousandths: 1000),
        ],
        matches: [
            RuleMatch(
                code: barrier, rule: "lack",
                spans: [
                    MatchSpan(source: .text, start: 0, end: 4), MatchSpan(source: .heading, level: 1, start: 2, end: 5),
                ])
        ])
    var json = JSONWriter()
    codes.write(passage: "p \"1\"", to: &json)
    #expect(
        json.text
            == #"{"id":"p \"1\"","codes":{"category":["barrier"]},"scores":{"category":{"barrier":2.5},"theme":{"money":1}},"#
            + #""matches":[{"dimension":"category","code":"barrier","rule":"lack","spans":["#
            + #"{"in":"text","start":0,"end":4},{"in":"heading","level":1,"start":2,"end":5}]}]}"#)
}
