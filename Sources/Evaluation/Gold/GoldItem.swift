package import Diagnostics
package import DocumentModel

/// A piece of a document to which a person gave codes, to be found in the document's text.
package struct GoldItem: Sendable, Hashable {
    package var quote: String
    /// What stands before the quote and after it, as far as the gold says.
    package var prefix: String
    package var suffix: String
    /// Code points from the start of the text that the person coded; nil where the gold does not say.
    package var start: Int?
    /// By dimension; codes that stand without one are under an empty name, see ``resolved(_:with:)``.
    package var codes: [DimensionCodes]
    package var coder: String?
    package var isAmbiguous: Bool
    /// Whether the person had seen the machine's codes: see ``GoldPassage/isSeen``.
    package var isSeen: Bool
    package var place: Place

    package init(
        quote: String, prefix: String = "", suffix: String = "", start: Int? = nil, codes: [DimensionCodes],
        coder: String? = nil, isAmbiguous: Bool = false, isSeen: Bool = false, place: Place
    ) {
        self.quote = quote
        self.prefix = prefix
        self.suffix = suffix
        self.start = start
        self.codes = codes
        self.coder = coder
        self.isAmbiguous = isAmbiguous
        self.isSeen = isSeen
        self.place = place
    }
}

/// What people coded in one document.
package struct GoldDocument: Sendable, Hashable {
    package var document: DecidedDocument
    /// The text that people coded, where the gold brings it.
    package var text: String?
    package var items: [GoldItem]
    /// Whether people coded all of it, so that what no item touches has no code.
    package var isExhaustive: Bool
    /// Whether items are statements in people's own words, to be found by likeness.
    package var isReworded: Bool

    package init(
        _ document: DecidedDocument, text: String? = nil, items: [GoldItem], isExhaustive: Bool = true,
        isReworded: Bool = false
    ) {
        self.document = document
        self.text = text
        self.items = items
        self.isExhaustive = isExhaustive
        self.isReworded = isReworded
    }
}

/// What a gold file holds.
package struct GoldFile: Sendable, Hashable {
    /// Passages as they are to be coded.
    package var passages: [GoldPassage] = []
    /// Codes of whole documents, which need the documents' passages.
    package var documents: [GoldDocument] = []

    package init(passages: [GoldPassage] = [], documents: [GoldDocument] = []) {
        self.passages = passages
        self.documents = documents
    }
}

/// Items by the document that they name, in the order in which documents first come.
struct ItemsByDocument {
    private(set) var documents: [GoldDocument] = []
    private var numbers: [String: Int] = [:]
    private let isExhaustive: Bool

    init(isExhaustive: Bool) { self.isExhaustive = isExhaustive }

    mutating func append(_ item: GoldItem, to document: DecidedDocument) {
        let key = document.sha256.isEmpty ? document.path : document.sha256
        let number = numbers[key, default: documents.count]
        if number == documents.count {
            numbers[key] = number
            documents.append(GoldDocument(document, items: [], isExhaustive: isExhaustive))
        }
        documents[number].items.append(item)
    }
}
