import Glibc

/// Bytes that arrive in pieces, given out as lines.
struct LineBuffer {
    private var bytes: [UInt8] = []
    /// Where the lines that have not been taken begin: taken ones are cleared away when they are half of all.
    private var taken = 0
    /// Where the search for the next line break goes on; no byte is searched twice.
    private var searched = 0

    /// Bytes that have arrived and are no whole line yet.
    var count: Int { bytes.count - taken }

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
        let line = Array(bytes[taken..<end])
        taken = end + 1
        if 2 * taken >= bytes.count {
            bytes.removeSubrange(..<taken)
            taken = 0
        }
        searched = taken
        return line
    }

    /// Takes what is left when nothing more can arrive; nil if that is nothing.
    mutating func takeRest() -> [UInt8]? {
        defer { (bytes, taken, searched) = ([], 0, 0) }
        return count == 0 ? nil : Array(bytes[taken...])
    }
}
