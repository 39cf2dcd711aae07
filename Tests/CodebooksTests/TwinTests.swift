import Codebooks
import DocumentModel
import Expressions
import SeededRandom
import Testing

/// The passage coder against an evaluator that follows the definitions word by word.
struct TwinTests {
    @Test(arguments: 0..<60)
    func codesLikeTheDefinition(seed: UInt64) {
        var random = RandomCodebook(seed: seed)
        let codebook = random.codebook()
        let coder = PassageCoder([codebook])
        let passages = (0..<20).map { _ in random.passage() }
        for (passage, found) in zip(passages, coder.code(passages)) {
            let expected = DefinedCoder(codebook: codebook, passage: passage).codes()
            #expect(found == expected, "\(codebook)\n\(passage)")
        }
    }
}

// MARK: - The definition

/// Codes one passage with one codebook, slowly.
private struct DefinedCoder {
    let codebook: Codebook
    let passage: Passage

    func codes() -> PassageCodes {
        var result = PassageCodes()
        for dimension in codebook.dimensions {
            let assigned = assigned(dimension)
            if !assigned.isEmpty { result.assigned.append(DimensionCodes(dimension: dimension.id, codes: assigned)) }
            for code in dimension.codes {
                let matches = matches(code, dimension)
                guard !matches.isEmpty else { continue }
                let sum = matches.reduce(0) { sum, match in sum + code.rules.first { $0.id == match.rule }!.weight }
                result.scores.append(
                    CodeScore(code: CodeReference(dimension: dimension.id, code: code.id), thousandths: sum))
                result.matches += matches
            }
        }
        return result
    }

    private func assigned(_ dimension: Dimension) -> [String] {
        var candidates: [(score: Int, index: Int)] = []
        for (index, code) in dimension.codes.enumerated() {
            let held = code.rules.filter { spans($0, dimension) != nil }
            let score = held.reduce(0) { $0 + $1.weight }
            if !held.isEmpty, score >= code.threshold { candidates.append((score, index)) }
        }
        candidates.sort { $0.score > $1.score || $0.score == $1.score && $0.index < $1.index }
        let best = candidates.first?.score ?? 0
        let chosen =
            switch dimension.assign {
            case .best: Array(candidates.prefix(1))
            case .all: candidates
            case .within(let margin): candidates.filter { best - $0.score <= margin }
            }
        return chosen.map { dimension.codes[$0.index].id }
    }

    private func matches(_ code: Code, _ dimension: Dimension) -> [RuleMatch] {
        code.rules.compactMap { rule in
            spans(rule, dimension).map {
                RuleMatch(code: CodeReference(dimension: dimension.id, code: code.id), rule: rule.id, spans: $0)
            }
        }
    }

    private func spans(_ rule: Rule, _ dimension: Dimension) -> [MatchSpan]? {
        if let section = passage.section {
            if codebook.skip.contains(section) || rule.notInSections.contains(section) { return nil }
            if !rule.inSections.isEmpty, !rule.inSections.contains(section) { return nil }
        }
        if !rule.when.isEmpty,
            !rule.when.contains(where: { assigned(codebook.dimension($0.dimension)!).contains($0.code) })
        {
            return nil
        }
        if let unless = rule.unless, hits(unless.expression, passage.text) != nil { return nil }
        var spans: [MatchSpan] = []
        if let match = rule.match {
            guard let found = hits(match.expression, passage.text) else { return nil }
            // Passages of these tests begin with a word.
            if rule.at == .start, !found.contains(where: { $0.lowerBound == 0 }) { return nil }
            spans += found.map { MatchSpan(source: .text, start: $0.lowerBound, end: $0.upperBound) }
        }
        if let under = rule.under {
            guard let level = nearestLevel(dimension), let found = hits(under.expression, level.text) else {
                return nil
            }
            spans += found.map {
                MatchSpan(source: level.source, level: level.heading, start: $0.lowerBound, end: $0.upperBound)
            }
        }
        if let previous = rule.previous {
            guard let text = passage.previous, let found = hits(previous.expression, text) else { return nil }
            spans += found.map { MatchSpan(source: .previous, start: $0.lowerBound, end: $0.upperBound) }
        }
        return spans
    }

    private func nearestLevel(_ dimension: Dimension) -> (source: MatchSpan.Source, heading: Int?, text: String)? {
        var levels: [(source: MatchSpan.Source, heading: Int?, text: String)] = []
        if let leadIn = passage.leadIn { levels.append((.leadIn, nil, leadIn)) }
        for index in passage.headings.indices.reversed() { levels.append((.heading, index, passage.headings[index])) }
        let unders = dimension.codes.flatMap(\.rules).compactMap(\.under)
        return levels.first { level in unders.contains { hits($0.expression, level.text) != nil } }
    }

