import CSandbox
import Glibc
import JSON
import Reading
import Synchronization

/// A worker process as its parent sees it. One thread converses with it; any thread may kill it.
///
/// `posix_spawn` and `poll` rather than an asynchronous subprocess: once a reply is there, all that the worker
/// wrote to standard error for that document is in its pipe, so draining the pipe then keeps the documents'
/// messages apart; and the process outlives many calls, each with its deadline.
final class WorkerProcess: Sendable {
    private let worker: SpawnedWorker
    /// The number of the process until it has been reaped: after that it may be another's.
    private let process: Mutex<pid_t?>

    /// A worker loads its libraries in a tenth of a second; the machine may be busy.
    private static let startingTime = Duration.seconds(30)
    /// The most bytes of a hello.
    private static let longestHello = 1 << 16

    /// Starts a process.
    ///
    /// - Throws: `Failure` with the system's reason.
    init(_ program: WorkerProgram) throws(Failure) {
        worker = try spawn(program)
        process = Mutex(worker.process)
    }

    deinit {
        var conversation = WorkerConversation(worker)
        _ = end(within: .zero, &conversation)
        for descriptor in [worker.requests, worker.replies, worker.errors, worker.pictures] { close(descriptor) }
    }

    /// Waits for the worker's first line.
    ///
    /// - Throws: `Failure` if the program is no worker, or one of another version; it has ended then.
    func greet() throws(Failure) -> WorkerHello {
        var conversation = WorkerConversation(worker)
        let answer = conversation.nextLine(until: .now + Self.startingTime, limit: Self.longestHello)
        let problem: String
        switch answer {
        case .line(let line):
            if let hello = try? decodeJSON(WorkerHello.self, from: line) {
                if hello.version == workerProtocolVersion { return hello }
                problem = "it speaks version \(hello.version) of the protocol, not \(workerProtocolVersion)"
            } else {
                problem = "its first line is no hello"
            }
            _ = end(within: .zero, &conversation)
        case .ended:
            switch end(within: .seconds(1), &conversation) {
            case .exited(let status): problem = "it left with exit status \(status)"
            case .signalled(let signal): problem = "it ended by signal \(signal)"
            case .killed: problem = "it closed its output"
            }
        case .deadline, .tooLong:
            _ = end(within: .zero, &conversation)
            problem = "it says no hello"
        }
        throw .worker("worker could not be started: \(problem)", help: conversation.errors.lastWords())
    }

    /// Sends a request and waits for the line that answers it.
    ///
    /// - Parameters:
    ///   - deadline: how long to wait.
    ///   - limit: the most bytes that the line may have.
    func ask(_ request: [UInt8], deadline: Duration, limit: Int, _ conversation: inout WorkerConversation)
        -> WorkerAnswer
    {
        let end = SuspendingClock.Instant.now + deadline
        let problem = conversation.send(request, until: end)
        return problem ?? conversation.nextLine(until: end, limit: limit)
    }

    /// The picture of which a reply speaks; nil if there is none.
    func takePicture(_ picture: PictureReply) -> PagePicture? {
        guard (1...largestPicture).contains(picture.bytes) else { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: picture.bytes) { buffer, count in
            while count < buffer.count {
                let length = pread(worker.pictures, buffer.baseAddress! + count, buffer.count - count, off_t(count))
                guard length > 0 || errno == EINTR else { return }
                count += max(0, length)
            }
        }
        guard bytes.count == picture.bytes else { return nil }
        return PagePicture(bytes: bytes, width: picture.width, height: picture.height, scale: picture.scale)
    }

    /// What the worker writes for the next reply.
    func conversation() -> WorkerConversation {
        WorkerConversation(worker)
    }

    /// Limits the process: for a program that does not limit itself.
    ///
    /// - Throws: `Failure` with the system's reason.
    func limit(memory: Int, cpuSeconds: Int) throws(Failure) {
        let failed: Int32 = process.withLock { process in
            // Process 0 would be this one.
            process.map { csandbox_limit_process($0, UInt64(memory), UInt64(cpuSeconds)) } ?? -ESRCH
        }
        guard failed == 0 else { throw .worker("a process cannot be limited: \(errorText(-failed))") }
    }

