import Expressions
import Foundation

/// What words are compared as: case and diacritics gone, ligatures taken apart.
///
/// A code point folds to its compatibility decomposition (NFKD) without marks, lower-cased; letters that Unicode
/// does not take apart but readers do (`ß`, `æ`, `ø`, `ł` …) fold to the usual ASCII spelling.
struct Folding {
    struct Folded {
        var kind: ScalarKind
        /// UTF-8 in ``Folding/bytes``; empty unless the kind is `word`.
        var range: Range<Int>
    }

    private(set) var bytes: [UInt8] = []
    /// By value, for the scalars of European texts and their punctuation.
    private var near: [Folded?] = Array(repeating: nil, count: 0x2100)
    private var far: [Unicode.Scalar: Folded] = [:]

    mutating func folded(_ scalar: Unicode.Scalar) -> Folded {
        let value = Int(scalar.value)
        if let folded = value < near.count ? near[value] : far[scalar] { return folded }
        let kind = ScalarKind(scalar)
        let start = bytes.count
        if kind == .word { bytes += Self.letters(of: scalar) }
        let folded = Folded(kind: kind, range: start..<bytes.count)
        if value < near.count { near[value] = folded } else { far[scalar] = folded }
        return folded
    }

    private static func letters(of scalar: Unicode.Scalar) -> [UInt8] {
        var result: [UInt8] = []
        for piece in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars {
            for lower in piece.properties.lowercaseMapping.unicodeScalars where ScalarKind(lower) == .word {
                result += spelling[lower].map { Array($0.utf8) } ?? Array(String(lower).utf8)
            }
        }
        return result
    }

    private static let spelling: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
        "ς": "σ",
    ]
}
