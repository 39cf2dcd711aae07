import DocumentModel

extension Codebook {
    /// The codebook as a YAML file in the house form, from which `loadCodebook` reads an equal one where the files that
    /// it includes are the same.
    package var yaml: String {
        var lines = YAMLLines()
        lines.write(self)
        return lines.text
    }
}

extension Rule {
    /// The rule as an item of a code's `rules`, in the house form, at the first column.
    package var yaml: String {
        var lines = YAMLLines()
        lines.item { $0.write(self) }
        return lines.text
    }
}

extension YAMLLines {
    fileprivate mutating func write(_ codebook: Codebook) {
        key("codebook", text: codebook.id)
        if !codebook.title.isEmpty { key("title", text: codebook.title) }
        if !codebook.version.isEmpty { key("version", yaml: YAMLScalars.quoted(codebook.version)) }
        if !codebook.source.isEmpty { key("source", text: codebook.source) }
        key("language", text: codebook.language)
        if !codebook.includes.isEmpty { key("include", texts: codebook.includes) }
        let terms = codebook.terms.filter { !$0.isIncluded }
        if !terms.isEmpty {
            blank()
            key("terms")
            nested { lines in
                for term in terms { lines.key(YAMLScalars.inline(term.name), texts: term.sources) }
            }
        }
        if codebook.negation != nil || !codebook.skip.isEmpty { blank() }
        if let negation = codebook.negation { key("negation", texts: negation.sources) }
        if !codebook.skip.isEmpty { flow(codebook.skip.map(\.rawValue), after: "skip: ") }
        blank()
        key("dimensions")
        nested { lines in
            for (index, dimension) in codebook.dimensions.enumerated() {
                if index > 0 { lines.blank() }
                lines.item { $0.write(dimension) }
            }
        }
    }

    private mutating func write(_ dimension: Dimension) {
        key("dimension", text: dimension.id)
        if dimension.label != dimension.id { key("label", text: dimension.label) }
        if dimension.unit != .passage { key("unit", text: dimension.unit.rawValue) }
        key("assign", text: dimension.assign.text)
        key("codes")
        nested { lines in
            for (index, code) in dimension.codes.enumerated() {
                if index > 0 { lines.blank() }
                lines.item { $0.write(code) }
            }
        }
    }

    private mutating func write(_ code: Code) {
        key("code", text: code.id)
        if code.label != code.id { key("label", text: code.label) }
        if let column = code.column { key("column", text: column) }
        writeAliases(code.aliases)
        let texts = [
            ("brief", code.brief), ("definition", code.definition), ("use when", code.useWhen),
            ("not when", code.notWhen),
        ]
        for (name, text) in texts where !text.isEmpty { key(name, text: text) }
        if code.threshold != 1000 { key("threshold", yaml: decimal(code.threshold)) }
        if !code.rules.isEmpty { list("rules", code.rules) { lines, rule in lines.item { $0.write(rule) } } }
        if !code.examples.isEmpty { list("examples", code.examples) { $0.write($1) } }
        if !code.nearMisses.isEmpty { list("near misses", code.nearMisses) { $0.write($1) } }
    }

    /// In brackets, unless a name could be taken for the rest of the one before it.
    private mutating func writeAliases(_ aliases: [String]) {
        if aliases.isEmpty { return }
        let isSafe = aliases.allSatisfy { !$0.contains(" ") || $0.unicodeScalars.first!.properties.isUppercase }
        guard isSafe else { return list("aliases", aliases) { $0.item(text: $1) } }
        flow(aliases.map { YAMLScalars.inline($0, inFlow: true) }, after: "aliases: ")
    }

    private mutating func list<Element>(
        _ name: String, _ elements: [Element], _ write: (inout YAMLLines, Element) -> Void
    ) {
        key(name)
        nested { lines in
            for element in elements { write(&lines, element) }
        }
    }

    fileprivate mutating func write(_ rule: Rule) {
        key("rule", text: rule.id)
        let expressions = [
            ("match", rule.match), ("under", rule.under), ("previous", rule.previous), ("unless", rule.unless),
        ]
        for (name, expression) in expressions {
            if let expression { key(name, texts: expression.sources) }
            if name == "match", let anchor = rule.at { key("at", text: anchor.rawValue) }
        }
        if !rule.inSections.isEmpty { flow(rule.inSections.map(\.rawValue), after: "in: ") }
        if !rule.notInSections.isEmpty { flow(rule.notInSections.map(\.rawValue), after: "not in: ") }
        if !rule.when.isEmpty { key("when", texts: rule.when.map(\.text)) }
        if rule.weight != 1000 { key("weight", yaml: decimal(rule.weight)) }
    }

    private mutating func write(_ example: Example) {
        let passage = example.passage
        let hasContext = !passage.headings.isEmpty || passage.leadIn != nil || passage.previous != nil
        guard hasContext || passage.section != nil || example.codes != nil else { return item(text: passage.text) }
        item { lines in
            lines.key("text", text: passage.text)
            if !passage.headings.isEmpty { lines.key("heading", texts: passage.headings) }
            if let leadIn = passage.leadIn { lines.key("lead_in", text: leadIn) }
            if let previous = passage.previous { lines.key("previous", text: previous) }
            if let section = passage.section { lines.key("section", text: section.rawValue) }
            if let codes = example.codes { lines.key("codes", yaml: flowMapping(codes)) }
        }
    }
}

private func flowMapping(_ codes: [DimensionCodes]) -> String {
    let pairs = codes.map { pair in
        let list = pair.codes.map { YAMLScalars.inline($0, inFlow: true) }.joined(separator: ", ")
        return YAMLScalars.inline(pair.dimension, inFlow: true) + ": [" + list + "]"
    }
    return pairs.isEmpty ? "{}" : "{ " + pairs.joined(separator: ", ") + " }"
}

extension Dimension.Assignment {
    /// As its author writes it.
    var text: String {
        switch self {
        case .best: "best"
        case .all: "all"
        case .within(let margin): "all within \(decimal(margin)) of the best"
        }
    }
}

extension CodeReference {
    /// As rules name it: `category.barrier`.
    var text: String { dimension + "." + code }
}
