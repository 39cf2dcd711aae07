package import Foundation

/// Reads a file line by line, with memory for the longest line only.
package final class LineReader {
    private let handle: FileHandle
    /// What has been read and not been given out begins at ``position``.
    private var buffer: [UInt8] = []
    private var position = 0
    private static let chunk = 1 << 18

    package init(_ handle: FileHandle) {
        self.handle = handle
    }

    /// - Throws: a file error when it cannot be opened.
    package convenience init(_ url: URL) throws {
        self.init(try FileHandle(forReadingFrom: url))
    }

    /// Whether a whole line has been read already, so that the next one comes without waiting.
    package var hasLine: Bool { buffer[position...].contains(UInt8(ascii: "\n")) }

    /// The next line without its line break; nil at the end.
    ///
    /// - Throws: a file error.
    package func next() throws -> ArraySlice<UInt8>? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { position = end + 1 }
                return buffer[position..<end]
            }
            searched = buffer.count - position
            buffer.removeSubrange(..<position)
            position = 0
            guard let more = try handle.read(upToCount: Self.chunk), !more.isEmpty else {
                defer { position = buffer.count }
                return buffer.isEmpty ? nil : buffer[...]
            }
            buffer.append(contentsOf: more)
        }
    }
}
