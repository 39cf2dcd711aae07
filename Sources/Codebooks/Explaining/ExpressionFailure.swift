import Expressions

/// Why an expression does not hold in a text: the part of it that came nearest to holding.
package indirect enum ExpressionFailure: Sendable, Hashable {
    /// Nothing of this expression stands in the text.
    case absent(String)
    /// One operand of NEAR or PRE stands in the text, the other does not.
    case alone(present: Range<Int>, missing: ExpressionFailure, words: Int)
    /// Both operands stand in the text, with more words between them than allowed; nil is more than
    /// ``Proximity/maximumWords``.
    case tooFar(left: Range<Int>, right: Range<Int>, words: Int?, allowed: Int)
    /// Both operands of PRE stand near each other, the second one first.
    case wrongOrder(first: Range<Int>, second: Range<Int>)
    /// The words of a phrase stand in the text, but not side by side.
    case apart(String)
    /// What NOT excludes stands in the text.
    case excluded(Range<Int>)
    /// Of what AND joins, this does not hold; `present` is a word of what does.
    case incomplete(missing: ExpressionFailure, present: Range<Int>)

    /// How much of the expression was there, to tell the failure worth showing from others.
    package var progress: Int {
        switch self {
        case .absent: 0
        case .apart: 1
        case .alone, .incomplete: 2
        case .tooFar, .wrongOrder, .excluded: 3
        }
    }
}

extension ExpressionProbe {
    /// Why an expression does not hold, or nil if it does.
    ///
    /// - Parameter expression: with or without names in it; at most ``Expression/maximumHeight`` levels deep.
    func failure(of expression: Expression) -> ExpressionFailure? {
        if holds(expression) { return nil }
        switch expression {
        case .term: return .absent(expression.source)
        case .name(let name): return failure(ofName: name)
        case .phrase(let elements):
            return elements.allSatisfy(holds) ? .apart(expression.source) : .absent(expression.source)
        case .any(let operands): return failure(ofAny: operands, expression)
        case .all(let operands): return failure(ofAll: operands, expression)
        case .not(let operand): return spans(of: operand)?.first.map { .excluded($0) }
        case .proximity(let left, let right, let proximity):
            return failure(of: left, proximity, right, source: expression.source)
        }
    }

    /// The parts of an expression that ``failure(of:)`` may ask for, itself among them.
    func askedParts(of expression: Expression) -> [Expression] {
        let inner: [Expression] =
            switch expression {
            case .term: []
            case .name(let name): names.definition(of: name).map { isFlat($0) ? [] : [$0] } ?? []
            case .phrase(let elements): elements
            case .any(let operands): operands.filter { !isFlat($0) }
            case .all(let operands): operands
            case .not(let operand): [operand]
            case .proximity(let left, let right, _): [left, right]
            }
        return [expression] + inner.flatMap { isFlat($0) ? [$0] : askedParts(of: $0) }
    }

    private func failure(ofName name: String) -> ExpressionFailure {
        let known = ExpressionFailure.absent("$" + name)
        guard let definition = names.definition(of: name), !isFlat(definition),
            let failure = failure(of: definition), failure.progress > 0
        else { return known }
        return failure
    }

    /// The alternative that came nearest; if none came near, all of them are what is missing.
    private func failure(ofAny operands: [Expression], _ expression: Expression) -> ExpressionFailure {
        let failures = operands.filter { !isFlat($0) }.compactMap { failure(of: $0) }
        return failures.reduce(.absent(expression.source)) { $1.progress > $0.progress ? $1 : $0 }
    }

    private func failure(ofAll operands: [Expression], _ expression: Expression) -> ExpressionFailure {
        let failures = operands.compactMap { failure(of: $0) }
        let present = operands.lazy.filter(\.asksForWords).compactMap { self.spans(of: $0)?.first }.first
        guard let worst = failures.first(where: { $0.progress < 3 }) ?? failures.first else {
            return .absent(expression.source)
        }
        guard let present, worst.progress < 3 else { return worst }
        return .incomplete(missing: worst, present: present)
    }

    private func failure(
        of left: Expression, _ proximity: Proximity, _ right: Expression, source: String
    ) -> ExpressionFailure {
        switch (spans(of: left), spans(of: right)) {
        case (.some, .some): return distance(left, proximity, right)
        case (let present?, nil): return alone(present, missing: right, proximity)
        case (nil, let present?): return alone(present, missing: left, proximity)
        case (nil, nil):
            let deeper = [left, right].filter { !isFlat($0) }.compactMap { failure(of: $0) }
            return deeper.first { $0.progress > 0 } ?? .absent(source)
        }
    }

    private func alone(
        _ present: [Range<Int>], missing: Expression, _ proximity: Proximity
    ) -> ExpressionFailure {
        let failure = failure(of: missing) ?? .absent(missing.source)
        return .alone(present: present[0], missing: failure, words: proximity.words)
    }

    /// How far apart the operands are: the least number of words at which the proximity would hold.
    private func distance(_ left: Expression, _ proximity: Proximity, _ right: Expression) -> ExpressionFailure {
        func near(_ words: Int, ordered: Bool) -> Expression {
            .proximity(left, right, Proximity(ordered: ordered, words: words))
        }
        if proximity.ordered, let spans = spans(of: near(proximity.words, ordered: false)),
            let (left, right) = sides(left, right, in: spans)
        {
            return .wrongOrder(first: right, second: left)
        }
        var low = proximity.words + 1
        var high = Proximity.maximumWords
        guard low <= high, holds(near(high, ordered: proximity.ordered)) else {
            let (left, right) = (spans(of: left)?.first ?? 0..<0, spans(of: right)?.first ?? 0..<0)
            return .tooFar(left: left, right: right, words: nil, allowed: proximity.words)
        }
        while low < high {
            let middle = (low + high) / 2
            if holds(near(middle, ordered: proximity.ordered)) { high = middle } else { low = middle + 1 }
        }
        let spans = spans(of: near(low, ordered: proximity.ordered)) ?? []
        let (first, second) = sides(left, right, in: spans) ?? (spans.first ?? 0..<0, spans.last ?? 0..<0)
        return .tooFar(left: first, right: second, words: low, allowed: proximity.words)
    }

    /// A word of each operand among the spans of their proximity.
    private func sides(
        _ left: Expression, _ right: Expression, in spans: [Range<Int>]
    ) -> (left: Range<Int>, right: Range<Int>)? {
        let lefts = spans.filter { (self.spans(of: left) ?? []).contains($0) }
        let rights = spans.filter { (self.spans(of: right) ?? []).contains($0) }
        let pairs = lefts.flatMap { left in rights.filter { $0 != left }.map { (left, $0) } }
        return pairs.min { abs($0.0.lowerBound - $0.1.lowerBound) < abs($1.0.lowerBound - $1.1.lowerBound) }
    }

    /// Words and phrases, and ORs of them, of which there is no more to say than that they are absent.
    private func isFlat(_ expression: Expression) -> Bool {
        switch expression {
        case .term: true
        case .phrase(let elements), .any(let elements): elements.allSatisfy(isFlat)
        case .name(let name): names.definition(of: name).map(isFlat) ?? true
        case .proximity, .all, .not: false
        }
    }
}

extension Expression {
    fileprivate var asksForWords: Bool {
        if case .not = self { false } else { true }
    }
}
