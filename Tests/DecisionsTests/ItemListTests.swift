import Decisions
import Diagnostics
import DocumentModel
import Tables
import Testing

/// Rows of items through a CSV file and back.
@Suite struct ItemListTests {
    private static let document = Garden.document([
        "The soil was poor and pupils left. Nobody watered the beds in August.", "Rain helped the pupils.",
    ])
    private static let codings = [
        Garden.coding("The soil was poor and pupils left.", in: document, id: "00000000000000a1"),
        Garden.coding(
            "Nobody watered the beds in August.", in: document, id: "00000000000000b2", themes: ["soil", "people"]),
        Garden.coding(
            "Rain helped the pupils.", in: document, id: "00000000000000c3", charted: .no(reason: "no theme")),
    ]

    private func rows(decided: [Decision] = []) -> [ItemRow] {
        let byID = Dictionary(decided.map { ($0.anchor.id, $0) }, uniquingKeysWith: { first, _ in first })
        let builder = ItemRowBuilder(
            Self.document, form: Garden.form, charting: Garden.rules.charting, decisions: byID)
        return Self.codings.compactMap { builder.row(of: $0, rule: \.rule, evidence: "chart.html#x", page: nil) }
    }

    /// The list as CSV, with cells of rows replaced: the heading of the column, the number of the row from 0, the text.
    private func csv(
        _ changes: [(column: String, row: Int, text: String)] = [], adding: [[String: String]] = [],
        decided: [Decision] = []
    ) -> String {
        let headings = Garden.form.columns.map { Garden.form.heading(of: $0) }
        let list = ItemCSV(form: Garden.form)
        var records = rows(decided: decided).map { row in
            delimitedRows(list.record(of: row), delimiter: UInt8(ascii: ","), file: "").rows[0].fields
                .map { FormulaGuard.remove(from: $0, keepsValues: true) }
        }
        for addition in adding { records.append(headings.map { addition[$0] ?? "" }) }
        for change in changes { records[change.row][headings.firstIndex(of: change.column)!] = change.text }
        return list.headings + records.map { csvRecord($0.map { Table.Cell($0) }) }.joined()
    }

    private func decide(
        _ csv: String, decided: [Decision] = []
    ) -> (decisions: [Decision], diagnostics: [String]) {
        let (sheets, problems) = readCSVTables(Array(csv.utf8), file: "items.csv")
        let (rows, found) = readItemRows(sheets, form: Garden.form, file: "items.csv")
        var decider = RowDecider(
            Self.document, codings: Self.codings,
            decided: Dictionary(decided.map { ($0.anchor.id, $0) }, uniquingKeysWith: { first, _ in first }),
            form: Garden.form, charting: Garden.rules.charting, reviewer: Reviewer(by: "A. R.", date: "2026-05-17"))
        let changes = rows.compactMap { decider.decision(of: $0)?.change }
        let diagnostics = (problems + found + decider.diagnostics).map { diagnostic in
            [diagnostic.place?.cell?.description ?? "", diagnostic.identifier, diagnostic.suggestion]
                .compactMap(\.self).joined(separator: " ")
        }
        return (
            changes.compactMap { change in if case .decide(let decision) = change { decision } else { nil } },
            diagnostics
        )
    }

    @Test func showsItemsWithTheirContext() {
        let rows = rows()
        #expect(rows.map(\.id) == ["00000000000000a1", "00000000000000b2"])
        #expect(rows[0].before == "" && rows[0].after == "Nobody watered the beds in August.")
        #expect(rows[1].coded == ["Barriers", "Soil, water and weather; People"])
        #expect(rows[1].score == 2000 && rows[1].rules == "lack" && rows[1].state == "machine")
        #expect(rows[1].under == "What we saw")
    }

    @Test func decidesNothingWhereNobodyAnswered() {
        let (decisions, diagnostics) = decide(csv())
        #expect(decisions == [])
        #expect(diagnostics == [])
    }

    @Test func readsAcceptedAndRejectedItems() {
        let (decisions, diagnostics) = decide(
            csv([("Decision", 0, "Accepted"), ("Decision", 1, " reject "), ("Note", 1, "an\n aside")]))
        #expect(diagnostics == [])
        #expect(decisions.map(\.verdict) == [.accepted, .rejected])
        #expect(decisions.map(\.anchor.quote) == Self.codings.prefix(2).map(\.statement))
        #expect(decisions[1].note == "an aside")
        #expect(decisions[1].anchor.prefix == "The soil was poor and pupils left. ")
        #expect(decisions[1].by == "A. R." && decisions[1].date == "2026-05-17" && !decisions[1].isBlind)
    }

