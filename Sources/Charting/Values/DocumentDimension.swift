import DocumentModel

/// A dimension whose codes describe whole documents, such as the study type, with the names of its codes.
package struct DocumentDimension: Sendable, Hashable {
    package struct Code: Sendable, Hashable {
        package var id: String
        package var label: String
        /// Further names that reference lists may use.
        package var aliases: [String]

        package init(id: String, label: String, aliases: [String] = []) {
            self.id = id
            self.label = label
            self.aliases = aliases
        }
    }

    package var id: String
    package var label: String
    /// In the codebook's order.
    package var codes: [Code]
    /// Whether a document may have several of the codes.
    package var assignsSeveral: Bool

    package init(id: String, label: String, codes: [Code], assignsSeveral: Bool = false) {
        self.id = id
        self.label = label
        self.codes = codes
        self.assignsSeveral = assignsSeveral
    }

    /// What a document is in this dimension, by labels: what a reference list or the document itself says in the field
    /// of that name (`study-type` in `study_type`), else the codes that the codebook gave.
    ///
    /// A name that is none of the codebook's stands as it is.
    func values(metadata: DocumentMetadata, codes assigned: PassageCodes) -> [String] {
        if let text = metadata.text(ChartColumn.metadataName(id)), !text.isEmpty {
            let name = text.lowercased()
            let code = codes.first { ([$0.id, $0.label] + $0.aliases).contains { $0.lowercased() == name } }
            return [code?.label ?? text]
        }
        return assigned.codes(in: id).map { id in codes.first { $0.id == id }?.label ?? id }
    }
}
