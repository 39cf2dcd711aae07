package import Diagnostics

/// What became of an expression's text.
package struct ParsedExpression: Sendable {
    /// Nil if any of the diagnostics is an error.
    package var expression: Expression?
    package var diagnostics: [Diagnostic]
}

/// Reads an expression; everything wrong with it is reported in one go.
///
/// Precedence: words side by side, NEAR and PRE (left to right), NOT, AND, OR.
///
/// - Parameter place: where the expression's first code point stands in its file; diagnostics point into it
///   (line, column, length). Nil stands for line 1, column 1 of no file.
package func parseExpression(_ source: String, at place: Place?) -> ParsedExpression {
    var lexer = Lexer(source, at: place)
    lexer.run()
    var parser = Parser(tokens: lexer.tokens, end: lexer.scalars.count, report: lexer.report)
    let expression = parser.parse()
    return ParsedExpression(
        expression: parser.report.hasErrors ? nil : expression, diagnostics: parser.report.inOrder)
}

/// Recursive descent over the tokens. A rule that finds nothing reports it and returns nil; its caller goes on
/// with what there is, so that later errors are found too.
private struct Parser {
    let tokens: [Token]
    /// Length of the text in code points.
    let end: Int
    var report: Report
    private var index = 0
    private var depth = 0

    /// An expression and the number of its levels.
    typealias Operand = (expression: Expression, height: Int)

    init(tokens: [Token], end: Int, report: Report) {
        self.tokens = tokens
        self.end = end
        self.report = report
    }

    mutating func parse() -> Expression? {
        guard !tokens.isEmpty else {
            if !report.hasErrors {
                report.error("empty-expression", "the expression is empty", 0..<end, help: "write at least one word")
            }
            return nil
        }
        var result: Operand?
        while index < tokens.count {
            result = disjunction()
            if index < tokens.count {
                // Only a parenthesis without its partner ends a disjunction early.
                report.error(
                    "parenthesis", "this parenthesis closes nothing", tokens[index].range,
                    help: "take it away, or open its group with '('")
                index += 1
            }
        }
        return result?.expression
    }

    private mutating func disjunction() -> Operand? {
        let start = index
        var operands: [Operand] = []
        var mixed: (name: String, token: Int)?
        repeat {
            let first = index
            if let operand = conjunction() { operands.append(operand) }
            if case .all? = operands.last?.expression, let name = joint(first..<index) { mixed = (name, first) }
        } while take(.or)
        if operands.count > 1, let mixed {
            report.warning(
                "mixed-operators", "\(mixed.name) and OR are mixed without parentheses", range(start..<index),
                help: "\(mixed.name) binds first; write the parentheses that you mean")
        }
        return combined(operands, Expression.any(of:))
    }

