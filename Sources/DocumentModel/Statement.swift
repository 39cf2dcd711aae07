/// A coded passage of a document, as codings.jsonl lists it.
package struct CodedPassage: Sendable, Hashable {
    /// Hash of the document's SHA-256, the quote and its occurrence: 16 hexadecimal digits.
    package var id: String
    /// Path of the document.
    package var document: String
    /// Id of the codebook, or ids joined by a comma.
    package var codebook: String
    /// The exact, contiguous quote: `document.text[start..<end]`.
    package var statement: String
    package var codes: PassageCodes
    /// 1-based page on which the quote begins.
    package var page: Int
    package var boxes: [Box]
    package var start: Int
    package var end: Int
    package var headings: [String]
    package var leadIn: String?
    package var section: SectionKind?
    /// Further passages that say the same, in document order.
    package var mentions: [Mention]
    package var charted: Charted
    package var state: ItemState
    /// What the chart prints in the place of the statement: a reviewer's own words.
    package var wording: String?
    /// What the person who decided noted.
    package var note: String?

    package init(
        id: String, document: String, codebook: String, statement: String, codes: PassageCodes, page: Int,
        boxes: [Box] = [], start: Int, end: Int, headings: [String] = [], leadIn: String? = nil,
        section: SectionKind? = nil, mentions: [Mention] = [], charted: Charted = .yes, state: ItemState = .machine,
        wording: String? = nil, note: String? = nil
    ) {
        self.id = id
        self.document = document
        self.codebook = codebook
        self.statement = statement
        self.codes = codes
        self.page = page
        self.boxes = boxes
        self.start = start
        self.end = end
        self.headings = headings
        self.leadIn = leadIn
        self.section = section
        self.mentions = mentions
        self.charted = charted
        self.state = state
        self.wording = wording
        self.note = note
    }
}

/// A further passage of the document that says the same.
package struct Mention: Sendable, Hashable, Decodable {
    package var page: Int
    package var start: Int
    package var end: Int

    package init(page: Int, start: Int, end: Int) {
        self.page = page
        self.start = start
        self.end = end
    }
}

/// Whether a coded passage stands in the chart.
package enum Charted: Sendable, Hashable {
    case yes
    /// It does not, for this reason: `no category`, `no theme`, …
    case no(reason: String)
}

/// Who vouches for an item.
package enum ItemState: String, Sendable, Hashable, Codable, CaseIterable {
    case machine, accepted, edited, added
}

/// What coding gives for one document.
package struct CodedDocument: Sendable, Hashable {
    /// In document order.
    package var codings: [CodedPassage]
    /// Codes of dimensions with `unit: document`.
    package var documentCodes: PassageCodes
    /// How many passages were looked at.
    package var passages: Int

    package init(codings: [CodedPassage] = [], documentCodes: PassageCodes = PassageCodes(), passages: Int = 0) {
        self.codings = codings
        self.documentCodes = documentCodes
        self.passages = passages
    }
}
