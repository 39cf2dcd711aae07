package import Codebooks
package import Decisions
package import Diagnostics
package import DocumentModel
import Hashing

/// A passage in a list for people to code, without anything that a machine says of it.
package struct PassageToCode: Sendable, Hashable, Codable {
    /// Names the row when it is read back.
    package var id: String
    package var document: String
    /// 1-based.
    package var page: Int
    /// Headings and lead-in.
    package var under: String
    /// The passage before.
    package var before: String
    package var text: String

    package init(id: String, document: String, page: Int, passage: Passage) {
        self.id = id
        self.document = document
        self.page = page
        under = (passage.headings + [passage.leadIn].compactMap(\.self)).joined(separator: " › ")
        before = passage.previous ?? ""
        text = passage.text
    }

    /// A passage of a document, named by what it is and where it stands.
    package init(of passage: Passage, in document: Document, page: Int) {
        let place = passage.place
        let name = "\(document.source.sha256)\n\(place?.start ?? 0)\n\(place?.end ?? 0)\n\(passage.text)"
        self.init(
            id: String(sha256(name).prefix(idLength)), document: document.source.path, page: page, passage: passage)
    }
}

/// Hexadecimal digits of a row's id.
private let idLength = 16

/// What a person wrote beside a passage.
package struct CodedRow: Sendable, Hashable {
    package var id: String
    /// By dimension of the form, in its order; empty where they found none.
    package var codes: [DimensionCodes]
    package var note: String
    package var place: Place

    package init(id: String, codes: [DimensionCodes], note: String, place: Place) {
        self.id = id
        self.codes = codes
        self.note = note
        self.place = place
    }
}

/// The columns of a list in which people code passages.
package struct CodingForm: Sendable {
    package let dimensions: [ItemForm.Dimension]

    enum Column: Hashable {
        /// The codes of a dimension, by its number.
        case codes(Int)
        case passage, before, under, document, page, note, id

        var isInput: Bool {
            switch self {
            case .codes, .note: true
            default: false
            }
        }
    }

    let columns: [Column]

    /// All dimensions of passages.
    package init(codebooks: [Codebook]) {
        self.init(
            dimensions: codebooks.flatMap(\.dimensions).filter { $0.unit == .passage }.map { dimension in
                ItemForm.Dimension(
                    id: dimension.id, label: dimension.label,
                    codes: dimension.codes.map {
                        ItemForm.Code(id: $0.id, label: $0.label, names: $0.aliases, brief: $0.brief)
                    })
            })
    }

    /// - Parameter dimensions: those that passages are to be coded on.
    package init(dimensions: [ItemForm.Dimension]) {
        self.dimensions = dimensions
        columns =
            dimensions.indices.map { Column.codes($0) } + [.before, .passage, .note, .under, .document, .page, .id]
    }

    func heading(of column: Column) -> String {
        switch column {
        case .codes(let number): "Codes: " + dimensions[number].label
        case .passage: "Passage"
        case .before: "Before"
        case .under: "Under"
        case .document: "Document"
        case .page: "Page"
        case .note: "Note"
        case .id: "Row"
        }
    }

    /// In characters.
    func width(of column: Column) -> Int {
        switch column {
        case .codes: 26
        case .passage: 64
        case .before: 36
        case .under: 28
        case .document, .note: 22
        case .page: 7
        case .id: 18
        }
    }

    func text(of column: Column, _ passage: PassageToCode) -> String {
        switch column {
        case .codes, .note: ""
        case .passage: passage.text
        case .before: passage.before
        case .under: passage.under
        case .document: passage.document
        case .page: String(passage.page)
        case .id: passage.id
        }
    }

    /// What people write where a passage has no code.
    static let none = "none"
}
