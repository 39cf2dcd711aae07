import CPoppler
import DocumentModel

/// What poppler gives for one page.
struct PDFPage {
    var glyphs: PageGlyphs
    /// Letters of the page's text as poppler has it.
    var letters: String
    var problems: Set<Problem>

    /// What is wrong with the text of a page.
    enum Problem: Sendable {
        /// The text ends before the layout does, at a NUL, and the rest cannot be had.
        case cutOff
        /// Letters inside words have no meaning: their font maps them to NUL or U+FFFD.
        case unknownLetters
        /// The same, but they stand by themselves.
        case unknownSymbols
        /// Text and layout differ otherwise, so characters have no boxes.
        case noGeometry
        /// Most characters are of private use or U+FFFD: the font does not say what they mean.
        case undecodable
        /// There is no text, but an image that covers most of the page.
        case image
    }
}

extension PDFPage {
    fileprivate mutating func replaceText(with scalars: [UInt32]) {
        glyphs.scalars = scalars
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars.lazy.compactMap { Unicode.Scalar($0) })
        letters = String(decoding: DocumentModel.letters(of: String(text)), as: UTF8.self)
    }
}

/// Reads a page, or returns nil if poppler cannot open it.
/// - Parameter index: 0-based.
func readPage(_ index: Int, of file: borrowing PDFFile, fonts: inout FontTable) -> PDFPage? {
    guard let page = poppler_document_get_page(file.handle, gint(clamping: index)) else { return nil }
    // Text, layout and attributes share one rendering until the page is released.
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(page, &width, &height)
    let glyphs = PageGlyphs(
        number: index + 1, width: points(width), height: points(height), scalars: [], boxes: [], runs: [])
    var result = PDFPage(glyphs: glyphs, letters: "", problems: [])
    guard let text = poppler_page_get_text(page) else {
        if isPageImage(page, width: width, height: height) { result.problems.insert(.image) }
        return result
    }
    defer { g_free(text) }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(strlen(text)))
    result.glyphs.scalars = decodeUTF8(bytes)
    result.letters = String(decoding: letters(of: String(decoding: bytes, as: UTF8.self)), as: UTF8.self)
    addBoxes(of: page, to: &result)
    if !result.glyphs.boxes.isEmpty { addFonts(of: page, to: &result.glyphs, fonts: &fonts) }
    if let problem = meaninglessness(of: result.glyphs.scalars) { result.problems.insert(problem) }
    if !result.glyphs.scalars.contains(where: { !isSpace($0) }), !result.problems.contains(.cutOff),
        isPageImage(page, width: width, height: height)
    {
        result.problems.insert(.image)
    }
    return result
}

private func addBoxes(of page: OpaquePointer, to result: inout PDFPage) {
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard poppler_page_get_text_layout(page, &rectangles, &count) != 0, let rectangles else {
        if result.glyphs.scalars.contains(where: { !isSpace($0) }) { result.problems.insert(.noGeometry) }
        return
    }
    defer { g_free(rectangles) }
    if Int(count) != result.glyphs.scalars.count {
        // poppler puts direction marks into the text that have no place in the layout.
        result.glyphs.scalars.removeAll(where: isDirectionMark)
    }
    if Int(count) > result.glyphs.scalars.count,
        let whole = textBehindNUL(
            result.glyphs.scalars, of: page,
            rectangles: UnsafeBufferPointer(start: rectangles, count: Int(count)))
    {
        result.replaceText(with: whole)
    }
    guard Int(count) == result.glyphs.scalars.count else {
        result.problems.insert(Int(count) > result.glyphs.scalars.count ? .cutOff : .noGeometry)
        return
    }
    result.glyphs.boxes = UnsafeBufferPointer(start: rectangles, count: Int(count)).map { box in
        GlyphBox(
            x0: points(min(box.x1, box.x2)), y0: points(min(box.y1, box.y2)), x1: points(max(box.x1, box.x2)),
            y1: points(max(box.y1, box.y2)))
    }
}

