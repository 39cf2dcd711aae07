/// The bibliographic description of a document: for each field its value, where it was found, and how
/// sure that is.
///
/// Field names are the chart's own column names in snake case: `title`, `authors`, `year`, `journal`, `doi`,
/// `url`, `database`, `study_type`, and any further field that a reference list brings.
package struct DocumentMetadata: Sendable, Hashable {
    /// In the order in which the fields were set.
    package private(set) var fields: [MetadataField]

    package init(fields: [MetadataField] = []) {
        self.fields = fields
    }

    /// The field of that name.
    package subscript(name: String) -> MetadataField? {
        fields.first { $0.name == name }
    }

    /// Sets a field; one of the same name is replaced in its place.
    package mutating func set(_ field: MetadataField) {
        if let index = fields.firstIndex(where: { $0.name == field.name }) {
            fields[index] = field
        } else {
            fields.append(field)
        }
    }
}

/// One field of a description.
package struct MetadataField: Sendable, Hashable {
    package var name: String
    package var value: MetadataValue
    /// Where it was found: `info`, `xmp`, `first page`, `meta citation_title`, `Corpus/references.ris:12`…
    package var origin: String
    /// Percent, 0 to 100.
    package var confidence: Int

    package init(_ name: String, _ value: MetadataValue, origin: String, confidence: Int) {
        self.name = name
        self.value = value
        self.origin = origin
        self.confidence = confidence
    }
}

/// The value of a field: one text, or authors.
package enum MetadataValue: Sendable, Hashable {
    case text(String)
    case names([PersonName])
}

/// A person as given and family name, or an organisation whole.
package struct PersonName: Sendable, Hashable, Decodable {
    /// Empty for organisations and for people of one name.
    package var given: String
    /// The family name with its particles, or the whole name of an organisation.
    package var family: String

    package init(given: String = "", family: String) {
        self.given = given
        self.family = family
    }

    /// Given name first: `Julia R. A. Taylor`.
    package var full: String { given.isEmpty ? family : given + " " + family }
}

extension DocumentMetadata {
    /// The value of a field that is one text; nil for absent fields and for names.
    package func text(_ name: String) -> String? {
        if case .text(let text)? = self[name]?.value { text } else { nil }
    }

    /// The first of the field `authors`.
    package var firstAuthor: PersonName? {
        if case .names(let names)? = self["authors"]?.value { names.first } else { nil }
    }
}
