import DocumentModel
import JSON

/// The JSON Schema (draft 2020-12) of codebooks, for editors: the keys that the loader reads, what each takes, and what
/// it is for.
///
/// Whether names are known and expressions can be read is more than a schema can say; `codebook check` does.
package func codebookSchema() -> [UInt8] {
    var json = JSONWriter(indent: 2)
    json.object { json in
        json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
        json.member("title", "Codebook of codechart")
        json.writeMapping(Keys.codebook)
        json.key("$defs")
        json.object { json in
            json.key("text")
            json.object { $0.member("type", scalarTypes) }
            json.key("texts")
            json.oneOrList { $0.member("$ref", "#/$defs/text") }
            json.key("id")
            json.object { json in
                json.member("type", scalarTypes.filter { $0 != "null" })
                json.member("pattern", idPattern)
            }
            json.key("section")
            json.object { $0.member("enum", SectionKind.allCases.map(\.rawValue)) }
            json.key("condition")
            json.object { json in
                json.member("type", "string")
                json.member("pattern", "^[^.\\s]+\\.[^.\\s]+$")
            }
            for (name, thing) in things {
                json.key(name)
                json.object { json in
                    json.writeMapping(thing.keys)
                    if case .rule = thing { json.writeNeedOfExpression() }
                }
            }
        }
    }
    json.newline()
    return json.bytes
}

/// Editors read `1.10` as a number and `no` as a truth value; the loader takes both for texts.
private let scalarTypes = ["string", "number", "boolean", "null"]

private let idPattern = "^[\\p{L}\\p{M}\\p{N}_-]+$"

private let things: [(name: String, thing: Key.Thing)] = [
    ("dimension", .dimension), ("code", .code), ("rule", .rule), ("example", .example),
]

private func reference(to thing: Key.Thing) -> String {
    things.first { $0.thing == thing }.map { "#/$defs/" + $0.name } ?? "#"
}

extension JSONWriter {
    /// `type`, `properties`, `required`: a mapping that has these keys and no others.
    fileprivate mutating func writeMapping(_ keys: [Key]) {
        member("type", "object")
        member("additionalProperties", false)
        let required = keys.filter(\.isRequired).map(\.name)
        if !required.isEmpty { member("required", required) }
        key("properties")
        object { json in
            for key in keys {
                json.key(key.name)
                json.object { json in
                    json.member("description", key.summary)
                    json.write(key.form)
                }
            }
        }
    }

    fileprivate mutating func writeNeedOfExpression() {
        key("anyOf")
        array(of: ["match", "under", "previous"]) { json, name in json.object { $0.member("required", [name]) } }
    }

    /// What a key takes, into the object that describes it.
    private mutating func write(_ form: Key.Form) {
        switch form {
        case .text: member("$ref", "#/$defs/text")
        case .texts, .expressions, .paths: member("$ref", "#/$defs/texts")
        case .id: member("$ref", "#/$defs/id")
        case .language: member("pattern", "^[a-z_]+$")
        case .section: member("$ref", "#/$defs/section")
        case .sections: writeOneOrList { $0.member("$ref", "#/$defs/section") }
        case .conditions: writeOneOrList { $0.member("$ref", "#/$defs/condition") }
        case .unit: member("enum", Dimension.Unit.allCases.map(\.rawValue))
        case .anchor: member("enum", Rule.Anchor.allCases.map(\.rawValue))
        case .assignment: member("pattern", "^(best|all|all within [0-9]+(\\.[0-9]{1,3})? of the best)$")
        case .threshold: writeNumber(orWords: [])
        case .weight: writeNumber(orWords: weightWords.map(\.name))
        case .terms: writeNamed { $0.member("$ref", "#/$defs/texts") }
        case .codes: writeNamed { $0.member("$ref", "#/$defs/texts") }
        case .list(let thing): writeList { $0.member("$ref", reference(to: thing)) }
        case .passages:
            writeOneOrList { json in
                json.key("anyOf")
                json.array(of: ["#/$defs/text", "#/$defs/example"]) { json, path in
                    json.object { $0.member("$ref", path) }
                }
            }
        }
    }

    /// A decimal number, in quotes or not.
    private mutating func writeNumber(orWords words: [String]) {
        key("anyOf")
        array { json in
            json.object { $0.member("type", "number") }
            json.object { json in
                json.member("type", "string")
                json.member("pattern", "^-?[0-9]+(\\.[0-9]{1,3})?$")
            }
            if !words.isEmpty { json.object { $0.member("enum", words) } }
        }
    }

    private mutating func writeList(_ element: (inout JSONWriter) -> Void) {
        member("type", ["array", "null"])
        key("items")
        object { element(&$0) }
    }

    private mutating func writeNamed(_ value: (inout JSONWriter) -> Void) {
        member("type", ["object", "null"])
        key("additionalProperties")
        object { value(&$0) }
    }

    private mutating func writeOneOrList(_ element: (inout JSONWriter) -> Void) {
        key("anyOf")
        array { json in
            json.object { element(&$0) }
            json.object { json in
                json.member("type", "array")
                json.key("items")
                json.object { element(&$0) }
            }
        }
    }

    fileprivate mutating func oneOrList(_ element: (inout JSONWriter) -> Void) {
        object { $0.writeOneOrList(element) }
    }
}
