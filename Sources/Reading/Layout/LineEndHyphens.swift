/// The hyphens at the ends of the lines of a document, as evidence on whether it divides words.
struct LineEndHyphens {
    /// The parts of words before and after each hyphen.
    private(set) var ends: [(before: ArraySlice<UInt32>, after: ArraySlice<UInt32>)] = []
    /// Number of lines of text.
    private(set) var lines = 0
    /// The part of a word before the hyphen that ended the last line.
    private var open: ArraySlice<UInt32>?

    /// Whether the last line ended in a hyphen after a word.
    var isOpen: Bool { open != nil }

    /// Lines of fewer characters are labels and cells, not text.
    private static let shortestLine = 30

    mutating func beginBlock() { open = nil }

    mutating func add(_ line: [UInt32]) {
        if let before = open {
            let after = line.prefix { isLetter($0) }
            if let first = after.first, isLowercase(first) { ends.append((before, after)) }
        }
        open = nil
        if line.count >= Self.shortestLine { lines += 1 }
        guard let hyphen = line.last, isHyphen(hyphen), hyphen != 0xAD else { return }
        var begin = line.count - 1
        while begin > 0, isLetter(line[begin - 1]) { begin -= 1 }
        // Addresses of the web break at their own hyphens.
        let isAddress = line[..<begin].reversed().prefix { $0 != 0x20 }.contains(0x2F)
        if begin < line.count - 1, !isAddress { open = line[begin..<(line.count - 1)] }
    }
}
