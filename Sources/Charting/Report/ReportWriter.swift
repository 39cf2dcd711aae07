package import DocumentModel
import JSON

/// Writes report.html: the chart to look through, with the evidence of every item, and further views.
///
/// Each document is a line of data that the page's own script shows when it comes on the screen, so that a thousand
/// documents open as fast as one.
package final class ReportWriter {
    private let output: FileOutput
    private let settings: ReportSettings
    private let page: ReportPage
    private var rules: ReportRules

    /// What stands before and behind the data of a document, of its evidence and of what a search looks at; a line of the
    /// file begins with the one and ends with the other.
    static let documentStart = "<script type=\"application/json\" class=\"document\">"
    static let evidenceStart = "<script type=\"application/json\" class=\"evidence\">"
    static let searchStart = "<script type=\"text/plain\" class=\"search\">"
    static let dataEnd = "</script>\n"

    /// Begins a report in a new file, replacing what is there.
    ///
    /// - Throws: ``FileError`` when the file cannot be written.
    package init(path: String, settings: ReportSettings, summary: ChartSummary) throws {
        output = try FileOutput(path: path)
        self.settings = settings
        rules = ReportRules(settings.rules)
        page = ReportPage(settings: settings, summary: summary)
        try output.write(page.head)
    }

    /// Adds a document: rows come in the order of the chart.
    ///
    /// - Parameter document: what the row was made of.
    /// - Throws: ``FileError`` when the file cannot be written.
    package func append(_ row: ChartRow, of document: Document) throws {
        var data = ReportDocument(row, of: document, settings: settings)
        var json = JSONWriter()
        var evidence = JSONWriter()
        data.write(to: &json, evidence: &evidence, rules: &rules)
        let parts = [
            (Self.documentStart, json.bytes.asPageData()), (Self.evidenceStart, evidence.bytes.asPageData()),
            (Self.searchStart, data.searchText()),
        ]
        for (start, bytes) in parts {
            try output.write(start)
            try output.write(bytes)
            try output.write(Self.dataEnd)
        }
    }

    /// Ends the report.
    ///
    /// - Parameter sections: the views beside the chart.
    /// - Throws: ``FileError`` when the file cannot be written.
    package func finish(sections: [ReportSection]) throws {
        try output.write(ReportPage.endOfDocuments)
        for section in sections { try output.write(page.markup(of: section)) }
        var json = JSONWriter()
        page.writeSettings(to: &json, rules: rules)
        try output.write(page.foot(data: json.bytes.asPageData()))
        try output.close()
    }
}
