import Diagnostics
import DocumentModel
import Testing

@testable import Reading

@Suite struct PDFDrawingTests {
    private let pdf = HandmadePDF(pages: [
        HandmadePDF.line("Some words", x: 100, y: 200, size: 40), "0 0 m 10 10 l S",
    ])

    /// The greys of a graymap, by column and row, and its size.
    private struct Greys {
        var width: Int
        var height: Int
        var pixels: ArraySlice<UInt8>

        init?(_ picture: PagePicture?) {
            guard let picture else { return nil }
            let header = Array(graymapHeader(width: picture.width, height: picture.height).utf8)
            guard picture.bytes.starts(with: header) else { return nil }
            (width, height) = (picture.width, picture.height)
            pixels = picture.bytes.dropFirst(header.count)
        }

        /// The darkest pixel in an area of the page, in points.
        func darkest(x: ClosedRange<Double>, y: ClosedRange<Double>, scale: Double) -> UInt8 {
            var darkest: UInt8 = 255
            for row in Int(y.lowerBound * scale)..<Int(y.upperBound * scale) {
                for column in Int(x.lowerBound * scale)..<Int(x.upperBound * scale) {
                    darkest = min(darkest, pixels[pixels.startIndex + row * width + column])
                }
            }
            return darkest
        }
    }

    @Test func drawsAPageInGreysForTextRecognition() throws {
        let (picture, diagnostic) = drawPage(PageDrawing(page: 1, purpose: .recognition), of: pdf.bytes)
        #expect(diagnostic == nil)
        let greys = try #require(Greys(picture))
        // 600 × 800 points at 300 pixels an inch.
        #expect((greys.width, greys.height) == (2500, 3333))
        #expect(greys.pixels.count == 2500 * 3333)
        let scale = try #require(picture).scale
        #expect(greys.darkest(x: 100...280, y: 165...205, scale: scale) < 40)
        #expect(greys.darkest(x: 100...280, y: 300...500, scale: scale) == 255)
    }

    @Test func drawsAPageForPeopleAsPNG() throws {
        let (picture, _) = drawPage(PageDrawing(page: 2, purpose: .overlay([])), of: pdf.bytes)
        let png = try #require(picture)
        #expect((png.width, png.height) == (1200, 1600))
        #expect(png.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let block = OverlayBlock(
            order: 1, kind: .heading, level: 2, boxes: [Box(page: 2, x0: 200, y0: 100, x1: 300, y1: 120)])
        let (marked, _) = drawPage(PageDrawing(page: 2, purpose: .overlay([block])), of: pdf.bytes)
        #expect(marked?.bytes != png.bytes)
    }

    private struct NoMemory: Error {}

    @Test func anOverlayHasBlocksLabelsAndTheWayBetween() throws {
        guard let canvas = PDFCanvas(width: 400, height: 400) else { throw NoMemory() }
        let blocks = [
            OverlayBlock(
                order: 1, kind: .paragraph, level: nil, boxes: [Box(page: 1, x0: 200, y0: 40, x1: 300, y1: 60)]),
            OverlayBlock(
                order: 2, kind: .listItem, level: 1, boxes: [Box(page: 1, x0: 200, y0: 300, x1: 300, y1: 320)]),
        ]
        drawOverlay(blocks, on: canvas, scale: 1)
        let bytes = canvas.graymap()
        let greys = try #require(Greys(bytes.map { PagePicture(bytes: $0, width: 400, height: 400, scale: 1) }))
        func darkest(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> UInt8 {
            greys.darkest(x: x, y: y, scale: 1)
        }
        // Inside a block the page shines through; its edge and its label do not.
        #expect((150..<250).contains(darkest(210...290, 45...55)))
        #expect(darkest(295...305, 45...55) < 160)
        #expect(darkest(130...195, 42...55) < 160)
        #expect(darkest(150...250, 150...160) < 160)
        #expect(darkest(310...390, 10...390) == 255)
    }

    @Test(arguments: [0, 3, Int.max]) func aPageThatDoesNotExistIsNotDrawn(page: Int) {
        let (picture, diagnostic) = drawPage(PageDrawing(page: page, purpose: .recognition), of: pdf.bytes)
        #expect(picture == nil)
        #expect(diagnostic?.identifier == "page-not-drawn")
    }

    @Test func hugePagesGiveBoundedPictures() throws {
        let poster = String(decoding: pdf.bytes, as: UTF8.self).replacing("[0 0 600 800]", with: "[0 0 9000 10000]")
        let (picture, _) = drawPage(PageDrawing(page: 1, purpose: .recognition), of: Array(poster.utf8))
        #expect(picture?.height == 4000)
        let endless = String(decoding: pdf.bytes, as: UTF8.self).replacing("[0 0 600 800]", with: "[0 0 600 99999]")
        let (nothing, diagnostic) = drawPage(PageDrawing(page: 1, purpose: .recognition), of: Array(endless.utf8))
        #expect(nothing?.height == nil)
        #expect(diagnostic?.identifier == "page-not-drawn")
    }
}
