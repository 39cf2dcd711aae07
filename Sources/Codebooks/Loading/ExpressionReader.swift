import Diagnostics
import Expressions
import YAML

extension CodebookReader {
    /// Reads and expands the expressions under `terms` of a codebook and of what it includes; those that cannot be
    /// expanded are reported here and nowhere else.
    mutating func readTerms(_ files: [TermFile]) {
        var pairs: [(pair: SourceNode.Pair, source: SourceText)] = []
        for file in files {
            guard let node = file.node, !node.isEmpty else { continue }
            let first = namedTerms.count
            reading(file.source) { reader in
                pairs += reader.readNames(node).map { ($0, file.source) }
            }
            for index in first..<namedTerms.count { namedTerms[index].isIncluded = file.source.file != source.file }
        }
        // What could not be read stands for a word, so that its users give no further errors.
        let placeholder = Expression.term(Term(parts: ["x"]))
        let names = Dictionary(namedTerms.map { ($0.name, placeholder) }) { first, _ in first }
        expander = Expander(names: names)
        var raw = names
        for (pair, source) in pairs {
            let parsed = source.file == self.source.file ? parse(pair.value) : parse(pair.value, in: source)
            if let name = pair.key.text, let parsed { raw[name] = Expression.any(of: parsed) }
        }
        expander = Expander(names: raw)
        for term in namedTerms where !isFull { _ = expand(.name(term.name), at: term.place) }
    }

    /// Notes the names of one file; returns them with what they stand for.
    private mutating func readNames(_ node: SourceNode) -> [SourceNode.Pair] {
        guard case .mapping(let pairs) = node.content else {
            diagnostics.append(
                .error(
                    "wrong-form", "'terms' has names with expressions", at: node.place,
                    help: "write each as: name: [word, other*]"))
            return []
        }
        return pairs.filter { pair in
            guard !isFull, let name = readText(pair.key, "a name") else { return false }
            if let first = termPlaces.updateValue(pair.key.place, forKey: name) {
                termPlaces[name] = first
                diagnostics.append(
                    .error(
                        "duplicate-name",
                        "the name '\(name)' stands twice, first in \(first.file ?? "") line "
                            + "\(first.line ?? 0)", at: pair.key.place,
                        help: "keep one of them, or give it another name"))
                return false
            }
            if !isExpressionName(name) {
                diagnostics.append(
                    .error(
                        "bad-id", "'\(abbreviated(name))' cannot be a name", at: pair.key.place,
                        help:
                            "a name has letters, digits, '_' and '-' between them, and is used with a dollar sign: $name"
                    ))
            }
            namedTerms.append(
                NamedTerm(name: name, sources: pair.value.elements.compactMap(\.text), place: pair.key.place))
            return true
        }
    }

    private mutating func parse(_ node: SourceNode, in other: SourceText) -> [Expression]? {
        var result: [Expression]?
        reading(other) { result = $0.parse(node) }
        return result
    }

    /// Writes an expression's names out, within what is left of the budget; reports what keeps it from that.
    private mutating func expand(_ expression: Expression, at place: Place?) -> Expression? {
        guard termBudget > 0 else { return nil }
        let (expanded, problems) = expander.expand(expression, at: place)
        diagnostics += problems
        termBudget -= expanded?.termCount ?? 0
        guard termBudget > 0 else {
            diagnostics.append(
                .error(
                    "too-large", "with every $name written out, the expressions up to here have millions of terms",
                    at: place, help: "use large names in fewer places; what follows is not checked"))
            return nil
        }
        return expanded
    }