private func addFonts(of page: OpaquePointer, to glyphs: inout PageGlyphs, fonts: inout FontTable) {
    let attributes = poppler_page_get_text_attributes(page)
    defer { poppler_page_free_text_attributes(attributes) }
    var node = attributes
    while let current = node {
        node = current.pointee.next
        guard let data = current.pointee.data else { continue }
        let run = data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
        // The end that poppler gives is inclusive.
        let start = max(Int(run.start_index), glyphs.runs.last?.end ?? 0)
        let end = min(Int(run.end_index) + 1, glyphs.scalars.count)
        guard start < end else { continue }
        let font = fonts.index(of: run.font_name.map { String(cString: $0) } ?? "")
        glyphs.runs.append(FontRun(start: start, end: end, font: font, size: points(run.font_size)))
    }
}

/// Beyond this no page has anything: coordinates of broken files stay where arithmetic is exact enough.
private let farthest = 1e6

private func points(_ value: Double) -> Float {
    value.isNaN ? 0 : Float(min(max(value, -farthest), farthest))
}

/// Whether images cover more than half of a page; scanners and copiers may cut a page into strips.
private func isPageImage(_ page: OpaquePointer, width: Double, height: Double) -> Bool {
    let images = poppler_page_get_image_mapping(page)
    defer { poppler_page_free_image_mapping(images) }
    var node = images
    var covered = 0.0
    while let current = node {
        node = current.pointee.next
        guard let data = current.pointee.data else { continue }
        let area = data.assumingMemoryBound(to: PopplerImageMapping.self).pointee.area
        covered += abs(area.x2 - area.x1) * abs(area.y2 - area.y1)
    }
    return covered > 0.5 * width * height
}

/// A page is undecodable when more than this share of its characters says nothing.
private let undecodableShare = 0.3
/// A few symbols on a page of images are no lost text.
private let fewestUndecodable = 20

/// The worst that is wrong with the meaning of a page's characters. Characters of private use alone are the bullets
/// and arrows of symbol fonts, and say no less than a bullet does.
private func meaninglessness(of scalars: [UInt32]) -> PDFPage.Problem? {
    var all = 0
    var lost = 0
    var isUnknownInWord: Bool?
    for (index, scalar) in scalars.enumerated() where !isSpace(scalar) {
        all += 1
        if scalar == unknownCharacter || isPrivateUse(scalar) || scalar < 0x20 { lost += 1 }
        guard scalar == unknownCharacter, isUnknownInWord != true else { continue }
        let isInWord = [index - 1, index + 1].contains { scalars.indices.contains($0) && isLetter(scalars[$0]) }
        isUnknownInWord = isInWord
    }
    if lost >= fewestUndecodable, Double(lost) > undecodableShare * Double(all) { return .undecodable }
    return isUnknownInWord.map { $0 ? .unknownLetters : .unknownSymbols }
}

func isDirectionMark(_ scalar: UInt32) -> Bool {
    (scalar >= 0x202A && scalar <= 0x202E) || scalar == 0x200E || scalar == 0x200F
}

/// Code points of UTF-8; every byte that is none becomes U+FFFD.
func decodeUTF8(_ bytes: UnsafeRawBufferPointer) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
            scalars.append(UInt32(byte))
            index += 1
            continue
        }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        var scalar = UInt32(byte) & (0x7F >> UInt32(length))
        var isValid = byte >= 0xC2 && byte < 0xF5 && index + length <= bytes.count
        if isValid {
            for next in bytes[(index + 1)..<(index + length)] {
                isValid = isValid && next & 0xC0 == 0x80
                scalar = scalar << 6 | UInt32(next & 0x3F)
            }
        }
        isValid = isValid && Unicode.Scalar(scalar) != nil
        scalars.append(isValid ? scalar : 0xFFFD)
        index += isValid ? length : 1
    }
    return scalars
}
