import CPoppler
import DocumentModel

/// Line width and the size of letters, in pixels, and how far a label's letters stand from its edge.
private let stroke = 1.5
private let letterSize = 13.0
private let padding = 2.0

/// Draws blocks over a page: their lines in the colour of their kind, an outline with a label such as
/// `3 heading/2` (place in reading order, kind, level), and a thin line from each block to the next.
func drawOverlay(_ blocks: [OverlayBlock], on canvas: borrowing PDFCanvas, scale: Double) {
    let context = canvas.context
    cairo_select_font_face(context, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD)
    cairo_set_font_size(context, letterSize)
    cairo_set_line_width(context, stroke)
    let shown = blocks.filter { !$0.boxes.isEmpty }
    for block in shown { fill(block, on: context, scale: scale) }
    drawOrder(shown, on: context, scale: scale)
    // Labels last, or the next block would hide them.
    for block in shown { label(block, on: canvas, scale: scale) }
}

private func fill(_ block: OverlayBlock, on context: OpaquePointer, scale: Double) {
    setColour(of: block.kind, opacity: 0.22, on: context)
    for box in block.boxes {
        addRectangle(box, to: context, scale: scale)
        cairo_fill(context)
    }
    setColour(of: block.kind, opacity: 0.9, on: context)
    for part in parts(of: block) {
        addRectangle(part, to: context, scale: scale)
        cairo_stroke(context)
    }
}

/// The rectangles of a block: one for each column that it stands in.
private func parts(of block: OverlayBlock) -> [Box] {
    var parts: [Box] = []
    for box in block.boxes {
        if let last = parts.last, box.y1 >= last.y1, box.x0 < last.x1, last.x0 < box.x1 {
            parts[parts.count - 1] = Box(
                page: box.page, x0: min(last.x0, box.x0), y0: min(last.y0, box.y0), x1: max(last.x1, box.x1),
                y1: max(last.y1, box.y1))
        } else {
            parts.append(box)
        }
    }
    return parts
}

private func addRectangle(_ box: Box, to context: OpaquePointer, scale: Double) {
    cairo_rectangle(
        context, box.x0 * scale, box.y0 * scale, (box.x1 - box.x0) * scale, (box.y1 - box.y0) * scale)
}

/// A line from where each block ends to where the next one begins, with a dot there.
private func drawOrder(_ blocks: [OverlayBlock], on context: OpaquePointer, scale: Double) {
    cairo_set_source_rgba(context, 0.1, 0.1, 0.5, 0.7)
    for (block, next) in zip(blocks, blocks.dropFirst()) {
        let end = (x: next.boxes[0].x0 * scale, y: next.boxes[0].y0 * scale)
        let last = block.boxes[block.boxes.count - 1]
        cairo_move_to(context, last.x0 * scale, last.y1 * scale)
        cairo_line_to(context, end.x, end.y)
        cairo_stroke(context)
        cairo_arc(context, end.x, end.y, 2 * stroke, 0, 2 * Double.pi)
        cairo_fill(context)
    }
}

/// A block's label, left of its first line; where the margin is narrow, over the line's beginning rather than over
/// another block.
private func label(_ block: OverlayBlock, on canvas: borrowing PDFCanvas, scale: Double) {
    let context = canvas.context
    let text = "\(block.order) \(block.kind.rawValue)" + (block.level.map { "/\($0)" } ?? "")
    var extents = cairo_text_extents_t()
    cairo_text_extents(context, text, &extents)
    let width = extents.x_advance + 2 * padding
    let height = letterSize + 2 * padding
    let first = block.boxes[0]
    let x = min(max(0, first.x0 * scale - width), Double(canvas.width) - width)
    let y = min(max(0, first.y0 * scale), Double(canvas.height) - height)
    setColour(of: block.kind, opacity: 0.9, on: context)
    cairo_rectangle(context, x, y, width, height)
    cairo_fill(context)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_move_to(context, x + padding, y + letterSize)
    cairo_show_text(context, text)
}

private func setColour(of kind: BlockKind, opacity: Double, on context: OpaquePointer) {
    let (red, green, blue) = colour(of: kind)
    cairo_set_source_rgba(context, red, green, blue, opacity)
}

/// Red, green and blue from 0 to 1: warm for what gives context, cool for what is coded, grey for furniture.
private func colour(of kind: BlockKind) -> (Double, Double, Double) {
    switch kind {
    case .title: (0.70, 0.00, 0.25)
    case .heading: (0.86, 0.16, 0.12)
    case .paragraph: (0.12, 0.38, 0.78)
    case .listItem: (0.05, 0.52, 0.25)
    case .tableRow: (0.48, 0.22, 0.68)
    case .quotation: (0.00, 0.50, 0.55)
    case .caption: (0.80, 0.42, 0.00)
    case .footnote: (0.52, 0.42, 0.10)
    case .reference: (0.45, 0.32, 0.25)
    case .frontMatter: (0.82, 0.22, 0.58)
    case .contents: (0.35, 0.45, 0.55)
    case .furniture: (0.50, 0.50, 0.50)
    }
}
