package import JSON

extension DocumentMetadata {
    /// Writes `{"title": {"value", "origin", "confidence"}, …}`, fields by name.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            for field in fields.sorted(by: { $0.name < $1.name }) {
                json.key(field.name)
                json.object { json in
                    json.key("value")
                    field.value.write(to: &json)
                    json.member("origin", field.origin)
                    json.member("confidence", field.confidence)
                }
            }
        }
    }
}

extension MetadataValue {
    /// Writes a string, or an array of `{"given", "family"}`.
    package func write(to json: inout JSONWriter) {
        switch self {
        case .text(let text): json.value(text)
        case .names(let names):
            json.array(of: names) { json, name in
                json.object { json in
                    json.member("given", name.given)
                    json.member("family", name.family)
                }
            }
        }
    }
}
