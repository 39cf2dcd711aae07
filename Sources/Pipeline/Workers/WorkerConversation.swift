import Glibc

/// What came from a worker until a deadline.
enum WorkerAnswer: Sendable {
    case line([UInt8])
    /// The worker closed its output: it has ended, or is about to.
    case ended
    case deadline
    /// Bytes without end.
    case tooLong
}

/// Listens to one worker for one reply, and drains its standard error meanwhile: a worker whose messages nobody
/// reads blocks as soon as its pipe is full.
struct WorkerConversation {
    private let requests: Int32
    private let replies: Int32
    /// -1 once it is closed.
    private var errorPipe: Int32
    private var lines = LineBuffer()
    private(set) var errors = WorkerErrors()

    init(_ worker: SpawnedWorker) {
        requests = worker.requests
        replies = worker.replies
        errorPipe = worker.errors
    }

    /// Sends bytes, however many.
    ///
    /// - Returns: nil when all are sent; else why not.
    mutating func send(_ bytes: [UInt8], until deadline: SuspendingClock.Instant) -> WorkerAnswer? {
        var sent = 0
        while sent < bytes.count {
            let length = bytes.withUnsafeBytes {
                Glibc.send(
                    requests, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if length >= 0 {
                sent += length
                continue
            }
            // Whoever takes no requests has ended.
            guard errno == EAGAIN || errno == EINTR else { return .ended }
            let left = deadline - .now
            guard left > .zero else { return .deadline }
            var descriptors = [
                pollfd(fd: requests, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: errorPipe, events: Int16(POLLIN), revents: 0),
            ]
            poll(&descriptors, 2, milliseconds(left))
            drainErrors()
        }
        return nil
    }

    /// Waits for a line.
    ///
    /// - Parameter limit: the most bytes that it may have.
    mutating func nextLine(until deadline: SuspendingClock.Instant, limit: Int) -> WorkerAnswer {
        while true {
            // What has arrived counts, however late it is looked at: the parent may have been stopped meanwhile.
            switch receive() {
            case .line(let line):
                drainErrors()
                return .line(line)
            case .ended: return .ended
            case .nothing: break
            }
            guard lines.count <= limit else { return .tooLong }
            let left = deadline - .now
            guard left > .zero else { return .deadline }
            wait(atMost: left)
            drainErrors()
        }
    }

    /// Reads standard error for a while, or until the worker closes it.
    mutating func listenToErrors(for time: Duration) {
        var descriptors = [pollfd(fd: errorPipe, events: Int16(POLLIN), revents: 0)]
        poll(&descriptors, 1, milliseconds(time))
        drainErrors()
    }

    private enum Received {
        case line([UInt8])
        case ended, nothing
    }

    private mutating func receive() -> Received {
        if let line = lines.takeLine() { return .line(line) }
        return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            let length = read(replies, buffer.baseAddress, buffer.count)
            if length == 0 { return .ended }
            guard length > 0 else { return .nothing }
            lines.append(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
            return lines.takeLine().map { .line($0) } ?? .nothing
        }
    }

    private func wait(atMost time: Duration) {
        var descriptors = [
            pollfd(fd: replies, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errorPipe, events: Int16(POLLIN), revents: 0),
        ]
        poll(&descriptors, 2, milliseconds(time))
    }

    /// Reads what is in the pipe now; a worker that writes without pause does not keep the parent here.
    private mutating func drainErrors() {
        guard errorPipe >= 0 else { return }
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            // A pipe holds 64 KiB by default and 1 MiB at most.
            for _ in 0..<16 {
                let length = read(errorPipe, buffer.baseAddress, buffer.count)
                if length == 0 { errorPipe = -1 }
                guard length > 0 else { return }
                errors.append(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
            }
        }
    }

    /// For `poll`: rounded up, so that a wait does not spin, and at most an hour.
    private func milliseconds(_ time: Duration) -> Int32 {
        Int32(min(max(time, .zero), .seconds(3600)) / .milliseconds(1)) + 1
    }
}
