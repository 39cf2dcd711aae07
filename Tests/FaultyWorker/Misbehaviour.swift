import Diagnostics
import DocumentModel
import Glibc
import Pipeline
import Reading

/// Whether this process has read a document before. Workers have one thread that reads.
nonisolated(unsafe) private var hasRead = false

/// Reads a document, or does what its name says.
func misbehave(_ document: WorkerDocument) -> WorkerOutcome {
    let (bytes, path) = (document.bytes, document.path)
    defer { hasRead = true }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    switch name.prefix(while: { $0 != "." }) {
    case "crash": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case "crash-unless-fresh":
        if hasRead { abort() }
        return outcome(path, bytes, [.note("start", clockReading())])
    case "leave": exit(0)
    case "leave-hungry":
        complain("Out of memory\n")
        exit(1)
    case "go-on-hungry": complain("Out of memory\n")
    case "eat": eat()
    case "hang": while getpid() != 0 {}
    case "sleep": while true { sleep(1000) }
    case "flood": for _ in 0..<200_000 { complain("Syntax Error: this line has a hundred bytes \(filler)\n") }
    case "print":
        print("{\"id\": 0}")
        fflush(nil)
    case "garble": garble()
    case "intrude": return outcome(path, bytes, intrusions(at: path))
    case "nap":
        let start = clockReading()
        usleep(500_000)
        return outcome(path, bytes, [.note("start", start), .note("end", clockReading())])
    default: break
    }
    if case .draw(let drawing) = document.task { return picture(of: drawing.page, path, bytes) }
    return outcome(path, bytes, [])
}

private let filler = String(repeating: "x", count: 56)

private func outcome(_ path: String, _ bytes: [UInt8], _ diagnostics: [Diagnostic]) -> WorkerOutcome {
    WorkerOutcome(
        document: Document(
            source: DocumentSource(path: path, format: .text, pages: 1), status: .ok, diagnostics: diagnostics,
            text: String(decoding: bytes, as: UTF8.self)),
        letters: ["abc"])
}

/// As many bytes as the page's number says, all alike.
private func picture(of page: Int, _ path: String, _ bytes: [UInt8]) -> WorkerOutcome {
    WorkerOutcome(
        document: Document(source: DocumentSource(path: path, format: .pdf), status: .ok),
        picture: PagePicture(
            bytes: [UInt8](repeating: bytes.first ?? 0, count: page), width: page, height: 1, scale: 2.5))
}

private func complain(_ text: String) {
    var text = text
    _ = text.withUTF8 { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Allocates like a decompression bomb, and never looks back.
private func eat() {
    var pieces: [[UInt8]] = []
    while true { pieces.append([UInt8](repeating: UInt8(pieces.count & 0xFF), count: 1 << 24)) }
}

/// Writes to every descriptor that is open for writing only: the protocol's is among them.
private func garble() {
    for descriptor in 3..<Int32(64) where fcntl(descriptor, F_GETFL) & O_ACCMODE == O_WRONLY {
        write(descriptor, "garbage\n", 8)
    }
}

private func clockReading() -> String {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return String(time.tv_sec * 1_000_000 + time.tv_nsec / 1000)
}

/// Tries what a worker must not do; each note is named for the attempt and says the error number, or `0`.
private func intrusions(at path: String) -> [Diagnostic] {
    func attempt(_ name: String, _ body: () -> Int32) -> Diagnostic {
        errno = 0
        return .note(name, body() < 0 ? String(errno) : "0")
    }
    return [
        attempt("socket") { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) },
        attempt("create") { open(path + ".new", O_WRONLY | O_CREAT, 0o600) },
        attempt("overwrite") { open(path, O_RDWR) },
        attempt("remove") { unlink(path) },
        attempt("rename") { rename(path, path + ".old") },
        attempt("mode") { chmod(path, 0) },
        attempt("execute") { execl() },
        attempt("spawn") { spawnTrue() },
        attempt("signal") { kill(getppid(), 0) },
        attempt("read") { open("/etc/passwd", O_RDONLY) },
    ]
}

private func execl() -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = [nil]
    return execv("/bin/true", &arguments)
}

private func spawnTrue() -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = [nil]
    var process: pid_t = 0
    errno = posix_spawn(&process, "/bin/true", nil, nil, &arguments, nil)
    return errno == 0 ? 0 : -1
}
