import Codebooks
import Foundation
import Testing
import YAML

/// What editors are told of a codebook is what the loader reads.
struct CodebookSchemaTests {
    @Test(arguments: ["Codebooks/integrated-care.yaml", "Sources/codechart/Templates/starter.yaml"])
    func acceptsCodebooks(path: String) throws {
        let project = brokenFolder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: project.appending(path: path), encoding: .utf8)
        #expect(try SchemaWalk().refusals(of: text) == [])
    }

    @Test func acceptsEveryFormOfEveryKey() throws {
        let yaml = """
            codebook: 7
            version: 1.10
            title:
            language: en
            include: [a.yaml]
            terms: {a: x, b: [x, 1]}
            negation: no
            skip: methods
            dimensions:
              - dimension: theme
                unit: document
                assign: all within 0.5 of the best
                codes:
                  - code: über-1
                    threshold: 0.5
                    aliases: x
                    rules:
                      - {match: x, weight: strong}
                      - {under: [x, y], in: [methods, results], not in: other, when: a.b, weight: "-0.25"}
                    examples: x
                    near misses: [x, {text: x, heading: [a, b], codes: {theme: [a]}, section: other}]
            """
        #expect(try SchemaWalk().refusals(of: yaml) == [])
    }

    @Test(arguments: [
        "unknown-keys", "wrong-forms", "rules-as-texts", "bad-ids", "weights-and-thresholds",
        "rules-without-expression", "version-number", "text-only", "comma-in-flow-list", "negation-and-language",
        "unknown-sections-and-codes", "contradicting-examples",
    ])
    func refusesWhatIsWrongInForm(name: String) throws {
        let text = try String(contentsOf: brokenFolder.appending(path: name + ".yaml"), encoding: .utf8)
        #expect(try SchemaWalk().refusals(of: text) != [])
    }
}

/// Holds YAML against what JSON Schema says, as far as the schema of codebooks uses it.
private struct SchemaWalk {
    private let root: [String: Any]

    init() throws {
        let value = try JSONSerialization.jsonObject(with: Data(codebookSchema()))
        root = try #require(value as? [String: Any])
    }

    /// The keywords that refuse a file, with their lines.
    func refusals(of yaml: String) throws -> [String] {
        let tree = SourceTree(yaml: yaml, file: "test.yaml", keywords: [])
        return refusals(try #require(tree.root), root)
    }

    private func refusals(_ node: SourceNode, _ schema: [String: Any]) -> [String] {
        var found: [String] = []
        func refuse(_ keyword: String) { found.append("\(keyword), line \(node.place.line ?? 0)") }
        if let path = schema["$ref"] as? String {
            let name = String(path.split(separator: "/").last ?? "")
            found += refusals(node, (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? [:])
        }
        let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] }
        if let types, !types.contains(type(of: node)) { refuse("type") }
        if let pattern = schema["pattern"] as? String, type(of: node) == "string", let text = node.text,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            refuse("pattern")
        }
        if let allowed = schema["enum"] as? [String], !allowed.contains(node.text ?? "") { refuse("enum") }
        if let forms = schema["anyOf"] as? [[String: Any]], !forms.contains(where: { refusals(node, $0).isEmpty }) {
            refuse("anyOf")
        }
        switch node.content {
        case .text: break
        case .list(let elements):
            if let items = schema["items"] as? [String: Any] { found += elements.flatMap { refusals($0, items) } }
        case .mapping(let pairs):
            let keys = pairs.map { $0.key.text ?? "" }
            for key in schema["required"] as? [String] ?? [] where !keys.contains(key) { refuse("required \(key)") }
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            for (key, pair) in zip(keys, pairs) {
                if let property = properties[key] {
                    found += refusals(pair.value, property)
                } else if let others = schema["additionalProperties"] as? [String: Any] {
                    found += refusals(pair.value, others)
                } else if schema["additionalProperties"] as? Bool == false {
                    refuse("additional \(key)")
                }
            }
        }
        return found
    }

    /// What an editor takes a node for.
    private func type(of node: SourceNode) -> String {
        switch node.content {
        case .list: "array"
        case .mapping: "object"
        case .text(let text):
            if node.style != .plain {
                "string"
            } else if ["", "~", "null"].contains(text) {
                "null"
            } else if ["true", "false"].contains(text) {
                "boolean"
            } else {
                Double(text) == nil ? "string" : "number"
            }
        }
    }
}
