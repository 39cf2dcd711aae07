package import Diagnostics
package import DocumentModel

/// A document and the record that was found for it in the reference lists.
package struct DocumentMatch: Sendable, Hashable {
    package var path: String
    /// What the document says of itself, as far as records are compared with it.
    package var found: DocumentMetadata
    package var match: ReferenceMatch?
    /// Where document and record contradict each other, or which records fit equally well.
    package var findings: [Diagnostic]
}

extension ReferenceIndex {
    /// Finds the record of a document and puts the two descriptions together.
    ///
    /// - Parameter document: the document with what was found in it as its metadata.
    /// - Returns: the description, in which the record wins, and how it came about.
    package func reconcile(_ document: Document) -> (metadata: DocumentMetadata, result: DocumentMatch) {
        let (match, findings) = match(document)
        let found = DocumentMetadata(fields: document.metadata.fields.filter { comparedFields.contains($0.name) })
        var result = DocumentMatch(path: document.source.path, found: found, match: match, findings: findings)
        guard let match else { return (document.metadata, result) }
        // The record's title stands on the page: the one that was found there is that of a series or an organisation.
        let confirmed: Set<String> = match.by == .printedTitle ? ["title"] : []
        let merged = merge(document.metadata, with: match.reference, confirmed: confirmed)
        result.findings += merged.diagnostics
        return (merged.metadata, result)
    }
}
