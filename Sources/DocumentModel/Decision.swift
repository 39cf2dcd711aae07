/// What a person decided about a statement, as decisions.ndjson keeps it.
package struct Decision: Sendable, Hashable {
    /// What became of the statement.
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// It stands as the machine gave it.
        case accepted
        /// It is no item of the chart.
        case rejected
        /// It stands with other codes, other bounds or a wording of the reviewer's own.
        case edited
        /// A person found it.
        case added
    }

    package var anchor: DecisionAnchor
    package var verdict: Verdict
    /// The codes that a person gave, by dimension; dimensions that are not among them keep the anchor's codes.
    package var codes: [DimensionCodes]
    /// The bounds that a person gave the statement: a contiguous piece of the document; nil keeps the anchor's quote.
    package var quote: String?
    /// What the chart prints in the place of the quote, marked as the reviewer's.
    package var wording: String?
    package var note: String?
    /// Who decided, as they call themselves.
    package var by: String?
    /// When, as they said it: `2026-05-17`.
    package var date: String?
    /// Whether they decided without having seen the machine's coding.
    package var isBlind: Bool

    package init(
        anchor: DecisionAnchor, verdict: Verdict, codes: [DimensionCodes] = [], quote: String? = nil,
        wording: String? = nil, note: String? = nil, by: String? = nil, date: String? = nil, isBlind: Bool = false
    ) {
        self.anchor = anchor
        self.verdict = verdict
        self.codes = codes
        self.quote = quote
        self.wording = wording
        self.note = note
        self.by = by
        self.date = date
        self.isBlind = isBlind
    }

    /// The codes with which the statement stands: the person's, and the anchor's in dimensions of which they said
    /// nothing.
    package var standingCodes: [DimensionCodes] {
        let kept = anchor.codes.map { machine in codes.first { $0.dimension == machine.dimension } ?? machine }
        return kept + codes.filter { own in !anchor.codes.contains { $0.dimension == own.dimension } }
    }

    /// Whether a person said the same in both, whoever they are and whenever they said it.
    package func saysTheSame(as other: Decision) -> Bool {
        var other = other
        (other.anchor, other.by, other.date, other.isBlind) = (anchor, by, date, isBlind)
        return self == other
    }
}

/// What a decision is about, in so many ways that it is found again in another reading of its document.
package struct DecisionAnchor: Sendable, Hashable {
    package var document: DecidedDocument
    /// The statement's id when it was decided.
    package var id: String
    /// The statement as it was decided on: the document's text at ``start``.
    package var quote: String
    /// What stood before the quote and after it, at most ``contextLength`` code points.
    package var prefix: String
    package var suffix: String
    /// Code points from the start of the document's text.
    package var start: Int
    /// 1-based.
    package var page: Int
    /// The codes that the machine had given, by dimension.
    package var codes: [DimensionCodes]

    /// Two lines: what tells a phrase in a table from the same phrase in the next row.
    package static let contextLength = 64

    package init(
        document: DecidedDocument, id: String, quote: String, prefix: String = "", suffix: String = "", start: Int,
        page: Int = 1, codes: [DimensionCodes] = []
    ) {
        self.document = document
        self.id = id
        self.quote = quote
        self.prefix = prefix
        self.suffix = suffix
        self.start = start
        self.page = page
        self.codes = codes
    }
}

/// The document of a decision, which may come again as another file.
package struct DecidedDocument: Sendable, Hashable {
    /// As the run named it; for people.
    package var path: String
    package var sha256: String
    package var doi: String?
    package var title: String?

    package init(path: String, sha256: String, doi: String? = nil, title: String? = nil) {
        self.path = path
        self.sha256 = sha256
        self.doi = doi
        self.title = title
    }

    package init(_ document: Document) {
        self.init(
            path: document.source.path, sha256: document.source.sha256, doi: document.metadata.text("doi"),
            title: document.metadata.text("title"))
    }
}
