/// A position in a BibTeX file, and what stands there.
struct BibTeXScanner {
    let bytes: [UInt8]
    var position = 0
    /// The part of the last entry in which a group had no end, and the ends of the groups in it that have one, by the
    /// positions behind their braces: else every open group would be searched to the end of the entry.
    private var searched = 0..<0
    private var groupEnds: [Int: Int] = [:]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { position >= bytes.count }

    /// The byte at the position.
    var current: UInt8? { isAtEnd ? nil : bytes[position] }

    mutating func skipSpace() {
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    }

    mutating func readName() -> String {
        let start = position
        while position < bytes.count, !isSpace(bytes[position]), !"={}(),\"#%'@".utf8.contains(bytes[position]) {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    func endOfLine(_ start: Int) -> Int {
        bytes[start...].firstIndex(where: isLineEnd) ?? bytes.count
    }

    /// `@type{` or `@type(`: the type in lower case, and the position behind the bracket.
    func entryType(at start: Int) -> (name: String, end: Int)? {
        guard bytes[start] == UInt8(ascii: "@") else { return nil }
        var index = start + 1
        while index < bytes.count, isLetter(bytes[index]) { index += 1 }
        guard index > start + 1 else { return nil }
        let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self).lowercased()
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "(") else {
            return nil
        }
        return (name, index + 1)
    }

    /// Whether an entry begins at a position, which is the first of its line: within values `@` is a letter.
    func beginsEntry(at start: Int) -> Bool {
        guard start < bytes.count, entryType(at: start) != nil else { return false }
        var index = start
        while index > 0, bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t") { index -= 1 }
        return index == 0 || isLineEnd(bytes[index - 1])
    }

    /// The position behind the brace that closes a group, nil if the next entry or the end of the file comes first.
    mutating func endOfGroup(from start: Int) -> Int? {
        if searched.contains(start) { return groupEnds[start] }
        var ends: [Int: Int] = [:]
        var open = [start]
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): open.append(index + 1)
            case UInt8(ascii: "}"):
                let opening = open.removeLast()
                if open.isEmpty { return index + 1 }
                ends[opening] = index + 1
            case UInt8(ascii: "@") where beginsEntry(at: index):
                return noEnd(from: start, to: index, ends)
            default: break
            }
            index += 1
        }
        return noEnd(from: start, to: bytes.count, ends)
    }

    private mutating func noEnd(from start: Int, to end: Int, _ ends: [Int: Int]) -> Int? {
        (searched, groupEnds) = (start..<max(start, end), ends)
        return nil
    }

    /// The position behind the quote that ends a text; quotes in braces are part of it.
    func endOfQuotes(from start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\"") where depth <= 0: return index + 1
            case UInt8(ascii: "@") where beginsEntry(at: index): return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Whether the value that opens there goes over lines that begin like fields.
    func hasFields(from opening: Int) -> Bool {
        let lines = bytes[opening..<position].split(whereSeparator: isLineEnd).dropFirst()
        return lines.contains { line in
            let name = line.drop(while: isSpace).prefix { isLetter($0) || isDigit($0) || "-_".utf8.contains($0) }
            let rest = line[name.endIndex...].drop(while: isSpace)
            return name.count > 1 && rest.first == UInt8(ascii: "=")
        }
    }
}

func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || isLineEnd(byte)
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
