import Diagnostics
import DocumentModel
import JSON
import Testing

/// The passages of lines, as passages of their own and as a batch: both must say the same.
private func read(_ lines: String..., at place: Place? = nil) -> (passages: [Passage], diagnostics: [Diagnostic]) {
    var batch = PassageLines()
    var diagnostics: [Diagnostic] = []
    var passages: [Passage] = []
    for line in lines {
        let bytes = Array(line.utf8)
        diagnostics += batch.append(bytes[...], at: place)
        if case .success(let record) = decodeLine(PassageRecord.self, from: bytes, at: place) {
            passages.append(record.passage(at: place).passage)
        }
    }
    let ids = passages.map(\.id)
    passages = batch.batch.items.enumerated().map { number, item in
        let context = batch.batch.contexts[item.context]
        let passage = Passage(
            id: ids[number], text: batch.batch.text(item.text), headings: context.headings, leadIn: context.leadIn,
            previous: item.previous.map { batch.batch.text($0) }, section: item.section)
        #expect(passage == passages[number])
        return passage
    }
    return (passages, diagnostics)
}

@Test func readsAPassageWithItsContext() throws {
    let (passages, diagnostics) = read(
        #"{"id": "a", "text": "Über uns.", "heading": ["A", "B"], "lead_in": "L:", "previous": "P.", "section": "methods", "more": {}}"#
    )
    #expect(diagnostics.isEmpty)
    #expect(
        passages == [
            Passage(id: "a", text: "Über uns.", headings: ["A", "B"], leadIn: "L:", previous: "P.", section: .methods)
        ])
}

@Test func absentAndNullContextIsUnknown() {
    let bare = Passage(id: "a", text: "t")
    let nulls = #"{"id": "a", "text": "t", "heading": null, "lead_in": null, "previous": null, "section": null}"#
    #expect(read(#"{"id": "a", "text": "t"}"#, nulls).passages == [bare, bare])
    #expect(read(#"{"id": "a", "text": "t", "heading": "H"}"#).passages.map(\.headings) == [["H"]])
}

@Test func aContextStandsOverThePassagesThatHaveIt() {
    let passages = read(
        #"{"id": "1", "text": "a", "heading": ["A", "B"]}"#, #"{"id": "2", "text": "b", "heading": ["A", "B"]}"#,
        #"{"id": "3", "text": "c", "heading": ["A"], "lead_in": "B"}"#, #"{"id": "4", "text": "d"}"#,
        #"{"id": "5", "text": "e", "heading": "Caf\u00e9"}"#, #"{"id": "6", "text": "f", "heading": "Cafe\u0301"}"#
    ).passages
    #expect(passages.map(\.headings) == [["A", "B"], ["A", "B"], ["A"], [], ["Caf\u{E9}"], ["Cafe\u{301}"]])
    #expect(passages.map { $0.headings.joined().unicodeScalars.count } == [2, 2, 1, 0, 4, 5])
    #expect(passages.map(\.leadIn) == [nil, nil, "B", nil, nil, nil])
}

@Test func aLineThatIsNoPassageIsAnErrorAtItsPlace() {
    let place = Place(file: "standard input", line: 7)
    for line in ["{", "3", #"{"text": "t"}"#, #"{"id": 3, "text": "t"}"#, #"{"id": "a", "text": "t", "heading": [3]}"#]
    {
        let (passages, diagnostics) = read(line, at: place)
        #expect(passages.isEmpty)
        #expect(diagnostics.map(\.place) == [place] && diagnostics.hasErrors)
        #expect(diagnostics.first?.help != nil)
    }
}

@Test func aSectionThatDoesNotExistIsUnknown() {
    let (passages, diagnostics) = read(#"{"id": "a", "text": "t", "section": "method"}"#)
    #expect(passages.map(\.section) == [nil])
    #expect(diagnostics.map(\.suggestion) == ["methods"] && !diagnostics.hasErrors)
}
