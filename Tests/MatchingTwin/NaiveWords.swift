import Foundation

/// A text's words, straight from the rules that ScalarKind states.
package struct NaiveWords {
    struct Word {
        var range: Range<Int>
        /// With the possessive ending.
        var end: Int
        var folded: String
    }

    private let scalars: [Unicode.Scalar]
    private var words: [Word] = []
    /// Every word, and every two to four words joined by hyphens, as if written together; short runs first.
    private(set) var runs: [(interval: ClosedRange<Int>, written: [Unicode.Scalar])] = []

    package init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var position = 0
        while position < scalars.count {
            guard Self.isLetter(scalars[position]) else {
                position += 1
                continue
            }
            var end = position + 1
            while end < scalars.count, belongs(end) { end += 1 }
            let raw = Array(scalars[position..<end])
            let folded = Self.folded(raw)
            if folded != Self.foldedWithEnding(raw) {
                let apostrophe = raw.lastIndex { Self.isApostrophe($0) }!
                words.append(Word(range: position..<position + apostrophe, end: end, folded: folded))
            } else {
                words.append(Word(range: position..<end, end: end, folded: folded))
            }
            position = end
        }
        for length in 1...4 {
            for first in words.indices where first + length <= words.count && areJoined(first, length) {
                let interval = first...(first + length - 1)
                runs.append((interval, Array(interval.map { words[$0].folded }.joined().unicodeScalars)))
            }
        }
    }

    subscript(index: Int) -> Word { words[index] }

    private func areJoined(_ first: Int, _ length: Int) -> Bool {
        for index in first..<first + length - 1 {
            let between = scalars[words[index].end..<words[index + 1].range.lowerBound]
            if between.count != 1 || !Self.isHyphen(between.first!) { return false }
        }
        return true
    }

    func hasClauseBoundary(between first: Int, and second: Int) -> Bool {
        (words[first].end..<words[second].range.lowerBound).contains { position in
            ",;:.!?".unicodeScalars.contains(scalars[position])
                && !words.contains { $0.range.contains(position) }
        }
    }

    private func belongs(_ position: Int) -> Bool {
        let scalar = scalars[position]
        let next = position + 1 < scalars.count ? scalars[position + 1] : " "
        if Self.isLetter(scalar) || Self.isIgnored(scalar) { return true }
        if Self.isApostrophe(scalar) { return Self.isLetter(next) }
        return ".,".unicodeScalars.contains(scalar) && "0"..."9" ~= scalars[position - 1] && "0"..."9" ~= next
    }

    // MARK: Code points

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        "'‘’‛ʼ´＇".unicodeScalars.contains(scalar)
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool { "-‐‑﹣－".unicodeScalars.contains(scalar) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return (properties.isAlphabetic || properties.generalCategory == .decimalNumber)
            && !isApostrophe(scalar) && !isIgnored(scalar) && scalar != "\u{37A}"
    }

    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if scalar == "\u{200B}" { return false }
        if properties.isDefaultIgnorableCodePoint { return true }
        guard [.nonspacingMark, .enclosingMark].contains(properties.generalCategory) else { return false }
        return !(properties.isAlphabetic && properties.canonicalCombiningClass.rawValue == 0)
    }

    static func folded(_ scalars: [Unicode.Scalar]) -> String {
        let whole = foldedWithEnding(scalars)
        return whole.hasSuffix("'s") && whole.count > 2 ? String(whole.dropLast(2)) : whole
    }

    /// Lower case, decomposed, without marks.
    private static func foldedWithEnding(_ scalars: [Unicode.Scalar]) -> String {
        let text = String(String.UnicodeScalarView(scalars.map { isApostrophe($0) ? "'" : $0 }))
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        let letters: [Unicode.Scalar: String] = [
            "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ς": "σ",
        ]
        return text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars
            .filter { !isIgnored($0) }.map { letters[$0] ?? String($0) }.joined()
    }
}
