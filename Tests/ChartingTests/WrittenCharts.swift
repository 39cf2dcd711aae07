import Foundation

@testable import Charting

/// Writes a chart into a folder of its own, which goes when `body` is done.
///
/// - Parameter body: gets the path of the chart.
func withChart<Result>(
    of rows: [ChartRow], as format: ChartFormat, settings: ChartSettings = SchoolGardens.settings,
    summary: ChartSummary = SchoolGardens.summary, _ body: (String) throws -> Result
) throws -> Result {
    try withFolder { folder in
        let path = folder.appendingPathComponent("chart." + format.name).path
        let writer = try format.writer(path: path, settings: settings, summary: summary)
        for row in rows { try writer.append(row) }
        try writer.finish()
        return try body(path)
    }
}

/// Makes a folder for `body`, and removes it with all that is in it.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("charts-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

/// All rows of a written chart.
func readAll(
    _ format: ChartFormat, _ path: String, settings: ChartSettings = SchoolGardens.settings
) throws -> [ReadBackRow] {
    var rows: [ReadBackRow] = []
    try format.readBack(path: path, settings: settings) { rows.append($0) }
    return rows
}

func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}
