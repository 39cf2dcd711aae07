import CPoppler

/// A character of which nobody knows the meaning.
let unknownCharacter: UInt32 = 0xFFFD
/// Pieces that are asked for on one page; each costs a walk over the page.
private let mostPieces = 4000

/// The rest of a page's text behind the NUL that ends it: poppler gives text as C strings, but its layout goes on,
/// so that the rest can be asked for line by line.
/// - Parameters:
///   - scalars: the text up to the first NUL.
///   - rectangles: one a character of the whole page, of no size at the end of a line.
/// - Returns: the whole text with U+FFFD for each NUL; nil when text and layout do not fit together.
func textBehindNUL(
    _ scalars: [UInt32], of page: OpaquePointer, rectangles: UnsafeBufferPointer<PopplerRectangle>
) -> [UInt32]? {
    var result = scalars
    result.append(unknownCharacter)
    var pieces = 0
    while result.count < rectangles.count {
        let start = result.count
        if isLineEnd(rectangles[start]) {
            result.append(0x0A)
            continue
        }
        let end = rectangles[start...].firstIndex(where: isLineEnd) ?? rectangles.count
        pieces += 1
        guard pieces <= mostPieces, let piece = text(of: rectangles[start..<end], on: page),
            piece.count <= end - start
        else { return nil }
        result += piece
        guard result.count < end else { continue }
        // Another NUL has cut it again, unless this is text on its side or askew, of which areas give pieces only.
        guard isNUL(rectangles[result.count], on: page) else { return nil }
        result.append(unknownCharacter)
    }
    return result.count == rectangles.count ? result : nil
}

private func isLineEnd(_ rectangle: PopplerRectangle) -> Bool {
    rectangle.x1 == rectangle.x2 && rectangle.y1 == rectangle.y2
}

/// The characters in rectangles that stand beside each other, up to the first NUL.
private func text(of line: Slice<UnsafeBufferPointer<PopplerRectangle>>, on page: OpaquePointer) -> [UInt32]? {
    guard let first = line.first, let last = line.last else { return nil }
    let middle = (first.y1 + first.y2) / 2
    // Characters belong to an area when their middle does: neither the neighbours nor the lines above and below.
    return text(
        in: PopplerRectangle(
            x1: first.x1 + (first.x2 - first.x1) / 8, y1: middle - 0.5, x2: last.x2, y2: middle + 0.5), on: page)
}

/// Whether nothing can be had of a character.
private func isNUL(_ rectangle: PopplerRectangle, on page: OpaquePointer) -> Bool {
    let (width, height) = (rectangle.x2 - rectangle.x1, rectangle.y2 - rectangle.y1)
    let inside = PopplerRectangle(
        x1: rectangle.x1 + width / 8, y1: rectangle.y1 + height / 8, x2: rectangle.x2 - width / 8,
        y2: rectangle.y2 - height / 8)
    return text(in: inside, on: page)?.isEmpty == true
}

private func text(in area: PopplerRectangle, on page: OpaquePointer) -> [UInt32]? {
    var area = area
    guard let text = poppler_page_get_text_for_area(page, &area) else { return nil }
    defer { g_free(text) }
    return decodeUTF8(UnsafeRawBufferPointer(start: text, count: Int(strlen(text)))).filter { !isDirectionMark($0) }
}
