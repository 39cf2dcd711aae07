import Decisions
import DocumentModel
import Foundation
import Testing

@testable import Pipeline

/// Decisions from the list of items through their file into the outputs of later runs.
@Suite struct DecideItemsTests {
    private static let papers = [
        "a.txt": "The soil was deep. Beans grew in the soil. Pupils came.\n\nPeas grew when pupils sang.\n",
        "b.txt": "Beds flourished when pupils watered them.\n\nThe soil flourished.\n",
    ]

    /// A run without workers: what the stages give, the decisions on it, and all outputs in place.
    @discardableResult
    private func run(
        _ fixture: borrowing ProjectFixture
    ) throws -> (decisions: DecisionSummary, verified: [VerificationFinding], kept: [KeptFile]) {
        let project = try fixture.project()
        let lock = try RunLock(in: fixture.file(".codechart"))
        defer { withExtendedLifetime(lock) {} }
        let store = try fixture.store(of: project)
        let documents = try project.corpus.indices.map { DecidedDocument(try store.record(at: $0).document) }
        var pass = DecisionPass(project, store: store)
        var counts = SummaryBuilder()
        try pass?.run(over: documents, counts: &counts)
        let outputs = try RunOutputs(project: project, store: store, decisions: pass?.summary)
        try outputs.write()
        var verification = OutputVerification(outputs)
        let findings = try verification.run().findings
        _ = try outputs.commit()
        return (pass?.summary ?? DecisionSummary(), findings, outputs.kept)
    }

    /// Writes answers into items.csv: for the row whose quote begins so, texts by heading.
    private func answer(
        _ fixture: borrowing ProjectFixture, _ answers: [(quote: String, cells: [String: String])]
    ) throws -> String {
        let url = fixture.file("out/items.csv")
        let text = try String(contentsOf: url, encoding: .utf8)
        var rows = text.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let headings = rows[0]
        func column(_ name: String) throws -> Int { try #require(headings.firstIndex(of: name)) }
        for (quote, cells) in answers {
            let known = try rows.firstIndex { $0[try column("Quote")].hasPrefix(quote) }
            if known == nil { rows.append([String](repeating: "", count: headings.count)) }
            for (name, text) in cells { rows[known ?? rows.count - 1][try column(name)] = text }
        }
        let answered = fixture.file("answered.csv")
        try rows.map { $0.joined(separator: ",") }.joined(separator: "\r\n")
            .write(to: answered, atomically: false, encoding: .utf8)
        return answered.path
    }

    private func chart(_ fixture: borrowing ProjectFixture) throws -> String {
        try String(contentsOf: fixture.file("out/chart.csv"), encoding: .utf8)
    }

    private static let answers: [(quote: String, cells: [String: String])] = [
        ("Beans grew", ["Decision": "accept"]),
        ("Peas grew", ["Decision": "reject", "Note": "a song"]),
        ("Beds flour", ["Decision": "edit", "Recode domain": "Soil", "Short wording": "Watered beds"]),
        ("The soil flour", ["Decision": "edit", "New quote": "soil flourished"]),
        (
            "Pupils came.",
            [
                "Decision": "add", "Document": "papers/a.txt", "Quote": "pupils  came", "Recode aspect": "strength",
                "Recode domain": "People",
            ]
        ),
    ]

    /// The same answers in items.xlsx of these papers, as LibreOffice 7.4 saved it.
    private static let workbook = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/items-saved-by-libreoffice.xlsx").path

    @Test(arguments: [false, true]) func putsDecisionsIntoTheChart(isWorkbook: Bool) throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        try run(fixture)
        let list = try isWorkbook ? Self.workbook : answer(fixture, Self.answers)
        let decided = try fixture.project().decide(list, by: Reviewer(by: "A. R."))
        #expect(decided.merged.new.count == 5)
        let (summary, findings, _) = try run(fixture)
        #expect(findings == [])
        #expect(summary.loose == [] && summary.undecided == 0)
        #expect(summary.standing == [.accepted: 1, .rejected: 1, .edited: 2, .added: 1])
        let chart = try chart(fixture)
        #expect(chart.contains("1) Soil - Beans grew in the soil.\n2) People - Pupils came"))
        #expect(chart.contains("1) Soil - Watered beds [reviewer's wording]\n2) Soil - soil flourished\""))
        #expect(!chart.contains("Peas"))
        let codings = try String(contentsOf: fixture.file("out/codings.jsonl"), encoding: .utf8)
        #expect(codings.contains(#""charted":"rejected","state":"machine","note":"a song""#))
        #expect(codings.contains(#""statement":"Beds flourished when pupils watered them.""#))
        // Read again, the list says nothing new.
        let again = try fixture.project().decide(fixture.file("out/items.csv").path, by: Reviewer(by: "B."))
        #expect(again.merged.unchanged == 5 && again.merged.new.isEmpty && again.merged.replacements.isEmpty)
    }

