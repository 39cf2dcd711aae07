import Diagnostics

extension SourceText {
    /// The text with changes made; of changes that overlap, the first counts.
    package func mended(with fixes: [SourceEdit]) -> String { applying(fixes) }
}

extension SourceTree {
    /// The file as this project lays YAML out; nil if it has errors of syntax, or if the layout would change what it
    /// says.
    package func laidOut(keywords: Set<String>) -> String? {
        guard let root, !diagnostics.hasErrors else { return nil }
        var layout = Layout(source)
        let text = layout.text()
        let again = SourceTree(yaml: text, file: source.file, keywords: keywords)
        guard !again.diagnostics.hasErrors, let formatted = again.root, formatted.says(root) else { return nil }
        return text
    }
}

extension SourceNode {
    /// Whether two trees hold the same texts in the same lists and mappings.
    fileprivate func says(_ other: SourceNode) -> Bool {
        switch (content, other.content) {
        case (.text(let first), .text(let second)): first == second
        case (.list(let first), .list(let second)):
            first.count == second.count && zip(first, second).allSatisfy { $0.says($1) }
        case (.mapping(let first), .mapping(let second)):
            first.count == second.count
                && zip(first, second).allSatisfy { $0.key.says($1.key) && $0.value.says($1.value) }
        case (.text, _), (.list, _), (.mapping, _): false
        }
    }
}
