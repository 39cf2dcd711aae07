/// Puts a search string together from its tokens, with two stacks for each open parenthesis.
struct SearchParser {
    let dialect: Dialect
    let lexer: SearchLexer
    var findings: Findings
    /// What the lines before give; a parser marks those that it uses.
    var lines: StrategyLines
    private var frames = [Frame(open: nil)]
    private var hasFailed = false

    /// What stands between two parentheses.
    private struct Frame {
        var open: Range<Int>?
        /// Words and groups side by side that no operator has ended yet.
        var run: [Atom] = []
        var isHeading = false
        var operands: [SearchOperand] = []
        var joints: [(joint: Joint, range: Range<Int>)] = []
        /// Operators that have been there, to see whether they are mixed.
        var boolean: Joint?
    }

    struct Atom {
        var operand: SearchOperand
        var range: Range<Int>
        var form: Form

        enum Form {
            /// Outside quotation marks, without a field yet.
            case word
            case number(Int)
            case phrase([Expression])
            case group
            /// Has its field.
            case finished
        }
    }

    init(_ lexer: SearchLexer, lines: StrategyLines) {
        dialect = lexer.dialect
        self.lexer = lexer
        findings = lexer.findings
        self.lines = lines
    }

    /// The operand that the whole line is; nil after an error.
    mutating func parse() -> SearchOperand? {
        for token in lexer.tokens where !hasFailed { accept(token) }
        guard !hasFailed else { return nil }
        while frames.count > 1 {
            findings.error("parenthesis", "this parenthesis is never closed", frames.last!.open!)
            close(at: frames.last!.open!)
        }
        return finish()
    }

    private mutating func accept(_ token: SearchToken) {
        let range = token.range
        switch token.kind {
        case .word(let word): push(SearchOperand(word), range, .word)
        case .number(let word, let number): push(SearchOperand(word), range, .number(number))
        case .phrase(let words): push(SearchOperand(Expression.phrase(of: words)), range, .phrase(words))
        case .heading(let words): push(SearchOperand(words), range, .finished)
        case .limit: push(.limit, range, .finished)
        case .lines(let numbers, let joint):
            push(operand(numbers, joint, range), range, .finished)
        case .headingBefore: frames[frames.count - 1].isHeading = true
        case .fieldAfter(let role): field(role, range)
        case .proximityAfter(let words): proximity(words, range)
        case .joint(let joint): self.joint(joint, range)
        case .open: open(range)
        case .close: closing(range)
        }
    }

    private mutating func push(_ operand: SearchOperand, _ range: Range<Int>, _ form: Atom.Form) {
        frames[frames.count - 1].run.append(Atom(operand: operand, range: range, form: form))
    }

    /// Replaces the last atoms of the run.
    mutating func replaceLast(_ count: Int, by atom: Atom) {
        frames[frames.count - 1].run.removeLast(count)
        frames[frames.count - 1].run.append(atom)
    }

    var run: [Atom] { frames[frames.count - 1].run }

    // MARK: Parentheses

    private mutating func open(_ range: Range<Int>) {
        guard frames.count <= Expression.maximumHeight else { return tooDeep(range) }
        frames.append(Frame(open: range))
    }

    private mutating func closing(_ range: Range<Int>) {
        guard frames.count > 1 else {
            return findings.error("parenthesis", "this parenthesis closes nothing", range)
        }
        close(at: range)
    }

    private mutating func close(at range: Range<Int>) {
        let start = frames.last!.open!.lowerBound
        let isEmpty = frames.last!.run.isEmpty && frames.last!.joints.isEmpty && frames.last!.operands.isEmpty
        if isEmpty {
            findings.error("empty-parentheses", "nothing stands between the parentheses", start..<range.upperBound)
            push(.limit, range, .finished)
        }
        let operand = finish()
        frames.removeLast()
        if let operand { push(operand, start..<range.upperBound, .group) }
    }

    private mutating func tooDeep(_ range: Range<Int>) {
        hasFailed = true
        findings.error(
            "too-deep", "the search is nested more than \(Expression.maximumHeight) levels deep", range,
            help: "translate its parts one by one")
    }

    // MARK: Operators

    private mutating func joint(_ joint: Joint, _ range: Range<Int>) {
        endRun()
        let last = frames.count - 1
        let count = frames[last].joints.count
        guard frames[last].operands.count > count else {
            if joint == .not, count > 0, frames[last].joints[count - 1].joint == .and {
                // AND NOT
                frames[last].joints.removeLast()
                push(.not, range)
            } else {
                findings.error("missing-operand", "a word is missing before '\(lexer.text(range))'", range)
            }
            return
        }
        push(joint, range)
    }

