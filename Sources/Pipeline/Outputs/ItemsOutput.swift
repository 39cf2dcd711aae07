import Charting
import Codebooks
import Decisions
import DocumentModel
import Foundation

/// The list of items that people check, items.xlsx and items.csv.
///
struct ItemsOutput {
    let project: Project
    private let settings: ChartSettings
    /// The workbook and the table.
    let files: [EditableFile]

    init(_ project: Project, settings: ChartSettings, names: EditableFiles) {
        self.project = project
        self.settings = settings
        files = ["items.xlsx", "items.csv"].map(names.file)
    }

    private var workbook: OutputFile { files[0].output }
    private var table: OutputFile { files[1].output }

    /// Writes both files aside.
    ///
    /// - Parameter loose: ids of statements whose decisions cannot be applied: nobody has decided on these.
    func write(from store: RunStore, summary: ChartSummary, loose: Set<String>) throws {
        let form = project.itemForm
        let order = try order(from: store, form: form, loose: loose)
        let items = try ItemWorkbook(
            path: workbook.temporary.path, title: settings.title, banner: summary.banner,
            notes: notes(summary), form: form)
        let csv = ItemCSV(form: form)
        let stream = try OutputStream(table.temporary)
        try stream.write(Array(csv.headings.utf8))
        try order.visit { row in
            try Task.checkCancellation()
            try items.append(row)
            try stream.write(Array(csv.record(of: row).utf8))
        }
        try items.finish()
        try stream.close()
    }

    private func notes(_ summary: ChartSummary) -> [String] {
        let file = (project.path(project.configuration.output) as NSString).appendingPathComponent(workbook.name)
        return [
            "Fill in the tinted columns, save the file, and run: codechart decide \(file)",
            "Decision: accept · reject · edit (with other codes, a new quote or a short wording) · add (a row of your "
                + "own, with document, quote and codes) · none (takes a decision back). Empty: not decided yet.",
            ([summary.caption] + settings.notes).joined(separator: " · "),
        ]
    }

    private func order(from store: RunStore, form: ItemForm, loose: Set<String>) throws -> ItemOrder {
        let order = try ItemOrder()
        let rules = RuleTexts(project.codebooks)
        let isUsed = project.configuration.chart.decisions != .ignore
        let standing = isUsed ? project.decisions.filter { !loose.contains($0.anchor.id) } : []
        let decisions = Dictionary(standing.map { ($0.anchor.id, $0) }, uniquingKeysWith: { first, _ in first })
        let hasPage = project.configuration.chart.formats.contains { $0.name == "html" }
        for position in try store.positions(in: project.configuration.chart.sort) {
            try Task.checkCancellation()
            let record = try store.record(at: position)
            let builder = ItemRowBuilder(
                record.document, form: form, charting: project.chartingRule, decisions: decisions)
            let isPDF = record.document.source.format == .pdf
            try order.add(
                record.coded.codings.compactMap { coding in
                    builder.row(
                        of: coding, rule: rules.text,
                        evidence: hasPage && coding.charted == .yes ? settings.evidenceLink(of: coding.id) : nil,
                        page: settings.link(to: coding.document, page: isPDF ? coding.page : nil))
                })
        }
        return order
    }
}

/// Rules in words, by what a match says of them.
private struct RuleTexts {
    private var texts: [CodeReference: [String: String]] = [:]

    init(_ codebooks: [Codebook]) {
        for codebook in codebooks {
            for (code, rule) in codebook.rules {
                let label = codebook.code(code)?.label ?? code.code
                let words = RuleInWords(rule: rule).parts.map { part in
                    switch part {
                    case .words(let text), .expression(let text): text
                    }
                }
                texts[code, default: [:]][rule.id] = "\(label): \(words.joined())"
            }
        }
    }

    func text(_ match: RuleMatch) -> String { texts[match.code]?[match.rule] ?? match.rule }
}
