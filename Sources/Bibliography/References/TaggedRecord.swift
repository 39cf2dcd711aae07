/// One `TAG  - value` of a RIS or NBIB file.
struct TaggedField: Sendable, Hashable {
    var tag: String
    var value: String
    /// 1-based line of the tag.
    var line: Int
}

/// The fields of one reference in a RIS or NBIB file.
struct TaggedRecord: Sendable, Hashable {
    /// 1-based line on which it begins.
    var line: Int
    var fields: [TaggedField]

    /// Adds text to the value that goes on in a further line.
    mutating func goOn(with text: String) {
        guard let last = fields.indices.last else { return }
        fields[last].value += fields[last].value.isEmpty ? text : " " + text
    }
}
