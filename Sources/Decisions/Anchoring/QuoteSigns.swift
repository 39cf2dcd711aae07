import DocumentModel

extension QuoteFinder {
    /// A span of letters with the signs that the quote has before its first letter and after its last, as far as the
    /// text has them too: brackets, quotation marks, the full stop.
    func withSigns(_ span: Range<Int>, of quote: String, in block: Block) -> Range<Int> {
        let scalars = Array(quote.unicodeScalars)
        let own = LetterIndex(quote)
        let core = own.span(of: own.letters.indices)
        let before = Array(
            text(of: max(block.start, span.lowerBound - Self.mostSigns)..<span.lowerBound).unicodeScalars)
        let after = Array(text(of: span.upperBound..<min(block.end, span.upperBound + Self.mostSigns)).unicodeScalars)
        let start = span.lowerBound - Self.taken(scalars[..<core.lowerBound].reversed(), from: before.reversed())
        return start..<span.upperBound + Self.taken(Array(scalars[core.upperBound...]), from: after)
    }

    /// More signs than stand at the end of any sentence.
    private static let mostSigns = 16

    /// How many scalars of the text the signs take, from the letters outwards; white space does not count.
    private static func taken(_ signs: [Unicode.Scalar], from text: [Unicode.Scalar]) -> Int {
        var rest = signs.filter { !$0.properties.isWhitespace }[...]
        var end = 0
        for (number, scalar) in text.enumerated() {
            if scalar.properties.isWhitespace { continue }
            guard let sign = rest.first, look(sign) == look(scalar) else { break }
            rest = rest.dropFirst()
            end = number + 1
        }
        return end
    }

    /// One sign for all that people and programs write in each other's place.
    private static func look(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\"", "'", "`", "´", "‘", "’", "‚", "“", "”", "„", "«", "»", "‹", "›", "′", "″": "'"
        case "-", "\u{AD}", "‐", "‑", "‒", "–", "—", "−": "-"
        default: scalar
        }
    }
}
