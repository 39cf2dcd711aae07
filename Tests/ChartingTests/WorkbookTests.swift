import DocumentModel
import Foundation
import Spreadsheets
import Testing

@testable import Charting

@Suite struct WorkbookTests {
    @Test func aCellBeyondExcelsLimitGoesOnInFurtherRows() {
        let parts = CellParts.split([String(repeating: "word ", count: 20_000)], width: 10_000)
        #expect(parts.count > 3)
        #expect(parts.allSatisfy { $0.utf16.count <= 32_767 })
        #expect(parts.dropFirst().allSatisfy { $0.hasPrefix("[continued] ") })
        #expect(parts.dropLast().allSatisfy { $0.hasSuffix("word \n[continues in the next row]") })
    }

    @Test func aCellHigherThanTheTallestRowGoesOnBetweenItems() {
        let items = (1...50).map { "\($0)) Soil - Line \($0)" }
        let parts = CellParts.split(items, width: 40)
        #expect(parts.count == 2)
        #expect(parts[1].hasPrefix("35) Soil"))
        #expect(CellParts.join(parts) == items.joined(separator: "\n"))
    }

    @Test func aContinuationRowWithoutItsMarkIsRefused() {
        #expect(CellParts.join(["1) Soil - a", "2) Soil - b"]) == nil)
    }

    @Test func aFullSheetGoesOnInAnother() throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("chart.xlsx").path
            let writer = try XLSXChartWriter(
                path: path, settings: SchoolGardens.settings, summary: SchoolGardens.summary, rowsPerSheet: 6)
            let rows = (0..<4).flatMap { _ in SchoolGardens.rows }
            for row in rows { try writer.append(row) }
            try writer.finish()
            #expect(try readAll(.xlsx, path) == rows.map(\.readBack))
            let names = try sheetNames(path)
            #expect(names.filter { $0.hasPrefix("Chart") } == ["Chart"] + (2...8).map { "Chart \($0)" })
            #expect(names.filter { $0.hasPrefix("Prov") } == ["Provenance"] + (2...10).map { "Provenance \($0)" })
        }
    }

    @Test func textThatLooksLikeAFormulaIsText() throws {
        let sheet = try withChart(of: SchoolGardens.rows, as: .xlsx) { path in
            try entry("xl/worksheets/sheet1.xml", of: path)
        }
        #expect(sheet.contains("<t>=SUM(A1) and other titles</t>"))
        #expect(!sheet.contains("<f>"))
    }

    @Test func headingsStayInViewAndRepeatOnPaper() throws {
        try withChart(of: SchoolGardens.rows, as: .xlsx) { path in
            let sheet = try entry("xl/worksheets/sheet1.xml", of: path)
            #expect(sheet.contains(#"<pane xSplit="3" ySplit="4""#))
            #expect(sheet.contains(#"<autoFilter ref="A4:K8"/>"#))
            #expect(sheet.contains(#"orientation="landscape""#))
            #expect(sheet.contains(#"fitToHeight="0""#))
            let workbook = try entry("xl/workbook.xml", of: path)
            #expect(workbook.contains("Chart!$1:$4"))
            #expect(workbook.contains("Provenance!$1:$4"))
        }
    }

    private func entry(_ name: String, of path: String) throws -> String {
        let entry = try #require(try ArchiveEntry(name, in: path))
        var bytes: [UInt8] = []
        while let chunk = try entry.chunk() { bytes += chunk }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func sheetNames(_ path: String) throws -> [String] {
        try entry("xl/workbook.xml", of: path).split(separator: "<sheet name=\"").dropFirst()
            .map { String($0.prefix { $0 != "\"" }) }
    }
}
