import Diagnostics
import DocumentModel
import Glibc
import Hashing

/// Why the bytes of a file could not be had.
enum FileProblem: Error, Sendable, Hashable {
    case cannotOpen(errno: Int32)
    case notRegular(kind: String)
    case tooLarge(bytes: Int)
    case cannotRead(errno: Int32)

    /// How the document's reading ended.
    var status: DocumentStatus {
        switch self {
        case .cannotOpen, .notRegular: .unsupported
        case .tooLarge: .memory
        case .cannotRead: .damaged
        }
    }

    var diagnostic: Diagnostic {
        switch self {
        case .cannotOpen(let errno):
            .error("cannot-open", "the file cannot be opened: \(errorText(errno))")
        case .notRegular(let kind):
            .error("no-regular-file", "this is a \(kind), not a file", help: "documents are regular files")
        case .tooLarge(let bytes):
            .error(
                "memory", "the file has \(bytes) bytes, too many for the memory limit",
                help: "raise 'memory' under 'read' in pipeline.yaml")
        case .cannotRead(let errno):
            .error("cannot-read", "the file cannot be read: \(errorText(errno))")
        }
    }
}

/// The system's words for an error number.
func errorText(_ number: Int32) -> String {
    String(cString: strerror(number))
}

/// The bytes of a regular file, read once.
///
/// - Parameter limit: the most bytes that are read.
func readRegularFile(_ name: FileName, limit: Int) throws(FileProblem) -> [UInt8] {
    let (descriptor, size) = try openRegularFile(name)
    defer { close(descriptor) }
    guard size <= limit else { throw .tooLarge(bytes: size) }
    var failure: Int32 = 0
    // A file that grows meanwhile is read up to the size it had.
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        failure = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, count: &count)
    }
    guard failure == 0 else { throw .cannotRead(errno: failure) }
    return bytes
}

/// SHA-256 of a regular file in constant memory; empty if it cannot be read.
func digestOfRegularFile(_ name: FileName) -> String {
    guard let (descriptor, _) = try? openRegularFile(name) else { return "" }
    defer { close(descriptor) }
    var hasher = SHA256Hasher()
    while true {
        var count = 0
        let failure = withUnsafeTemporaryAllocation(byteCount: digestedPiece, alignment: 16) { buffer in
            let failure = fill(buffer, from: descriptor, count: &count)
            hasher.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            return failure
        }
        guard failure == 0 else { return "" }
        if count < digestedPiece { return hasher.finish() }
    }
}

/// Bytes that are read and digested at a time.
private let digestedPiece = 1 << 16

/// Opens a file and makes sure that it is one: a FIFO would block for ever, a device never ends.
private func openRegularFile(_ name: FileName) throws(FileProblem) -> (descriptor: Int32, size: Int) {
    // No system call can name a file with a NUL in its name; without this check a shorter name would be opened.
    guard !name.bytes.contains(0) else { throw .cannotOpen(errno: ENOENT) }
    let descriptor = open(name.terminated, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .cannotOpen(errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
        let number = errno
        close(descriptor)
        throw .cannotOpen(errno: number)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        throw .notRegular(kind: kindName(status.st_mode))
    }
    return (descriptor, Int(status.st_size))
}

/// Reads until the buffer is full or the file ends.
///
/// - Returns: 0, or the error number.
private func fill(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, count: inout Int) -> Int32 {
    while count < buffer.count {
        let length = read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        if length == 0 { break }
        if length < 0 {
            if errno == EINTR { continue }
            return errno
        }
        count += length
    }
    return 0
}

private func kindName(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "folder"
    case S_IFIFO: "FIFO"
    case S_IFSOCK: "socket"
    default: "device"
    }
}
