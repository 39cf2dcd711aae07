import Decisions
import Diagnostics
import DocumentModel
import JSON
import Testing

@Suite struct DecisionFileTests {
    private static let document = Garden.document(["The soil was poor."], doi: "10.1/x", title: "Gardens")

    private static func decision(_ id: String = "1", _ verdict: Decision.Verdict = .edited) -> Decision {
        Decision(
            anchor: Garden.anchor(of: Garden.coding("The soil was poor.", in: document, id: id), in: document),
            verdict: verdict, codes: [DimensionCodes(dimension: "theme", codes: ["people"])], quote: "soil was poor",
            wording: "Poor soil", note: "see page 3", by: "A. R.", date: "2026-05-17", isBlind: true)
    }

    private func line(_ decision: Decision) -> String {
        var json = JSONWriter()
        decision.write(to: &json)
        return json.text
    }

    @Test func readsWhatItWrote() {
        let (decisions, diagnostics) = readDecisions(Array((line(Self.decision()) + "\n").utf8), file: "d.ndjson")
        #expect(decisions == [Self.decision()])
        #expect(diagnostics == [])
    }

    @Test func writesALineThatPeopleCanRead() {
        let expected =
            #"{"about":"statement","document":{"path":"papers/garden.pdf","sha256":"\#(Garden.sha256)","doi":"10.1/x","title":"Gardens"},"#
            + #""id":"1","page":1,"start":0,"prefix":"","quote":"The soil was poor.","suffix":"","#
            + #""codes":{"category":["barrier"],"theme":["soil"]},"decision":"edited","#
            + #""edit":{"codes":{"theme":["people"]},"quote":"soil was poor","wording":"Poor soil"},"#
            + #""note":"see page 3","by":"A. R.","date":"2026-05-17","blind":true}"#
        #expect(line(Self.decision()) == expected)
    }

    @Test func saysWhichLineIsNone() {
        let good = line(Self.decision())
        let text = """
            \(good)

            \(good.replacing("\"edited\"", with: "\"acepted\"").replacing("\"id\":\"1\"", with: "\"id\":\"2\""))
            \(good.replacing("\"about\":\"statement\"", with: "\"about\":\"screening\""))
            {"about":"statement"}
            [1]
            \(good)
            """
        let (decisions, diagnostics) = readDecisions(Array(text.utf8), file: "d.ndjson")
        #expect(decisions.count == 2)
        #expect(diagnostics.map(\.place?.line) == [3, 4, 5, 6, 7])
        #expect(
            diagnostics.map(\.identifier) == [
                "unknown-name", "unknown-name", "missing-key", "wrong-type", "decided-twice",
            ])
        #expect(diagnostics[0].suggestion == "accepted")
    }

    @Test func replacesWhatWasDecidedBefore() {
        let old = [Self.decision("1"), Self.decision("2"), Self.decision("3")]
        var changed = Self.decision("2")
        changed.verdict = .rejected
        var same = Self.decision("1")
        same.by = "somebody else"
        let rows = [
            RowDecision(change: .decide(same), place: Place(line: 1)),
            RowDecision(change: .decide(changed), place: Place(line: 2)),
            RowDecision(change: .takeBack(old[2].anchor), place: Place(line: 3)),
            RowDecision(change: .decide(Self.decision("0")), place: Place(line: 4)),
        ]
        let merged = MergedDecisions(old, with: rows)
        #expect(merged.decisions.map(\.anchor.id) == ["0", "1", "2"])
        #expect(merged.decisions[1].by == "A. R.")
        #expect(merged.decisions[2].verdict == .rejected)
        #expect(merged.new.map(\.anchor.id) == ["0"])
        #expect(merged.unchanged == 1)
        #expect(merged.replacements.map(\.old) == [old[1], old[2]])
        #expect(merged.replacements.map(\.new) == [changed, nil])
    }
}
