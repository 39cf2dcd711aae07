import Diagnostics
import Foundation
import Glibc
import Testing

@testable import Pipeline

/// How workers begin and end.
@Suite struct WorkerLifeTests {
    private func failure(executable: FileName = faultyWorker, arguments: [String] = []) async throws -> Diagnostic {
        let fixture = try WorkerFixture()
        let program = WorkerProgram(executable: executable, arguments: arguments)
        let pool = WorkerPool(program: program, count: 1)
        let file = try fixture.document("fine.txt")
        let failure = await #expect(throws: Failure.self) { try await pool.read(file) }
        await pool.shutdown()
        return try #require(failure?.diagnostics.first)
    }

    @Test func saysThatTheProgramIsMissing() async throws {
        let message = try await failure(executable: FileName("/nowhere/codechart")).message
        #expect(message == "worker could not be started: No such file or directory (/nowhere/codechart)")
    }

    @Test func saysWhatAWorkerThatDiesAtOnceSaid() async throws {
        let diagnostic = try await failure(arguments: ["no-hello"])
        #expect(diagnostic.message.hasPrefix("worker could not be started: it ended by signal"))
        #expect(diagnostic.help?.contains("no hello today") == true)
    }

    @Test func saysThatTheProgramIsNoWorker() async throws {
        let message = try await failure(arguments: ["wrong-hello"]).message
        #expect(message == "worker could not be started: its first line is no hello")
    }

    @Test func refusesAnotherVersionOfTheProtocol() async throws {
        let message = try await failure(arguments: ["other-protocol"]).message
        #expect(message.hasSuffix("it speaks version 9 of the protocol, not 1"))
    }

    @Test func cancellingEndsTheWorker() async throws {
        let fixture = try WorkerFixture()
        let mark = "mark-\(UUID().uuidString)"
        let pool = WorkerPool(program: WorkerProgram(executable: faultyWorker, arguments: [mark]), count: 1)
        let file = try fixture.document("sleep.pdf")
        let reading = Task { try await pool.read(file) }
        let limit = ContinuousClock.now + .seconds(120)
        while processes(withArgument: mark).isEmpty, ContinuousClock.now < limit {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(processes(withArgument: mark).count == 1)
        reading.cancel()
        await #expect(throws: CancellationError.self) { try await reading.value }
        #expect(processes(withArgument: mark).isEmpty)
        await pool.shutdown()
    }

    @Test func shuttingDownEndsIdleWorkers() async throws {
        let fixture = try WorkerFixture()
        let mark = "mark-\(UUID().uuidString)"
        let pool = WorkerPool(program: WorkerProgram(executable: faultyWorker, arguments: [mark]), count: 1)
        _ = try await pool.read(fixture.document("fine.txt"))
        #expect(processes(withArgument: mark).count == 1)
        await pool.shutdown()
        #expect(processes(withArgument: mark).isEmpty)
    }

    @Test func aWorkerEndsWhenItsParentIsGone() throws {
        let fixture = try WorkerFixture()
        let worker = try spawn(WorkerProgram(executable: faultyWorker, arguments: []))
        var conversation = WorkerConversation(worker)
        guard case .line = conversation.nextLine(until: .now + .seconds(20), limit: 1 << 16) else {
            throw Failure.worker("no hello")
        }
        let file = try fixture.document("sleep.pdf").location
        let request = WorkerRequest(
            id: .number(0), task: .read(recognised: []), path: file, memory: 1 << 28, cpuSeconds: 60
        ).line
        #expect(write(worker.requests, request, request.count) == request.count)
        // The kernel does the same to the descriptors of a parent that is killed.
        close(worker.replies)
        var status: Int32 = 0
        var reaped: pid_t = 0
        for _ in 0..<400 where reaped == 0 {
            usleep(10_000)
            reaped = waitpid(worker.process, &status, WNOHANG)
        }
        #expect(reaped == worker.process)
        close(worker.requests)
        close(worker.errors)
    }
}
