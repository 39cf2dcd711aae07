import Diagnostics
import DocumentModel
import Foundation
import Testing

@testable import Reading

@Suite struct PDFStatusTests {
    private func read(_ bytes: [UInt8]) -> Document { readPDF(bytes, path: "report.pdf", sha256: "").document }

    private let page = HandmadePDF.line("Some text on a page.", x: 50, y: 200)

    @Test(.enabled(if: program("qpdf") != nil, "qpdf is not installed"))
    func aFileThatNeedsAPasswordIsEncrypted() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "codechart-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let plain = folder.appending(path: "plain.pdf")
        let locked = folder.appending(path: "locked.pdf")
        try Data(HandmadePDF(pages: [page]).bytes).write(to: plain)
        let process = Process()
        process.executableURL = URL(filePath: try #require(program("qpdf")))
        process.arguments = ["--encrypt", "user", "owner", "256", "--", plain.path(), locked.path()]
        try process.run()
        process.waitUntilExit()
        let document = read([UInt8](try Data(contentsOf: locked)))
        #expect(document.status == .encrypted)
        #expect(document.diagnostics.map(\.identifier) == ["encrypted"])
        #expect(document.blocks.isEmpty)
    }

    @Test(arguments: [[], Array("%PDF-1.7\nnothing follows".utf8), Array(HandmadePDF(pages: ["x"]).bytes.prefix(40))])
    func whatCannotBeOpenedIsDamagedWithTheReason(bytes: [UInt8]) throws {
        let document = read(bytes)
        #expect(document.status == .damaged)
        let reason = try #require(document.diagnostics.first)
        #expect(reason.identifier == "damaged")
        #expect(reason.message.utf8.count > "the file cannot be opened: ".utf8.count)
    }

    @Test func aFileWithoutPagesIsToldFromALyingCount() {
        #expect(read(HandmadePDF().bytes).status == .zeroPages)
        #expect(read(HandmadePDF(pages: [page], count: 0).bytes).status == .damaged)
    }

    @Test func pagesThatDoNotExistAreReported() {
        let document = read(HandmadePDF(pages: [page], count: 3).bytes)
        #expect(document.text == "Some text on a page.")
        #expect(document.status == .partial)
        #expect(document.diagnostics.map(\.message) == ["pages 2 to 3 cannot be read"])
        #expect(document.diagnostics.map(\.place) == [Place(page: 2)])
    }

    @Test func anEmptyPageIsNoText() {
        let document = read(HandmadePDF(pages: ["0 0 m 10 10 l S"]).bytes)
        #expect(document.status == .noText)
        #expect(document.diagnostics.map(\.identifier) == ["no-text"])
    }

    @Test func aPageImageAmongPagesOfTextIsReported() {
        let image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        var pdf = HandmadePDF(pages: [page, "q 590 0 0 790 5 5 cm /I1 Do Q", "0 0 m 10 10 l S"])
        pdf.extras = ["<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>", pdfStream("x", entries: image)]
        pdf.resources = "/XObject << /I1 11 0 R >>"
        let document = read(pdf.bytes)
        #expect(document.status == .partial)
        #expect(document.diagnostics.map(\.identifier) == ["page-image"])
        #expect(document.diagnostics.map(\.place) == [Place(page: 2)])
        pdf.pages.removeFirst()
        #expect(read(pdf.bytes).status == .noText)
    }

    /// A line in a font whose ToUnicode map says what its characters mean.
    /// - Parameter more: further operators of the page.
    private func mapped(_ map: String, text: String, more: String = "") -> [UInt8] {
        let cmap = """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
            1 begincodespacerange <00> <FF> endcodespacerange
            \(map)
            endcmap end end
            """
        var pdf = HandmadePDF(pages: [HandmadePDF.line(text, x: 50, y: 200, font: "F3") + more])
        pdf.extras = [
            "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding /ToUnicode 11 0 R >>",
            pdfStream(cmap),
        ]
        return pdf.bytes
    }

