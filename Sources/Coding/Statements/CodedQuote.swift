import DocumentModel

/// A passage with a code, as far as is needed to tell which statement it belongs to: most that belongs to the codings
/// of a document is made for statements only.
struct CodedQuote {
    /// Number of the passage.
    var passage: Int
    /// Byte range of the quote in the document's text.
    var bytes: Range<Int>
    /// How many passages before have the same quote.
    var occurrence: Int
    var charted: Charted
    /// What speaks for the first code of each dimension, in thousandths.
    var score: Int
    /// The same for quotes with the same categories and themes.
    var kind: Int
}

/// Turns what codebooks say of the passages of a document into what their quotes need.
struct QuoteCoding {
    private let codes: BatchCodes
    private let rule: ChartingRule
    /// By a dimension's number: whether it gives categories or themes.
    private let isOfKind: [Bool]
    /// Numbers of kinds by their categories and themes.
    private var kinds: [[Int]: Int] = [:]

    init(_ codes: BatchCodes, rule: ChartingRule) {
        self.codes = codes
        self.rule = rule
        isOfKind = codes.names.dimensions.map { [rule.category, rule.theme].contains($0.text) }
    }

    /// - Parameter passage: with a code.
    mutating func quote(of passage: Int, at bytes: Range<Int>, occurrence: Int) -> CodedQuote {
        CodedQuote(
            passage: passage, bytes: bytes, occurrence: occurrence, charted: charted(passage),
            score: score(passage), kind: kind(passage))
    }

    private func charted(_ passage: Int) -> Charted {
        rule.charted { dimension in
            codes.assigned(passage).contains { codes.names.dimensions[codes.dimension(of: $0)].text == dimension }
        }
    }

    private func score(_ passage: Int) -> Int {
        var sum = 0
        var last: Int?
        for code in codes.assigned(passage) {
            let dimension = codes.dimension(of: code)
            if dimension != last { sum += codes.scores(passage).first { $0.code == code }?.thousandths ?? 0 }
            last = dimension
        }
        return sum
    }

    private mutating func kind(_ passage: Int) -> Int {
        let key = codes.assigned(passage).filter { isOfKind[codes.dimension(of: $0)] }.sorted()
        let kind = kinds[key] ?? kinds.count
        kinds[key] = kind
        return kind
    }
}
