import Diagnostics
import Expressions
import YAML

extension CodebookReader {
    /// Reads and expands the expressions under `terms`; those that cannot be expanded are reported here and
    /// nowhere else.
    mutating func readTerms(_ node: SourceNode) {
        guard !node.isEmpty else { return }
        guard case .mapping(let pairs) = node.content else {
            diagnostics.append(
                .error(
                    "wrong-form", "'terms' has names with expressions", at: node.place,
                    help: "write each as: name: [word, other*]"))
            return
        }
        for pair in pairs {
            guard let name = readText(pair.key, "a name") else { continue }
            if !isExpressionName(name) {
                diagnostics.append(
                    .error(
                        "bad-id", "'\(name)' cannot be a name", at: pair.key.place,
                        help:
                            "a name has letters, digits, '_' and '-' between them, and is used with a dollar sign: $name"
                    ))
            }
            namedTerms.append(
                NamedTerm(name: name, sources: pair.value.elements.compactMap(\.text), place: pair.key.place))
        }
        // What could not be read stands for a word, so that its users give no further errors.
        let placeholder = Expression.term(Term(parts: ["x"]))
        terms = Dictionary(namedTerms.map { ($0.name, placeholder) }) { first, _ in first }
        var raw = terms
        for pair in pairs {
            if let name = pair.key.text, let parsed = parse(pair.value) { raw[name] = Expression.any(of: parsed) }
        }
        for term in namedTerms {
            let (expanded, problems) = expand(.name(term.name), names: raw, at: term.place)
            diagnostics += problems
            terms[term.name] = expanded ?? placeholder
        }
    }

    /// Names under `terms` that no expression uses.
    func unusedTerms() -> [Diagnostic] {
        namedTerms.filter { !usedTerms.contains($0.name) }.map { term in
            .warning("unused-term", "no expression uses $\(term.name)", at: term.place)
        }
    }

    /// An expression of a rule: one or a list, which means OR.
    mutating func readExpression(_ node: SourceNode) -> RuleExpression? {
        guard let (parsed, expanded) = expanded(node) else { return nil }
        let problems = check(expanded, at: node.place)
        diagnostics += problems
        guard !problems.hasErrors else { return nil }
        return RuleExpression(sources: parsed, expression: expanded, place: node.place)
    }

    /// The words before a hit that take it away.
    mutating func readNegation(_ node: SourceNode) -> RuleExpression? {
        guard let (sources, expanded) = expanded(node) else { return nil }
        let problems = checkNegation(expanded, at: node.place)
        diagnostics += problems
        return problems.hasErrors ? nil : RuleExpression(sources: sources, expression: expanded, place: node.place)
    }

    private mutating func expanded(_ node: SourceNode) -> (sources: [String], expression: Expression)? {
        guard let parsed = parse(node) else { return nil }
        var results: [Expression] = []
        for (element, expression) in zip(node.elements, parsed) {
            let (expanded, problems) = expand(expression, names: terms, at: element.place)
            diagnostics += problems
            if let expanded { results.append(expanded) }
        }
        guard results.count == parsed.count else { return nil }
        return (node.elements.compactMap(\.text), Expression.any(of: results))
    }

    /// The expressions of a text or a list of texts, or nil if any of them cannot be read.
    private mutating func parse(_ node: SourceNode) -> [Expression]? {
        guard !node.elements.isEmpty else {
            diagnostics.append(
                .error("empty-expression", "the list is empty", at: node.place, help: "write at least one expression"))
            return nil
        }
        let parsed = node.elements.map { element in
            readText(element, "an expression").flatMap { parse($0, of: element) }
        }
        return parsed.contains { $0 == nil } ? nil : parsed.compactMap(\.self)
    }

    private mutating func parse(_ text: String, of node: SourceNode) -> Expression? {
        let (place, isExact) = textPlace(node, text)
        let parsed = parseExpression(text, at: place)
        guard node.style != .repaired else { return parsed.expression }
        var found = parsed.diagnostics
        let unknown = parsed.expression.map { useNames($0) } ?? []
        found += unknown.map { unknownName($0, in: text, at: place) }
        diagnostics += found.map { diagnostic in
            var diagnostic = diagnostic
            if !isExact {
                diagnostic.place = node.place
            } else if node.style == .literal, let line = diagnostic.place?.line, line != place.line,
                let column = diagnostic.place?.column
            {
                // Lines of a literal text are as deep as its first.
                diagnostic.place?.column = column + (place.column ?? 1) - 1
            }
            return diagnostic
        }
        return unknown.isEmpty ? parsed.expression : nil
    }

    /// Notes the names that an expression uses and returns those that are not under `terms`.
    private mutating func useNames(_ expression: Expression) -> [String] {
        switch expression {
        case .term: return []
        case .name(let name):
            usedTerms.insert(name)
            return terms[name] == nil ? [name] : []
        case .phrase(let parts), .all(let parts), .any(let parts): return parts.flatMap { useNames($0) }
        case .proximity(let left, let right, _): return useNames(left) + useNames(right)
        case .not(let operand): return useNames(operand)
        }
    }

    private func unknownName(_ name: String, in text: String, at place: Place) -> Diagnostic {
        var place = place
        if let range = text.firstRange(of: "$" + name) {
            let before = text.unicodeScalars[..<range.lowerBound]
            let lineStart = before.lastIndex(of: "\n").map(before.index(after:)) ?? before.startIndex
            place.line = place.line.map { $0 + before.count { $0 == "\n" } }
            let column = before[lineStart...].count + 1
            place.column = lineStart == before.startIndex ? (place.column ?? 1) + column - 1 : column
            place.length = name.unicodeScalars.count + 1
        }
        return .error(
            "unknown-name", "unknown name $\(name)", at: place, help: "names are defined under 'terms'",
            suggestion: nearestName(to: name, among: namedTerms.map(\.name)).map { "$" + $0 })
    }

    /// Where the first code point of a text stands, and whether those after it stand behind it.
    private func textPlace(_ node: SourceNode, _ text: String) -> (Place, isExact: Bool) {
        var place = node.place
        switch node.style {
        case .quoted: place.column = (place.column ?? 1) + 1
        case .literal, .folded:
            place.line = (place.line ?? 1) + 1
            place.column = 1
            let blanks = source.rest(from: place)?.prefix { $0 == " " }.count ?? 0
            place.column = blanks + 1
        case .plain, .flow, .repaired, .cell: break
        }
        if node.style == .literal || node.style == .cell { return (place, true) }
        return (place, source.rest(from: place)?.hasPrefix(text) ?? false)
    }
}
