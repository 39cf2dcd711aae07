package import Diagnostics
package import DocumentModel

/// A record of a reference list, or what several records say of one work.
package struct Reference: Sendable, Hashable, CustomStringConvertible {
    /// The fields that the record gives; the origin of each is `FILE:LINE`.
    package var metadata: DocumentMetadata
    /// File and line where the record begins; of several records the first.
    package var place: Place
    /// Where the other records of the same work begin, in the order of the lists.
    package var furtherPlaces: [Place] = []
    /// Files that belong to the record, as the list names them: paths, `file:` URLs or names.
    package var attachments: [String]

    package init(metadata: DocumentMetadata, place: Place, attachments: [String] = []) {
        self.metadata = metadata
        self.place = place
        self.attachments = attachments
    }

    /// `FILE:LINE`, or `FILE:LINE:COLUMN` where a line holds several records; unique among merged references.
    package var id: String { name(of: place) }

    /// The ids of all records that are this reference, the first record's first.
    package var ids: [String] { [id] + furtherPlaces.map(name(of:)) }

    /// The record in a line: `Corpus/references.ris:12 Hill 2019, Shared budgets`.
    package var description: String {
        let title = metadata.text("title") ?? metadata.text("doi") ?? "record without a title"
        return id + " " + [head, title].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// First author and year as far as the record has them: `Hill 2019`.
    var head: String {
        [metadata.firstAuthor?.family, metadata.text("year")].compactMap(\.self).joined(separator: " ")
    }
}

/// `FILE:LINE` or `FILE:LINE:COLUMN`, as far as the place says it.
func name(of place: Place) -> String {
    [place.file, place.line.map(String.init), place.column.map(String.init)].compactMap(\.self).joined(separator: ":")
}

extension PersonName {
    /// Family name first, as lists of editors show it: `Taylor, Julia R. A.`
    var inverted: String { given.isEmpty ? family : family + ", " + given }
}
