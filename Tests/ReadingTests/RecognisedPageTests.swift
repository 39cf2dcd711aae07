import Diagnostics
import DocumentModel
import Testing

@testable import Reading

/// Words of text recognition in place of a page's own.
@Suite struct RecognisedPageTests {
    /// A page that is an image, and a page of text.
    private var scan: [UInt8] {
        let image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        var pdf = HandmadePDF(pages: [
            "q 590 0 0 790 5 5 cm /I1 Do Q", HandmadePDF.line("Printed text.", x: 50, y: 200),
        ])
        pdf.extras = ["<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>", pdfStream("x", entries: image)]
        pdf.resources = "/XObject << /I1 11 0 R >>"
        return pdf.bytes
    }

    /// Lines of words of 10 points below each other, each sinking by half a point a word as on a page askew.
    private func recognised(_ lines: [String], confidence: Double = 95) -> RecognisedPage {
        RecognisedPage(
            page: 1,
            lines: lines.enumerated().map { number, line in
                var x = 60.0
                return line.split(separator: " ").enumerated().map { index, word in
                    let width = 5.0 * Double(word.count)
                    defer { x += width + 3 }
                    let sunk = 0.5 * Double(index)
                    let y = 100 + 13 * Double(number) + sunk
                    let depth = word.contains { "gjpqy,".contains($0) } ? 2.1 : 0
                    return RecognisedWord(
                        text: String(word), box: Box(page: 1, x0: x, y0: y - 7, x1: x + width, y1: y + depth),
                        confidence: confidence)
                }
            })
    }

    private func read(_ recognised: [RecognisedPage]) -> ReadResult {
        readDocument(scan, path: "scan.pdf", recognised: recognised)
    }

    @Test func pagesThatNeedItAreNamed() {
        #expect(pagesNeedingRecognition(read([]).document) == [1])
    }

    @Test func wordsBecomeTheTextOfThePage() throws {
        let lines = ["The lift had been broken since", "Easter and nobody knew whose", "key opened the machine room."]
        let result = read([recognised(lines)])
        let document = result.document
        #expect(document.status == .ok)
        #expect(document.diagnostics.map(\.identifier) == ["recognised-page"])
        #expect(document.diagnostics.first?.message.contains("95 %") == true)
        #expect(document.diagnostics.first?.place?.page == 1)
        #expect(document.text == lines.joined(separator: " ") + "\n\nPrinted text.")
        #expect(result.letters[0] == String(decoding: letters(of: lines.joined()), as: UTF8.self))
        #expect(pagesNeedingRecognition(document) == [])
        let block = try #require(document.blocks.first)
        #expect(block.boxes.count == 3)
        for (number, box) in block.boxes.enumerated() {
            let baseline = 100 + 13 * Double(number)
            #expect(box.page == 1)
            #expect(abs(box.x0 - 60) < 1)
            #expect(box.y0 < baseline - 6 && box.y1 > baseline && box.y1 - box.y0 < 14)
        }
    }

    @Test func wordsOfLowConfidenceMakeTheDocumentPartlyRead() {
        let document = read([recognised(["Tbe 1ift hod been br0ken"], confidence: 60)]).document
        #expect(document.status == .partial)
        #expect(document.diagnostics.map(\.identifier) == ["poorly-recognised-page"])
        #expect(document.text.hasPrefix("Tbe 1ift"))
    }

    @Test func anImageWithoutWordsIsSaidToBeOne() {
        let document = read([RecognisedPage(page: 1, lines: [])]).document
        #expect(document.status == .ok)
        #expect(document.diagnostics.map(\.identifier) == ["no-words"])
    }

    @Test func aPageWithTextKeepsItWhereNoWordIsRecognised() {
        let document = readDocument(
            scan, path: "scan.pdf", recognised: [RecognisedPage(page: 2, lines: [])]
        ).document
        #expect(document.text == "Printed text.")
        #expect(document.status == .partial)
    }

    @Test func sizesFollowTheShapesOfWords() {
        var page = PDFPage(
            glyphs: PageGlyphs(number: 1, width: 600, height: 800, scalars: [], boxes: [], runs: []), letters: "",
            problems: [.image])
        var fonts = FontTable()
        // Without ascenders a line of the same size is lower; the third is twice as large.
        let low = RecognisedWord(text: "sea", box: Box(page: 1, x0: 60, y0: 95.2, x1: 80, y1: 100), confidence: 90)
        let full = RecognisedWord(text: "hill", box: Box(page: 1, x0: 60, y0: 113, x1: 80, y1: 120), confidence: 90)
        let large = RecognisedWord(text: "Big", box: Box(page: 1, x0: 60, y0: 136, x1: 90, y1: 154.2), confidence: 90)
        page.replace(with: RecognisedPage(page: 1, lines: [[low], [full], [large]]), fonts: &fonts)
        #expect(page.problems == [])
        #expect(page.glyphs.runs.map { ($0.size * 10).rounded() } == [100, 100, 200])
        #expect(page.glyphs.scalars.count == page.glyphs.boxes.count)
    }
}
