import DocumentModel
import Testing

@testable import Reading

@Suite struct PDFReaderTests {
    private func read(_ pdf: HandmadePDF) -> ReadResult { readPDF(pdf.bytes, path: "report.pdf", sha256: "digest") }

    private func column(_ name: String, x: Double) -> String {
        (0..<8).map { line in
            HandmadePDF.line(
                "\(name) line \(line) with some words to fill the column", x: x, y: 200 + Double(line) * 12)
        }.joined()
    }

    @Test func readsTextWithPagesBoxesAndLetters() throws {
        let lines = ["First page.", "Second page."]
        let result = read(HandmadePDF(pages: lines.map { HandmadePDF.line($0, x: 50, y: 200) }))
        #expect(result.document.status == .ok)
        #expect(result.document.diagnostics.isEmpty)
        #expect(result.document.source == DocumentSource(path: "report.pdf", sha256: "digest", format: .pdf, pages: 2))
        #expect(result.document.text == "First page.\n\nSecond page.")
        #expect(result.document.blocks.map(\.page) == [1, 2])
        #expect(result.letters == ["firstpage", "secondpage"])
        let box = try #require(result.document.blocks.last?.boxes.first)
        #expect(box.page == 2)
        #expect(abs(box.x0 - 50) < 1)
        // The baseline, 200 points from the top, is inside.
        #expect(box.y0 < 200 && box.y1 >= 200 && box.y1 - box.y0 < 15)
    }

    @Test func readsTwoColumnsInOrder() {
        // The right column comes first in the file.
        let text = read(HandmadePDF(pages: [column("right", x: 320) + column("left", x: 50)])).document.text
        let found = places(
            of: ["left line 0", "left line 7", "right line 0", "right line 7"],
            in: [ReadBlock(kind: .paragraph, text: text)])
        #expect(!found.contains(-1))
        #expect(found == found.sorted())
    }

    @Test func boldLinesAreHeadings() throws {
        let heading = HandmadePDF.line("Barriers to the work", x: 50, y: 180, font: "F2")
        let document = read(HandmadePDF(pages: [heading + column("body", x: 50)])).document
        #expect(document.blocks.first?.kind == .heading)
        #expect(document.blocks.last?.headings == ["Barriers to the work"])
    }

    @Test func theOutlineGivesHeadingsWithLevels() {
        var pdf = HandmadePDF(pages: [HandmadePDF.line("quiet words", x: 50, y: 150) + column("body", x: 50)])
        // 10: the outline, 11: an entry, 12: the entry below it, 13: the page.
        pdf.extras = [
            "<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 1 >>",
            "<< /Title (Part one) /Parent 10 0 R /First 12 0 R /Last 12 0 R /Count 1 /Dest [13 0 R /Fit] >>",
            "<< /Title (Quiet words) /Parent 11 0 R /Dest [13 0 R /Fit] >>",
        ]
        pdf.catalog = "/Outlines 10 0 R"
        let document = read(pdf).document
        #expect(document.properties.contains(DocumentProperty("outline.count", "2")))
        #expect(document.blocks.first?.kind == .heading)
        #expect(document.blocks.first?.level == 2)
    }

    @Test func givesWhatTheFileSaysOfItself() {
        let packet = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" prism:doi="10.1000/182">
            <dc:creator><rdf:Seq><rdf:li>Ann Author</rdf:li><rdf:li>Bob &amp; Co</rdf:li></rdf:Seq></dc:creator>
            <prism:publicationName>Journal of Tests</prism:publicationName>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            """
        var pdf = HandmadePDF(pages: [HandmadePDF.line("Text.", x: 50, y: 200)])
        pdf.extras = [
            pdfStream(packet, entries: "/Type /Metadata /Subtype /XML"),
            "<< /Title (On  Care) /Author (A. Author) /CreationDate (D:20190304050607Z) >>",
        ]
        pdf.catalog = "/Metadata 10 0 R"
        pdf.trailer = "/Info 11 0 R"
        #expect(
            read(pdf).document.properties == [
                DocumentProperty("info.title", "On Care"), DocumentProperty("info.author", "A. Author"),
                DocumentProperty("info.created", "2019"), DocumentProperty("xmp.prism:doi", "10.1000/182"),
                DocumentProperty("xmp.dc:creator", "Ann Author"), DocumentProperty("xmp.dc:creator", "Bob & Co"),
                DocumentProperty("xmp.prism:publicationName", "Journal of Tests"),
            ])
    }

    @Test func brokenXMPGivesNoProperties() {
        #expect(readXMP("no packet at all").isEmpty)
        #expect(readXMP("").isEmpty)
    }

    @Test func offsetsOfLinesFitTheText() {
        let document = read(HandmadePDF(pages: [column("left", x: 50) + column("right", x: 320)])).document
        let index = TextIndex(document.text)
        #expect(document.blocks.last?.end == index.count)
        let starts = document.blocks.flatMap(\.lineStarts)
        #expect(starts.count == 16)
        #expect(document.blocks.allSatisfy { $0.lineStarts.count == $0.boxes.count })
        let words = starts.map { index.text($0, $0 + 4) }
        #expect(words == Array(repeating: "left", count: 8) + Array(repeating: "righ", count: 8))
    }
}
