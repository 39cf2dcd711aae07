import CSandbox
import DocumentModel
import Foundation
import Glibc
import JSON
import Testing

@testable import Pipeline

/// What a worker answers to requests, right and wrong ones.
@Suite struct WorkerProtocolTests {
    /// The replies to lines of input, and the hello before them.
    private func replies(to input: String) throws -> [[String: Any]] {
        let process = try WorkerProcess(WorkerProgram(executable: faultyWorker, arguments: []))
        _ = try process.greet()
        var conversation = process.conversation()
        var result: [[String: Any]] = []
        for line in input.split(separator: "\n") {
            let answer = process.ask(Array((line + "\n").utf8), deadline: .seconds(20), limit: 1 << 24, &conversation)
            guard case .line(let bytes) = answer else { throw Failure.worker("no reply: \(answer)") }
            result.append(try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]))
        }
        process.end(within: .seconds(2), &conversation)
        return result
    }

    private func errorIdentifier(_ reply: [String: Any]) -> String? {
        (reply["error"] as? [String: Any])?["identifier"] as? String
    }

    @Test func answersEachLineThatIsNoRequest() throws {
        let replies = try replies(
            to: """
                nonsense
                {"id": "a", "path": "x"}
                {"id": 2, "do": ["read", "sing"], "path": "x"}
                {"id": 3, "do": ["read"], "path": "/nowhere"}
                """)
        #expect(replies.map(errorIdentifier) == ["bad-request", "bad-request", "unknown-task", nil])
        #expect(replies[0]["id"] is NSNull)
        #expect(replies[1]["id"] as? String == "a")
        #expect(replies[2]["id"] as? Int == 2)
        let document = try #require(replies[3]["document"] as? [String: Any])
        #expect(document["status"] as? String == "unsupported")
    }

    @Test func helloTellsVersionReaderAndSandbox() throws {
        let process = try WorkerProcess(WorkerProgram(executable: faultyWorker, arguments: []))
        let hello = try process.greet()
        #expect(hello.version == 1)
        #expect(hello.reader == 7)
        #expect(hello.sandbox.seccomp)
        #expect(hello.sandbox.closed)
        #expect(hello.sandbox.landlock == max(0, Int(csandbox_landlock_version())))
    }

    @Test func answersALastLineWithoutLineBreak() throws {
        let tool = Process()
        tool.executableURL = URL(fileURLWithPath: faultyWorker.text)
        let input = Pipe()
        let output = Pipe()
        tool.standardInput = input
        tool.standardOutput = output
        try tool.run()
        try input.fileHandleForWriting.write(contentsOf: Data(#"{"id": 5, "do": ["read"], "path": "/dev"}"#.utf8))
        try input.fileHandleForWriting.close()
        let lines = output.fileHandleForReading.readDataToEndOfFile().split(separator: 0x0A)
        tool.waitUntilExit()
        #expect(tool.terminationStatus == 0)
        #expect(lines.count == 2)
        let reply = try decodeJSON(WorkerReply.self, from: lines[1])
        #expect(reply.id == .number(5))
    }

    @Test func readsFilesWhoseNamesAreNoUTF8() async throws {
        let fixture = try WorkerFixture()
        let file = fixture.file(FileName(bytes: Array("fine-".utf8) + [0xE9, 0xFF] + Array(".txt".utf8)))
        let descriptor = open(file.location.terminated, O_WRONLY | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        #expect(write(descriptor, "abc", 3) == 3)
        close(descriptor)
        let pool = faultyPool(count: 1)
        let outcome = try await pool.read(file)
        await pool.shutdown()
        #expect(outcome.document.status == .ok)
        #expect(outcome.document.text == "abc")
        #expect(outcome.document.source.path == "fine-\\xE9\\xFF.txt")
    }

    @Test func whatIsNoFileIsUnsupported() async throws {
        let fixture = try WorkerFixture()
        let fifo = fixture.file(FileName("fifo.pdf"))
        #expect(mkfifo(fifo.location.terminated, 0o600) == 0)
        let pool = faultyPool(count: 1)
        let expected: [(CorpusFile, String)] = [
            (fifo, "this is a FIFO, not a file"),
            (fixture.file(FileName(".")), "this is a folder, not a file"),
            (CorpusFile(name: FileName("null"), location: FileName("/dev/null")), "this is a device, not a file"),
            (fixture.file(FileName("missing.pdf")), "the file cannot be opened: No such file or directory"),
        ]
        for (file, message) in expected {
            let document = try await pool.read(file).document
            #expect(document.status == .unsupported)
            #expect(document.diagnostics.map(\.message) == [message])
            #expect(document.source.sha256.isEmpty)
        }
        await pool.shutdown()
    }

    @Test func aFileLargerThanTheLimitIsNotRead() async throws {
        let fixture = try WorkerFixture()
        let file = try fixture.document("fine.txt")
        #expect(truncate(file.location.terminated, 33 << 20) == 0)
        let pool = faultyPool(count: 1, memory: 64 << 20)
        let document = try await pool.read(file).document
        await pool.shutdown()
        #expect(document.status == .memory)
    }

    @Test func keepsTheEndOfMessagesWithoutWhatChanges() {
        var errors = WorkerErrors()
        let flood = String(repeating: "Syntax Warning\n", count: 10_000)
        let last = "(process:4711): GLib-ERROR **: 11:22:33.456: failed to alloc"
        for text in [flood, last, "ate 64 bytes\u{1B}[31m\n"] {
            Array(text.utf8).withUnsafeBytes { errors.append($0) }
        }
        #expect(errors.lastWords(lines: 1) == "GLib-ERROR **: failed to allocate 64 bytes\u{FFFD}[31m")
        #expect(errors.tellsOfShortage)
    }

    @Test func keepsNoStackTrace() {
        var errors = WorkerErrors()
        for text in ["Fatal error: index out of range\nCurrent stack", " trace:\n0 0x7f02a255f130\n", "1 0x7f\n"] {
            Array(text.utf8).withUnsafeBytes { errors.append($0) }
        }
        #expect(errors.lastWords() == "Fatal error: index out of range")
    }
}
