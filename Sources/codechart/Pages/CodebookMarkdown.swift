import Codebooks
import DocumentModel

/// A codebook as Markdown.
struct CodebookMarkdown {
    let codebook: Codebook

    var text: String {
        var blocks = ["# " + escaped(codebook.title.isEmpty ? codebook.id : codebook.title)]
        blocks.append(codebook.facts.map { "- \($0.label): \(escaped($0.text))" }.joined(separator: "\n"))
        for dimension in codebook.dimensions { blocks += self.blocks(of: dimension) }
        if !codebook.terms.isEmpty {
            blocks.append("## Terms")
            blocks.append(
                codebook.terms.map { "- `$\($0.name)`: " + $0.sources.map(codeSpan).joined(separator: ", ") }
                    .joined(separator: "\n"))
        }
        return blocks.joined(separator: "\n\n")
    }

    private func blocks(of dimension: Dimension) -> [String] {
        var blocks = ["## " + heading(dimension.label, dimension.id), escaped(dimension.assignmentInWords)]
        for code in dimension.codes {
            blocks.append("### " + heading(code.label, code.id))
            let description = code.description
            if !description.isEmpty {
                blocks.append(description.map { "- \($0.label): \(escaped($0.text))" }.joined(separator: "\n"))
            }
            if !code.rules.isEmpty {
                blocks.append("Rules:")
                blocks.append(code.rules.map { "- **\(escaped($0.id))**: \(words($0))" }.joined(separator: "\n"))
            }
            blocks += list("Examples:", code.examples) + list("Near misses:", code.nearMisses)
        }
        return blocks
    }

    private func heading(_ label: String, _ id: String) -> String {
        escaped(label) + (label == id ? "" : " (\(codeSpan(id)))")
    }

    private func words(_ rule: Rule) -> String {
        RuleInWords(rule: rule).parts.map { part in
            switch part {
            case .words(let text): escaped(text)
            case .expression(let source): codeSpan(source)
            }
        }.joined()
    }

    private func list(_ title: String, _ examples: [Example]) -> [String] {
        guard !examples.isEmpty else { return [] }
        let items = examples.map { example in
            let context = example.context.map { "\($0.label): \(escaped($0.text))" }.joined(separator: "; ")
            return "- " + escaped(example.passage.text) + (context.isEmpty ? "" : " *(\(context))*")
        }
        return [title, items.joined(separator: "\n")]
    }

    /// A code span; an expression may hold no backtick, but what a person wrote in a term's list may.
    private func codeSpan(_ text: String) -> String {
        let text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    }
}

/// A text on one line in which no character has a meaning in Markdown.
private func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.split(whereSeparator: \.isNewline).joined(separator: " ").unicodeScalars {
        if "\\`*_[]<>|#".unicodeScalars.contains(scalar) { result.append("\\") }
        result.append(scalar)
    }
    return String(result)
}
