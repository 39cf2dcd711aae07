package import DocumentModel

/// A page to draw, and what for.
package struct PageDrawing: Sendable, Hashable {
    /// 1-based.
    package var page: Int
    package var purpose: Purpose

    package enum Purpose: Sendable, Hashable {
        /// For people: PNG, with these blocks drawn over the page.
        case overlay([OverlayBlock])
        /// For text recognition: a graymap at the resolution of scanners.
        case recognition
    }

    package init(page: Int, purpose: Purpose) {
        self.page = page
        self.purpose = purpose
    }
}

/// What an overlay shows of a block on one page.
package struct OverlayBlock: Sendable, Hashable {
    /// Place in the document's reading order, from 1.
    package var order: Int
    package var kind: BlockKind
    package var level: Int?
    /// The block's lines on the page.
    package var boxes: [Box]

    package init(order: Int, kind: BlockKind, level: Int?, boxes: [Box]) {
        self.order = order
        self.kind = kind
        self.level = level
        self.boxes = boxes
    }
}

/// A page as it was drawn.
package struct PagePicture: Sendable, Hashable {
    /// PNG or a portable graymap.
    package var bytes: [UInt8]
    package var width: Int
    package var height: Int
    /// Pixels of the picture for each PDF point.
    package var scale: Double

    package init(bytes: [UInt8], width: Int, height: Int, scale: Double) {
        self.bytes = bytes
        self.width = width
        self.height = height
        self.scale = scale
    }
}
