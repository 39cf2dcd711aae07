import Bibliography
import DocumentModel

/// Counts what goes through a run.
struct SummaryBuilder {
    private var statuses: [String: Int] = [:]
    private var uncharted: [String: Int] = [:]
    private var unread: [(position: Int, document: UnreadDocument)] = []
    private var summary = RunSummary()

    /// Counts the record of the document at a corpus position.
    mutating func add(_ record: DocumentRecord, at position: Int) {
        let document = record.document
        statuses[document.status.name, default: 0] += 1
        if !document.status.isRead {
            unread.append((position, UnreadDocument(document)))
        }
        summary.passages += record.coded.passages
        count(record, 1)
    }

    /// Counts a record in the place of an earlier one of the same document.
    mutating func replace(_ old: DocumentRecord, with record: DocumentRecord) {
        count(old, -1)
        count(record, 1)
    }

    private mutating func count(_ record: DocumentRecord, _ times: Int) {
        summary.codings += times * record.coded.codings.count
        summary.items += times * record.items
        for case .no(let reason) in record.coded.codings.map(\.charted) { uncharted[reason, default: 0] += times }
    }

    /// What became of the decisions.
    mutating func add(_ decisions: DecisionSummary) { summary.decisions = decisions }

    /// The summary of all that was counted.
    ///
    /// - Parameters:
    ///   - kept: files that people had edited.
    ///   - reconciliation: nil for a run without reference lists.
    func finished(
        outputs: [String], kept: [KeptFile], reconciliation: Reconciliation?, verified: Int,
        findings: [VerificationFinding]
    ) -> RunSummary {
        var summary = summary
        summary.statuses = sorted(statuses).map { (status: $0.name, count: $0.count) }
        summary.uncharted = sorted(uncharted.filter { $0.value > 0 }).map { (reason: $0.name, count: $0.count) }
        summary.unread = unread.sorted { $0.position < $1.position }.map(\.document)
        summary.references = reconciliation.map(ReferenceSummary.init)
        summary.outputs = outputs
        summary.kept = kept
        // One statement may be wrong in several files.
        let failed = Set(findings.filter { !$0.statement.isEmpty }.map { [$0.document, $0.statement] })
        summary.verified = max(0, verified - failed.count)
        summary.checked = verified
        summary.findings = findings
        return summary
    }

    /// Most frequent first, then by name.
    private func sorted(_ counts: [String: Int]) -> [(name: String, count: Int)] {
        counts.map { (name: $0.key, count: $0.value) }
            .sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
    }
}
