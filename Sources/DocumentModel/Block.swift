/// A heading, paragraph, list item…: a contiguous piece of a document's text.
package struct Block: Sendable, Hashable {
    package var kind: BlockKind
    /// Headings: 1 is the outermost. List items: 1 is the outer list. nil elsewhere.
    package var level: Int?
    /// 1-based page on which the block begins.
    package var page: Int
    /// One box a line, in reading order; empty in formats without geometry.
    package var boxes: [Box]
    /// Offset at which the line of each box begins; as long as ``boxes``, ascending.
    package var lineStarts: [Int]
    package var start: Int
    package var end: Int
    /// Headings above the block, outermost first, without the document's title.
    package var headings: [String]
    /// The nearest context: the sentence that leads in the list, the title of the box, or for a table row
    /// nothing (its cells have headers).
    package var leadIn: String?
    /// nil when unknown.
    package var section: SectionKind?
    /// Table rows: the cells from left to right. Empty elsewhere.
    package var cells: [TableCell]

    package init(
        kind: BlockKind, level: Int? = nil, page: Int = 1, boxes: [Box] = [], lineStarts: [Int] = [], start: Int,
        end: Int, headings: [String] = [], leadIn: String? = nil, section: SectionKind? = nil, cells: [TableCell] = []
    ) {
        self.kind = kind
        self.level = level
        self.page = page
        self.boxes = boxes
        self.lineStarts = lineStarts
        self.start = start
        self.end = end
        self.headings = headings
        self.leadIn = leadIn
        self.section = section
        self.cells = cells
    }
}

/// What a block is.
package enum BlockKind: String, Sendable, Hashable, Codable, CaseIterable {
    case title, heading, paragraph
    case listItem = "list-item"
    case tableRow = "table-row"
    case quotation, caption, footnote, reference
    /// Author and affiliation lines, dates, correspondence, licence lines.
    case frontMatter = "front-matter"
    /// A line of a table of contents.
    case contents
    /// Running heads, page numbers, watermarks, navigation.
    case furniture

    /// Whether `--format text` shows it without `--everything`.
    package var isMainText: Bool {
        switch self {
        case .title, .heading, .paragraph, .listItem, .quotation: true
        case .tableRow, .caption, .footnote, .reference, .frontMatter, .contents, .furniture: false
        }
    }
}

/// A cell of a table row.
package struct TableCell: Sendable, Hashable {
    package var start: Int
    package var end: Int
    /// The header of the cell's column.
    package var header: String?

    package init(start: Int, end: Int, header: String? = nil) {
        self.start = start
        self.end = end
        self.header = header
    }
}

/// A rectangle in PDF points from the top left corner of the page; `y0` is its upper edge.
///
/// Coordinates are kept to a hundredth of a point, so that a box survives being written and read.
package struct Box: Sendable, Hashable {
    /// 1-based.
    package var page: Int
    package let x0: Double
    package let y0: Double
    package let x1: Double
    package let y1: Double

    package init(page: Int, x0: Double, y0: Double, x1: Double, y1: Double) {
        self.page = page
        self.x0 = Self.rounded(x0)
        self.y0 = Self.rounded(y0)
        self.x1 = Self.rounded(x1)
        self.y1 = Self.rounded(y1)
    }

    /// To a hundredth of a point; what is no number or off any page (a broken file says such things) is 0.
    private static func rounded(_ points: Double) -> Double {
        abs(points) < 1e7 ? (points * 100).rounded() / 100 : 0
    }
}

/// What a section of a report is for.
package enum SectionKind: String, Sendable, Hashable, Codable, CaseIterable {
    case abstract, introduction, methods, results, discussion, conclusions, recommendations, references
    case acknowledgements, appendix, contents, other
}
