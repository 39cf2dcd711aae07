import Diagnostics
package import JSON

// The other half of DocumentJSON.swift.

extension Document: JSONDecodable {
    package init(json: JSONNode) throws {
        self.init(
            source: try json.decode(DocumentSource.self, at: "source"),
            status: try DocumentStatus(document: json),
            metadata: try json.decode(DocumentMetadata.self, at: "metadata"),
            properties: try json.value(at: "properties"),
            diagnostics: try json.decode([Diagnostic].self, at: "diagnostics"),
            text: try json.value(at: "text"),
            joins: try json.value(at: "joins"),
            blocks: try json.value(at: "blocks")
        )
    }
}

extension DocumentStatus {
    fileprivate init(document json: JSONNode) throws {
        let name: String = try json.value(at: "status")
        guard let status = DocumentStatus(name: name, signal: try json.valueIfAny(at: "signal")) else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no status '\(name)'"))
        }
        self = status
    }
}

extension DocumentProperty: JSONReadable {
    package init(json: JSONNode) throws {
        let pair = try [String](json: json)
        guard pair.count == 2 else {
            let reason = "a property is its name and its value"
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: reason))
        }
        self.init(pair[0], pair[1])
    }
}

extension Join: JSONReadable {
    package init(json: JSONNode) throws {
        self.init(offset: try json.value(at: "offset"), hyphen: try json.value(at: "hyphen"))
    }
}

extension Block: JSONReadable {
    package init(json: JSONNode) throws {
        self.init(
            kind: try json.value(at: "kind"),
            level: try json.valueIfAny(at: "level"),
            page: try json.value(at: "page"),
            boxes: try json.value(at: "boxes"),
            lineStarts: try json.valueIfAny(at: "line_starts") ?? [],
            start: try json.value(at: "start"),
            end: try json.value(at: "end"),
            headings: try json.value(at: "headings"),
            leadIn: try json.valueIfAny(at: "lead_in"),
            section: try json.valueIfAny(at: "section"),
            cells: try json.valueIfAny(at: "cells") ?? []
        )
    }
}

extension BlockKind: JSONReadable {}

extension SectionKind: JSONReadable {}

extension TableCell: JSONReadable {
    package init(json: JSONNode) throws {
        self.init(
            start: try json.value(at: "start"), end: try json.value(at: "end"),
            header: try json.valueIfAny(at: "header"))
    }
}

extension Box: JSONDecodable {
    /// Rounded like any other: what is written by strangers may be anything.
    package init(json: JSONNode) throws {
        self.init(
            page: try json.value(at: "page"), x0: try json.value(at: "x0"), y0: try json.value(at: "y0"),
            x1: try json.value(at: "x1"), y1: try json.value(at: "y1"))
    }
}

extension DocumentMetadata: Decodable {
    private struct FieldName: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct Field: Decodable {
        var value: MetadataValue
        var origin: String
        var confidence: Int
    }

    /// A JSON object has no order, so fields come back in the order of their names.
    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: FieldName.self)
        let fields = try object.allKeys.sorted { $0.stringValue < $1.stringValue }.map { key in
            let field = try object.decode(Field.self, forKey: key)
            return MetadataField(key.stringValue, field.value, origin: field.origin, confidence: field.confidence)
        }
        self.init(fields: fields)
    }
}

extension MetadataValue: Decodable {
    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else {
            self = .names(try value.decode([PersonName].self))
        }
    }
}
