package import DocumentModel

/// A document with all that charting needs of it.
package struct ChartedDocument: Sendable {
    package var path: String
    package var status: DocumentStatus
    /// Why it could not be read, for people; the name of the status if nobody said.
    package var reason: String
    /// Fields of the document and of the reference lists.
    package var metadata: DocumentMetadata
    /// Empty for a document that could not be read.
    package var coded: CodedDocument

    /// - Parameter reason: nil shows the name of the status.
    package init(
        path: String, status: DocumentStatus, reason: String? = nil, metadata: DocumentMetadata, coded: CodedDocument
    ) {
        self.path = path
        self.status = status
        self.reason = reason ?? statusText(status)
        self.metadata = metadata
        self.coded = coded
    }
}

func statusText(_ status: DocumentStatus) -> String {
    status.signal.map { "\(status.name) (signal \($0))" } ?? status.name
}