    @Test func textBehindANulIsReadAndReported() {
        let more =
            HandmadePDF.line("Below the line.", x: 50, y: 400) + HandmadePDF.line("BA", x: 50, y: 600, font: "F3")
        let result = readPDF(
            mapped("1 beginbfchar <42> <005800000059> endbfchar", text: "AAABAAA CBC", more: more), path: "", sha256: ""
        )
        #expect(result.document.status == .partial)
        #expect(result.document.diagnostics.map(\.identifier) == ["unknown-letters"])
        #expect(result.document.diagnostics.first?.place?.page == 1)
        #expect(result.document.text == "AAAX\u{FFFD}YAAA CX\u{FFFD}YC\n\nBelow the line.\n\nX\u{FFFD}YA")
        #expect(result.document.blocks.allSatisfy { $0.boxes.count == 1 })
        #expect(result.letters == ["aaaxyaaacxycbelowthelinexya"])
    }

    @Test(arguments: [("REABY", DocumentStatus.partial, "unknown-letters"), ("RED B END", .ok, "unknown-symbols")])
    func charactersWithoutMeaningAreReported(text: String, status: DocumentStatus, identifier: String) {
        let document = read(mapped("1 beginbfchar <42> <FFFD> endbfchar", text: text))
        #expect(document.status == status)
        #expect(document.diagnostics.map(\.identifier) == [identifier])
        #expect(document.diagnostics.first?.place?.page == 1)
        #expect(document.text == text.replacing("B", with: "\u{FFFD}"))
    }

    @Test(arguments: [
        // Text on its side, and text printed over other text: areas of the page give something else than lines.
        "BT /F3 10 Tf 0 1 -1 0 300 200 Tm (AAABAAA CCC) Tj ET\n",
        HandmadePDF.line("AAABAAA CCC", x: 50, y: 200, font: "F3")
            + HandmadePDF.line("DDDEE", x: 64, y: 203, font: "F3"),
    ])
    func textBehindANulThatCannotBeHadIsReported(content: String) {
        let document = read(mapped("1 beginbfchar <42> <005800000059> endbfchar", text: "", more: content))
        #expect(document.status == .partial)
        #expect(document.diagnostics.map(\.identifier) == ["text-cut-off"])
        #expect(document.diagnostics.first?.place?.page == 1)
        #expect(document.text.hasPrefix("AAAX"))
    }

    @Test func anInvisibleTextLayerOverAPageImageIsRead() {
        let image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        let layer = "3 Tr " + HandmadePDF.line("Words behind the picture.", x: 50, y: 200)
        var pdf = HandmadePDF(pages: ["q 590 0 0 790 5 5 cm /I1 Do Q " + layer])
        pdf.extras = ["<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>", pdfStream("x", entries: image)]
        pdf.resources = "/XObject << /I1 11 0 R >>"
        let document = read(pdf.bytes)
        #expect(document.status == .ok)
        #expect(document.text == "Words behind the picture.")
    }

    @Test func aPageImageInStripsIsReported() {
        let image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        let strips = (0..<8).map { "q 590 0 0 98 5 \(5 + 98 * $0) cm /I1 Do Q" }.joined(separator: "\n")
        var pdf = HandmadePDF(pages: [strips])
        pdf.extras = ["<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>", pdfStream("x", entries: image)]
        pdf.resources = "/XObject << /I1 11 0 R >>"
        #expect(read(pdf.bytes).diagnostics.map(\.identifier) == ["no-text", "page-image"])
    }

    @Test func undecodableFontsAreReported() {
        let document = read(
            mapped("1 beginbfrange <41> <5A> <E041> endbfrange", text: "SOME WORDS THAT NOBODY READS"))
        #expect(document.status == .partial)
        #expect(document.diagnostics.map(\.identifier) == ["undecodable-font"])
        #expect(!document.text.isEmpty)
    }

    @Test func textFromRightToLeftKeepsItsPlaces() {
        let document = read(mapped("1 beginbfrange <41> <5A> <05D0> endbfrange", text: "ABCD EFGH abc"))
        #expect(document.status == .ok)
        #expect(document.blocks.map(\.boxes.count) == [1])
        #expect(!document.text.unicodeScalars.contains { $0.value >= 0x202A && $0.value <= 0x202E })
    }

    @Test func manyPagesInARowThatFailEndTheReading() {
        var survey = PageSurvey(pageCount: 5000)
        survey.add([], hasText: true, page: 1)
        for page in 2...1000 { survey.addFailure(ofPage: page) }
        #expect(!survey.hasGivenUp)
        survey.addFailure(ofPage: 1001)
        #expect(survey.hasGivenUp)
        #expect(survey.outcome.status == .partial)
        #expect(survey.outcome.diagnostics.map(\.message) == ["pages 2 to 5000 cannot be read"])
    }
}
