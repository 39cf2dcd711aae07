import Diagnostics
import Foundation

/// A file that is written from its start to its end.
final class FileOutput {
    let path: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []

    private static let capacity = 1 << 16

    init(path: String) throws {
        self.path = path
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw FileError(path: path, message: "cannot be written") }
        self.handle = handle
    }

    func write(_ text: String) throws {
        try write(text.utf8)
    }

    func write(_ bytes: some Sequence<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.capacity { try flush() }
    }

    func close() throws {
        try flush()
        try guarded { try handle.close() }
    }

    private func flush() throws {
        try guarded { try handle.write(contentsOf: buffer) }
        buffer.removeAll(keepingCapacity: true)
    }

    private func guarded(_ work: () throws -> Void) throws {
        do { try work() } catch { throw FileError(path: path, message: "cannot be written: \(error)") }
    }
}