    /// Names under `terms` that no expression uses.
    func unusedTerms() -> [Diagnostic] {
        // Included files are shared: other codebooks use their names.
        namedTerms.filter { !usedTerms.contains($0.name) && !$0.isIncluded }.map { term in
            .warning(
                "unused-term", "no expression uses $\(term.name)", at: term.place, help: "use it, or take it away")
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
            if let expanded = expand(expression, at: element.place) { results.append(expanded) }
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
        var parsed: [Expression] = []
        for element in node.elements where !isFull {
            if let text = readExpressionText(element), let expression = parse(text, of: element) {
                parsed.append(expression)
            }
        }
        guard parsed.count == node.elements.count else { return nil }
        lint(Expression.any(of: parsed), written: node)
        return parsed
    }

    private mutating func readExpressionText(_ node: SourceNode) -> String? {
        if node.style == .flow, node.text == nil {
            let isList = if case .list = node.content { true } else { false }
            diagnostics.append(
                .error(
                    "wrong-form", "an expression is a text, found \(isList ? "a list in a list" : "keys in braces")",
                    at: node.place, help: "write words with OR, AND and NOT between them: soil OR (compost* NOT plan)"))
            return nil
        }
        return readText(node, "an expression")
    }

    private mutating func parse(_ text: String, of node: SourceNode) -> Expression? {
        let (place, isExact) = textPlace(node, text)
        let parsed = parseExpression(text, at: place)
        guard node.style != .repaired else { return parsed.expression }
        var unknown: [String] = []
        if let expression = parsed.expression { useNames(expression, unknown: &unknown) }
        diagnostics += unknown.map { unknownName($0, in: text, of: node) }
        diagnostics += parsed.diagnostics.map { diagnostic in
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

    /// Notes the names that an expression uses; the first of those that are not under `terms` are added to
    /// `unknown`, each once.
    private mutating func useNames(_ expression: Expression, unknown: inout [String]) {
        switch expression {
        case .term: break
        case .name(let name):
            usedTerms.insert(name)
            if termPlaces[name] == nil, unknown.count < 20, !unknown.contains(name) { unknown.append(name) }
        case .phrase(let parts), .all(let parts), .any(let parts):
            for part in parts { useNames(part, unknown: &unknown) }
        case .proximity(let left, let right, _):
            useNames(left, unknown: &unknown)
            useNames(right, unknown: &unknown)
        case .not(let operand): useNames(operand, unknown: &unknown)
        }
    }

    private func unknownName(_ name: String, in text: String, of node: SourceNode) -> Diagnostic {
        .error(
            "unknown-name", "unknown name $\(abbreviated(name))",
            at: firstUse(of: name, in: text).map { place(of: $0, in: text, node) } ?? node.place,
            help: "names are defined under 'terms'",
            suggestion: nearestName(to: name, among: namedTerms.lazy.map(\.name)).map { "$" + $0 })
    }

    /// The place of a piece of an expression's text; of the whole where lines are not as they are written.
    func place(of range: Range<String.Index>, in text: String, _ node: SourceNode) -> Place {
        var (place, isExact) = textPlace(node, text)
        guard isExact else { return node.place }
        let before = text.unicodeScalars[..<range.lowerBound]
        let lineStart = before.lastIndex(of: "\n").map(before.index(after:)) ?? before.startIndex
        place.line = place.line.map { $0 + before.count { $0 == "\n" } }
        // Lines of a literal text are as deep as its first.
        place.column = (place.column ?? 1) + before[lineStart...].count
        place.length = text.unicodeScalars[range].count
        return place
    }

    /// Where `$name` stands, and not as the beginning of a longer name.
    private func firstUse(of name: String, in text: String) -> Range<String.Index>? {
        var rest = text[...]
        while let range = rest.firstRange(of: "$" + name) {
            let next = text.unicodeScalars[range.upperBound...].first
            if next.map({ !isExpressionName("a\($0)") }) ?? true { return range }
            rest = text[range.upperBound...]
        }
        return nil
    }

    /// Where the first code point of a text stands, and whether those after it stand behind it.
    private func textPlace(_ node: SourceNode, _ text: String) -> (Place, isExact: Bool) {
        var place = node.place
        switch node.style {
        case .quoted: place.column = (place.column ?? 1) + 1
        case .literal, .folded:
            place.line = (place.line ?? 1) + 1
            place.column = 1
            place.column = source.countBlanks(at: place) + 1
        case .plain, .flow, .repaired, .cell: break
        }
        if node.style == .literal || node.style == .cell { return (place, true) }
        return (place, source.holds(text, at: place))
    }
}
