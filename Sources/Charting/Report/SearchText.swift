import Foundation

/// The text that a search in the report looks at, ready to be searched: the page's script does to what is looked for
/// what is done here (`folded` and `spelled` in filters.js), and needs to parse nothing before a first search.
///
/// Folded text is without case, marks above and below letters, and the shapes of quotation marks and hyphens. It is
/// ASCII, as all data of the page: what is not, and what markup begins with, is spelled in capitals, which folded text
/// has no others of: `Z`, then a letter from `A` to `P` for each hexadecimal digit of a UTF-16 unit.
struct SearchText {
    /// The parts, a tab between them.
    private(set) var bytes: [UInt8] = []
    private var isEmpty = true
    /// Folded characters that are not ASCII; few are different, and each costs much.
    private var foldedRuns: [String: [UInt8]] = [:]

    /// Adds a part that is found by itself: texts with blanks between them.
    mutating func add(_ texts: [String]) {
        if !isEmpty { bytes.append(UInt8(ascii: "\t")) }
        isEmpty = false
        for (number, text) in texts.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: " ")) }
            add(text)
        }
    }

    private mutating func add(_ text: String) {
        var text = text
        let utf8 = text.withUTF8 { Array($0) }
        var position = 0
        while position < utf8.count {
            if utf8[position] < 0x80 {
                bytes.append(contentsOf: folded(utf8[position]))
                position += 1
            } else {
                let end = utf8[position...].firstIndex { $0 < 0x80 } ?? utf8.count
                add(run: String(decoding: utf8[position..<end], as: UTF8.self))
                position = end
            }
        }
    }

    private mutating func add(run: String) {
        if let known = foldedRuns[run] { return bytes.append(contentsOf: known) }
        var folded: [UInt8] = []
        for scalar in run.decomposedStringWithCompatibilityMapping.unicodeScalars where !scalar.isMark {
            for unit in Self.plain(scalar).utf16 { folded.append(contentsOf: self.folded(unit)) }
        }
        foldedRuns[run] = folded
        bytes.append(contentsOf: folded)
    }

    private func folded(_ unit: UInt16) -> [UInt8] {
        unit < 0x80 ? folded(UInt8(unit)) : spelled(unit)
    }

    private func folded(_ ascii: UInt8) -> [UInt8] {
        switch ascii {
        case 0x00..<0x20, 0x7F: [0x20]
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): [ascii | 0x20]
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): spelled(UInt16(ascii))
        default: [ascii]
        }
    }

    private func spelled(_ unit: UInt16) -> [UInt8] {
        [UInt8(ascii: "Z")] + [12, 8, 4, 0].map { UInt8(ascii: "A") + UInt8(unit >> $0 & 0xF) }
    }

    /// The usual shape of quotation marks and hyphens; in lower case, with one form of the Greek sigma.
    private static func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "‘", "’": "'"
        case "“", "”": "\""
        case "‐", "‑", "‒", "–": "-"
        case "ς": "σ"
        default: scalar.properties.lowercaseMapping
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
