import DocumentModel

/// The files of a corpus beside the records of its reference lists, for people to settle what does not fit.
package struct Reconciliation: Sendable {
    /// What is to be settled first: files without a record, records without a file, contradictions; then the rest.
    /// Within each, files in corpus order and records in the order of the lists.
    package let rows: [ReconciliationRow]

    /// - Parameter documents: all documents in corpus order.
    package init(_ documents: [DocumentMatch], index: ReferenceIndex) {
        let numbers = Dictionary(
            index.references.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let records = documents.map { $0.match.flatMap { numbers[$0.reference.id] } }
        let matched = Set(records.compactMap(\.self))
        let likeness = Likeness(documents: documents, references: index.references)
        var rows: [ReconciliationRow] = []
        for (position, document) in documents.enumerated() {
            rows.append(
                ReconciliationRow(document, settled: index.settled.records[document.path] != nil)
                    ?? .fileWithoutRecord(position, records: records, documents, index, likeness))
        }
        for (number, reference) in index.references.enumerated() where !matched.contains(number) {
            let isSettled = index.settled.withoutFile.contains(number)
            rows.append(
                isSettled
                    ? ReconciliationRow(state: .settled, record: reference, answer: "none")
                    : .recordWithoutFile(number, records: records, documents, index, likeness))
        }
        self.rows = ReconciliationRow.State.allCases.flatMap { state in rows.filter { $0.state == state } }
    }

    /// Number of rows in a state.
    package func count(_ state: ReconciliationRow.State) -> Int { rows.count { $0.state == state } }
}

/// A file and a record: the pair that was taken, or what is left alone with the nearest on the other side.
package struct ReconciliationRow: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case fileWithoutRecord = "file without record"
        case recordWithoutFile = "record without file"
        case conflict, matched, settled
    }

    package var state: State
    package var document: DocumentMatch?
    package var record: Reference?
    /// What told the record, for pairs that were taken.
    package var by: ReferenceMatch.Evidence?
    /// What a person answered: `yes` or `none`; empty until somebody does.
    package var answer = ""
    /// Why the two are no pair, or in what they contradict each other.
    package var reason = ""
}

extension ReconciliationRow {
    /// The row of a document that has a record or that a person said has none; nil for others.
    fileprivate init?(_ document: DocumentMatch, settled: Bool) {
        guard let match = document.match else {
            guard settled else { return nil }
            self.init(state: .settled, document: document, answer: "none")
            return
        }
        let conflicts = document.findings.map(\.message).joined(separator: "; ")
        let state: State = settled ? .settled : conflicts.isEmpty ? .matched : .conflict
        self.init(
            state: state, document: document, record: match.reference, by: match.by, answer: settled ? "yes" : "",
            reason: conflicts)
    }

    fileprivate static func fileWithoutRecord(
        _ position: Int, records: [Int?], _ documents: [DocumentMatch], _ index: ReferenceIndex, _ likeness: Likeness
    ) -> ReconciliationRow {
        let document = documents[position]
        let nearest = likeness.reference(nearestTo: position)
        var row = ReconciliationRow(state: .fileWithoutRecord, document: document)
        row.record = nearest.map { index.references[$0] }
        let owner = nearest.flatMap { number in records.firstIndex(of: number) }
        row.reason = reason(row, owner: owner.map { "the record has the file \(documents[$0].path)" })
        return row
    }

    fileprivate static func recordWithoutFile(
        _ number: Int, records: [Int?], _ documents: [DocumentMatch], _ index: ReferenceIndex, _ likeness: Likeness
    ) -> ReconciliationRow {
        let nearest = likeness.document(nearestTo: number)
        var row = ReconciliationRow(state: .recordWithoutFile, record: index.references[number])
        row.document = nearest.map { documents[$0] }
        let owner = nearest.flatMap { records[$0] }
        row.reason = reason(row, owner: owner.map { "the file has the record \(index.references[$0].description)" })
        return row
    }

    /// Why the two are no pair: the first thing that speaks against it.
    private static func reason(_ row: ReconciliationRow, owner: String?) -> String {
        guard let document = row.document, let record = row.record?.metadata else {
            return row.document == nil ? "no file is like it" : "no record is like it"
        }
        if let ambiguity = document.findings.first, document.match == nil { return ambiguity.message }
        var reasons = owner.map { [$0] } ?? []
        for field in ["doi", "title", "year"] {
            guard let listed = record[field] else { continue }
            if let found = document.found[field] {
                if !isSame(listed.value, found.value) { reasons.append("other \(field == "doi" ? "DOI" : field)") }
            } else if field == "title" {
                reasons.append("no title was found in the file, and its name does not tell the record")
            }
        }
        return reasons.isEmpty
            ? "title and name of the file are too short to tell a record" : reasons.joined(separator: "; ")
    }
}
