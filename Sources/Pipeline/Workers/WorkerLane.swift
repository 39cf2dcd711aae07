import Dispatch
import DocumentModel
import JSON
import Synchronization

/// What one attempt at a document gave.
enum WorkerAttempt: Sendable {
    /// The reader's verdict.
    case verdict(WorkerOutcome)
    /// The worker failed: what to say of the document if it fails again.
    case failure(WorkerOutcome)
}

/// One place in the pool: one document at a time with one worker after another.
final class WorkerLane: Sendable {
    private struct State {
        var process: WorkerProcess?
        /// Documents that the process has read.
        var documents = 0
        var isCancelled = false
    }

    /// Libraries keep a little of each document; a new process costs as much as one or two documents.
    private static let documentsPerWorker = 200
    /// A worker that keeps more between documents has a leak, which the next documents would pay for.
    private static let largestResident = 512 << 20
    /// How long a worker that closed its output, or is told to end, may take.
    private static let endingTime = Duration.seconds(2)

    private let program: WorkerProgram
    private let limits: WorkerLimits
    private let state = Mutex(State())
    // Conversing blocks: a thread of its own, not one of the few that Swift's tasks share.
    private let queue = DispatchQueue(label: "worker")

    init(program: WorkerProgram, limits: WorkerLimits) {
        self.program = program
        self.limits = limits
    }

    /// Does a task with a document.
    ///
    /// - Throws: `Failure` if no worker can be started, `CancellationError`; the worker has ended then.
    func perform(_ task: WorkerTask, with file: CorpusFile) async throws -> WorkerAttempt {
        state.withLock { $0.isCancelled = false }
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            return try await withCheckedThrowingContinuation { continuation in
                queue.async { continuation.resume(with: Result { try self.attempt(task, file) }) }
            }
        } onCancel: {
            state.withLock { state in
                state.isCancelled = true
                state.process?.kill()
            }
        }
    }

    /// Ends the worker, if there is one.
    func stop() async {
        await withCheckedContinuation { continuation in
            queue.async {
                if let process = self.state.withLock({ $0.process }) {
                    var conversation = process.conversation()
                    self.end(process, within: Self.endingTime, &conversation)
                }
                continuation.resume()
            }
        }
    }

    private func attempt(_ task: WorkerTask, _ file: CorpusFile) throws -> WorkerAttempt {
        let (process, number) = try startedProcess()
        var conversation = process.conversation()
        let request = WorkerRequest(
            id: .number(number), task: task, path: file.location, memory: limits.memory,
            cpuSeconds: limits.cpuSeconds)
        // Whatever a worker can say fits into the memory that it may have.
        let answer = process.ask(request.line, deadline: limits.deadline, limit: limits.memory, &conversation)

        let failure: WorkerFailure
        switch answer {
        case .line(let line):
            if let outcome = accept(line, for: request.id, path: file.name.text, from: process, &conversation) {
                guard conversation.errors.tellsOfShortage else { return .verdict(outcome) }
                failure = .shortage(outcome)
            } else {
                failure = .brokenReply
            }
            end(process, within: .zero, &conversation)
        case .ended:
            failure = .ended(end(process, within: Self.endingTime, &conversation))
        case .deadline:
            failure = .deadline
            end(process, within: .zero, &conversation)
        case .tooLong:
            failure = .brokenReply
            end(process, within: .zero, &conversation)
        }
        if state.withLock({ $0.isCancelled }) { throw CancellationError() }
        return .failure(
            failure.outcome(
                path: file.name.text, sha256: digestOfRegularFile(file.location), limits: limits,
                errors: conversation.errors))
    }

    /// The process and the number of its next document; a new one if there is none.
    private func startedProcess() throws -> (WorkerProcess, Int) {
        let (running, documents) = state.withLock { ($0.process, $0.documents) }
        if let running { return (running, documents) }
        let process = try WorkerProcess(program)
        state.withLock { state in
            state.process = process
            state.documents = 0
            // Cancelled before there was a process to kill.
            if state.isCancelled { process.kill() }
        }
        do {
            _ = try process.greet()
        } catch {
            let isCancelled = state.withLock { state in
                state.process = nil
                return state.isCancelled
            }
            throw isCancelled ? CancellationError() : error
        }
        return (process, 0)
    }

    /// The outcome in a reply, or nil if it is no reply to the request. Ends a worker that has read enough.
    private func accept(
        _ line: [UInt8], for id: RequestID, path: String, from process: WorkerProcess,
        _ conversation: inout WorkerConversation
    ) -> WorkerOutcome? {
        guard let reply = try? decodeJSON(WorkerReply.self, from: line), reply.id == id,
            reply.document.isConsistent
        else { return nil }
        let picture = reply.picture.flatMap { process.takePicture($0) }
        guard (picture == nil) == (reply.picture == nil) else { return nil }
        let documents = state.withLock { state in
            state.documents += 1
            return state.documents
        }
        if documents >= Self.documentsPerWorker || reply.resident > Self.largestResident {
            end(process, within: Self.endingTime, &conversation)
        }
        var document = reply.document
        document.source.path = path
        return WorkerOutcome(document: document, letters: reply.letters, picture: picture)
    }

    @discardableResult
    private func end(
        _ process: WorkerProcess, within patience: Duration, _ conversation: inout WorkerConversation
    ) -> WorkerEnding {
        state.withLock { $0.process = nil }
        return process.end(within: patience, &conversation)
    }
}
