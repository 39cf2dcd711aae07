import CPoppler
package import Diagnostics

/// The longest side of a picture for people, in pixels: labels can be read, and a page of a report takes a few
/// hundred kilobytes.
private let overlaySide = 1600.0
/// Pixels for each point for text recognition: 300 an inch, for which tesseract is made.
private let recognitionScale = 300.0 / 72
/// The longest side of a picture for text recognition, in pixels: an A4 page at 300 an inch is 3,508 long, and a
/// poster must not need more memory than a worker has.
private let recognitionSide = 4000.0
/// Pages are shorter than 200 inches (ISO 32000-1, annex C); a size beyond is a broken file's.
private let longestPage = 14_400.0

/// Draws a page of a PDF.
/// - Returns: the picture, or why there is none.
package func drawPage(_ drawing: PageDrawing, of bytes: [UInt8]) -> (picture: PagePicture?, diagnostic: Diagnostic?) {
    bytes.withUnsafeBytes { buffer in
        do throws(PDFFile.OpeningFailure) {
            let file = try PDFFile(buffer)
            return draw(drawing, of: file)
        } catch {
            return (nil, notDrawn(drawing.page, "the file cannot be opened"))
        }
    }
}

private func draw(_ drawing: PageDrawing, of file: borrowing PDFFile) -> (PagePicture?, Diagnostic?) {
    guard (1...max(1, file.pageCount)).contains(drawing.page),
        let page = poppler_document_get_page(file.handle, gint(clamping: drawing.page - 1))
    else { return (nil, notDrawn(drawing.page, "it cannot be read")) }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(page, &width, &height)
    guard (1...longestPage).contains(width), (1...longestPage).contains(height) else {
        return (nil, notDrawn(drawing.page, "its size makes no sense"))
    }
    let scale = scale(for: drawing.purpose, longestSide: max(width, height))
    let pixels = (width: max(1, Int(width * scale)), height: max(1, Int(height * scale)))
    guard let canvas = PDFCanvas(width: pixels.width, height: pixels.height) else {
        return (nil, notDrawn(drawing.page, "there is no memory for its picture"))
    }
    canvas.draw(page, scale: scale)
    let encoded: [UInt8]?
    switch drawing.purpose {
    case .overlay(let blocks):
        drawOverlay(blocks, on: canvas, scale: scale)
        encoded = canvas.png()
    case .recognition:
        encoded = canvas.graymap()
    }
    guard let encoded else { return (nil, notDrawn(drawing.page, "its picture cannot be written")) }
    return (PagePicture(bytes: encoded, width: pixels.width, height: pixels.height, scale: scale), nil)
}

private func scale(for purpose: PageDrawing.Purpose, longestSide: Double) -> Double {
    switch purpose {
    case .overlay: overlaySide / longestSide
    case .recognition: min(recognitionScale, recognitionSide / longestSide)
    }
}

private func notDrawn(_ page: Int, _ reason: String) -> Diagnostic {
    .error("page-not-drawn", "page \(page) cannot be drawn: \(reason)", at: Place(page: page))
}