    /// Sends a program all that there is to say, and waits until it has answered and ended.
    ///
    /// - Parameters:
    ///   - deadline: how long to wait.
    ///   - limit: the most bytes of the answer.
    func exchange(_ input: [UInt8], deadline: Duration, limit: Int) -> WorkerExchange {
        let until = SuspendingClock.Instant.now + deadline
        var conversation = conversation()
        var lines: [[UInt8]] = []
        var count = 0
        var answer = conversation.send(input, until: until)
        shutdown(worker.requests, Int32(SHUT_WR))
        while answer == nil {
            let next = conversation.nextLine(until: until, limit: limit)
            guard case .line(let line) = next else {
                answer = next
                break
            }
            // With its line break: empty lines are bytes too.
            count += line.count + 1
            if count > limit {
                answer = .tooLong
            } else if SuspendingClock.Instant.now >= until {
                answer = .deadline
            } else {
                lines.append(line)
            }
        }
        var isTooLong = false
        if case .tooLong = answer { isTooLong = true }
        var patience = Duration.zero
        if case .ended = answer { patience = until - .now }
        let ending = end(within: max(.zero, patience), &conversation)
        return WorkerExchange(lines: lines, isTooLong: isTooLong, ending: ending, errors: conversation.errors)
    }

    /// Ends the process at once; who converses with it sees its end.
    func kill() {
        process.withLock { process in
            if let process { _ = Glibc.kill(process, SIGKILL) }
        }
    }

    /// Tells the worker that no request will follow, waits until it ends, and kills it if it does not.
    ///
    /// - Parameter patience: how long to wait.
    @discardableResult
    func end(within patience: Duration, _ conversation: inout WorkerConversation) -> WorkerEnding {
        shutdown(worker.requests, Int32(SHUT_WR))
        let limit = SuspendingClock.Instant.now + patience
        var isKilled = false
        while true {
            if let status = reap() {
                conversation.listenToErrors(for: .zero)
                return WorkerEnding(status: status, isKilled: isKilled)
            }
            if !isKilled, SuspendingClock.Instant.now >= limit {
                kill()
                isKilled = true
            }
            conversation.listenToErrors(for: .milliseconds(5))
        }
    }

    /// The status of the process if it has ended; nothing is left of it then.
    private func reap() -> Int32? {
        process.withLock { process in
            guard let number = process else { return 0 }
            var status: Int32 = 0
            // Fails only if another part of the program reaped the process.
            guard waitpid(number, &status, WNOHANG) != 0 else { return nil }
            process = nil
            return status
        }
    }
}

/// What a program answered, and how it ended.
struct WorkerExchange: Sendable {
    var lines: [[UInt8]]
    /// Whether it said more than it may; it was ended for that.
    var isTooLong: Bool
    var ending: WorkerEnding
    var errors: WorkerErrors

    /// Why there is no answer, for people.
    var reason: String {
        switch ending {
        case .killed where isTooLong: "it gave more than a page can hold"
        case .killed: "it took too long"
        case .signalled(Int(SIGXCPU)): "it took too long"
        case .signalled(let signal): "the program crashed (signal \(signal))"
        case .exited: errors.lastWords(lines: 1) ?? "the program gave no reason"
        }
    }
}

/// How a process ended.
enum WorkerEnding: Sendable, Hashable {
    case exited(status: Int)
    case signalled(Int)
    /// It would not end and was killed.
    case killed

    /// - Parameter status: what `waitpid` says; its macros are not imported.
    fileprivate init(status: Int32, isKilled: Bool) {
        let signal = Int(status & 0x7F)
        if isKilled, signal == Int(SIGKILL) {
            self = .killed
        } else if signal != 0 {
            self = .signalled(signal)
        } else {
            self = .exited(status: Int(status >> 8) & 0xFF)
        }
    }
}
