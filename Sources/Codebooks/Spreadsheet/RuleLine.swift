import Diagnostics
import YAML

/// A rule in one line of Look for or Under headings: `name: expression; expression (weight)`. Name and weight may be
/// left out; several expressions mean OR.
///
/// Outside of quotation marks neither `:` nor `;` can stand in an expression. A number in parentheses at the end is a
/// weight: `grade (2) (1)` looks for `grade (2)`.
struct RuleLine {
    /// A part of the line and how many code points stand before it.
    struct Part: Equatable {
        var text: String
        var offset: Int
    }

    var id: Part?
    var sources: [Part] = []
    var weight: Part?

    init(_ text: String) {
        var scalars = Array(text.unicodeScalars)[...]
        weight = Self.takeWeight(&scalars)
        id = Self.takeID(&scalars)
        var isQuoted = false
        var start = scalars.startIndex
        for index in scalars.indices {
            if Self.quotationMarks.contains(scalars[index]) { isQuoted.toggle() }
            guard scalars[index] == ";", !isQuoted else { continue }
            sources.append(Self.part(scalars[start..<index]))
            start = index + 1
        }
        sources.append(Self.part(scalars[start...]))
    }

    /// The line of a rule that has an id, one expression and a weight; nil if no line says it.
    ///
    /// - Parameter defaultID: the id that a line without one gets at this place.
    static func text(id: String, sources: [String], weight: Int, defaultID: String) -> String? {
        let name = id == defaultID ? "" : id + ": "
        let head = name + sources.joined(separator: "; ")
        let candidates = (weight == 1000 ? [head] : []) + ["\(head) (\(decimal(weight)))"]
        return candidates.first { candidate in
            let line = RuleLine(candidate)
            return candidate != MoreRules.pointer && (line.id?.text ?? defaultID) == id
                && line.sources.map(\.text) == sources && line.thousandthsOfWeight == weight
        }
    }

    private var thousandthsOfWeight: Int? { weight.map { thousandths($0.text) } ?? 1000 }

    /// Those that the expression language knows.
    private static let quotationMarks: Set<Unicode.Scalar> = [
        "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{FF02}",
    ]

    // MARK: Parts

    private static func takeWeight(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Part? {
        let content = trimmed(scalars)
        guard content.last == ")", let open = content.lastIndex(of: "(") else { return nil }
        let inner = trimmed(content[(open + 1)..<(content.endIndex - 1)])
        let text = withDecimalPoint(String(String.UnicodeScalarView(inner)))
        guard weightWords.contains(text) || isNumeric(inner) else { return nil }
        // Without an expression before it, the parentheses are the expression.
        guard !trimmed(content[..<open]).isEmpty else { return nil }
        scalars = scalars[..<open]
        return Part(text: text, offset: inner.startIndex)
    }

    private static let weightWords: Set<String> = ["strong", "normal", "weak"]

    private static func isNumeric(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.contains { ("0"..."9").contains($0) }
            && scalars.allSatisfy { ("0"..."9").contains($0) || ["-", "+", ".", ","].contains($0) }
    }

    private static func takeID(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Part? {
        let content = trimmed(scalars)
        guard let colon = content.firstIndex(of: ":"), colon + 1 < content.endIndex, content[colon + 1] == " " else {
            return nil
        }
        let name = part(content[..<colon])
        guard isID(name.text) else { return nil }
        scalars = scalars[(colon + 1)...]
        return name
    }

    private static func part(_ scalars: ArraySlice<Unicode.Scalar>) -> Part {
        let content = trimmed(scalars)
        return Part(text: String(String.UnicodeScalarView(content)), offset: content.startIndex)
    }

    private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" }
        let rest = scalars.drop(while: isBlank)
        return rest[..<((rest.lastIndex { !isBlank($0) } ?? rest.startIndex - 1) + 1)]
    }
}

/// A number as spreadsheets in many languages write it: `1,5` is `1.5`.
func withDecimalPoint(_ text: String) -> String {
    guard thousandths(text) == nil else { return text }
    let point = text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    return thousandths(point) == nil ? text : point
}

/// The line in Look for of a code whose rules, or more of them, are in the sheet Rules.
enum MoreRules {
    static let pointer = "(more in the sheet Rules)"
}
