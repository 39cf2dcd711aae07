package import Diagnostics
package import DocumentModel

/// A record of a reference list.
package struct Reference: Sendable, Hashable, CustomStringConvertible {
    /// The fields that the record gives; the origin of each is `FILE:LINE`.
    package var metadata: DocumentMetadata
    /// File and line where the record begins.
    package var place: Place
    /// Files that belong to the record, as the list names them: paths, `file:` URLs or names.
    package var attachments: [String]

    package init(metadata: DocumentMetadata, place: Place, attachments: [String] = []) {
        self.metadata = metadata
        self.place = place
        self.attachments = attachments
    }

    /// `FILE:LINE`, unique in a run.
    package var id: String { "\(place.file ?? ""):\(place.line ?? 0)" }

    /// The record in a line: `Corpus/references.ris:12 Hill 2019, Shared budgets`.
    package var description: String {
        let head = [metadata.firstAuthor?.family, metadata.text("year")].compactMap(\.self).joined(separator: " ")
        let title = metadata.text("title") ?? metadata.text("doi") ?? ""
        return id + " " + [head, title].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
