import Bibliography
import Diagnostics
package import DocumentModel

/// What a run did, for the lines at its end and for `--json`.
package struct RunSummary: Sendable {
    /// Number of documents by status name, most frequent first, then by name.
    package var statuses: [(status: String, count: Int)] = []
    /// Documents that are neither ok nor partial, in corpus order.
    package var unread: [UnreadDocument] = []
    package var passages = 0
    package var codings = 0
    /// Charted statements.
    package var items = 0
    /// Coded passages that do not stand in the chart, by reason.
    package var uncharted: [(reason: String, count: Int)] = []
    /// nil for a run without reference lists.
    package var references: ReferenceSummary?
    /// nil when nobody has decided anything, or decisions are ignored.
    package var decisions: DecisionSummary?
    /// Files that people had edited, with the name under which theirs was written instead.
    package var kept: [KeptFile] = []
    /// Written files, as paths to open from where the user named pipeline.yaml.
    package var outputs: [String] = []
    /// Coded passages that were held against documents, pages and written files.
    package var checked = 0
    /// Those that were found everywhere.
    package var verified = 0
    package var findings: [VerificationFinding] = []

    /// How the tool ends.
    package var exitStatus: ExitStatus {
        var statuses: [ExitStatus] = []
        if !findings.isEmpty { statuses.append(.internalError) }
        if !unread.isEmpty { statuses.append(.incomplete) }
        return .gravest(statuses)
    }
}

/// How files and reference lists go together; references.csv has each of them.
package struct ReferenceSummary: Sendable {
    /// Documents with a record.
    package var matched: Int
    /// Paths of documents that no record was found for, in corpus order.
    package var documentsWithoutRecord: [String]
    /// Records without a document, as `FILE:LINE title`, in the order of the lists.
    package var recordsWithoutDocument: [String]
    /// Paths of documents that their record contradicts, in corpus order.
    package var conflicts: [String]

    init(_ reconciliation: Reconciliation) {
        func rows(_ state: ReconciliationRow.State) -> [ReconciliationRow] {
            reconciliation.rows.filter { $0.state == state }
        }
        matched = reconciliation.rows.count { $0.by != nil }
        documentsWithoutRecord = rows(.fileWithoutRecord).compactMap(\.document?.path)
        recordsWithoutDocument = rows(.recordWithoutFile).compactMap(\.record?.description)
        conflicts = rows(.conflict).compactMap(\.document?.path)
    }
}

/// A document that could not be read, and why.
package struct UnreadDocument: Sendable {
    package var path: String
    package var status: DocumentStatus
    package var reason: String
}

extension UnreadDocument {
    /// - Parameter document: with a status that is neither ok nor partial.
    init(_ document: Document) {
        self.init(path: document.source.path, status: document.status, reason: document.reason ?? document.status.name)
    }
}

extension Document {
    /// Why the document could not be read, or was read in part: what its first error or warning says.
    var reason: String? {
        guard status != .ok else { return nil }
        return (diagnostics.first { $0.severity == .error } ?? diagnostics.first { $0.severity == .warning })?.message
    }
}
