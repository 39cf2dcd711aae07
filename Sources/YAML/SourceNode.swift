package import Diagnostics

/// A piece of a YAML file, or of a spreadsheet that says the same: every scalar is its own text, every node knows
/// its place.
package struct SourceNode {
    package enum Content {
        /// Without blanks at its ends. `no`, `1.10` and nothing at all are texts too.
        case text(String)
        case list([SourceNode])
        case mapping([Pair])
    }

    package struct Pair {
        package var key: SourceNode
        package var value: SourceNode

        package init(key: SourceNode, value: SourceNode) {
            self.key = key
            self.value = value
        }
    }

    /// How a text or list is written.
    package enum Style {
        case plain, quoted
        /// `|`: on lines of its own, line breaks kept.
        case literal
        /// `>`: on lines of its own, line breaks become blanks.
        case folded
        /// In brackets.
        case flow
        /// In quotes that the scanner put there; its error is reported already.
        case repaired
        /// In a cell of a spreadsheet, every code point at its place.
        case cell
    }

    package var content: Content
    package var style: Style
    /// The first code point, quotation mark or bracket.
    package var place: Place

    package init(content: Content, style: Style, place: Place) {
        self.content = content
        self.style = style
        self.place = place
    }

    /// The text of a scalar.
    package var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    /// Whether nothing stands there.
    package var isEmpty: Bool { text == "" && style == .plain }

    /// The elements of a list; what is no list is a list of itself.
    package var elements: [SourceNode] {
        if case .list(let elements) = content { elements } else { [self] }
    }
}
