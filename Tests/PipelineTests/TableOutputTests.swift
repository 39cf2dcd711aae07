import Diagnostics
import DocumentModel
import Foundation
import Testing

@testable import Pipeline

@Suite struct TableOutputTests {
    private static let papers = [
        "a.txt": "The soil was deep. Beans grew in the soil.\n\nNothing else.\n",
        "b.txt": "Beds flourished when pupils watered them.\n",
    ]

    private static let names =
        ["tables.xlsx"]
        + ["synthesis", "characteristics", "themes", "mentions", "co-occurrence"].flatMap { name in
            ["csv", "html", "md", "json", "docx"].map { name + "." + $0 }
        }

    /// Writes the outputs of the two papers, changes one of them, and verifies them.
    private func findings(
        configuration: String = ProjectFixture.configuration, corrupting name: String, _ old: String, _ new: String
    ) throws -> [VerificationFinding] {
        let fixture = try ProjectFixture(papers: Self.papers, configuration: configuration)
        let project = try fixture.project()
        let outputs = try RunOutputs(project: project, store: fixture.store(of: project))
        try outputs.write()
        let url = fixture.file("out/.\(name).part")
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(old))
        try text.replacing(old, with: new).write(to: url, atomically: false, encoding: .utf8)
        var verification = OutputVerification(outputs)
        return try verification.run().findings
    }

    @Test func writesEveryTableInEveryFormat() throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        let project = try fixture.project()
        let outputs = try RunOutputs(project: project, store: fixture.store(of: project))
        #expect(outputs.tables.files.map(\.name) == Self.names)
        try outputs.write()
        let written = try outputs.commit().map { ($0 as NSString).lastPathComponent }
        #expect(Set(written).isSuperset(of: Self.names))
        let themes = try String(contentsOf: fixture.file("out/themes.csv"), encoding: .utf8)
        #expect(themes.split(separator: "\r\n").dropFirst() == ["Soil,2,100.0,2,2,2,2", "People,1,50.0,1,1,1,1"])
    }

    @Test func writesTheFormatsThatAreAskedFor() throws {
        let configuration = ProjectFixture.configuration.replacing(
            "theme: domain", with: "theme: domain, formats: [md]")
        let fixture = try ProjectFixture(papers: Self.papers, configuration: configuration)
        let project = try fixture.project()
        let outputs = try RunOutputs(project: project, store: fixture.store(of: project))
        #expect(outputs.tables.files.map(\.name) == Self.names.filter { $0.hasSuffix(".md") })
    }

    @Test(arguments: [
        ("themes.csv", "Soil,2,100.0", "Soil,3,100.0", "has ‘3’ in the column ‘Documents (n=2)’ of ‘Soil’, not ‘2’"),
        (
            "themes.json", "\"documents\":2", "\"documents\":1",
            "has ‘1’ in the column ‘Documents (n=2)’ of ‘Soil’, not ‘2’"
        ),
        (
            "characteristics.md", "| 2 | 100.0 |", "| 2 | 10.0 |",
            "has ‘10.0’ in the column ‘Percentage (%)’ of ‘Year of Publication’, ‘Not stated’, not ‘100.0’"
        ),
        (
            "co-occurrence.html", ">1.00<", ">2.00<",
            "has ‘2.00’ in the column ‘Expected statements’ of ‘Soil’, ‘People’, not ‘1.00’"
        ),
        (
            "report.html", ">1.00<", ">2.00<",
            "has ‘2.00’ in the column ‘Expected statements’ of ‘Soil’, ‘People’, not ‘1.00’"
        ),
    ])
    func catchesAChangedFigure(_ name: String, _ old: String, _ new: String, _ problem: String) throws {
        let findings = try findings(corrupting: name, old, new)
        #expect(findings == [VerificationFinding(document: name, statement: "", problem: problem)])
    }

    @Test(arguments: ["synthesis.csv", "synthesis.html", "synthesis.md", "synthesis.json"])
    func catchesAChangedStatementOfTheSynthesis(_ name: String) throws {
        let findings = try findings(corrupting: name, "Beans grew", "Peas grew")
        #expect(findings.map(\.document) == [name])
        #expect(findings.first?.problem.contains("Peas grew") == true)
    }

    @Test func figuresThatDisagreeWithTheChartAreBothNamed() throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        let project = try fixture.project()
        let store = try fixture.store(of: project)
        let outputs = try RunOutputs(project: project, store: store)
        try outputs.write()
        var record = try store.record(at: 0)
        record.document.status = .damaged
        record.coded = CodedDocument()
        try store.add(record, at: 0)
        var verification = try TableVerification(outputs)
        let problem = "has 1 rows of documents that were read, but 2 in the captions"
        #expect(
            try verification.run().contains(VerificationFinding(document: "chart", statement: "", problem: problem)))
    }

    @Test func catchesAMissingRow() throws {
        let findings = try findings(corrupting: "themes.csv", "People,1,50.0,1,1,1,1\r\n", "")
        #expect(findings.map(\.problem) == ["lacks the row of ‘People’"])
    }

    @Test func catchesARowTooMany() throws {
        let findings = try findings(corrupting: "themes.csv", "50.0,1,1,1,1\r\n", "50.0,1,1,1,1\r\nX,1,1,1,1,1,1\r\n")
        #expect(findings.map(\.problem) == ["has a row too many"])
    }
}

@Suite struct TableSettingTests {
    private func chart(_ settings: String) -> (PipelineConfiguration?, [Diagnostic]) {
        loadConfiguration(
            yaml: """
                corpus: { documents: [papers] }
                codebooks: [garden.yaml]
                chart:
                  category: aspect
                  theme: domain
                  \(settings)
                """, file: "pipeline.yaml")
    }

    @Test func readsWhatTheTablesShow() throws {
        let (configuration, diagnostics) = chart(
            "databases: all\n  year bands: [-2004, 2005-2009, 2010-]\n  characteristics: [year, { field: setting, heading: Where }]"
        )
        #expect(diagnostics == [])
        let tables = try #require(configuration?.chart.tables)
        #expect(tables.yearBands?.bands.map(\.label) == ["2004 or earlier", "2005-2009", "2010 or later"])
        #expect(tables.databases == .all)
        #expect(tables.characteristics?.map(\.field.text) == ["year", "setting"])
        #expect(tables.characteristics?.map(\.heading) == [nil, "Where"])
    }

    @Test(arguments: [
        ("year bands: [2010-2014, 2014-2019]", "overlapping-year-bands", 27),
        ("year bands: [1997-2004, 2010-2014]", "gap-in-year-bands", 27),
        ("year bands: [soon]", "bad-year-band", 16),
        ("databases: each", "unknown-databases", 14),
    ])
    func saysWhatIsWrongAndWhere(_ setting: String, _ identifier: String, _ column: Int) {
        let (configuration, diagnostics) = chart(setting)
        #expect(configuration == nil)
        #expect(diagnostics.map(\.identifier) == [identifier])
        #expect(diagnostics.first?.place?.line == 6)
        #expect(diagnostics.first?.place?.column == column)
        #expect(diagnostics.first?.help != nil)
    }

    @Test func namesTheYearsThatNoBandHas() {
        #expect(
            chart("year bands: [1997-2004, 2010-2014]").1.first?.message == "no band has 2005-2009")
    }
}
