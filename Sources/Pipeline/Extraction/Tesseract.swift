import Diagnostics
import Dispatch
import Foundation
import Glibc
import Reading
import Synchronization

/// tesseract, which recognises the words in the picture of a page: a child process a page, with limits and a deadline.
///
/// It gets pixels that a worker drew, never a document: the parent sends nothing whose form is not the one of
/// ``graymapHeader(width:height:)``, so that no other format's parser is reached.
final class Tesseract: Sendable {
    /// The language that it is told to expect: English, the only one that Debian's package always has.
    static let language = "eng"
    private let program: FileName
    private let limits: WorkerLimits
    // Conversing blocks: threads of their own, as many as may run at a time.
    private let queue = OperationQueue()

    /// What is on the search path, or nil.
    static func installed(limits: WorkerLimits, atATime width: Int) -> Tesseract? {
        pathOfTool("tesseract").map { Tesseract(program: $0, limits: limits, atATime: width) }
    }

    private init(program: FileName, limits: WorkerLimits, atATime width: Int) {
        self.program = program
        self.limits = limits
        queue.maxConcurrentOperationCount = width
    }

    /// Why a page's words are not known.
    struct Problem: Error {
        let diagnostic: Diagnostic
    }

    /// Recognises the words of a page.
    ///
    /// - Throws: `Failure` if tesseract cannot be started, `CancellationError`.
    func recognise(_ picture: PagePicture, page: Int) async throws -> Result<RecognisedPage, Problem> {
        let header = Array(graymapHeader(width: picture.width, height: picture.height).utf8)
        guard Self.scales.contains(picture.scale), Self.sides.contains(picture.width),
            Self.sides.contains(picture.height), picture.bytes.starts(with: header),
            picture.bytes.count == header.count + picture.width * picture.height
        else { return .failure(problem(page, "its picture is none")) }
        let run = ToolRun(WorkerProgram(executable: program, arguments: arguments(for: picture)), limits: limits)
        let exchange = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.addOperation {
                    continuation.resume(with: Result { try run.exchange(picture.bytes, limit: Self.longestTable) })
                }
            }
        } onCancel: {
            run.cancel()
        }
        try Task.checkCancellation()
        guard exchange.ending == .exited(status: 0) else {
            return .failure(problem(page, exchange.reason))
        }
        // The names of the columns come first, also for a page without words.
        guard exchange.lines.first?.starts(with: "level\t".utf8) == true else {
            return .failure(problem(page, "tesseract gave no table"))
        }
        return .success(RecognisedPage(page: page, table: exchange.lines, scale: picture.scale))
    }

    /// What a picture's size and scale may be: whatever a worker says, nothing is reckoned with other numbers.
    private static let sides = 1...100_000
    private static let scales = 0.001...1000
    /// The most bytes of a page's words.
    private static let longestTable = 1 << 24

    private func arguments(for picture: PagePicture) -> [String] {
        let resolution = String(Int((picture.scale * 72).rounded()))
        return [
            "stdin", "stdout", "-l", Self.language, "--dpi", resolution, "-c", "tessedit_create_tsv=1",
        ]
    }

    private func problem(_ page: Int, _ reason: String) -> Problem {
        Problem(
            diagnostic: .error(
                "not-recognised", "the words of page \(page) could not be recognised: \(reason)", at: Place(page: page))
        )
    }
}

/// One run of a tool, which may be cancelled before it begins and while it goes on.
private final class ToolRun: Sendable {
    private struct State {
        var process: WorkerProcess?
        var isCancelled = false
    }

    /// tesseract's models take 200 MB of address space for one page.
    private static let leastMemory = 512 << 20

    private let program: WorkerProgram
    private let limits: WorkerLimits
    private let state = Mutex(State())

    init(_ program: WorkerProgram, limits: WorkerLimits) {
        self.program = program
        self.limits = limits
    }

    /// Starts the tool, sends it the input, and waits for its answer and its end.
    ///
    /// - Throws: `Failure` if it cannot be started or limited, `CancellationError`.
    func exchange(_ input: [UInt8], limit: Int) throws -> WorkerExchange {
        let process = try state.withLock { state in
            if state.isCancelled { throw CancellationError() }
            let process = try WorkerProcess(program)
            state.process = process
            return process
        }
        try process.limit(memory: max(limits.memory, Self.leastMemory), cpuSeconds: limits.cpuSeconds)
        return process.exchange(input, deadline: limits.deadline, limit: limit)
    }

    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.process?.kill()
        }
    }
}

/// Where a program stands on the search path.
func pathOfTool(_ name: String) -> FileName? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { FileName(String($0)).appending(FileName(name)) }
        .first(where: isProgram)
}

/// Whether a file can be run; of a folder that can be entered the system says the same.
private func isProgram(_ path: FileName) -> Bool {
    var found = stat()
    return stat(path.terminated, &found) == 0 && found.st_mode & S_IFMT == S_IFREG && access(path.terminated, X_OK) == 0
}
