import Foundation
import Testing

@testable import Charting

@Suite struct GoldenChartTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    @Test(arguments: ["csv", "html", "json", "md"])
    func writesTheGoldenChart(_ name: String) throws {
        let format = try #require(ChartFormat.named(name))
        let written = try withChart(of: SchoolGardens.rows, as: format, bytes)
        let golden = Self.fixtures.appendingPathComponent("school-gardens." + name)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(written).write(to: golden)
        }
        #expect(String(decoding: written, as: UTF8.self) == (try String(contentsOf: golden, encoding: .utf8)))
    }

    @Test(arguments: ChartFormat.all.map(\.name))
    func readsBackWhatWasWritten(_ name: String) throws {
        let format = try #require(ChartFormat.named(name))
        let rows = try withChart(of: SchoolGardens.rows, as: format) { try readAll(format, $0) }
        #expect(rows == SchoolGardens.rows.map(\.readBack))
        #expect(rows.map(\.statements.count) == [4, 0, 0, 1])
    }

    @Test(arguments: ["xlsx", "docx"])
    func writesTheSameArchiveASecondLater(_ name: String) throws {
        let format = try #require(ChartFormat.named(name))
        let first = try withChart(of: SchoolGardens.rows, as: format, bytes)
        // Zip archives hold times in steps of two seconds.
        Thread.sleep(forTimeInterval: 2.1)
        let second = try withChart(of: SchoolGardens.rows, as: format, bytes)
        let areEqual = first == second
        #expect(areEqual)
    }
}
