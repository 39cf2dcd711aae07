// Words side by side.

extension SearchWriter {
    /// A phrase: in quotation marks, by an operator that keeps the order, or as an OR of phrases.
    mutating func phrase(_ elements: [PlacedExpression], _ range: Range<Int>) -> Written? {
        var places: [[[WrittenWord]]] = []
        for element in elements {
            guard let alternatives = alternatives(of: element) else {
                return findings.hasErrors ? nil : adjacent(elements, range)
            }
            places.append(alternatives)
        }
        let isOne = places.allSatisfy { $0.count == 1 }
        guard isOne || orderedSign == nil, let phrases = phrases(of: places) else { return adjacent(elements, range) }
        if !rules.tag.isEmpty {
            findings.noteOnce(
                "phrase-index", "\(dialect.title) finds a phrase only if its index has it, and else ignores the quotes",
                range, help: "look at 'Search details'; \"two words\"[tiab:~0] needs no index")
        }
        return list(phrases, rules.or)
    }

    /// One phrase for each combination; nil if they are too many, or a wildcard stands where none may.
    private func phrases(of places: [[[WrittenWord]]]) -> [Written]? {
        let phrases = combinations(places)?.map { quoted($0.flatMap { $0 }) }
        return phrases?.contains { $0 == nil } == false ? phrases?.compactMap { $0 } : nil
    }

    /// An operator in order with nothing between; nil if there is none.
    private var orderedSign: String? {
        if let form = dialect.proximities.first(where: \.isOrdered) {
            return form.standard == 0 ? String(form.sign.dropLast()) : "\(form.sign)\(form.offset)"
        }
        return dialect.proximities.first(where: \.ordersNeighbours)?.sign
    }

    /// The elements joined by the operator that means side by side, or by the nearest thing to it; nil after an error.
    private mutating func adjacent(_ elements: [PlacedExpression], _ range: Range<Int>) -> Written? {
        guard let parts = writeAll(elements) else { return nil }
        if let orderedSign { return joined(parts, orderedSign) }
        let near = dialect.proximities.first.map { "\($0.sign)\($0.offset)" }
        findings.warning(
            "phrase", "\(dialect.title) cannot write these words side by side", range,
            help: "written with \(near ?? rules.and), which finds more")
        return near.map { joined(parts, $0) } ?? list(parts, rules.and)
    }

    private func joined(_ parts: [Written], _ sign: String) -> Written {
        Written(text: parts.map(\.inProximity).joined(separator: " \(sign) "), form: .compound)
    }

    /// The words as one phrase; nil where a wildcard stands where none may.
    func quoted(_ words: [WrittenWord]) -> Written? {
        guard words.count > 1 else { return Written(text: word(words[0]) + rules.tag, form: .word) }
        switch rules.phraseWildcards {
        case .anywhere: break
        case .lastWord: if words.dropLast().contains(where: \.hasWildcard) { return nil }
        case .nowhere: if words.contains(where: \.hasWildcard) { return nil }
        }
        guard rules.quotesPhrases else { return Written(text: words.map(word).joined(separator: " "), form: .words) }
        return Written(text: "\"\(words.map(\.text).joined(separator: " "))\"\(rules.tag)", form: .word)
    }

    // MARK: Combinations

    /// More would be unreadable, and too long for a search field.
    static let maximumCombinations = 100

    /// The phrases that may stand in one place of a phrase; nil if there is something else, or too many.
    private mutating func alternatives(of element: PlacedExpression) -> [[WrittenWord]]? {
        switch element.kind {
        case .term(let term): return spellings(of: term, at: element.range)?.map { [$0] }
        case .any(let operands):
            var result: [[WrittenWord]] = []
            for operand in operands {
                guard let alternatives = alternatives(of: operand) else { return nil }
                result += alternatives
            }
            return result
        case .phrase(let elements):
            var places: [[[WrittenWord]]] = []
            for element in elements {
                guard let alternatives = alternatives(of: element) else { return nil }
                places.append(alternatives)
            }
            return combinations(places)?.map { $0.flatMap { $0 } }
        case .proximity, .all, .not: return nil
        }
    }

    /// One of each, in every combination; nil if these are too many.
    func combinations<Element>(_ alternatives: [[Element]]) -> [[Element]]? {
        var result: [[Element]] = [[]]
        for elements in alternatives {
            guard result.count * elements.count <= Self.maximumCombinations else { return nil }
            result = result.flatMap { start in elements.map { start + [$0] } }
        }
        return result
    }
}
