import Diagnostics
import DocumentModel
import YAML

extension CodebookReader {
    /// Examples or near misses, each a text or a mapping.
    ///
    /// - Parameter thing: one of them, with its article: `an example`.
    mutating func readExamples(_ node: SourceNode, _ thing: String, _ code: CodeReference) -> [Example] {
        guard !node.isEmpty else { return [] }
        checkCommas(node)
        return node.elements.compactMap { readExample($0, thing) }.enumerated().map { number, example in
            var example = example
            let kind = thing == "an example" ? "example" : "near-miss"
            example.passage.id = "\(code.dimension).\(code.code).\(kind)-\(number + 1)"
            return example
        }
    }

    private mutating func readExample(_ node: SourceNode, _ thing: String) -> Example? {
        // `- Challenges: broadband` is prose, not a mapping with a misspelt key.
        if case .mapping(let pairs) = node.content,
            pairs.count > 1 || pairs.contains(where: { Keys.example.names.contains($0.key.text ?? "") })
        {
            return readFields(node, of: thing, allowed: Keys.example.names).flatMap { readExample($0, thing) }
        }
        guard let text = readPassageText(node, thing) else { return nil }
        return Example(passage: Passage(id: "", text: text), place: node.place)
    }

    private mutating func readExample(_ fields: Fields, _ thing: String) -> Example? {
        guard let node = fields["text"] else {
            require("text", of: thing, at: fields, help: "write the passage: text: The soil was dry.")
            return nil
        }
        guard let text = readPassageText(node, "'text'") else { return nil }
        let passage = Passage(
            id: "", text: text, headings: fields["heading"].map { readTexts($0, "'heading'").map(\.text) } ?? [],
            leadIn: fields["lead_in"].flatMap { readText($0, "'lead_in'") },
            previous: fields["previous"].flatMap { readText($0, "'previous'") },
            section: fields["section"].flatMap { readSections($0).first })
        return Example(passage: passage, codes: fields["codes"].flatMap { readCodes($0) }, place: node.place)
    }

    private mutating func readPassageText(_ node: SourceNode, _ thing: String) -> String? {
        guard let text = readText(node, thing) else { return nil }
        if text.isEmpty {
            diagnostics.append(
                .error("empty-text", "\(thing) has no text", at: node.place, help: "write a passage, or take it away"))
            return nil
        }
        return text
    }

    /// For each dimension a code or a list of codes.
    private mutating func readCodes(_ node: SourceNode) -> [DimensionCodes]? {
        guard case .mapping(let pairs) = node.content else {
            diagnostics.append(
                .error(
                    "wrong-form", "'codes' names a dimension and its codes", at: node.place,
                    help: "write: codes: {category: [barrier]}"))
            return nil
        }
        return pairs.compactMap { pair in
            guard let dimension = readText(pair.key, "a dimension") else { return nil }
            let codes = readTexts(pair.value, "a code")
            references.append(NamedCode(dimension: dimension, code: nil, place: pair.key.place))
            references += codes.map { NamedCode(dimension: dimension, code: $0.text, place: $0.place) }
            return DimensionCodes(dimension: dimension, codes: codes.map(\.text))
        }
    }
}
