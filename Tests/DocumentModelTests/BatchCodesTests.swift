import DocumentModel
import JSON
import Testing

/// Two dimensions; the first has two codes.
private var names: CodeNames {
    var names = CodeNames()
    names.appendDimension("category")
    names.appendCode("barrier")
    names.appendRule("lack")
    names.appendRule("too \"few\"")
    names.appendCode("need")
    names.appendDimension("theme")
    names.appendCode("money")
    names.appendRule("funds")
    return names
}

/// A passage with nothing, one with all there can be, and one with a score that assigns nothing.
private var sample: BatchCodes {
    var codes = BatchCodes(names: names)
    codes.endPassage()
    codes.findings.assigned = [1, 0, 2]
    codes.findings.scores = [(0, 2500), (1, 3000), (2, 1000)].map { BatchCodes.Score(code: $0.0, thousandths: $0.1) }
    codes.findings.spans = [
        MatchSpan(source: .text, start: 0, end: 4), MatchSpan(source: .heading, level: 1, start: 2, end: 5),
        MatchSpan(source: .text, start: 7, end: 9),
    ]
    codes.findings.matches = [BatchCodes.Match(rule: 0, spanEnd: 2), BatchCodes.Match(rule: 1, spanEnd: 2)]
    codes.findings.matches.append(BatchCodes.Match(rule: 2, spanEnd: 3))
    codes.endPassage()
    codes.findings.scores.append(BatchCodes.Score(code: 2, thousandths: -500))
    codes.findings.spans.append(MatchSpan(source: .previous, start: 1, end: 2))
    codes.findings.matches.append(BatchCodes.Match(rule: 2, spanEnd: 4))
    codes.endPassage()
    return codes
}

@Test func givesEachPassageItsOwnFindings() {
    let barrier = CodeReference(dimension: "category", code: "barrier")
    let need = CodeReference(dimension: "category", code: "need")
    let money = CodeReference(dimension: "theme", code: "money")
    #expect(
        Array(sample) == [
            PassageCodes(),
            PassageCodes(
                assigned: [
                    DimensionCodes(dimension: "category", codes: ["need", "barrier"]),
                    DimensionCodes(dimension: "theme", codes: ["money"]),
                ],
                scores: [
                    CodeScore(code: barrier, thousandths: 2500), CodeScore(code: need, thousandths: 3000),
                    CodeScore(code: money, thousandths: 1000),
                ],
                matches: [
                    RuleMatch(
                        code: barrier, rule: "lack",
                        spans: [
                            MatchSpan(source: .text, start: 0, end: 4),
                            MatchSpan(source: .heading, level: 1, start: 2, end: 5),
                        ]),
                    RuleMatch(code: barrier, rule: "too \"few\"", spans: []),
                    RuleMatch(code: money, rule: "funds", spans: [MatchSpan(source: .text, start: 7, end: 9)]),
                ]),
            PassageCodes(
                scores: [CodeScore(code: money, thousandths: -500)],
                matches: [
                    RuleMatch(code: money, rule: "funds", spans: [MatchSpan(source: .previous, start: 1, end: 2)])
                ]),
        ])
}

@Test func spansCountFromTheStartOfTheStatement() {
    for passage in sample.indices {
        #expect(
            sample.codes(of: passage, relativeTo: 2, length: 6) == sample[passage].relative(to: 2, length: 6))
    }
    let spans = sample.codes(of: 1, relativeTo: 2, length: 6).matches.flatMap(\.spans)
    #expect(spans.map { [$0.start, $0.end] } == [[0, 2], [2, 5], [5, 6]])
}

@Test func writesALineForEachPassageUnderItsID() {
    var lines = PassageLines()
    for line in [
        #"{"id": "a", "text": "t"}"#, #"{"id": 3, "text": "t"}"#, #"{"id": "p \"1\"", "text": "t"}"#,
        #"{"id": "c", "text": "t"}"#,
    ] {
        _ = lines.append(Array(line.utf8)[...])
    }
    var json = JSONWriter()
    lines.write(sample, to: &json)
    let written = json.text.split(separator: "\n").map(String.init)
    #expect(
        written == [
            #"{"id":"a","codes":{},"scores":{},"matches":[]}"#,
            #"{"id":"p \"1\"","codes":{"category":["need","barrier"],"theme":["money"]},"#
                + #""scores":{"category":{"barrier":2.5,"need":3},"theme":{"money":1}},"#
                + #""matches":[{"dimension":"category","code":"barrier","rule":"lack","spans":["#
                + #"{"in":"text","start":0,"end":4},{"in":"heading","level":1,"start":2,"end":5}]},"#
                + #"{"dimension":"category","code":"barrier","rule":"too \"few\"","spans":[]},"#
                + #"{"dimension":"theme","code":"money","rule":"funds","spans":[{"in":"text","start":7,"end":9}]}]}"#,
            #"{"id":"c","codes":{},"scores":{"theme":{"money":-0.5}},"#
                + #""matches":[{"dimension":"theme","code":"money","rule":"funds","#
                + #""spans":[{"in":"previous","start":1,"end":2}]}]}"#,
        ])
    #expect(json.text.hasSuffix("\n"))
}