    private mutating func push(_ joint: Joint, _ range: Range<Int>) {
        let last = frames.count - 1
        let strength = dialect.precedence.strength(of: joint)
        while let top = frames[last].joints.last, dialect.precedence.strength(of: top.joint) >= strength { reduce() }
        frames[last].joints.append((joint, range))
        warnIfMixed(joint, range)
    }

    private mutating func warnIfMixed(_ joint: Joint, _ range: Range<Int>) {
        let last = frames.count - 1
        guard [.and, .or, .not].contains(joint) else { return }
        if let other = frames[last].boolean, (other == .or) != (joint == .or) {
            findings.warning(
                "mixed-operators", "OR stands beside AND or NOT without parentheses", range,
                help: "read as \(dialect.title) reads it, which \(dialect.precedence.explanation)")
        }
        frames[last].boolean = joint
    }

    /// Applies the last operator.
    private mutating func reduce() {
        let last = frames.count - 1
        let (joint, range) = frames[last].joints.removeLast()
        let right = frames[last].operands.removeLast()
        var left = frames[last].operands.removeLast()
        switch joint {
        case .and: left.join(right, in: .all)
        case .or: left.join(right, in: .any)
        case .adjacent: left.join(right, in: .phrase)
        case .not: left.exclude(right)
        case .proximity(let proximity):
            if left.isLimit {
                left = right
            } else if !right.isLimit {
                left = SearchOperand(
                    .proximity(left.expression, right.expression, proximity),
                    height: max(left.height, right.height) + 1,
                    terms: left.terms + right.terms)
            }
        }
        if left.height > Expression.maximumHeight { tooDeep(range) }
        if left.terms > StrategyLines.maximumTerms { tooLarge(range) }
        frames[last].operands.append(hasFailed ? .limit : left)
    }

    mutating func tooLarge(_ range: Range<Int>) {
        hasFailed = true
        findings.error("too-large", "the search has more than \(StrategyLines.maximumTerms) terms", range)
    }

    /// Makes operands of the run before an operator or an end.
    private mutating func endRun() {
        let last = frames.count - 1
        resolveNumber()
        if frames[last].isHeading {
            frames[last].isHeading = false
            field(.heading, frames[last].run.first?.range ?? 0..<0, all: true)
        }
        let run = frames[last].run
        guard let first = run.first else { return }
        frames[last].run = []
        if dialect.adjacency == .phrase {
            var operand = first.operand
            for atom in run.dropFirst() { operand.join(atom.operand, in: .phrase) }
            frames[last].operands.append(operand)
            return
        }
        let words = run.filter { !isStopWord($0, among: run.count) }
        for (index, atom) in (words.isEmpty ? run : words).enumerated() {
            if index > 0 { push(.and, atom.range) }
            frames[last].operands.append(atom.operand)
        }
        if words.count > 1, words.contains(where: { !$0.operand.isLimit }) { warnOfConjunction(words) }
        if let without = dialect.wordsWithoutField, case .word = first.form {
            findings.warnOnce("no-field", without, first.range, help: "read as these words alone")
        }
    }

    /// `and` in lower case, which PubMed leaves out.
    private func isStopWord(_ atom: Atom, among count: Int) -> Bool {
        guard dialect.needsUpperCase, count > 1, case .word = atom.form else { return false }
        return Joint.words[lexer.text(atom.range)] != nil
    }

    private mutating func warnOfConjunction(_ words: [Atom]) {
        let isPlain = words.contains { if case .word = $0.form { true } else { false } }
        findings.warning(
            "side-by-side", "words side by side are read as \(dialect.title) reads them, with AND",
            words.first!.range.lowerBound..<words.last!.range.upperBound,
            help: isPlain ? "if you mean the phrase, write it in quotation marks" : nil)
    }

    private mutating func finish() -> SearchOperand? {
        endRun()
        let last = frames.count - 1
        if !frames[last].joints.isEmpty, frames[last].operands.count <= frames[last].joints.count {
            let range = frames[last].joints.removeLast().range
            findings.error("missing-operand", "a word is missing after '\(lexer.text(range))'", range)
        }
        while !frames[last].joints.isEmpty, !hasFailed { reduce() }
        return frames[last].operands.last
    }
}
