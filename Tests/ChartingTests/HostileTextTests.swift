import DocumentModel
import SeededRandom
import Tables
import Testing

@testable import Charting

@Suite struct HostileTextTests {
    private static let nasty = [
        "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''", "\r", "a\rb\r", "\"quoted\", \"twice\"",
        "a|b|c", "<script>alert(1)</script>", "</span></td>", "&amp; &#1; &lt;", "]]>", "_x0041_", "_x005F_x0041_",
        "_x00_x0041_", "\u{0}\u{1}\u{1F}", "\u{FFFE}\u{FFFF}", "\u{7F}\u{85}\u{9F}", "\u{2028}\u{2029}", "e\u{301}é",
        "\u{301}combining first", "😀👩‍👩‍👧", "\u{202E}backwards", "2) Money - another", "[accepted] x", " - ", "- ",
        "  two  spaces  ", "\\", "\\*", "ends with \\", "*(p. 3)*", " *(p. 9)*", "[continued] x",
        "[continues in the next row]", "Not read: damaged", "# heading", "```", "$x$", "ﬁ ½ ß", "a\tb", ";", "; ",
    ]

    @Test(arguments: ChartFormat.all.map(\.name))
    func everyNastyTextSurvives(_ name: String) throws {
        try expectSurvival(of: Self.nasty, as: name)
    }

    @Test(arguments: ChartFormat.all.map(\.name))
    func textsLongerThanACellSurvive(_ name: String) throws {
        let long = String(repeating: "Word after word, ", count: 2_400)
        let unbroken = String(repeating: "_x0041_\u{1}x", count: 5_000)
        try expectSurvival(of: [long, "short", unbroken, long + "😀"], as: name)
    }

    @Test(arguments: ChartFormat.all.map(\.name), [3, 17] as [UInt64])
    func randomMixturesSurvive(_ name: String, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let texts = (0..<60).map { _ in
            (0...Int.random(in: 0...6, using: &random)).map { _ in Self.nasty.randomElement(using: &random)! }
                .joined(separator: Bool.random(using: &random) ? " " : "")
        }
        try expectSurvival(of: texts, as: name)
    }

    @Test(arguments: ChartFormat.all.map(\.name))
    func nastyFieldsHeadingsAndLabelsDoNotBreakTheChart(_ name: String) throws {
        let format = try #require(ChartFormat.named(name))
        for (index, text) in Self.nasty.enumerated() {
            let settings = ChartSettings(
                title: text, notes: [text],
                columns: [
                    .field("title", heading: "T" + text), .items("help", heading: "H" + text, dimension: "influence"),
                ],
                categoryDimension: "influence", themeDimension: "domain", themes: [("soil", text), ("money", "Money")],
                hasReferences: false)
            let row = chartRow(
                path: "\(index)" + text, status: .ok, metadata: SchoolGardens.metadata(("title", .text(text))),
                coded: CodedDocument(codings: [
                    SchoolGardens.passage(1, "Rain \(index)", influences: ["help"], domains: ["soil", "money"])
                ]),
                settings: settings)
            let read = try withChart(of: [row], as: format, settings: settings) { path in
                try readAll(format, path, settings: settings)
            }
            #expect(read == [row.readBack], "\(text.debugDescription)")
        }
    }

    @Test func spreadsheetsSeeNoFormulaInCSV() throws {
        for text in ["=1", "+1", "-1", "@A1", "\t1", "\r1", " =1", "＝1", "'=1", "''=1"] {
            #expect(FormulaGuard.add(to: text) == "'" + text)
            #expect(FormulaGuard.remove(from: "'" + text) == text)
        }
        for text in ["'t Hooft", "1 = 1", "", "'", "–1"] {
            #expect(FormulaGuard.add(to: text) == text)
            #expect(FormulaGuard.remove(from: text) == text)
        }
    }

    private func expectSurvival(of texts: [String], as name: String) throws {
        let format = try #require(ChartFormat.named(name))
        let rows = [row(texts, path: "a.pdf"), row([], path: "b.pdf"), row(texts.reversed(), path: "c.pdf")]
        let read = try withChart(of: rows, as: format) { try readAll(format, $0) }
        #expect(read.count == rows.count)
        for (found, row) in zip(read, rows) {
            let expected = row.readBack
            #expect(found.document == expected.document && found.statements.count == expected.statements.count)
            for (statement, original) in zip(found.statements, expected.statements) {
                #expect(statement == original)
            }
        }
    }

    private func row(_ texts: [String], path: String) -> ChartRow {
        let codings = texts.enumerated().map { index, text in
            SchoolGardens.passage(
                index % 9 + 1, text, influences: index.isMultiple(of: 3) ? ["help", "hindrance"] : ["hindrance"],
                domains: index.isMultiple(of: 2) ? ["soil", "money"] : ["people"],
                state: index.isMultiple(of: 4) ? .accepted : .machine)
        }
        return chartRow(
            path: path, status: .ok, metadata: DocumentMetadata(), coded: CodedDocument(codings: codings),
            settings: SchoolGardens.settings)
    }
}
