import Diagnostics
import DocumentModel
import Foundation
import Testing

@testable import Charting

/// The tables beside the chart as views of the report.
@Suite struct TableSectionTests {
    private func sections() throws -> (heads: [TableHead], sums: [ReviewTableRows], sections: [ReportSection]) {
        let documents = try GardenTables.documents()
        var tables = ReviewTables(settings: GardenTables.settings(), summary: GardenTables.summary(of: documents))
        for document in documents { _ = tables.add(document) }
        let sums = tables.closingRows()
        return (
            ReviewTable.allCases.map { tables.head(of: $0) }, sums,
            ReportSection.tables(head: { tables.head(of: $0) }, sums: sums)
        )
    }

    @Test func everyTableIsAView() throws {
        let sections = try sections().sections
        #expect(sections.map(\.id) == ["synthesis", "characteristics", "themes", "mentions", "co-occurrence"])
        let page = try report(of: CodedText.gardens, sections: sections)
        for id in sections.map(\.id) {
            #expect(page.contains("<section id=\"\(id)\" class=\"view\" aria-labelledby=\"\(id)-title\">"))
        }
    }

    @Test func tablesOfSumsAreReadBackFromTheReport() throws {
        let (heads, sums, sections) = try sections()
        let tables = zip(ReviewTable.allCases, heads).filter(\.0.hasSums)
        try withReport(of: CodedText.gardens, sections: sections) { path in
            let readers = try reportTables(tables.map(\.1), path: path)
            for ((table, head), reader) in zip(tables, readers) {
                var rows: [[String]] = []
                while let row = try reader.next() { rows.append(row) }
                #expect(rows == sums.filter { $0.table == table }.flatMap(\.rows).map { plainTexts(of: $0, in: head) })
                #expect(!rows.isEmpty)
            }
        }
    }

    @Test func refusesAReportWithoutATable() throws {
        let (heads, _, sections) = try sections()
        try withReport(of: [], sections: sections.filter { $0.id != "themes" }) { path in
            #expect(throws: FileError.self) { try reportTables([heads[2]], path: path) }
            #expect(throws: Never.self) { try reportTables([heads[1]], path: path) }
        }
    }

    @Test func tablesOfDocumentsHaveTheirHeadingsAndLeadToAPageWithoutScript() throws {
        let sections = try sections().sections
        let synthesis = String(decoding: sections[0].markup.bytes, as: UTF8.self)
        let themes = ["Soil - and water", "People", "Money", "Weather"]
        #expect(headings(of: synthesis) == ["Document"] + themes)
        #expect(synthesis.contains("<a href=\"synthesis.html\">"))
        let mentions = String(decoding: sections[3].markup.bytes, as: UTF8.self)
        #expect(headings(of: mentions) == ["Document", "Theme", "Helps", "Hindrances", "Wishes", "All"])
        #expect(mentions.contains("<a href=\"mentions.html\">"))
    }

    private func headings(of markup: String) -> [String] {
        markup.components(separatedBy: "<th scope=\"col\"").dropFirst().map {
            $0.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)[1].components(
                separatedBy: "</th>")[0]
        }
    }
}
