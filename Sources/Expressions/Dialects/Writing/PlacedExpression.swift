/// An expression whose parts know where they stand in its canonical text.
struct PlacedExpression {
    indirect enum Kind {
        case term(Term)
        case phrase([PlacedExpression])
        case proximity(PlacedExpression, PlacedExpression, Proximity)
        case all([PlacedExpression])
        case any([PlacedExpression])
        case not(PlacedExpression)
    }

    var kind: Kind
    /// Code points of ``Expression/source``, from the first word to the last.
    var range: Range<Int>

    /// - Parameter source: the canonical text of the expression, which holds no name.
    init(_ expression: Expression, source: String) {
        var lexer = Lexer(source, at: nil)
        lexer.run()
        var terms = lexer.tokens.lazy.compactMap { token -> Range<Int>? in
            if case .term = token.kind { token.range } else { nil }
        }.makeIterator()
        self = PlacedExpression(expression) { terms.next() ?? 0..<0 }
    }

    private init(_ expression: Expression, _ next: () -> Range<Int>) {
        switch expression {
        case .term(let term): self.init(.term(term), next())
        case .name: preconditionFailure("names are expanded before an expression is written")
        case .phrase(let elements): self.init(elements, next, Kind.phrase)
        case .all(let operands): self.init(operands, next, Kind.all)
        case .any(let operands): self.init(operands, next, Kind.any)
        case .not(let operand): self.init([operand], next) { .not($0[0]) }
        case .proximity(let left, let right, let proximity):
            self.init([left, right], next) { .proximity($0[0], $0[1], proximity) }
        }
    }

    private init(_ elements: [Expression], _ next: () -> Range<Int>, _ combine: ([PlacedExpression]) -> Kind) {
        let placed = elements.map { PlacedExpression($0, next) }
        self.init(combine(placed), placed[0].range.lowerBound..<placed.last!.range.upperBound)
    }

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}

// MARK: - Negation

extension PlacedExpression {
    /// The expression with NOT only behind something positive in a conjunction, as databases want it.
    ///
    /// `a OR NOT b` is `NOT (b NOT a)`, and so on; an expression with nothing positive cannot be written at all.
    var withPositiveFirst: PlacedExpression {
        let (isNegative, result) = signed
        return isNegative ? PlacedExpression(.not(result), range) : result
    }

    private var signed: (isNegative: Bool, PlacedExpression) {
        switch kind {
        case .term, .phrase, .proximity: return (false, self)
        case .not(let operand):
            let (isNegative, result) = operand.signed
            return (!isNegative, result)
        case .all(let operands):
            let (positive, negative) = Self.divided(operands)
            if positive.isEmpty { return (true, list(negative, Kind.any)) }
            return (false, list(positive + negative.map(\.negated), Kind.all))
        case .any(let operands):
            let (positive, negative) = Self.divided(operands)
            if negative.isEmpty { return (false, list(positive, Kind.any)) }
            return (true, list(negative + (positive.isEmpty ? [] : [list(positive, Kind.any).negated]), Kind.all))
        }
    }

    private static func divided(
        _ operands: [PlacedExpression]
    ) -> (positive: [PlacedExpression], negative: [PlacedExpression]) {
        let signed = operands.map(\.signed)
        return (signed.filter { !$0.isNegative }.map(\.1), signed.filter(\.isNegative).map(\.1))
    }

    private var negated: PlacedExpression { PlacedExpression(.not(self), range) }

    private func list(_ elements: [PlacedExpression], _ kind: ([PlacedExpression]) -> Kind) -> PlacedExpression {
        elements.count == 1 ? elements[0] : PlacedExpression(kind(elements), range)
    }
}