    /// Where an expression of words, AND, OR and NOT holds; nil if it does not.
    private func hits(_ expression: Expression, _ text: String) -> [Range<Int>]? {
        switch expression {
        case .term(let term):
            let words = text.split(separator: " ", omittingEmptySubsequences: false)
            var start = 0
            var found: [Range<Int>] = []
            for word in words {
                if String(word) == term.parts[0] { found.append(start..<start + word.count) }
                start += word.count + 1
            }
            return found.isEmpty ? nil : found
        case .any(let operands):
            let found = operands.compactMap { hits($0, text) }
            return found.isEmpty ? nil : sorted(found)
        case .all(let operands):
            let found = operands.compactMap { hits($0, text) }
            return found.count == operands.count ? sorted(found) : nil
        case .not(let operand): return hits(operand, text) == nil ? [] : nil
        case .phrase, .proximity, .name: preconditionFailure("random codebooks have none of these")
        }
    }

    private func sorted(_ spans: [[Range<Int>]]) -> [Range<Int>] {
        Set(spans.flatMap(\.self)).sorted { $0.lowerBound < $1.lowerBound }
    }
}

// MARK: - Random codebooks

/// Small codebooks and passages over few words, so that much holds.
private struct RandomCodebook {
    private var generator: SeededGenerator
    private static let words = ["soil", "worm", "rain", "bed", "seed", "root"]
    private static let sections: [SectionKind] = [.methods, .results, .discussion]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func codebook() -> Codebook {
        let count = Int.random(in: 1...4, using: &generator)
        // `when` asks for dimensions of lower rank, wherever they stand.
        let ranks = Array(0..<count).shuffled(using: &generator)
        let sizes = ranks.map { _ in Int.random(in: 1...4, using: &generator) }
        return Codebook(
            id: "random", skip: chance(4) ? [pick(Self.sections)] : [],
            dimensions: (0..<count).map { index in
                let lower = (0..<count).filter { ranks[$0] < ranks[index] }
                let assign = pick(
                    [.best, .all, .within(thousandths: 500), .within(thousandths: 1000)] as [Dimension.Assignment])
                return Dimension(
                    id: "d\(index)", assign: assign,
                    codes: (0..<sizes[index]).map { code in
                        Code(
                            id: "c\(code)", threshold: pick([500, 1000, 1500, 2000]),
                            rules: (0..<Int.random(in: 1...4, using: &generator)).map { rule($0, lower, sizes) })
                    })
            })
    }

    private mutating func rule(_ number: Int, _ lower: [Int], _ sizes: [Int]) -> Rule {
        var rule = Rule(id: "r\(number)", weight: pick([1000, 1000, 500, 3000, -1000, -500]))
        let form = Int.random(in: 0..<6, using: &generator)
        if form < 3 { rule.match = expression() }
        if form < 3, chance(3) { rule.at = .start }
        if form == 3 || form == 4 || chance(4) { rule.under = expression() }
        if form == 5 || chance(6) { rule.previous = expression() }
        if chance(5) { rule.unless = expression() }
        if chance(5) { rule.inSections = [pick(Self.sections), pick(Self.sections)] }
        if chance(5) { rule.notInSections = [pick(Self.sections)] }
        if !lower.isEmpty, chance(3) {
            let dimension = pick(lower)
            let code = Int.random(in: 0..<sizes[dimension], using: &generator)
            rule.when = [CodeReference(dimension: "d\(dimension)", code: "c\(code)")]
        }
        return rule
    }

    private mutating func expression() -> RuleExpression {
        let words = (0..<3).map { _ in Expression.term(Term(parts: [pick(Self.words)])) }
        let expression: Expression =
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: .any(of: [words[0], words[1]])
            case 1: .all(of: [words[0], .any(of: [words[1], words[2]])])
            case 2: .all(of: [words[0], .not(words[1])])
            default: words[0]
            }
        return RuleExpression(sources: [expression.source], expression: expression)
    }

    mutating func passage() -> Passage {
        Passage(
            id: "p", text: text(4), headings: (0..<Int.random(in: 0...3, using: &generator)).map { _ in text(2) },
            leadIn: chance(3) ? text(2) : nil, previous: chance(2) ? text(3) : nil,
            section: chance(4) ? nil : pick(Self.sections))
    }

    private mutating func text(_ words: Int) -> String {
        (0..<Int.random(in: 1...words, using: &generator)).map { _ in pick(Self.words) }.joined(separator: " ")
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &generator)! }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }
}
