import DocumentModel
import Foundation
import JSON
import Reading
import Testing

@testable import Pipeline

/// Pictures go from a worker to its parent through a file in memory.
@Suite struct WorkerPictureTests {
    private func draw(_ page: Int, _ file: CorpusFile, in pool: WorkerPool) async throws -> WorkerOutcome {
        try await pool.perform(.draw(PageDrawing(page: page, purpose: .recognition)), with: file)
    }

    @Test func eachPictureIsTheOneThatWasAskedFor() async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool(count: 1)
        let first = try fixture.document("first.pdf", text: "a")
        let second = try fixture.document("second.pdf", text: "b")
        // The second is shorter: nothing of the first may be left in it.
        for (file, byte, size) in [(first, "a", 3_000_000), (second, "b", 1000), (first, "a", 4000)] {
            let picture = try await draw(size, file, in: pool).picture
            #expect(picture?.bytes == [UInt8](repeating: Array(byte.utf8)[0], count: size))
            #expect(picture?.width == size)
            #expect(picture?.scale == 2.5)
        }
        await pool.shutdown()
    }

    @Test func aPictureThatIsTooLargeCostsThatPageOnly() async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool(count: 1)
        let file = try fixture.document("large.pdf")
        let large = try await draw(largestPicture + 1, file, in: pool)
        let largest = try await draw(largestPicture, file, in: pool)
        await pool.shutdown()
        #expect(large.picture == nil)
        #expect(large.document.status == .crashed(signal: 0))
        #expect(largest.picture?.bytes.count == largestPicture)
    }

    @Test func requestsLargerThanASocketHoldsArrive() async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool(count: 1)
        let word = RecognisedWord(text: "word", box: Box(page: 1, x0: 1, y0: 2, x1: 3, y1: 4.125), confidence: 96.5)
        let page = RecognisedPage(page: 1, lines: [[RecognisedWord]](repeating: [word, word], count: 100_000))
        let outcome = try await pool.perform(.read(recognised: [page]), with: fixture.document("fine.txt"))
        await pool.shutdown()
        #expect(outcome.document.status == .ok)
    }

    @Test func requestsSayAllOfTheirTask() throws {
        let word = RecognisedWord(text: "\"wörd\"", box: Box(page: 1, x0: 1, y0: 2, x1: 3, y1: 4.12), confidence: 96.5)
        let block = OverlayBlock(
            order: 7, kind: .listItem, level: 2, boxes: [Box(page: 3, x0: 1, y0: 2, x1: 3.25, y1: 4)])
        let tasks: [WorkerTask] = [
            .read(recognised: []), .read(recognised: [], rulings: false),
            .read(recognised: [RecognisedPage(page: 4, lines: [[word], [], [word, word]])]),
            .draw(PageDrawing(page: 3, purpose: .recognition)),
            .draw(PageDrawing(page: 3, purpose: .overlay([]))), .draw(PageDrawing(page: 3, purpose: .overlay([block]))),
        ]
        for task in tasks {
            let request = WorkerRequest(
                id: .number(1), task: task, path: FileName("x.pdf"), memory: 1 << 30, cpuSeconds: 60)
            let read = try decodeJSON(WorkerRequest.self, from: request.line)
            #expect(read.task == task)
        }
    }

    @Test func aSecondReadingDrawsNoPages() {
        let page = RecognisedPage(page: 4, lines: [])
        #expect(WorkerTask.read(recognised: [page]).again == .read(recognised: [page], rulings: false))
        let drawing = WorkerTask.draw(PageDrawing(page: 3, purpose: .recognition))
        #expect(drawing.again == drawing)
    }

    @Test func picturesAreNamedApart() {
        #expect(
            distinctNames(["report.pdf", "report.PDF", "report~2.pdf", "report", ".pdf", "a.b.pdf"])
                == ["report", "report~2", "report~2~2", "report~3", ".pdf", "a.b"])
        // File systems take 255 bytes.
        let long = String(repeating: "é", count: 130)
        let names = distinctNames([long + ".pdf", long + "x.pdf"])
        #expect(names == [String(long.prefix(100)), String(long.prefix(100)) + "~2"])
    }
}
