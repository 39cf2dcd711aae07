import Charting
import Codebooks
import Decisions
import DocumentModel
import Foundation
import JSON

/// The list of items that people check, items.xlsx and items.csv.
///
/// A file that a person has edited since it was written is left as it is, and theirs is written beside it:
/// `items-2.xlsx`. What was written, run.json says.
struct ItemsOutput {
    let project: Project
    private let settings: ChartSettings
    private let workbook: OutputFile
    private let table: OutputFile
    /// The files that people had edited.
    let kept: [KeptFile]

    init(_ project: Project, settings: ChartSettings) {
        self.project = project
        self.settings = settings
        let written = writtenItems(project.output)
        let names = ["xlsx", "csv"].map { name in
            (usual: "items.\(name)", free: freeName(extension: name, in: project.output, written: written))
        }
        workbook = OutputFile(project.output.appendingPathComponent(names[0].free))
        table = OutputFile(project.output.appendingPathComponent(names[1].free))
        let folder = project.path(project.configuration.output) as NSString
        kept = names.filter { $0.usual != $0.free }.map {
            KeptFile(
                edited: folder.appendingPathComponent($0.usual), written: folder.appendingPathComponent($0.free))
        }
    }

    var files: [OutputFile] { [workbook, table] }

    /// Writes both files aside.
    ///
    /// - Parameter loose: ids of statements whose decisions cannot be applied: nobody has decided on these.
    /// - Returns: their names with the SHA-256 of their bytes.
    func write(from store: RunStore, summary: ChartSummary, loose: Set<String>) throws -> [InputFile] {
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
        return files.map { file in
            InputFile(path: file.name, sha256: digestOfRegularFile(FileName(file.temporary.path)))
        }
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

/// `items.xlsx`, or the first of `items-2.xlsx`, `items-3.xlsx`… that is not there or is as a run wrote it.
private func freeName(extension name: String, in folder: URL, written: [String: String]) -> String {
    var number = 1
    while true {
        let file = number == 1 ? "items.\(name)" : "items-\(number).\(name)"
        let path = folder.appendingPathComponent(file).path
        guard FileManager.default.fileExists(atPath: path) else { return file }
        if let digest = written[file], digestOfRegularFile(FileName(path)) == digest { return file }
        number += 1
    }
}

/// What the last run wrote, by name, with the SHA-256 of its bytes.
private func writtenItems(_ folder: URL) -> [String: String] {
    struct Record: Decodable {
        struct File: Decodable {
            var path: String
            var sha256: String
        }
        var items: [File]
    }
    guard let bytes = FileManager.default.contents(atPath: folder.appendingPathComponent("run.json").path),
        let record = try? decodeJSON(Record.self, from: bytes)
    else { return [:] }
    return Dictionary(record.items.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
}
