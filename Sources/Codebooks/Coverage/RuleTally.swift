package import DocumentModel

/// A rule of a codebook by its code and its id.
package struct RuleReference: Sendable, Hashable {
    package var code: CodeReference
    package var rule: String

    package init(code: CodeReference, rule: String) {
        self.code = code
        self.rule = rule
    }
}

/// How often a rule held.
package struct RuleUse: Sendable, Hashable {
    package var rule: RuleReference
    /// Thousandths.
    package var weight: Int
    package var passages: Int
    package var documents: Int
}

/// Two rules of one code that hold in the same passages.
package struct RuleOverlap: Sendable, Hashable {
    package var code: CodeReference
    package var first: String
    package var second: String
    /// Passages in which both hold.
    package var both: Int
    package var onlyFirst: Int
    package var onlySecond: Int

    /// Both of either, in thousandths (Jaccard 1901).
    package var jaccard: Int { both * 1000 / (both + onlyFirst + onlySecond) }
    /// Both of the rarer one, in thousandths: 1000 where it never holds without the other.
    package var share: Int { both * 1000 / (both + min(onlyFirst, onlySecond)) }
}

/// Rules of two codes, of which only one can be assigned, in passages where both codes reach their threshold.
package struct RuleConflict: Sendable, Hashable {
    package var first: RuleReference
    package var second: RuleReference
    package var passages: Int
    /// Passages in which the code of the first, of the second rule was assigned; another one in the rest.
    package var firstWins: Int
    package var secondWins: Int
    /// The first such passage.
    package var example: PassageMention
}

/// A passage of a document, to show it.
package struct PassageMention: Sendable, Hashable {
    package var document: String
    /// 1-based.
    package var page: Int
    package var text: String

    package init(document: String, page: Int, text: String) {
        self.document = document
        self.page = page
        self.text = text
    }
}

/// Counts how rules of codebooks hold in passages; memory is that of the rules, not of the passages.
package struct RuleTally: Sendable {
    package private(set) var documents = 0
    package private(set) var passages = 0
    private let rules: [(reference: RuleReference, weight: Int)]
    private let numbers: [RuleReference: Int]
    private let thresholds: [CodeReference: Int]
    /// Dimensions in which one code is assigned at most.
    private let exclusive: Set<String>
    private var held: [Int]
    private var heldInDocuments: [Int]
    private var lastDocument: [Int]
    private var together: [Pair: Int] = [:]
    private var conflicts: [Pair: RuleConflict] = [:]

    private struct Pair: Hashable {
        var first: Int
        var second: Int
    }

    package init(_ codebooks: [Codebook]) {
        let all = codebooks.flatMap(\.rules)
        rules = all.map { (RuleReference(code: $0.code, rule: $0.rule.id), $0.rule.weight) }
        numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.reference, $0) })
        var thresholds: [CodeReference: Int] = [:]
        var exclusive: Set<String> = []
        for dimension in codebooks.flatMap(\.dimensions) {
            if dimension.assign == .best, dimension.unit == .passage { exclusive.insert(dimension.id) }
            for code in dimension.codes {
                thresholds[CodeReference(dimension: dimension.id, code: code.id)] = code.threshold
            }
        }
        self.thresholds = thresholds
        self.exclusive = exclusive
        held = [Int](repeating: 0, count: rules.count)
        heldInDocuments = held
        lastDocument = [Int](repeating: -1, count: rules.count)
    }

    /// The passages that are added next are of another document.
    package mutating func beginDocument() { documents += 1 }

    /// Adds what coding said of a passage.
    package mutating func add(_ codes: PassageCodes, _ mention: @autoclosure () -> PassageMention) {
        passages += 1
        let matched = codes.matches.compactMap { match in
            numbers[RuleReference(code: match.code, rule: match.rule)]
        }
        for (position, rule) in matched.enumerated() {
            held[rule] += 1
            if lastDocument[rule] != documents { heldInDocuments[rule] += 1 }
            lastDocument[rule] = documents
            for other in matched[(position + 1)...] { add(rule, other, codes, mention()) }
        }
    }

    private mutating func add(
        _ first: Int, _ second: Int, _ codes: PassageCodes, _ mention: @autoclosure () -> PassageMention
    ) {
        let (one, other) = (rules[first].reference.code, rules[second].reference.code)
        if one == other {
            together[Pair(first: first, second: second), default: 0] += 1
        } else if one.dimension == other.dimension, exclusive.contains(one.dimension), reaches(one, codes),
            reaches(other, codes), rules[first].weight > 0, rules[second].weight > 0
        {
            let winner = codes.codes(in: one.dimension).first
            let pair = Pair(first: first, second: second)
            var conflict =
                conflicts[pair]
                ?? RuleConflict(
                    first: rules[first].reference, second: rules[second].reference, passages: 0, firstWins: 0,
                    secondWins: 0, example: mention())
            conflict.passages += 1
            conflict.firstWins += winner == one.code ? 1 : 0
            conflict.secondWins += winner == other.code ? 1 : 0
            conflicts[pair] = conflict
        }
    }

    private func reaches(_ code: CodeReference, _ codes: PassageCodes) -> Bool {
        let score = codes.scores.first { $0.code == code }?.thousandths ?? 0
        return score >= thresholds[code, default: .max]
    }

    // MARK: Results

    /// Every rule, in the codebooks' order.
    package var uses: [RuleUse] {
        rules.indices.map { index in
            RuleUse(
                rule: rules[index].reference, weight: rules[index].weight, passages: held[index],
                documents: heldInDocuments[index])
        }
    }

    /// Pairs of rules that hold in a passage together, those that overlap most first, then in the codebooks' order.
    package var overlaps: [RuleOverlap] {
        let pairs = inOrder(together).map { pair, both in
            RuleOverlap(
                code: rules[pair.first].reference.code, first: rules[pair.first].reference.rule,
                second: rules[pair.second].reference.rule, both: both, onlyFirst: held[pair.first] - both,
                onlySecond: held[pair.second] - both)
        }
        return highestFirst(pairs, by: \.jaccard)
    }

    /// The most frequent first, then in the codebooks' order.
    package var ruleConflicts: [RuleConflict] {
        highestFirst(inOrder(conflicts).map(\.value), by: \.passages)
    }

    private func highestFirst<Element>(_ elements: [Element], by key: KeyPath<Element, Int>) -> [Element] {
        elements.enumerated()
            .sorted { ($1.element[keyPath: key], $0.offset) < ($0.element[keyPath: key], $1.offset) }
            .map(\.element)
    }

    private func inOrder<Value>(_ pairs: [Pair: Value]) -> [(key: Pair, value: Value)] {
        pairs.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
    }
}
