/// A form of the report. To add one: a case and its line in ``write(_:)``.
package enum ReportFormat: String, Sendable, CaseIterable {
    case text, json, markdown, html, junit, sarif, github

    /// The report as bytes of a file or of standard output, with a line break at the end.
    package func write(_ reports: [EvaluationReport]) -> [UInt8] {
        switch self {
        case .text: Array(reports.map(\.textReport).joined(separator: "\n").utf8)
        case .json: jsonReport(reports)
        case .markdown: Array(markdownReport(reports).utf8)
        case .html: Array(htmlReport(reports).utf8)
        case .junit: Array(junitReport(reports).utf8)
        case .sarif: sarifReport(reports)
        case .github: Array(githubAnnotations(reports).utf8)
        }
    }
}