    /// The operator that joins the tokens if they are no single parenthesis: AND or NOT.
    private func joint(_ range: Range<Int>) -> String? {
        var depth = 0
        for token in tokens[range] {
            switch token.kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .and where depth == 0: return "AND"
            case .not where depth == 0: return "NOT"
            default: break
            }
        }
        return nil
    }

    private mutating func conjunction() -> Operand? {
        var operands: [Operand] = []
        repeat { operands += exclusion() } while take(.and)
        return combined(operands, Expression.all(of:))
    }

    /// `a NOT b NOT c`, as the operands of a conjunction.
    private mutating func exclusion() -> [Operand] {
        var operands: [Operand] = []
        if peek != .not, let operand = nearness() { operands.append(operand) }
        while take(.not) {
            if peek == .not {
                report.error("double-not", "NOT follows NOT", tokens[index].range, help: "write it once")
                continue
            }
            if let (expression, height) = nearness() {
                operands.append(within((.not(expression), height + 1), index - 1))
            }
        }
        return operands
    }

    private mutating func nearness() -> Operand? {
        var left = phrase()
        while case .proximity(let proximity)? = peek {
            let operatorIndex = index
            index += 1
            let right = phrase()
            if let first = left, let second = right {
                left = within(
                    (.proximity(first.expression, second.expression, proximity), max(first.height, second.height) + 1),
                    operatorIndex)
            } else {
                left = left ?? right
            }
        }
        return left
    }

    private mutating func phrase() -> Operand? {
        let start = index
        var operands: [Operand] = []
        while index < tokens.count {
            switch tokens[index].kind {
            case .term(let term): operands.append((.term(term), 1))
            case .name(let name): operands.append((.name(name), 1))
            case .open:
                if let operand = parenthesis() { operands.append(operand) }
                continue
            case .and, .or, .not, .proximity, .close:
                return endOfPhrase(start, operands)
            }
            index += 1
        }
        return endOfPhrase(start, operands)
    }

    private mutating func endOfPhrase(_ start: Int, _ operands: [Operand]) -> Operand? {
        if index == start {
            let place = index < tokens.count ? tokens[index].range : range(max(0, index - 1)..<index)
            let beside = index < tokens.count ? "before" : "after"
            report.error(
                "missing-operand", "a word is missing \(beside) '\(report.text(at: place))'", place,
                help: "an operator stands between two words: soil AND water")
        } else if operands.count > 1 {
            warnOfWordsThatLookLikeOperators(start..<index)
        }
        return combined(operands, Expression.phrase(of:))
    }

    private mutating func parenthesis() -> Operand? {
        let open = index
        index += 1
        guard depth < Expression.maximumHeight else {
            tooDeep(open)
            skipToPartner()
            return nil
        }
        if take(.close) {
            report.error(
                "empty-parentheses", "nothing stands between the parentheses", range(open..<index),
                help: "write what they hold, or take them away")
            return nil
        }
        depth += 1
        let operand = disjunction()
        depth -= 1
        if !take(.close) {
            report.error(
                "parenthesis", "this parenthesis is never closed", tokens[open].range,
                help: "write ')' where its group ends")
        }
        return operand
    }

    private mutating func skipToPartner() {
        var open = 1
        while index < tokens.count, open > 0 {
            if tokens[index].kind == .open { open += 1 }
            if tokens[index].kind == .close { open -= 1 }
            index += 1
        }
    }
}

// MARK: - Helpers

extension Parser {
    private var peek: Token.Kind? { index < tokens.count ? tokens[index].kind : nil }

    private mutating func take(_ kind: Token.Kind) -> Bool {
        guard peek == kind else { return false }
        index += 1
        return true
    }

    private mutating func combined(_ operands: [Operand], _ list: ([Expression]) -> Expression) -> Operand? {
        guard operands.count > 1 else { return operands.first }
        return within((list(operands.map(\.expression)), operands.map(\.height).max()! + 1), index - 1)
    }

    /// The operand if its height is allowed; otherwise a word in its place, after an error.
    private mutating func within(_ operand: Operand, _ token: Int) -> Operand {
        guard operand.height > Expression.maximumHeight else { return operand }
        tooDeep(token)
        return (.term(Term(parts: ["x"])), 1)
    }

    private mutating func tooDeep(_ token: Int) {
        report.error(
            "too-deep", "the expression is nested more than \(Expression.maximumHeight) levels deep",
            tokens[token].range, help: "give parts of it a name under 'terms:'")
    }

    /// Code points from the first of the tokens to the last.
    private func range(_ tokens: Range<Int>) -> Range<Int> {
        guard let first = self.tokens[tokens].first, let last = self.tokens[tokens].last else { return 0..<end }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// Words inside a phrase that other databases, or lower case, would take for operators.
    private mutating func warnOfWordsThatLookLikeOperators(_ range: Range<Int>) {
        for index in range.dropFirst().dropLast() where !tokens[index].quoted {
            guard case .term(let term) = tokens[index].kind, let written = operatorMeant(by: term) else { continue }
            report.warning(
                "looks-like-operator", "'\(term.parts[0])' is a word of a phrase here", tokens[index].range,
                help: "if you mean the operator, write \(written)")
        }
    }
}
