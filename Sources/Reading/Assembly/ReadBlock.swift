import DocumentModel

/// A block as a reader found it, before offsets, heading paths, lead-ins and sections are known.
struct ReadBlock: Sendable, Hashable {
    var kind: BlockKind
    /// Headings: 1 is the outermost. List items: 1 is the outer list. nil elsewhere.
    var level: Int?
    /// Without line breaks; a block without text is dropped.
    var text: String
    /// 1-based page on which the block begins.
    var page: Int
    /// One box a line; empty in formats without geometry.
    var boxes: [Box]
    /// Code point offsets into ``text``, one a box.
    var lineStarts: [Int]
    /// Offsets into ``text``.
    var joins: [Join]
    /// Table rows: the cells from left to right.
    var cells: [ReadCell]
    /// Title of the text box it stands in; the title's own block has it too.
    var boxTitle: String?

    init(
        kind: BlockKind, level: Int? = nil, text: String, page: Int = 1, boxes: [Box] = [], lineStarts: [Int] = [],
        joins: [Join] = [], cells: [ReadCell] = [], boxTitle: String? = nil
    ) {
        self.kind = kind
        self.level = level
        self.text = text
        self.page = page
        self.boxes = boxes
        self.lineStarts = lineStarts
        self.joins = joins
        self.cells = cells
        self.boxTitle = boxTitle
    }
}

/// A cell of a table row as a reader found it.
struct ReadCell: Sendable, Hashable {
    /// Code point offsets into the row's text.
    var start: Int
    var end: Int
    /// Whether it heads its column or its row. A row of header cells only is a header row.
    var isHeader: Bool
    /// 0-based columns that it covers; nil: the one of its place in the row.
    var columns: Range<Int>?

    init(start: Int, end: Int, isHeader: Bool = false, columns: Range<Int>? = nil) {
        self.start = start
        self.end = end
        self.isHeader = isHeader
        self.columns = columns
    }
}
