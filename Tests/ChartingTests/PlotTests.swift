import DocumentModel
import Foundation
import Testing
import XML

@testable import Charting

@Suite struct PlotTests {
    private static let names = [
        "theme-by-category.svg", "mentions-by-theme.svg", "documents-by-year.svg", "documents-by-study-type.svg",
        "documents-by-level.svg",
    ]
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/plots")

    @Test(arguments: names)
    func drawsTheGoldenPlot(_ name: String) throws {
        let file = try #require(plots(of: CodedText.gardens).files.first { $0.name == name })
        let golden = Self.fixtures.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(file.bytes).write(to: golden) }
        #expect(String(decoding: file.bytes, as: UTF8.self) == (try String(contentsOf: golden, encoding: .utf8)))
    }

    @Test func namesItsFilesBeforeItHasSeenADocument() {
        #expect(Plots.fileNames(settings: CodedText.settings) == Self.names)
        #expect(plots(of: CodedText.gardens).files.map(\.name) == Self.names)
    }

    @Test func describesEveryFigureInWords() throws {
        let files = plots(of: CodedText.gardens).files
        let descriptions = try files.map { try text(of: "desc", in: $0.bytes) }
        #expect(descriptions[0].hasPrefix("Soil – and water: What helped 1, What hindered 1; People: What helped 1,"))
        #expect(descriptions[1].hasPrefix("Soil – and water: 1 + 0; People: 1 + 0; Money, means: 2 + 0."))
        #expect(
            descriptions[2].hasPrefix("2011: 1; 2012: 0; 2013: 0; 2014: 0; 2015: 0; 2016: 0; 2017: 1; Not stated: 1."))
        #expect(descriptions[3].hasPrefix("Survey: 1; Not stated: 2."))
        #expect(descriptions[4].hasPrefix("Primary: 1; Nursery: 0; Not stated: 2."))
        #expect(
            descriptions.allSatisfy {
                $0.hasSuffix("n = 3 read of 4 included. Rule-coded draft: 1 of 3 items checked by a person.")
            })
    }

    @Test func countsAStatementOfTwoCategoriesOnceAsAMention() throws {
        var passage = SchoolGardens.passage(1, "Rain.", influences: ["help", "hindrance"], domains: ["soil"])
        passage.mentions = [Mention(page: 2, start: 0, end: 5), Mention(page: 3, start: 0, end: 5)]
        let files = plots(of: [CodedText("a.txt", paragraphs: ["Rain."], passages: [passage])]).files
        #expect(try text(of: "desc", in: files[1].bytes).hasPrefix("Soil – and water: 1 + 2;"))
    }

    @Test func drawsNothingOfNoDocuments() throws {
        for file in plots(of: []).files {
            #expect(try text(of: "desc", in: file.bytes).contains("n = 0 read of 0 included"))
        }
    }

    @Test func drawsOneDocument() throws {
        let files = plots(of: [CodedText.gardens[0]]).files
        #expect(try text(of: "desc", in: files[2].bytes).hasPrefix("2017: 1."))
    }

    @Test func countsYearsInTheBandsOfTheSettings() throws {
        let bands = try YearBands(["-2004", "2005-2009", "2010", "2011-2012"].map { try #require(YearBand($0)) })
        let texts = ["1998", "2005-03", "May 2009", "2012", "2013", "soon"].map { year in
            CodedText(
                year + ".txt", paragraphs: ["-"], passages: [], metadata: SchoolGardens.metadata(("year", .text(year))))
        }
        let description = try text(of: "desc", in: plots(of: texts, bands: bands).files[2].bytes)
        #expect(
            description.hasPrefix(
                "2004 or earlier: 1; 2005–2009: 2; 2010: 0; 2011–2012: 1; Other years: 1; Not stated: 1."))
    }

    @Test func manyBandsKeepRoomForTheirLabels() throws {
        let bands = try YearBands((1981...2020).map { try #require(YearBand("\($0)")) })
        let svg = String(decoding: plots(of: [CodedText.gardens[0]], bands: bands).files[2].bytes, as: UTF8.self)
        #expect(svg.contains("viewBox=\"0 0 1600 "))
        #expect(svg.contains("<text x=\"1580\"") && svg.contains(">2020</text>"))
    }

    @Test func keepsLongAndHostileLabelsInsideTheDrawing() throws {
        let label = "Arrangements for <the> \"commissioning\" & " + String(repeating: "interorganisational", count: 8)
        var settings = CodedText.settings
        var level = SchoolGardens.level
        level.codes[0].label = label
        level.codes[1].label = "地域包括ケアシステムの構築に関する制度的な要因とその他の要因"
        settings.chart = SchoolGardens.settings(level: level)
        var plots = Plots(settings: settings, summary: ChartSummary(included: 1, read: 1, items: 1, checked: 0))
        for text in CodedText.gardens { plots.add(text.row, of: text.document) }
        let svg = try #require(plots.files.last).bytes
        #expect(try text(of: "desc", in: svg).hasPrefix(label + ": 0;"))
        let lines = PlotText.lines(label, width: 210, atMost: 2)
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { PlotText.width($0) <= 210 })
        #expect(lines.last?.hasSuffix("…") == true)
    }

    @Test func lookTheSameInThePageAsInTheirFiles() throws {
        let plots = plots(of: CodedText.gardens)
        let section = String(decoding: plots.section.markup.bytes, as: UTF8.self)
        #expect(section.components(separatedBy: "role=\"img\"").count == Self.names.count + 1)
        for file in plots.files {
            let title = try text(of: "title", in: file.bytes)
            #expect(section.contains(">\(title)</title>"))
        }
    }

    private func plots(of texts: [CodedText], bands: YearBands? = nil) -> Plots {
        let read = texts.count { $0.row.status.isRead }
        let items = Set(texts.flatMap { $0.row.cells.flatMap(\.items).map(\.passage.id) }).count
        let summary = ChartSummary(included: texts.count, read: read, items: items, checked: min(1, items))
        var settings = CodedText.settings
        settings.yearBands = bands
        var plots = Plots(settings: settings, summary: summary)
        for text in texts { plots.add(text.row, of: text.document) }
        return plots
    }
}
