import DocumentModel
import Testing

@testable import Reading

/// The format is told by content.
struct ReadingFormatTests {
    @Test(arguments: [
        "<!DOCTYPE html><title>t</title><p>text",
        "  \n<!-- saved from a site -->\n<HTML><body>text</body></HTML>",
        "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>text</body></html>",
        "\u{FEFF}<html>text</html>",
        "Intro without a tag <p>one</p> <p>two</p> <div>three</div>",
    ])
    func readsMarkupAsHTML(content: String) {
        #expect(read(content).source.format == .html)
    }

    @Test(arguments: [
        "# Rapid scan\n\nCare was <b>joined</b> up, and 3 < 4.", "Only words.", "R\u{E9}sum\u{E9} of a study",
    ])
    func readsOtherTextAsText(content: String) {
        #expect(read(content).source.format == .text)
    }

    @Test func readsTextInAnEightBitEncoding() {
        let document = readDocument([0x52, 0xE9, 0x73, 0x75, 0x6D, 0xE9], path: "a.txt").document
        #expect(document.text == "Résumé")
        #expect(document.status == .ok)
    }

    @Test func takesPDFHeaderAnywhereInTheFirstKilobyte() {
        #expect(isPDF(Array(repeating: 0x20, count: 1019) + Array("%PDF-1.4".utf8)))
        #expect(!isPDF(Array(repeating: 0x20, count: 1024) + Array("%PDF-1.4".utf8)))
    }

    @Test(arguments: [
        ([0x50, 0x4B, 0x03, 0x04] + Array("..word/document.xml".utf8), "Word document (docx)"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "PNG image"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "Microsoft Office file of before 2007 (doc, xls, ppt)"),
        (Array("MIME-Version: 1.0\nContent-Type: multipart/related; <html>".utf8), "MHTML web archive"),
        (Array("<?xml version=\"1.0\"?><rss><p>x</p></rss>".utf8), "XML that is no XHTML"),
        ([0x00, 0x01, 0x02, 0x41, 0x00, 0x00, 0x07, 0x42], "binary data"),
    ])
    func saysWhatAnUnknownFormatSeemsToBe(bytes: [UInt8], name: String) {
        let document = readDocument(bytes, path: "page.html").document
        #expect(document.status == .unsupported)
        #expect(document.diagnostics.map(\.message) == ["no reader knows this content: \(name)"])
        #expect(document.source.format == nil)
    }

    @Test func callsAnEmptyFileDamaged() {
        let document = readDocument([], path: "empty.html").document
        #expect(document.status == .damaged)
        #expect(document.diagnostics.map(\.identifier) == ["empty-file"])
    }

    @Test func namesTheFileAndItsDigest() {
        let source = readDocument(Array("Only words.".utf8), path: "Corpus/a.txt").document.source
        #expect(source.path == "Corpus/a.txt")
        #expect(source.sha256.count == 64)
        #expect(source.pages == 1)
    }
}
