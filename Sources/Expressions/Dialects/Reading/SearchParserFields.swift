// What fields and references make of the words before them.

extension SearchParser {
    /// Applies a field to the words before it: all that stand side by side, or one phrase or group.
    ///
    /// - Parameter all: to the whole run, as a field before it does.
    mutating func field(_ role: FieldRole, _ range: Range<Int>, all: Bool = false) {
        let atoms = all ? run : trailing
        guard let first = atoms.first, let last = atoms.last else {
            findings.error("field-without-words", "no word stands before '\(lexer.text(range))'", range)
            return
        }
        let whole = first.range.lowerBound..<(all ? last.range.upperBound : range.upperBound)
        replaceLast(atoms.count, by: Atom(operand: operand(atoms, role, whole), range: whole, form: .finished))
    }

    private mutating func operand(_ atoms: [Atom], _ role: FieldRole, _ range: Range<Int>) -> SearchOperand {
        switch role {
        case .text:
            var operand = atoms[0].operand
            for atom in atoms.dropFirst() { operand.join(atom.operand, in: .phrase) }
            return operand
        case .heading:
            if atoms.count == 1, case .group = atoms[0].form { return headings(atoms[0], range) }
            let words = atoms[0].range.lowerBound..<atoms.last!.range.upperBound
            var scanner = lexer
            swap(&scanner.findings, &findings)
            defer { swap(&scanner.findings, &findings) }
            return scanner.heading(words, around: range).map { SearchOperand($0) } ?? .limit
        case .limit, .comparison:
            findings.warning(
                "limit", "'\(lexer.text(range))' is no condition on the text and is dropped", range,
                help: "language, year, author, journal and type of publication are no part of an expression")
            return .limit
        }
    }

    private mutating func headings(_ group: Atom, _ range: Range<Int>) -> SearchOperand {
        findings.warning(
            "subject-heading", "'\(lexer.text(range))' finds what indexers filed there, whatever its text says", range,
            help: "read as its words: add with OR the words that texts use")
        return group.operand
    }

    /// The words before a field: those outside quotation marks, else one atom.
    private var trailing: [Atom] {
        let words = run.reversed().prefix {
            switch $0.form {
            case .word, .number: true
            default: false
            }
        }
        return words.isEmpty ? run.suffix(1) : words.reversed()
    }

    // MARK: Proximity

    /// More words would need too many expressions to stand in any order.
    private static let maximumProximityWords = 4

    /// PubMed's `"a b"[tiab:~3]`: all of the words in any order.
    mutating func proximity(_ distance: Int, _ range: Range<Int>) {
        guard let atom = run.last, case .phrase(let words) = atom.form, words.count > 1 else {
            findings.error(
                "field-without-words", "'\(lexer.text(range))' needs words in quotation marks before it", range,
                help: "\"hospital discharge\"[tiab:~3] has at most 3 words between")
            return
        }
        let whole = atom.range.lowerBound..<range.upperBound
        if words.contains(where: \.isTruncated) {
            findings.warning(
                "truncated-proximity", "PubMed does not truncate words in a proximity search", whole,
                help: "here the truncation is kept, so more is found")
        }
        let count = min(distance, Proximity.maximumWords)
        if words.count > 2 || count < distance {
            findings.warning(
                "proximity-words",
                "PubMed counts all words between in one sum; here up to \(count) may stand between any two", whole,
                help: words.count > Self.maximumProximityWords ? "read with AND: so many words in any order" : nil)
        }
        let proximity = Proximity(ordered: false, words: count)
        let expression =
            words.count > Self.maximumProximityWords
            ? Expression.all(of: words) : Expression.any(of: anyOrder(words[0], Array(words.dropFirst()), proximity))
        let operand = SearchOperand(expression, height: words.count + 2, terms: words.count * words.count * 2)
        replaceLast(1, by: Atom(operand: operand, range: whole, form: .finished))
    }

    /// In any order one of the others stands next to the first, then one of the rest next to both, and so on.
    private func anyOrder(_ first: Expression, _ others: [Expression], _ proximity: Proximity) -> [Expression] {
        guard !others.isEmpty else { return [first] }
        return others.indices.flatMap { index in
            var rest = others
            let next = rest.remove(at: index)
            return anyOrder(.proximity(first, next, proximity), rest, proximity)
        }
    }

    // MARK: Lines

    /// A bare number that stands alone is a line of the strategy.
    mutating func resolveNumber() {
        guard run.count == 1, case .number(let number) = run[0].form else { return }
        let range = run[0].range
        replaceLast(1, by: Atom(operand: operand([number], .or, range), range: range, form: .finished))
    }

    mutating func operand(_ numbers: [Int], _ joint: Joint, _ range: Range<Int>) -> SearchOperand {
        var result = SearchOperand.limit
        for number in numbers {
            guard let line = lines.use(number) else {
                findings.error(
                    "unknown-line", "there is no line \(number) before this one", range,
                    help: "give the whole strategy, one search a line, in the order of their numbers; "
                        + "or write \"\(number)\" for the number itself")
                return .limit
            }
            guard !lines.areTooLarge else {
                tooLarge(range)
                return .limit
            }
            result.join(line, in: joint == .and ? .all : .any)
        }
        return result
    }
}

extension Expression {
    fileprivate var isTruncated: Bool {
        switch self {
        case .term(let term): term.parts.contains { $0.contains("*") }
        case .phrase(let elements), .any(let elements): elements.contains(where: \.isTruncated)
        case .proximity, .all, .not, .name: false
        }
    }
}
