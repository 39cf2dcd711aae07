package import Foundation

/// Reads a file line by line, with memory for the longest line only.
package final class LineReader {
    private let handle: FileHandle
    /// What has been read and not been given out begins at ``position``.
    private var buffer: [UInt8] = []
    private var position = 0
    private var knownEnd: Int?
    private static let chunk = 1 << 18

    package init(_ handle: FileHandle) {
        self.handle = handle
    }

    /// - Throws: a file error when it cannot be opened.
    package convenience init(_ url: URL) throws {
        self.init(try FileHandle(forReadingFrom: url))
    }

    /// Whether a whole line has been read already, so that the next one comes without waiting.
    package var hasLine: Bool { end(from: position) != nil }

    /// The next line without its line break; nil at the end.
    ///
    /// - Throws: a file error.
    package func next() throws -> ArraySlice<UInt8>? {
        var searched = position
        while true {
            if let end = end(from: searched) {
                defer { position = end + 1 }
                return buffer[position..<end]
            }
            searched = buffer.count - position
            buffer.removeSubrange(..<position)
            position = 0
            knownEnd = nil
            guard let more = try handle.read(upToCount: Self.chunk), !more.isEmpty else {
                defer { position = buffer.count }
                return buffer.isEmpty ? nil : buffer[...]
            }
            buffer.append(contentsOf: more)
        }
    }

    /// The first line break from a place on; the last one found is remembered.
    private func end(from start: Int) -> Int? {
        if let knownEnd, knownEnd >= start { return knownEnd }
        if start >= buffer.count { return nil }
        knownEnd = buffer.withUnsafeBytes { bytes in
            guard let found = memchr(bytes.baseAddress! + start, Int32(UInt8(ascii: "\n")), bytes.count - start) else {
                return nil
            }
            return UnsafeRawPointer(found) - bytes.baseAddress!
        }
        return knownEnd
    }
}
