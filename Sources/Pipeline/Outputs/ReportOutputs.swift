import Charting
import Codebooks
import DocumentModel
import Foundation

/// report.html and the plots: what a run writes for looking through, beside the chart as a page.
struct ReportOutputs {
    let settings: ReportSettings
    let summary: ChartSummary
    /// The report.
    let page: OutputFile
    /// A file for each plot.
    let plots: [OutputFile]

    /// nil when the chart is not asked for as a page.
    init?(project: Project, chart: ChartSettings, summary: ChartSummary, quotesOnly: Bool) {
        guard project.configuration.chart.formats.contains(where: { $0.name == ChartFormat.html.name }) else {
            return nil
        }
        settings = project.reportSettings(chart, quotesOnly: quotesOnly)
        self.summary = summary
        page = OutputFile("report.html", in: project.output)
        plots = Plots.fileNames(settings: settings).map { OutputFile("plots/" + $0, in: project.output) }
    }

    /// All files, in the order in which they are listed.
    var files: [OutputFile] { [page] + plots }

    /// Begins all files aside.
    ///
    /// - Throws: an error of the file system.
    func writing() throws -> Writing { try Writing(self) }

    /// The files while documents are added to them.
    final class Writing {
        private let outputs: ReportOutputs
        private let page: ReportWriter
        private var plots: Plots

        fileprivate init(_ outputs: ReportOutputs) throws {
            self.outputs = outputs
            plots = Plots(settings: outputs.settings, summary: outputs.summary)
            page = try ReportWriter(
                path: outputs.page.temporary.path, settings: outputs.settings, summary: outputs.summary)
            if let plot = outputs.plots.first {
                let folder = plot.destination.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
        }

        /// Adds a document: rows come in the order of the chart.
        func append(_ row: ChartRow, of document: Document) throws {
            plots.add(row, of: document)
            try page.append(row, of: document)
        }

        /// Ends all files.
        ///
        /// - Parameter tables: the views of the tables beside the chart.
        func finish(tables: [ReportSection]) throws {
            try page.finish(sections: tables + [plots.section])
            for (output, plot) in zip(outputs.plots, plots.files) {
                try OutputStream.write(plot.bytes, to: output.temporary)
            }
        }
    }
}

extension Project {
    /// What the report shows beyond the chart, from the configuration and the codebooks.
    func reportSettings(_ chart: ChartSettings, quotesOnly: Bool) -> ReportSettings {
        let shown = [configuration.chart.category.text, configuration.chart.theme.text]
        let dimensions = codebooks.flatMap(\.dimensions)
        let rules = dimensions.filter { shown.contains($0.id) }.flatMap { dimension in
            dimension.codes.flatMap { code in
                code.rules.map { rule in
                    RuleWording(
                        code: CodeReference(dimension: dimension.id, code: code.id), rule: rule.id, label: code.label,
                        words: RuleInWords(rule: rule).parts.map(part))
                }
            }
        }
        return ReportSettings(
            chart: chart, rules: rules, categoryLabels: codes(of: configuration.chart.category.text).map(\.label),
            yearBands: configuration.chart.tables.yearBands, perCell: configuration.chart.perCell,
            quotesOnly: quotesOnly)
    }

    private func part(_ part: RuleInWords.Part) -> RuleWording.Part {
        switch part {
        case .words(let text): RuleWording.Part(text)
        case .expression(let source): RuleWording.Part(source, isExpression: true)
        }
    }
}
