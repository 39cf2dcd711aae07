package import Diagnostics

/// A search string for a database.
package struct WrittenSearch: Sendable {
    /// Nil if one of the diagnostics is an error.
    package var text: String?
    package var diagnostics: [Diagnostic]
}

/// Writes an expression as a search string of a database.
///
/// Without a warning the string finds the same: ``readSearch(_:in:)`` gives an equivalent expression.
///
/// - Parameters:
///   - expression: canonical, without names, and without an error of ``check(_:at:)``.
///   - place: where the first code point of ``Expression/source`` stands in its file; diagnostics point into it.
///   - stem: the stem of a word in lower case, for `word~`.
package func writeSearch(
    _ expression: Expression, in dialect: Dialect, at place: Place?, stem: @escaping (String) -> String
) -> WrittenSearch {
    let source = expression.source
    var writer = SearchWriter(dialect, source: source, place: place, stem: stem)
    let whole = PlacedExpression(expression, source: source).withPositiveFirst
    let written = writer.write(whole)
    let text = written.map { writer.rules.opening + $0.text + writer.rules.closing }
    return WrittenSearch(
        text: writer.findings.hasErrors ? nil : text, diagnostics: writer.findings.diagnostics)
}

struct SearchWriter {
    let dialect: Dialect
    let stem: (String) -> String
    var findings: Findings
    /// ``Dialect/beginningsOfSigns``, made once.
    private let beginnings: Set<String>

    init(_ dialect: Dialect, source: String, place: Place?, stem: @escaping (String) -> String) {
        self.dialect = dialect
        self.stem = stem
        beginnings = dialect.beginningsOfSigns
        findings = Findings(scalars: Array(source.unicodeScalars), place: place)
    }

    var rules: WritingRules { dialect.writing }

    var signForOne: Unicode.Scalar? { dialect.wildcards.first { $0.value == .one }?.key }

    /// A part of the string, and whether it can be an operand as it stands.
    struct Written {
        var text: String
        var form: Form

        enum Form {
            case word
            /// Words side by side without quotation marks.
            case words
            /// Joined by OR.
            case alternatives
            case compound
        }

        var inList: String { form == .compound || form == .alternatives ? "(\(text))" : text }
        var inProximity: String { form == .word ? text : "(\(text))" }
    }

    /// The string for an expression; nil after an error.
    mutating func write(_ node: PlacedExpression) -> Written? {
        switch node.kind {
        case .term(let term):
            guard let words = spellings(of: term, at: node.range) else { return nil }
            return list(words.map { Written(text: word($0) + rules.tag, form: .word) }, rules.or)
        case .phrase(let elements): return phrase(elements, node.range)
        case .proximity(let left, let right, let proximity): return self.proximity(left, right, proximity, node.range)
        case .any(let operands): return writeAll(operands).map { list($0, rules.or) }
        case .all(let operands): return conjunction(operands)
        case .not(let operand):
            // Only where nothing positive stands anywhere, which is an error of the expression.
            return write(operand).map { Written(text: "\(rules.not) \($0.inList)", form: .compound) }
        }
    }

    /// All of them; nil after an error in one, after looking at the others.
    mutating func writeAll(_ nodes: [PlacedExpression]) -> [Written]? {
        let written = nodes.map { write($0) }
        return written.contains { $0 == nil } ? nil : written.compactMap { $0 }
    }

    func list(_ parts: [Written], _ sign: String) -> Written {
        guard parts.count > 1 else { return parts[0] }
        let isOr = sign == rules.or
        let texts = parts.map { isOr && $0.form == .alternatives ? $0.text : $0.inList }
        return Written(text: texts.joined(separator: " \(sign) "), form: isOr ? .alternatives : .compound)
    }

    private mutating func conjunction(_ operands: [PlacedExpression]) -> Written? {
        var positive: [PlacedExpression] = []
        var negative: [PlacedExpression] = []
        for operand in operands {
            if case .not(let inner) = operand.kind { negative.append(inner) } else { positive.append(operand) }
        }
        guard let wanted = writeAll(positive), let unwanted = writeAll(negative) else { return nil }
        let start = wanted.count == 1 && !unwanted.isEmpty ? wanted[0].inList : list(wanted, rules.and).text
        let text = start + unwanted.map { " \(rules.not) \($0.inList)" }.joined()
        return Written(text: text, form: .compound)
    }

    // MARK: Words

    /// The word, in quotation marks where the database would take it for an operator, a field or a line.
    func word(_ word: WrittenWord) -> String { isPlain(word) ? word.text : "\"\(word.text)\"" }

    /// Whether the word is small letters and digits after them, and is surely no sign of the database: a lexer for each
    /// of a million words takes long.
    private func isOrdinary(_ text: String) -> Bool {
        let letters = text.utf8.prefix { (0x61...0x7A).contains($0) }
        let digits = text.utf8[letters.endIndex...]
        return !letters.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
            && !beginnings.contains(String(decoding: letters, as: UTF8.self))
    }

    private func isPlain(_ word: WrittenWord) -> Bool {
        if isOrdinary(word.text) { return true }
        let scalars = Array(word.text.unicodeScalars)
        var lexer = SearchLexer(
            dialect, scalars, line: 0..<scalars.count, findings: Findings(scalars: scalars, place: nil))
        lexer.run()
        guard lexer.tokens.count == 1, case .word = lexer.tokens[0].kind, !lexer.findings.hasErrors else {
            return false
        }
        // PubMed would leave out `and`; a field shows only before other words.
        let lower = word.text.lowercased()
        return Joint.words[lower] == nil && (!dialect.fieldForms.contains(.wordBefore) || dialect.fields[lower] == nil)
    }
}
