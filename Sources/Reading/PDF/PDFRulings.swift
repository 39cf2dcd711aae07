import CPoppler

/// A page longer than this, in points, is a poster, and no table is worth its picture.
private let longestRuledPage: Float = 2000

/// What is ruled on a page, from a picture of it with a pixel a point: poppler gives the text of a page and its
/// images, but not its lines.
/// - Parameter page: as the reader read it.
func rulings(on page: PageGlyphs, of file: borrowing PDFFile) -> Rulings {
    guard (1...longestRuledPage).contains(page.width), (1...longestRuledPage).contains(page.height),
        let handle = poppler_document_get_page(file.handle, gint(clamping: page.number - 1))
    else { return Rulings() }
    defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
    guard let canvas = PDFCanvas(width: Int(page.width), height: Int(page.height)) else { return Rulings() }
    canvas.draw(handle, scale: 1)
    guard let greys = canvas.greys() else { return Rulings() }
    return findRulings(in: greys, width: canvas.width, height: canvas.height)
}
