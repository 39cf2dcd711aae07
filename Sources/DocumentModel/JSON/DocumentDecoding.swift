import Diagnostics

// The other half of DocumentJSON.swift: decoding goes through `Decodable`.

extension Document: Decodable {
    private enum Key: String, CodingKey {
        case source, status, signal, metadata, properties, diagnostics, text, joins, blocks
    }

    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        let name = try object.decode(String.self, forKey: .status)
        let signal = try object.decodeIfPresent(Int.self, forKey: .signal)
        guard let status = DocumentStatus(name: name, signal: signal) else {
            throw DecodingError.dataCorruptedError(forKey: .status, in: object, debugDescription: "no status '\(name)'")
        }
        self.init(
            source: try object.decode(DocumentSource.self, forKey: .source),
            status: status,
            metadata: try object.decode(DocumentMetadata.self, forKey: .metadata),
            properties: try object.decode([DocumentProperty].self, forKey: .properties),
            diagnostics: try object.decode([Diagnostic].self, forKey: .diagnostics),
            text: try object.decode(String.self, forKey: .text),
            joins: try object.decode([Join].self, forKey: .joins),
            blocks: try object.decode([Block].self, forKey: .blocks)
        )
    }
}

extension DocumentProperty: Decodable {
    package init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        self.init(try pair.decode(String.self), try pair.decode(String.self))
    }
}

extension Block: Decodable {
    private enum Key: String, CodingKey {
        case kind, level, page, boxes, start, end, headings, section, cells
        case lineStarts = "line_starts"
        case leadIn = "lead_in"
    }

    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        self.init(
            kind: try object.decode(BlockKind.self, forKey: .kind),
            level: try object.decodeIfPresent(Int.self, forKey: .level),
            page: try object.decode(Int.self, forKey: .page),
            boxes: try object.decode([Box].self, forKey: .boxes),
            lineStarts: try object.decodeIfPresent([Int].self, forKey: .lineStarts) ?? [],
            start: try object.decode(Int.self, forKey: .start),
            end: try object.decode(Int.self, forKey: .end),
            headings: try object.decode([String].self, forKey: .headings),
            leadIn: try object.decodeIfPresent(String.self, forKey: .leadIn),
            section: try object.decodeIfPresent(SectionKind.self, forKey: .section),
            cells: try object.decodeIfPresent([TableCell].self, forKey: .cells) ?? []
        )
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
