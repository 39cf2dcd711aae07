import DocumentModel
import Foundation
import Reading
import Testing

@testable import Pipeline

@Suite struct TesseractTests {
    private static let isInstalled = pathOfTool("tesseract") != nil

    private func table(_ rows: [String]) -> [[UInt8]] { rows.map { Array($0.utf8) } }

    @Test func wordsOfTheTableHaveLinesBoxesAndConfidence() {
        let page = RecognisedPage(
            page: 3,
            table: table([
                "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
                "4\t1\t1\t1\t1\t0\t100\t200\t900\t40\t-1\t",
                "5\t1\t1\t1\t1\t1\t100\t200\t80\t40\t96.5\tOne",
                "5\t1\t1\t1\t1\t2\t200\t200\t80\t40\t90\tline",
                "5\t1\t1\t1\t2\t1\t100\t260\t80\t40\t12\tmöre",
                "5\t1\t2\t1\t2\t1\t100\t400\t80\t40\t50\tblock",
            ]),
            scale: 4)
        #expect(page.page == 3)
        #expect(page.lines.map { $0.map(\.text) } == [["One", "line"], ["möre"], ["block"]])
        #expect(page.lines[0].map(\.confidence) == [96.5, 90])
        #expect(page.lines[0][1].box == Box(page: 3, x0: 50, y0: 50, x1: 70, y1: 60))
    }

    @Test(arguments: [
        "", "5", "5\t1\t1\t1\t1\t1\t100\t200\t80\t40\t96", "5\t1\t1\t1\t1\t1\t100\t200\t80\t40\t-1\tword",
        "5\t1\t1\t1\t1\t1\t100\t200\t80\t40\t96\t ", "5\t1\t1\t1\t1\t1\t-5\t200\t80\t40\t96\tword",
        "5\t1\t1\t1\t1\t1\t99999999999999999999\t200\t80\t40\t96\tword",
        "5\t1\t1\t1\t1\t1\t100\t200\t80\t40\tnan\tword", "5\t1\t1\t1\t1\t1\t1\t2\t3\t4\t96\ta\tb",
    ])
    func rowsThatAreNoWordsAreLeftOut(_ row: String) {
        #expect(RecognisedPage(page: 1, table: table([row]), scale: 4).lines == [])
    }

    @Test(.enabled(if: isInstalled, "tesseract is not installed"))
    func whatIsNoPictureOfAPageIsNotSent() async throws {
        let tesseract = try #require(Tesseract.installed(limits: WorkerLimits(), atATime: 1))
        let pictures = [
            PagePicture(bytes: [0x89, 0x50, 0x4E, 0x47], width: 2, height: 2, scale: 4),
            PagePicture(bytes: Array("P5\n2 2\n255\n123".utf8), width: 2, height: 2, scale: 4),
            PagePicture(bytes: Array("P5\n2 2\n255\n1234".utf8), width: 2, height: 2, scale: 0),
            PagePicture(bytes: Array("P5\n2 2\n255\n1234".utf8), width: 2, height: 2, scale: 1e300),
            PagePicture(
                bytes: Array("P5\n\(Int.max) \(Int.max)\n255\n1".utf8), width: .max, height: .max, scale: 4),
        ]
        for picture in pictures {
            guard case .failure(let problem) = try await tesseract.recognise(picture, page: 5) else {
                throw Failure.worker("it was recognised")
            }
            #expect(problem.diagnostic.identifier == "not-recognised")
            #expect(problem.diagnostic.place?.page == 5)
        }
    }

    @Test func aToolThatFailsOrHangsIsAReasonAndNoMore() throws {
        func run(_ script: String, deadline: Duration = .seconds(20)) throws -> WorkerExchange {
            let process = try WorkerProcess(
                WorkerProgram(executable: FileName("/bin/sh"), arguments: ["-c", script]))
            try process.limit(memory: 1 << 30, cpuSeconds: 10)
            return process.exchange(Array("line\nmore\n".utf8), deadline: deadline, limit: 100)
        }
        let fine = try run("cat")
        #expect(fine.lines.map { String(decoding: $0, as: UTF8.self) } == ["line", "more"])
        #expect(fine.ending == .exited(status: 0))
        let failed = try run("echo 'no such language' >&2; exit 1")
        #expect(failed.ending == .exited(status: 1))
        #expect(failed.reason == "no such language")
        #expect(try run("cat > /dev/null; sleep 60", deadline: .milliseconds(300)).ending == .killed)
        #expect(try run("while :; do echo much too much text; done").ending == .killed)
        // Files cannot be written.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("notes")
        try Data("kept\n".utf8).write(to: file)
        #expect(try run("sleep 0.2; echo text >> '\(file.path)'").ending != .exited(status: 0))
        #expect(try Data(contentsOf: file) == Data("kept\n".utf8))
        // Empty lines are bytes too.
        let flood = try run("cat > /dev/null; exec yes ''")
        #expect(flood.ending == .killed)
        #expect(flood.reason == "it gave more than a page can hold")
    }
}
