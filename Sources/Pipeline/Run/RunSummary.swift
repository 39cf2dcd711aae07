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
    /// References without a document, as `FILE:LINE title`.
    package var unmatchedReferences: [String] = []
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

/// A document that could not be read, and why.
package struct UnreadDocument: Sendable {
    package var path: String
    package var status: DocumentStatus
    package var reason: String
}
