import Expressions

/// A term without hyphens, folded, as it is compared with a folded word.
struct Pattern: Hashable, Sendable {
    /// UTF-8; `*` and `?` are wildcards, which no word contains.
    var bytes: [UInt8]
    /// The words with the stem `bytes` match.
    var stemmed: Bool

    static let star = UInt8(ascii: "*")
    static let question = UInt8(ascii: "?")

    /// The parts of a hyphenated term written together.
    init(parts: ArraySlice<String>, folding: inout Folding) {
        bytes = parts.flatMap { Self.folded($0, &folding) }
        stemmed = false
    }

    /// Any word with the stem that the parts written together have; a stemmer of nil leaves words as they are.
    init(stemOf parts: ArraySlice<String>, folding: inout Folding, stemmer: Stemmer?) {
        let word = Pattern(parts: parts, folding: &folding).bytes
        bytes = word.withUnsafeBufferPointer { stemmer?.stem($0) ?? word }
        stemmed = true
    }

    private static func folded(_ part: String, _ folding: inout Folding) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in part.unicodeScalars {
            switch folding.folded(scalar) {
            case let folded where folded.kind == .word: result += folding.bytes[folded.range]
            case let folded where folded.kind == .apostrophe: result.append(UInt8(ascii: "'"))
            // Wildcards, and the point or comma of a number.
            case let folded where folded.kind == .separator: result += Array(String(scalar).utf8)
            default: break
            }
        }
        if result.count > 2, result.suffix(2) == possessive { result.removeLast(2) }
        return result
    }

    /// The ending that is no part of a word.
    static let possessive = Array("'s".utf8)[...]

    private static func isWildcard(_ byte: UInt8) -> Bool { byte == star || byte == question }

    var isLiteral: Bool { !bytes.contains(where: Self.isWildcard) }

    /// What every matching word begins with.
    var prefix: ArraySlice<UInt8> { bytes.prefix { !Self.isWildcard($0) } }

    /// What every matching word ends with.
    var suffix: ArraySlice<UInt8> { bytes[(bytes.lastIndex(where: Self.isWildcard).map { $0 + 1 } ?? 0)...] }

    /// Whether the prefix and one `*` are all of it.
    var isPrefixOnly: Bool { prefix.count + 1 == bytes.count && bytes.last == Self.star }

    /// Whether the folded word matches, wildcards and all.
    ///
    /// Only the last `*` passed is ever tried again: an earlier one could do nothing that the last cannot.
    func matches(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        var index = 0
        var retry: (index: Int, position: Int)?
        while position < word.count {
            if index < bytes.count, bytes[index] == Self.star {
                index += 1
                retry = (index, position)
            } else if index < bytes.count, bytes[index] == Self.question {
                index += 1
                position += sequenceLength(word[position])
            } else if index < bytes.count, bytes[index] == word[position] {
                index += 1
                position += 1
            } else if let (afterStar, tried) = retry {
                // One code point more for the star, so that `?` never begins inside one.
                let next = tried + sequenceLength(word[tried])
                retry = (afterStar, next)
                index = afterStar
                position = next
            } else {
                return false
            }
        }
        while index < bytes.count, bytes[index] == Self.star { index += 1 }
        return index == bytes.count
    }
}

/// How many bytes the UTF-8 sequence has that begins with `byte`.
@inline(__always)
func sequenceLength(_ byte: UInt8) -> Int {
    switch byte {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
}
