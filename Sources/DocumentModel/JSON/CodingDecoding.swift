// The other half of CodingJSON.swift: decoding goes through `Decodable`.

extension CodedPassage: Decodable {
    private enum Key: String, CodingKey {
        case id, document, codebook, statement, codes, scores, page, boxes, start, end, headings, section, matches
        case mentions, charted, state, wording, note
        case leadIn = "lead_in"
    }

    /// A JSON object has no order: dimensions come back in the order of their names, scores likewise.
    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        let assigned = try object.decode([String: [String]].self, forKey: .codes)
        let scores = try object.decode([String: [String: Double]].self, forKey: .scores)
        self.init(
            id: try object.decode(String.self, forKey: .id),
            document: try object.decode(String.self, forKey: .document),
            codebook: try object.decode(String.self, forKey: .codebook),
            statement: try object.decode(String.self, forKey: .statement),
            codes: PassageCodes(
                assigned: assigned.sorted { $0.key < $1.key }.map {
                    DimensionCodes(dimension: $0.key, codes: $0.value)
                },
                scores: scores.sorted { $0.key < $1.key }.flatMap { dimension, codes in
                    codes.sorted { $0.key < $1.key }.map { code, score in
                        CodeScore(
                            code: CodeReference(dimension: dimension, code: code),
                            thousandths: Int((score * 1000).rounded()))
                    }
                },
                matches: try object.decode([RuleMatch].self, forKey: .matches)
            ),
            page: try object.decode(Int.self, forKey: .page),
            boxes: try object.decode([Box].self, forKey: .boxes),
            start: try object.decode(Int.self, forKey: .start),
            end: try object.decode(Int.self, forKey: .end),
            headings: try object.decode([String].self, forKey: .headings),
            leadIn: try object.decodeIfPresent(String.self, forKey: .leadIn),
            section: try object.decodeIfPresent(SectionKind.self, forKey: .section),
            mentions: try object.decode([Mention].self, forKey: .mentions),
            charted: try object.decode(Charted.self, forKey: .charted),
            state: try object.decode(ItemState.self, forKey: .state),
            wording: try object.decodeIfPresent(String.self, forKey: .wording),
            note: try object.decodeIfPresent(String.self, forKey: .note)
        )
    }
}

extension Charted: Decodable {
    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let reason = try? value.decode(String.self) {
            self = .no(reason: reason)
        } else if try value.decode(Bool.self) {
            self = .yes
        } else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "true, or the reason why not")
        }
    }
}

extension RuleMatch: Decodable {
    private enum Key: String, CodingKey {
        case dimension, code, rule, spans
    }

    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        self.init(
            code: CodeReference(
                dimension: try object.decode(String.self, forKey: .dimension),
                code: try object.decode(String.self, forKey: .code)),
            rule: try object.decode(String.self, forKey: .rule),
            spans: try object.decode([MatchSpan].self, forKey: .spans)
        )
    }
}

extension MatchSpan: Decodable {
    private enum Key: String, CodingKey {
        case source = "in"
        case level, start, end
    }

    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        self.init(
            source: try object.decode(Source.self, forKey: .source),
            level: try object.decodeIfPresent(Int.self, forKey: .level),
            start: try object.decode(Int.self, forKey: .start),
            end: try object.decode(Int.self, forKey: .end)
        )
    }
}
