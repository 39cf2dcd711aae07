import Diagnostics
import DocumentModel

/// What people settled, held against the files and records of this run.
struct SettledPairs: Sendable {
    /// Number of the record of a file; nil in it for a file that has none.
    private(set) var records: [String: Int?] = [:]
    /// Numbers of the records that have no file.
    private(set) var withoutFile: Set<Int> = []
    private(set) var diagnostics: [Diagnostic] = []
    private let finder: RecordFinder
    private let documents: [String]
    private let paths: Set<String>

    /// - Parameter documents: paths of all files of the corpus.
    init(_ rows: [SettledRow], finder: RecordFinder, documents: [String]) {
        self.finder = finder
        self.documents = documents
        paths = Set(documents)
        for row in rows { settle(row) }
    }

    private mutating func settle(_ row: SettledRow) {
        let file = paths.contains(row.file) ? row.file : nil
        let record = finder.record(of: row)
        switch row.answer.lowercased() {
        case "yes":
            guard let record else { return warn(row, finder.absence(of: row)) }
            guard let file else { return warn(row, "'\(row.file)' is no document of the corpus") }
            pair(file, with: record, row)
        case "none" where row.isOfRecord || row.file.isEmpty:
            guard let record else { return warn(row, finder.absence(of: row)) }
            withoutFile.insert(record)
        case "none":
            guard let file else { return warn(row, "'\(row.file)' is no document of the corpus") }
            pair(file, with: nil, row)
        default:
            settleByName(row, file: file, record: record)
        }
    }

    /// A name is that of the right record for the row's file, or that of the right file for its record.
    private mutating func settleByName(_ row: SettledRow, file: String?, record: Int?) {
        if let file, let named = finder.record(named: row.answer) {
            pair(file, with: named, row)
        } else if let record, let named = document(named: row.answer) {
            pair(named, with: record, row)
        } else if document(named: row.answer) != nil {
            warn(row, finder.absence(of: row))
        } else {
            let known = file == nil ? documents : finder.names
            diagnostics.append(
                .warning(
                    "unsettled-row", "'\(row.answer)' names no record and no file", at: row.place,
                    help:
                        "allowed here: yes (this file and this record), none, a record's DOI, title or FILE:LINE, or a file's path",
                    suggestion: nearestName(to: row.answer, among: known)))
        }
    }

    private mutating func pair(_ file: String, with record: Int?, _ row: SettledRow) {
        if let before = records[file], before != record {
            warn(row, "another row settles '\(file)' in another way; the first holds")
        } else {
            records[file] = .some(record)
        }
    }

    private func document(named name: String) -> String? {
        if paths.contains(name) { return name }
        let sameName = documents.filter { letterKey(fileName($0)) == letterKey(fileName(name)) }
        return sameName.count == 1 ? sameName[0] : nil
    }

    private mutating func warn(_ row: SettledRow, _ message: String) {
        diagnostics.append(
            .warning(
                "unsettled-row", message, at: row.place,
                help: "the row has no effect; take it out, or correct the columns File and Record"))
    }
}

/// Finds a record by what a person may call it.
struct RecordFinder: Sendable {
    private var numbers: [String: Int] = [:]
    /// Titles that two records share name neither.
    private var titles: [[UInt8]: Int?] = [:]
    private let references: [Reference]

    init(_ references: [Reference]) {
        self.references = references
        for (number, reference) in references.enumerated() {
            for id in reference.ids { numbers[id] = number }
            if let doi = reference.metadata.text("doi") { numbers[doi.lowercased()] = number }
            guard let title = reference.metadata.text("title").map({ letters(of: $0) }) else { continue }
            titles[title] = titles[title] == nil ? .some(number) : .some(nil)
        }
    }

    /// The record with that DOI, title or place (`FILE:LINE`).
    func record(named name: String) -> Int? {
        if let number = numbers[name] { return number }
        if let doi = normalizedDOI(name), let number = numbers[doi] { return number }
        return titles[letters(of: name)] ?? nil
    }

    /// The record of a row: by DOI or title; by its place only if the row has neither, or if one of them is that of
    /// the record which stands there now: lines move when a list is exported again.
    func record(of row: SettledRow) -> Int? {
        if let number = row.recordNames.lazy.compactMap(record(named:)).first { return number }
        guard let number = numbers[row.recordPlace] else { return nil }
        return row.recordNames.isEmpty || row.recordNames.contains { isName($0, of: number) } ? number : nil
    }

    /// Why a row has no record.
    func absence(of row: SettledRow) -> String {
        numbers[row.recordPlace] == nil
            ? "the record of the row is in no list"
            : "the record of the row is in no list: at \(row.recordPlace) stands another one now"
    }

    private func isName(_ name: String, of number: Int) -> Bool {
        let metadata = references[number].metadata
        if let doi = normalizedDOI(name), doi == metadata.text("doi")?.lowercased() { return true }
        return metadata.text("title").map { letters(of: $0) } == letters(of: name)
    }

    /// Titles and DOIs, for suggestions.
    var names: [String] { references.compactMap { $0.metadata.text("title") ?? $0.metadata.text("doi") } }
}
