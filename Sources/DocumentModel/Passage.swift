/// The unit of coding: a sentence, a whole list item, or a table cell, with its context.
package struct Passage: Sendable, Hashable {
    package var id: String
    package var text: String
    /// Heading path, outermost first.
    package var headings: [String]
    /// The nearest context: list lead-in, box title or column header.
    package var leadIn: String?
    /// The passage before in reading order; the lead-in for the first item of a list; nil for a table cell.
    package var previous: String?
    /// nil when unknown.
    package var section: SectionKind?
    /// Where it stands in its document; nil for a passage that came alone.
    package var place: PassagePlace?

    package init(
        id: String, text: String, headings: [String] = [], leadIn: String? = nil, previous: String? = nil,
        section: SectionKind? = nil, place: PassagePlace? = nil
    ) {
        self.id = id
        self.text = text
        self.headings = headings
        self.leadIn = leadIn
        self.previous = previous
        self.section = section
        self.place = place
    }
}

/// Where a passage stands in its document.
package struct PassagePlace: Sendable, Hashable {
    /// Index into the document's blocks.
    package var block: Int
    /// Offsets into the document's text.
    package var start: Int
    package var end: Int

    package init(block: Int, start: Int, end: Int) {
        self.block = block
        self.start = start
        self.end = end
    }
}

extension Passage {
    /// The text that spans of a source are in; nil if the passage has none of that kind.
    package func text(of source: MatchSpan.Source, level: Int?) -> String? {
        switch source {
        case .text: text
        case .leadIn: leadIn
        case .heading: level.flatMap { headings.indices.contains($0) ? headings[$0] : nil }
        case .previous: previous
        }
    }
}
