import Diagnostics

// Characters that no YAML file may hold, and those that YAML and editors take differently.

extension TrapScanner {
    /// Reports characters that cannot stay, and puts blanks in the place of those that would end a line for YAML only.
    mutating func replaceUnreadable() {
        var position = 0
        while position < source.bytes.count, !isFull {
            let byte = source.bytes[position]
            if byte >= 0x20, byte < 0x7F || (0xC3...0xE1).contains(byte) {
                position += 1
            } else {
                position += replaceUnreadable(at: position)
            }
        }
    }

    /// - Returns: how many bytes to go on.
    private mutating func replaceUnreadable(at position: Int) -> Int {
        let bytes = source.bytes[position..<min(position + 3, source.bytes.count)]
        let next = bytes.dropFirst().first ?? 0
        let last = bytes.dropFirst(2).first ?? 0
        switch bytes[position] {
        case .tab, .newline, .carriageReturn: break
        case 0..<0x20, 0x7F: report(UInt32(bytes[position]), at: position, length: 1)
        // NEL, LS and PS end a line for YAML but not for editors: line numbers would part.
        case 0xC2 where next == 0x85: replace(position..<position + 2)
        case 0xC2 where (0x80..<0xA0).contains(next): report(UInt32(next), at: position, length: 2)
        case 0xE2 where next == 0x80 && last & 0xFE == 0xA8: replace(position..<position + 3)
        case 0xEF where bytes.elementsEqual([0xEF, 0xBB, 0xBF]): report(0xFEFF, at: position, length: 3)
        case 0xEF where next == 0xBF && last >= 0xBD: report(0xFFC0 + UInt32(last - 0x80), at: position, length: 3)
        default: break
        }
        return 1
    }

    private mutating func replace(_ range: Range<Int>) {
        edits.append(SourceEdit(range: range, replacement: [.space]))
    }

    private mutating func report(_ scalar: UInt32, at position: Int, length: Int) {
        let range = position..<position + length
        let digits = String(scalar, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
        let place = source.place(range, line: source.line(of: position))
        if scalar == 0xFFFD {
            diagnostics.append(
                .error(
                    "not-utf8", "a character could not be read here: the file is not UTF-8, or one was lost before",
                    at: place, help: "save the file as UTF-8 and write the character anew"))
        } else {
            diagnostics.append(
                .error(
                    "unreadable-character", "the file holds a character that no text has: \(code)", at: place,
                    help: "remove it, and save the file as UTF-8"))
            fixes.append(SourceEdit(range: range, replacement: []))
        }
        edits.append(SourceEdit(range: range, replacement: []))
    }
}
