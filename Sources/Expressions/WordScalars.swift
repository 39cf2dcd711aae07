/// What a code point is to a word, in texts and in terms alike.
///
/// A word begins with a `word` code point and goes on over `word` and `ignored` ones. Besides, it contains
/// - an apostrophe directly before a `word` code point (`don't` is one word), except in a possessive ending:
///   an apostrophe and `s` at the end of a word are no part of it, so `patient's` and `patients'` are the words
///   *patient* and *patients*;
/// - a `.` or `,` between two ASCII digits: `3.5` and `1,000` are one word each.
///
/// Digits are like letters (`covid19`, `2nd`). Everything else separates words, the underscore and superscript
/// digits (footnote marks) too. A hyphen separates words that it also joins: see ``Term``.
package enum ScalarKind: Sendable {
    case word, ignored, apostrophe, hyphen, separator

    package init(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": self = .word
        case "'", "\u{2018}", "\u{2019}", "\u{201B}", "\u{2BC}", "\u{B4}", "\u{FF07}": self = .apostrophe
        case "-", "\u{2010}", "\u{2011}", "\u{FE63}", "\u{FF0D}": self = .hyphen
        // A zero-width space is where a line may break, so it parts words although it is "ignorable".
        case "\u{200B}": self = .separator
        // A mark that stands alone, on a space; Unicode counts it among the letters.
        case "\u{37A}": self = .separator
        default: self = scalar.isASCII ? .separator : ScalarKind(beyondASCII: scalar)
        }
    }

    private init(beyondASCII scalar: Unicode.Scalar) {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint {
            self = .ignored
            return
        }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark:
            // Diacritics are folded away; the vowel signs of Indic scripts (class 0, alphabetic) are letters.
            let isLetter = properties.isAlphabetic && properties.canonicalCombiningClass == .notReordered
            self = isLetter ? .word : .ignored
        case .decimalNumber: self = .word
        default: self = properties.isAlphabetic ? .word : .separator
        }
    }
}
