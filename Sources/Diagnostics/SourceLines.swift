/// The lines of a text that diagnostics show, found once for all of them.
package struct SourceLines: Sendable {
    private let bytes: [UInt8]
    /// Where each line begins.
    private let starts: [Int]

    package init(_ text: String) {
        bytes = Array(text.utf8)
        var starts = [0]
        for (position, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(position + 1) }
        self.starts = starts
    }

    /// A longer line is no text for people.
    private static let longestLine = 100_000

    /// The code points of a line without its end; nil if there is no such line, or if nobody could read it.
    ///
    /// - Parameter line: 1-based.
    func line(_ line: Int) -> [Unicode.Scalar]? {
        guard (1...starts.count).contains(line) else { return nil }
        let end = line < starts.count ? starts[line] - 1 : bytes.count
        guard end - starts[line - 1] <= Self.longestLine else { return nil }
        return String(decoding: bytes[starts[line - 1]..<end], as: UTF8.self).unicodeScalars.filter { $0 != "\r" }
    }
}
