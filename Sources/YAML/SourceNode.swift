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
        /// A text that the scanner mended; its error is reported already.
        case repaired
        /// In a cell of a spreadsheet, every code point at its place.
        case cell
    }

    package var content: Content
    package var style: Style
    /// The first code point, quotation mark or bracket.
    package var place: Place
    /// Whether it stands inside of brackets.
    package var isInFlow: Bool

    package init(content: Content, style: Style, place: Place, isInFlow: Bool = false) {
        self.content = content
        self.style = style
        self.place = place
        self.isInFlow = isInFlow
    }

    /// The text of a scalar.
    package var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    /// Whether nothing stands there.
    package var isEmpty: Bool { text == "" && style == .plain }

    /// Whether it is a list of nothing.
    package var isEmptyList: Bool {
        if case .list(let elements) = content { elements.isEmpty } else { false }
    }

    /// The elements of a list; what is no list is a list of itself.
    package var elements: [SourceNode] {
        if case .list(let elements) = content { elements } else { [self] }
    }
}