    @Test func keepsDecisionsWhenCodebookAndDocumentsChange() throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        try run(fixture)
        let list = try answer(
            fixture,
            [
                ("Beans grew", ["Decision": "accept"]), ("Peas grew", ["Decision": "reject"]),
                ("Beds flour", ["Decision": "edit", "Short wording": "Watered beds"]),
                ("The soil flour", ["Decision": "accept"]),
            ])
        _ = try fixture.project().decide(list, by: Reviewer())
        // The codebook no longer codes what grew; a new document; another text around; one quote is gone.
        try ProjectFixture.codebook.replacing("grew OR flourish*", with: "flourish* OR sprouted")
            .write(to: fixture.file("garden.yaml"), atomically: false, encoding: .utf8)
        try "Oats sprouted in the soil.\n".write(to: fixture.file("papers/0.txt"), atomically: false, encoding: .utf8)
        let (summary, findings, _) = try run(fixture)
        #expect(findings == [])
        #expect(summary.standing.values.reduce(0, +) == 4 && summary.loose == [] && summary.undecided == 1)
        #expect(try chart(fixture).contains("1) [accepted] Soil - Beans grew in the soil."))

        try "Beds flourished when pupils watered them.\n"
            .write(to: fixture.file("papers/b.txt"), atomically: false, encoding: .utf8)
        let (gone, _, _) = try run(fixture)
        #expect(gone.loose.map(\.reason) == ["its document is not in the corpus", "its document is not in the corpus"])
        let record = try String(contentsOf: fixture.file("out/run.json"), encoding: .utf8)
        #expect(record.contains("\"reason\": \"its document is not in the corpus\""))
    }

    @Test(arguments: [("apply", 3, "1 of 3"), ("only-accepted", 1, "1 of 1"), ("ignore", 4, "0 of 4")])
    func showsWhatTheConfigurationAsksFor(_ use: String, items: Int, checked: String) throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        try run(fixture)
        let list = try answer(
            fixture, [("Beans grew", ["Decision": "accept"]), ("Peas grew", ["Decision": "reject"])])
        _ = try fixture.project().decide(list, by: Reviewer())
        try ProjectFixture.configuration.replacing("theme: domain }", with: "theme: domain, decisions: \(use) }")
            .write(to: fixture.file("pipeline.yaml"), atomically: false, encoding: .utf8)
        #expect(try run(fixture).verified == [])
        #expect(try chart(fixture).split(separator: " - ").count == items + 1)
        let page = try String(contentsOf: fixture.file("out/chart.md"), encoding: .utf8)
        #expect(page.contains("\(checked) items checked by a person**"))
    }

    @Test func leavesAListAloneThatAPersonHasEdited() throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        try run(fixture)
        #expect(try run(fixture).kept == [])
        let edited = Data("mine".utf8)
        try edited.write(to: fixture.file("out/items.csv"))
        let kept = try run(fixture).kept
        #expect(kept.map { ($0.written as NSString).lastPathComponent } == ["items-2.csv"])
        #expect(try Data(contentsOf: fixture.file("out/items.csv")) == edited)
        // The one beside it is the run's own, and stays that.
        #expect(try run(fixture).kept.map { ($0.written as NSString).lastPathComponent } == ["items-2.csv"])
        #expect(!FileManager.default.fileExists(atPath: fixture.file("out/items-3.csv").path))
    }

    @Test func leavesAWordDocumentAloneThatAPersonHasEdited() throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        try run(fixture)
        let edited = Data("mine".utf8)
        for name in ["chart.docx", "themes.docx"] { try edited.write(to: fixture.file("out/" + name)) }
        for _ in 0..<2 {
            let (_, findings, kept) = try run(fixture)
            #expect(findings == [])
            #expect(kept.map { ($0.edited as NSString).lastPathComponent } == ["chart.docx", "themes.docx"])
            #expect(kept.map { ($0.written as NSString).lastPathComponent } == ["chart-2.docx", "themes-2.docx"])
        }
        for name in ["chart.docx", "themes.docx"] {
            #expect(try Data(contentsOf: fixture.file("out/" + name)) == edited)
        }
        // A file that nobody edits is written anew.
        try edited.write(to: fixture.file("out/chart.csv"))
        try FileManager.default.removeItem(at: fixture.file("out/themes.docx"))
        #expect(try run(fixture).kept.map { ($0.edited as NSString).lastPathComponent } == ["chart.docx"])
        #expect(try Data(contentsOf: fixture.file("out/chart.csv")) != edited)
        #expect(try Data(contentsOf: fixture.file("out/themes.docx")) != edited)
    }

    @Test func writesNothingWithAnError() throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        try run(fixture)
        let list = try answer(
            fixture,
            [
                ("Beans grew", ["Decision": "accept"]),
                ("Peas grew", ["Decision": "edit", "Recode domain": "Soils", "Document": "papers/c.txt"]),
            ])
        let failure = #expect(throws: Failure.self) { try fixture.project().decide(list, by: Reviewer()) }
        #expect(failure?.status == .usage)
        #expect(failure?.diagnostics.map(\.suggestion) == ["papers/a.txt"])
        #expect(!FileManager.default.fileExists(atPath: fixture.file("decisions.ndjson").path))
    }
}
