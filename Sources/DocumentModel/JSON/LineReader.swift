package import Foundation

/// Reads a file line by line, with memory for the longest line only.
package final class LineReader {
    private let handle: FileHandle
    /// What has been read and not been given out begins at ``position``.
    private var buffer: [UInt8] = []
    private var position = 0
    private var knownEnd: Int?
    private var isAtStart = true
    private var chunk = [UInt8](repeating: 0, count: 1 << 18)

    package init(_ handle: FileHandle) {
        self.handle = handle
    }

    /// - Throws: a file error when it cannot be opened.
    package convenience init(_ url: URL) throws {
        self.init(try FileHandle(forReadingFrom: url))
    }

    /// Whether a whole line has been read already, so that the next one comes without waiting.
    package var hasLine: Bool { end(from: position) != nil }

    /// The next line without its line break, the first one without a byte order mark; nil at the end.
    ///
    /// - Throws: a file error.
    package func next() throws -> ArraySlice<UInt8>? {
        let line = try nextLine()
        defer { isAtStart = false }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return isAtStart && line?.starts(with: mark) == true ? line?.dropFirst(mark.count) : line
    }

    private func nextLine() throws -> ArraySlice<UInt8>? {
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
            if try !readMore() {
                defer { position = buffer.count }
                return buffer.isEmpty ? nil : buffer[...]
            }
        }
    }

    /// Reads what there is, as soon as there is something: `FileHandle` waits until a chunk is full.
    ///
    /// - Returns: false at the end of the file.
    private func readMore() throws -> Bool {
        while true {
            let count = chunk.withUnsafeMutableBytes { read(handle.fileDescriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                buffer += chunk[..<count]
                return count > 0
            }
            if errno != EINTR { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
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
