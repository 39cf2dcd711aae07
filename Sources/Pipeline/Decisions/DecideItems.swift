package import Decisions
package import Diagnostics
import DocumentModel
import Foundation
import JSON

/// What reading a list of items gave.
package struct DecidedItems: Sendable {
    package var merged: MergedDecisions
    /// Decisions of the list, and those that it takes back.
    package var rows: Int
    package var diagnostics: [Diagnostic]
}

extension Project {
    /// Reads what people decided in a list of items, and puts it into the file of decisions.
    ///
    /// With an error in any row nothing is written.
    ///
    /// - Parameter file: items.xlsx or items.csv, as spreadsheets save it.
    /// - Throws: a ``Failure`` with every error that there is.
    package func decide(_ file: String, by reviewer: Reviewer) throws -> DecidedItems {
        let (sheets, problems) = try readSheets(file)
        let form = itemForm
        let (rows, found) = readItemRows(sheets, form: form, file: file)
        guard let stored = ItemStore(self) else {
            throw Failure(
                .usage, "no-run", "there is no run that the items could belong to",
                help: "codechart run makes one; run it again when pipeline.yaml has changed how documents are read")
        }
        var decider = ListDecider(self, stored: stored, form: form, reviewer: reviewer)
        try decider.decide(rows)
        let diagnostics = problems + found + decider.diagnostics
        guard !diagnostics.hasErrors else { throw Failure(.usage, inOrderOfCells(diagnostics)) }
        let merged = MergedDecisions(decisions, with: decider.decisions)
        try replaceFile(decisionsFile, with: lines(of: merged.decisions))
        return DecidedItems(merged: merged, rows: decider.decisions.count, diagnostics: diagnostics)
    }

    private func lines(of decisions: [Decision]) -> [UInt8] {
        var json = JSONWriter()
        for decision in decisions {
            decision.write(to: &json)
            json.newline()
        }
        return json.bytes
    }
}

/// Sheet by sheet as they come, each from its first row to its last.
private func inOrderOfCells(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var sheets: [String?] = []
    for diagnostic in diagnostics where !sheets.contains(diagnostic.place?.cell?.sheet) {
        sheets.append(diagnostic.place?.cell?.sheet)
    }
    func key(_ diagnostic: Diagnostic, _ number: Int) -> (Int, Int, Int, Int) {
        let cell = diagnostic.place?.cell
        return (sheets.firstIndex(of: cell?.sheet) ?? 0, cell?.row ?? 0, cell?.column ?? 0, number)
    }
    return diagnostics.enumerated().sorted { key($0.element, $0.offset) < key($1.element, $1.offset) }.map(\.element)
}

/// The documents and items of the last run, as long as no other begins.
struct ItemStore {
    let lock: RunLock
    let store: RunStore
    /// By path.
    let positions: [String: Int]

    init?(_ project: Project) {
        let folder = project.folder.appendingPathComponent(".codechart")
        guard let lock = RunLock(readingIn: folder), let store = try? RunStore(existingIn: folder),
            let stored = try? store.stored(reading: readingKey(project.configuration.read)), !stored.isEmpty
        else { return nil }
        self.lock = lock
        self.store = store
        positions = stored.mapValues(\.position)
    }
}

/// Decides the rows of a list, a document at a time.
private struct ListDecider {
    private let project: Project
    private let stored: ItemStore
    private let form: ItemForm
    private let reviewer: Reviewer
    private let decided: [String: Decision]
    private(set) var diagnostics: [Diagnostic] = []
    /// In the order of the rows.
    private(set) var decisions: [RowDecision] = []

    init(_ project: Project, stored: ItemStore, form: ItemForm, reviewer: Reviewer) {
        self.project = project
        self.stored = stored
        self.form = form
        self.reviewer = reviewer
        decided = Dictionary(project.decisions.map { ($0.anchor.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func decide(_ rows: [ItemAnswerRow]) throws {
        var byPosition: [Int: [Int]] = [:]
        for (number, row) in rows.enumerated() {
            if let position = position(of: row) { byPosition[position, default: []].append(number) }
        }
        var found: [(number: Int, row: RowDecision)] = []
        for (position, numbers) in byPosition.sorted(by: { $0.key < $1.key }) {
            let record = try stored.store.record(at: position)
            var decider = RowDecider(
                record.document, codings: record.coded.codings, decided: decided, form: form,
                charting: project.chartingRule, reviewer: reviewer)
            for number in numbers {
                guard let decision = decider.decision(of: rows[number]) else { continue }
                found.append((number, decision))
            }
            diagnostics += decider.diagnostics
        }
        decisions = found.sorted { $0.number < $1.number }.map(\.row)
        reportRepetitions()
    }

    private mutating func position(of row: ItemAnswerRow) -> Int? {
        let path = row.document.text
        if let position = stored.positions[path] { return position }
        let paths = stored.positions.keys.sorted()
        let named = paths.filter { ($0 as NSString).lastPathComponent == path }
        if named.count == 1 { return stored.positions[named[0]] }
        let isEmpty = path.allSatisfy(\.isWhitespace)
        diagnostics.append(
            .error(
                isEmpty ? "no-document" : "unknown-document",
                isEmpty ? "the row names no document" : "the last run has no document '\(path)'",
                at: row.document.place,
                help: "a document is named by its path, as in the column 'Document' of the other rows",
                suggestion: nearestName(to: path, among: paths)))
        return nil
    }

    /// Of two rows about one item the later one counts.
    private mutating func reportRepetitions() {
        var rows: [String: RowDecision] = [:]
        for row in decisions {
            let key = row.anchor.document.sha256 + row.anchor.id
            guard let earlier = rows.updateValue(row, forKey: key), !isSame(earlier, row) else { continue }
            diagnostics.append(
                .warning(
                    "decided-twice", "another row decides the same item; this one counts", at: row.place,
                    help: "the other is at \(earlier.place.nameInFile ?? "another place")"))
        }
    }

    private func isSame(_ first: RowDecision, _ second: RowDecision) -> Bool {
        switch (first.change, second.change) {
        case (.decide(let first), .decide(let second)): first.saysTheSame(as: second)
        case (.takeBack, .takeBack): true
        default: false
        }
    }
}
