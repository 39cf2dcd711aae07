import Diagnostics
import DocumentModel

/// Reads a PDF: open → pages → fragments → layout → assemble. Its own poppler document, nothing shared.
/// - Parameters:
///   - path: only named in the result.
///   - sha256: of the bytes.
///   - recognised: the words of pages, by text recognition, in place of the file's own.
///   - seeksRulings: whether pages are drawn to find the lines of their tables.
func readPDF(
    _ bytes: [UInt8], path: String, sha256: String, recognised: [RecognisedPage] = [], seeksRulings: Bool = true
) -> ReadResult {
    bytes.withUnsafeBytes { buffer in
        do throws(PDFFile.OpeningFailure) {
            let file = try PDFFile(buffer)
            guard file.pageCount > 0 else {
                return unread(path: path, sha256: sha256, because: emptyOutcome(mentionsPages: mentionsPages(buffer)))
            }
            return read(file, path: path, sha256: sha256, recognised: recognised, seeksRulings: seeksRulings)
        } catch {
            return unread(path: path, sha256: sha256, because: outcome(of: error))
        }
    }
}

private func outcome(of failure: PDFFile.OpeningFailure) -> PDFOutcome {
    switch failure {
    case .needsPassword: encryptedOutcome
    case .damaged(let message): damagedOutcome(message: message)
    }
}

private func read(
    _ file: borrowing PDFFile, path: String, sha256: String, recognised: [RecognisedPage], seeksRulings: Bool
) -> ReadResult {
    let recognised = Dictionary(recognised.map { ($0.page, $0) }, uniquingKeysWith: { first, _ in first })
    var survey = PageSurvey(pageCount: file.pageCount)
    var fonts = FontTable()
    var pages: [PageFragments] = []
    var letters: [String] = []
    for index in 0..<file.pageCount {
        guard var page = readPage(index, of: file, fonts: &fonts) else {
            letters.append("")
            survey.addFailure(ofPage: index + 1)
            if survey.hasGivenUp { break }
            continue
        }
        if let words = recognised[index + 1] {
            if words.confidence != nil {
                page.replace(with: words, fonts: &fonts)
            } else {
                // A picture in which nothing is written has lost nothing; text that no font decodes is still lost.
                page.problems.remove(.image)
            }
            survey.addRecognised(words)
        }
        letters.append(page.letters)
        var fragments = findFragments(in: page.glyphs, fonts: fonts)
        if mayHoldRuledTable(fragments) {
            if seeksRulings {
                page.glyphs.rulings = rulings(on: page.glyphs, of: file)
                if !page.glyphs.rulings.isEmpty { fragments = findFragments(in: page.glyphs, fonts: fonts) }
            } else {
                survey.addUndrawn(page: index + 1)
            }
        }
        survey.add(page.problems, hasText: !fragments.fragments.isEmpty, page: index + 1)
        pages.append(fragments)
    }
    let outline = readOutline(of: file)
    let properties = readProperties(of: file, outline: outline)
    let title = properties.first { $0.name == "info.title" || $0.name == "xmp.dc:title" }?.value
    let blocks = layOut(pages, hints: LayoutHints(outline: outline, title: title))
    let assembled = assemble(blocks)
    let outcome = survey.outcome
    return ReadResult(
        document: Document(
            source: DocumentSource(path: path, sha256: sha256, format: .pdf, pages: file.pageCount),
            status: outcome.status, properties: properties, diagnostics: outcome.diagnostics, text: assembled.text,
            joins: assembled.joins, blocks: assembled.blocks),
        letters: letters)
}

private func unread(path: String, sha256: String, because outcome: PDFOutcome) -> ReadResult {
    ReadResult(
        document: Document(
            source: DocumentSource(path: path, sha256: sha256, format: .pdf), status: outcome.status,
            diagnostics: outcome.diagnostics))
}

/// Whether the file holds a page object, `/Type /Page`, whatever its page tree says.
private func mentionsPages(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let type = Array("/Type".utf8)
    let page = Array("/Page".utf8)
    var index = 0
    while index + type.count + page.count <= bytes.count {
        guard bytes[index] == type[0], bytes[index..<(index + type.count)].elementsEqual(type) else {
            index += 1
            continue
        }
        index += type.count
        var name = index
        while name < bytes.count, isSpace(UInt32(bytes[name])) { name += 1 }
        let end = name + page.count
        guard end <= bytes.count, bytes[name..<end].elementsEqual(page) else { continue }
        if end == bytes.count || !isLetter(UInt32(bytes[end])) { return true }
    }
    return false
}
