import DocumentModel
import Foundation
import Glibc
import Testing

@testable import Pipeline

/// What a document can do to its reader, and what becomes of it and of its neighbours.
@Suite struct WorkerContainmentTests {
    @Test func readsADocument() async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool()
        let outcome = try await pool.read(fixture.document("fine.txt", text: "Größe\n"))
        await pool.shutdown()
        #expect(outcome.document.status == .ok)
        #expect(outcome.document.text == "Größe\n")
        #expect(outcome.document.source.path == "fine.txt")
        // printf 'Größe\n' | sha256sum
        #expect(outcome.document.source.sha256 == "a57d698fdfb26492860a77ffce0af2d4f226db69434a211d270893388a76fa0b")
        #expect(outcome.letters == ["abc"])
    }

    @Test(arguments: [
        ("crash.pdf", DocumentStatus.crashed(signal: Int(SIGSEGV)), "Segmentation fault"),
        ("leave.pdf", .crashed(signal: 0), "exit status 0"),
        ("leave-hungry.pdf", .memory, "256 MiB"),
        ("eat.pdf", .memory, "256 MiB"),
        ("garble.pdf", .crashed(signal: 0), "none of its protocol"),
    ])
    func endsOneDocumentOnly(name: String, status: DocumentStatus, reason: String) async throws {
        let fixture = try WorkerFixture()
        let faulty = try fixture.document(name)
        let neighbours = try (0..<6).map { try fixture.document("fine\($0).txt", text: "Text \($0)") }
        let pool = faultyPool()
        let outcomes = try await withThrowingTaskGroup(of: WorkerOutcome.self) { group in
            for file in [faulty] + neighbours { group.addTask { try await pool.read(file) } }
            return try await group.reduce(into: [:]) { $0[$1.document.source.path] = $1 }
        }
        await pool.shutdown()
        #expect(outcomes.count == 7)
        let outcome = try #require(outcomes[name])
        #expect(outcome.document.status == status)
        let diagnostic = try #require(outcome.document.diagnostics.first)
        #expect(diagnostic.message.contains(reason), "\(diagnostic.message)")
        #expect(outcome.document.source.sha256.count == 64)
        for (number, file) in neighbours.enumerated() {
            #expect(outcomes[file.name.text]?.document.status == .ok)
            #expect(outcomes[file.name.text]?.document.text == "Text \(number)")
        }
    }

    @Test(arguments: ["hang.pdf", "sleep.pdf"])
    func endsAtTheDeadline(name: String) async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool(deadline: .milliseconds(600))
        let start = ContinuousClock.now
        let outcome = try await pool.read(fixture.document(name))
        let time = ContinuousClock.now - start
        await pool.shutdown()
        #expect(outcome.document.status == .timeout)
        #expect(outcome.document.diagnostics.first?.message == "reading took longer than 0.6 s")
        // Twice: each failure is tried once more. What hangs would hang for ever; a busy machine takes its time.
        #expect(time >= .milliseconds(1200) && time < .seconds(60), "\(time)")
    }

    @Test func endsAtTheLimitOfCPUTimeWhenNobodyWatches() throws {
        let fixture = try WorkerFixture()
        let process = try WorkerProcess(WorkerProgram(executable: faultyWorker, arguments: []))
        _ = try process.greet()
        var conversation = process.conversation()
        let request = WorkerRequest(
            id: .number(0), task: .read(recognised: []), path: try fixture.document("hang.pdf").location,
            memory: 256 << 20, cpuSeconds: 1)
        let answer = process.ask(request.line, deadline: .seconds(20), limit: 1 << 20, &conversation)
        guard case .ended = answer else { throw Failure.worker("\(answer)") }
        let ending = process.end(within: .seconds(5), &conversation)
        #expect(ending == .signalled(Int(SIGXCPU)))
        let outcome = WorkerFailure.ended(ending).outcome(
            path: "hang.pdf", sha256: "", limits: WorkerLimits(), errors: conversation.errors)
        #expect(outcome.document.status == .timeout)
    }

    @Test func keepsTextThatCameThroughAShortageOfMemoryAndSaysSo() async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool()
        let outcome = try await pool.read(fixture.document("go-on-hungry.pdf"))
        let empty = try await pool.read(fixture.document("go-on-hungry.empty.pdf", text: ""))
        await pool.shutdown()
        #expect(outcome.document.status == .partial)
        #expect(outcome.document.text == "Some words.")
        #expect(outcome.message("memory") != nil)
        #expect(empty.document.status == .memory)
    }

    @Test func aFloodOfMessagesNeitherBlocksNorHarms() async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool(count: 1)
        let outcome = try await pool.read(fixture.document("flood.pdf"))
        await pool.shutdown()
        #expect(outcome.document.status == .ok)
        #expect(outcome.document.diagnostics.isEmpty)
    }

    @Test func whatLibrariesPrintStaysOutOfTheProtocol() async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool(count: 1)
        let outcome = try await pool.read(fixture.document("print.pdf"))
        await pool.shutdown()
        #expect(outcome.document.status == .ok)
    }

    @Test func triesOnceMoreInAFreshWorker() async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool(count: 1)
        _ = try await pool.read(fixture.document("fine.txt"))
        let outcome = try await pool.read(fixture.document("crash-unless-fresh.pdf"))
        await pool.shutdown()
        #expect(outcome.document.status == .ok)
        // Nothing tells of the first attempt: it may be due to the neighbours, who differ from run to run.
        #expect(outcome.document.diagnostics.map(\.identifier) == ["start"])
    }

    @Test func triesOnceMoreOnlyWhenNobodyElseReads() async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool(count: 2)
        // Both workers have read something, so that the first attempt fails, while the neighbour naps.
        let naps = try (0..<3).map { try fixture.document("nap.\($0).txt") }
        let crash = try fixture.document("crash-unless-fresh.pdf")
        async let first = pool.read(naps[0])
        _ = try await (pool.read(naps[1]), first)
        async let neighbour = pool.read(naps[2])
        try await Task.sleep(for: .milliseconds(50))
        let retried = try await pool.read(crash)
        let end = try await neighbour.message("end").flatMap { Int($0) }
        await pool.shutdown()
        #expect(retried.document.status == .ok)
        let start = retried.message("start").flatMap { Int($0) }
        #expect(try #require(start) >= #require(end))
    }

    @Test func refusesWhatReadingDoesNotNeed() async throws {
        let fixture = try WorkerFixture()
        let pool = faultyPool(count: 1)
        let file = try fixture.document("intrude.pdf")
        let outcome = try await pool.read(file)
        await pool.shutdown()
        for attempt in ["socket", "create", "overwrite", "remove", "rename", "mode", "execute", "spawn", "signal"] {
            let number = outcome.message(attempt).flatMap { Int32($0) }
            #expect(number == EPERM || number == EACCES, "\(attempt): \(outcome.message(attempt) ?? "not tried")")
        }
        #expect(outcome.message("read") == "0")
        #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path) == ["intrude.pdf"])
    }
}
