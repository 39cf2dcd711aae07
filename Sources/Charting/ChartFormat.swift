/// A format that the chart is written in, and read back from.
///
/// A format is one folder and one line in ``all``.
package struct ChartFormat: Sendable {
    /// As pipeline.yaml names it, and the extension of the file.
    package let name: String
    /// Whether people edit what was written.
    package let isEdited: Bool
    private let makeWriter: @Sendable (String, ChartSettings, ChartSummary) throws -> any ChartWriter
    private let read: @Sendable (String, ChartSettings, (ReadBackRow) throws -> Void) throws -> Void

    package static let all: [ChartFormat] = [.xlsx, .csv, .html, .markdown, .json, .word]

    package static func named(_ name: String) -> ChartFormat? {
        all.first { $0.name == name }
    }

    init(
        name: String, isEdited: Bool = false,
        writer: @escaping @Sendable (String, ChartSettings, ChartSummary) throws -> any ChartWriter,
        reader: @escaping @Sendable (String, ChartSettings, (ReadBackRow) throws -> Void) throws -> Void
    ) {
        self.name = name
        self.isEdited = isEdited
        makeWriter = writer
        read = reader
    }

    /// Begins a chart in a new file, replacing what is there.
    ///
    /// - Throws: ``FileError`` when the file cannot be written.
    package func writer(path: String, settings: ChartSettings, summary: ChartSummary) throws -> any ChartWriter {
        try makeWriter(path, settings, summary)
    }

    /// Reads a written chart, a document at a time in the order of the rows.
    ///
    /// It takes the file's bytes alone: what it gives is what a reader of the file would see.
    /// - Throws: ``FileError`` when the file is no chart of these settings, and what `body` throws.
    package func readBack(
        path: String, settings: ChartSettings, _ body: (ReadBackRow) throws -> Void
    ) throws {
        try read(path, settings, body)
    }
}

/// Writes one chart: rows one at a time, then ``finish()``. A writer that is dropped unfinished leaves a part.
package protocol ChartWriter: AnyObject {
    /// - Throws: ``FileError`` when the file cannot be written.
    func append(_ row: ChartRow) throws
    /// - Throws: ``FileError`` when the file cannot be written.
    func finish() throws
}
