package import JSON

extension CodedDocument {
    /// Writes `{"passages", "codes", "codings"}`: the form in which a store keeps it.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("passages", passages)
            json.key("codes")
            documentCodes.writeAssigned(to: &json)
            json.key("codings")
            json.array(of: codings) { json, coding in coding.write(to: &json) }
        }
    }
}

extension CodedDocument: Decodable {
    private enum Key: String, CodingKey {
        case passages, codes, codings
    }

    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        let codes = try object.decode([String: [String]].self, forKey: .codes)
        self.init(
            codings: try object.decode([CodedPassage].self, forKey: .codings),
            documentCodes: PassageCodes(
                assigned: codes.sorted { $0.key < $1.key }.map { DimensionCodes(dimension: $0.key, codes: $0.value) }),
            passages: try object.decode(Int.self, forKey: .passages)
        )
    }
}
