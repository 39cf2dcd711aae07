import Glibc

/// Bytes that arrive in pieces, given out as lines.
struct LineBuffer {
    private var bytes: [UInt8] = []
    /// Where the search for the next line break goes on; no byte is searched twice.
    private var searched = 0

    /// Bytes that have arrived and are no whole line yet.
    var count: Int { bytes.count }

    mutating func append(_ piece: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: piece)
    }

    /// Takes the first line, without its line break; nil if none is whole.
    mutating func takeLine() -> [UInt8]? {
        let found = bytes.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress, searched < bytes.count,
                let hit = memchr(base + searched, 0x0A, bytes.count - searched)
            else { return nil }
            return base.distance(to: UnsafeRawPointer(hit))
        }
        guard let end = found else {
            searched = bytes.count
            return nil
        }
        let line = Array(bytes[..<end])
        bytes.removeSubrange(...end)
        searched = 0
        return line
    }

    /// Takes what is left when nothing more can arrive; nil if that is nothing.
    mutating func takeRest() -> [UInt8]? {
        defer { (bytes, searched) = ([], 0) }
        return bytes.isEmpty ? nil : bytes
    }
}