    @Test func readsCodesByLabelIdAndOtherNames() {
        let (decisions, diagnostics) = decide(
            csv([
                ("Decision", 0, "edit"), ("Recode Category", 0, "facilitators"),
                ("Recode Theme", 0, "people, soil"), ("Decision", 1, "accept"),
                ("Recode Theme", 1, "Soil, water and weather"), ("Recode Category", 1, "Challenges"),
            ]))
        #expect(diagnostics == [])
        #expect(
            decisions[0].codes == [
                DimensionCodes(dimension: "category", codes: ["facilitator"]),
                DimensionCodes(dimension: "theme", codes: ["people", "soil"]),
            ])
        // The category is the machine's own; other codes make an edit of what is called accepted.
        #expect(decisions[1].codes == [DimensionCodes(dimension: "theme", codes: ["soil"])])
        #expect(decisions.map(\.verdict) == [.edited, .edited])
    }

    @Test func readsNewBoundsAndWording() {
        let (decisions, diagnostics) = decide(
            csv([("Decision", 0, "edit"), ("New quote", 0, "the soil  was poor"), ("Short wording", 0, "Poor\nsoil")]))
        #expect(diagnostics == [])
        #expect(decisions[0].quote == "The soil was poor" && decisions[0].wording == "Poor soil")
    }

    @Test func addsRowsOfAPersonsOwn() {
        let own = [
            "Decision": "add", "Document": "papers/garden.pdf", "Quote": "rain helped the pupils",
            "Coded Category": "Facilitators", "Recode Theme": "People",
        ]
        let (decisions, diagnostics) = decide(csv(adding: [own]))
        #expect(diagnostics == [])
        #expect(decisions.map(\.verdict) == [.added])
        #expect(decisions[0].anchor.quote == "Rain helped the pupils" && decisions[0].anchor.start == 71)
        #expect(
            decisions[0].standingCodes == [
                DimensionCodes(dimension: "category", codes: ["facilitator"]),
                DimensionCodes(dimension: "theme", codes: ["people"]),
            ])
        // The same row again is the same statement.
        #expect(decide(csv(adding: [own, own])).decisions.map(\.anchor.id).count == 2)
        #expect(Set(decide(csv(adding: [own, own])).decisions.map(\.anchor.id)).count == 1)
    }

    @Test func namesTheCellOfWhatIsWrong() {
        let own = ["Decision": "add", "Document": "papers/garden.pdf", "Quote": "Rain helped no pupil"]
        let text = csv(
            [
                ("Decision", 0, "edit"), ("Recode Theme", 0, "Peoples; Slugs"), ("Decision", 1, "acept"),
            ], adding: [own, own.merging(["Quote": "Rain helped the pupils"]) { $1 }])
        #expect(
            decide(text).diagnostics == [
                "I2 unknown-code People", "I2 unknown-code", "A3 unknown-answer accept", "C4 quote-not-found",
                "H5 no-codes",
            ])
    }

    @Test func namesRowsThatSayTooLittleOrTooMuch() {
        #expect(decide(csv([("Decision", 0, "edit")])).diagnostics == ["A2 no-edit"])
        let rejected = decide(csv([("Decision", 0, "reject")])).decisions
        #expect(
            decide(csv([("Decision", 0, "edit")], decided: rejected), decided: rejected).diagnostics == ["A2 no-edit"])
        #expect(decide(csv([("Short wording", 0, "Poor soil")])).diagnostics == ["A2 no-answer"])
        #expect(
            decide(csv([("Decision", 0, "reject"), ("Recode Theme", 0, "People")])).diagnostics == ["A2 rejected-edit"])
        #expect(
            decide(csv([("Decision", 0, "edit"), ("New quote", 0, "Rain helped")])).diagnostics == [
                "J2 quote-not-found"
            ])
        #expect(decide(csv([("Decision", 0, "accept"), ("Item", 0, "")])).diagnostics == ["S2 no-id"])
        #expect(
            decide(csv([("Decision", 0, "accept"), ("Item", 0, "00000000000000a")])).diagnostics == [
                "S2 unknown-id 00000000000000a1"
            ])
    }

    @Test func findsItemsOfAnotherRunByTheirQuote() {
        let (decisions, diagnostics) = decide(csv([("Decision", 1, "accept"), ("Item", 1, "0123456789abcdef")]))
        #expect(diagnostics == [])
        #expect(decisions.map(\.anchor.id) == ["00000000000000b2"])
        #expect(
            decide(
                csv([("Decision", 1, "accept"), ("Item", 1, "0123456789abcdef"), ("Quote", 1, "Nobody came.")])
            ).diagnostics == ["C3 unknown-id"])
    }

    @Test func readsItsOwnDecisionsAsTheSame() {
        let own = [
            "Decision": "add", "Document": "papers/garden.pdf", "Quote": "Rain helped the pupils.",
            "Recode Category": "Facilitators", "Recode Theme": "People",
        ]
        let first = decide(
            csv(
                [
                    ("Decision", 0, "edit"), ("Recode Theme", 0, "People"), ("New quote", 0, "The soil was poor"),
                    ("Decision", 1, "reject"), ("Note", 1, "1.10"),
                ], adding: [own])
        ).decisions
        #expect(first.count == 3)
        let again = decide(csv(decided: first), decided: first).decisions
        #expect(again.count == 3)
        #expect(zip(first, again).allSatisfy { $0.saysTheSame(as: $1) })
    }

    @Test func takesDecisionsBack() {
        let first = decide(csv([("Decision", 0, "accept")])).decisions
        let (sheets, _) = readCSVTables(Array(csv([("Decision", 0, "none")], decided: first).utf8), file: "items.csv")
        let rows = readItemRows(sheets, form: Garden.form, file: "items.csv").rows
        var decider = RowDecider(
            Self.document, codings: Self.codings, decided: [first[0].anchor.id: first[0]], form: Garden.form,
            charting: Garden.rules.charting, reviewer: Reviewer())
        guard case .takeBack(let anchor)? = decider.decision(of: rows[0])?.change else {
            Issue.record("'none' takes a decision back")
            return
        }
        #expect(anchor == first[0].anchor)
    }

    @Test func knowsColumnsByTheirHeadingsAnywhere() {
        let text =
            "My list,,,,\r\nitem,QUOTE,Mine,Document,decision\r\n00000000000000a1,x,y,papers/garden.pdf,accept\r\n"
        let (decisions, diagnostics) = decide(text)
        #expect(diagnostics == [])
        #expect(decisions.map(\.verdict) == [.accepted])
        #expect(decide("a,b\r\n").diagnostics == [" no-items"])
    }
}
