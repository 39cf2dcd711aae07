import Diagnostics

/// A YAML file as bytes and lines. Positions are byte offsets from the start of the file.
package struct SourceText {
    package let file: String
    let bytes: [UInt8]
    /// Each line without its line end.
    let lines: [Range<Int>]
    /// Code points before each block of bytes, so that a place in a line of megabytes costs no walk along it.
    private let scalarsBeforeBlocks: [Int]

    private static let blockSize = 256

    /// - Parameter text: may be empty, for a tree that comes from no YAML.
    package init(_ text: String, file: String) {
        self.file = file
        // Editors on Windows begin a file with a byte order mark, which is no part of its text.
        bytes = Array((text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text).utf8)
        var lines: [Range<Int>] = []
        var start = 0
        for (position, byte) in bytes.enumerated() where byte == .newline || byte == .carriageReturn {
            // The second half of CR LF ends no further line.
            if byte == .newline, position > 0, bytes[position - 1] == .carriageReturn {
                start = position + 1
                continue
            }
            lines.append(start..<position)
            start = position + 1
        }
        lines.append(start..<bytes.count)
        self.lines = lines
        var count = 0
        scalarsBeforeBlocks = stride(from: 0, through: bytes.count, by: Self.blockSize).map { [bytes] block in
            defer { count += Self.scalars(in: bytes[block..<min(block + Self.blockSize, bytes.count)]) }
            return count
        }
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The place of a range that begins on a line.
    func place(_ range: Range<Int>, line: Int) -> Place {
        let start = lines[line].lowerBound
        let end = min(range.upperBound, lines[line].upperBound)
        return Place(
            file: file, line: line + 1, column: scalars(before: range.lowerBound) - scalars(before: start) + 1,
            length: max(1, scalars(before: max(range.lowerBound, end)) - scalars(before: range.lowerBound)))
    }

    /// Where the code point of a place begins: at most the end of its line; nil outside of the text.
    func position(of place: Place) -> Int? {
        guard let line = place.line, let column = place.column, (1...lines.count).contains(line) else { return nil }
        let wanted = scalars(before: lines[line - 1].lowerBound) + column - 1
        var block = lines[line - 1].lowerBound / Self.blockSize
        var high = scalarsBeforeBlocks.count
        while high - block > 1 {
            let middle = (block + high) / 2
            if scalarsBeforeBlocks[middle] <= wanted { block = middle } else { high = middle }
        }
        var position = block * Self.blockSize
        var scalars = scalarsBeforeBlocks[block]
        let end = lines[line - 1].upperBound
        while position < end {
            if bytes[position] & 0xC0 != 0x80 {
                if scalars == wanted { return position }
                scalars += 1
            }
            position += 1
        }
        return end
    }

    /// The line that begins at or before a position.
    func line(of position: Int) -> Int {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].lowerBound <= position { low = middle } else { high = middle }
        }
        return low
    }

    private func scalars(before position: Int) -> Int {
        let block = position / Self.blockSize
        return scalarsBeforeBlocks[block] + Self.scalars(in: bytes[block * Self.blockSize..<position])
    }

    private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}

/// A change of a source text.
package struct SourceEdit {
    var range: Range<Int>
    var replacement: [UInt8]
}

extension SourceText {
    /// The text with the edits made; of edits that overlap, the first counts.
    func applying(_ edits: [SourceEdit]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.count * 4)
        var position = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where edit.range.lowerBound >= position {
            result += bytes[position..<edit.range.lowerBound]
            result += edit.replacement
            position = edit.range.upperBound
        }
        result += bytes[position...]
        return String(decoding: result, as: UTF8.self)
    }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let hash = UInt8(ascii: "#")
    static let colon = UInt8(ascii: ":")
    static let dash = UInt8(ascii: "-")
    static let comma = UInt8(ascii: ",")
    static let singleQuote = UInt8(ascii: "'")
    static let doubleQuote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")

    var isBlank: Bool { self == .space || self == .tab }
    var isQuote: Bool { self == .singleQuote || self == .doubleQuote }
}
