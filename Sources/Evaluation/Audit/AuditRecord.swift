package import Diagnostics
package import DocumentModel
import JSON

/// An audit as audit.json keeps it: what was drawn, what the chart had then, and what people answered.
///
/// The list that people fill in has none of the chart's codes, which is why they stand here.
package struct AuditRecord: Sendable, Hashable, Decodable {
    package struct Row: Sendable, Hashable, Decodable {
        package var passage: PassageToCode
        package var isCharted: Bool
        /// The codes with which it stood in the chart.
        package var charted: [DimensionCodes]
        /// The draws of its stratum that it came with.
        package var draws: [Int]
        package var answer: Answer?

        package init(passage: PassageToCode, isCharted: Bool, charted: [DimensionCodes], draws: [Int]) {
            self.passage = passage
            self.isCharted = isCharted
            self.charted = charted
            self.draws = draws
        }

        private enum CodingKeys: String, CodingKey {
            case passage, draws, answer
            case isCharted = "in_chart"
            case charted = "codes"
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            passage = try container.decode(PassageToCode.self, forKey: .passage)
            isCharted = try container.decode(Bool.self, forKey: .isCharted)
            charted = try container.decode([NamedCodes].self, forKey: .charted).map(\.codes)
            draws = try container.decode([Int].self, forKey: .draws)
            answer = try container.decodeIfPresent(Answer.self, forKey: .answer)
        }
    }

    package struct Answer: Sendable, Hashable, Decodable {
        package var codes: [DimensionCodes]
        package var by: String
        package var note: String

        package init(codes: [DimensionCodes], by: String, note: String) {
            self.codes = codes
            self.by = by
            self.note = note
        }

        private enum CodingKeys: String, CodingKey { case codes, by, note }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            codes = try container.decode([NamedCodes].self, forKey: .codes).map(\.codes)
            by = try container.decode(String.self, forKey: .by)
            note = try container.decode(String.self, forKey: .note)
        }
    }

    package var seed: Int
    /// SHA-256 of what the chart had when the audit was drawn: of another chart it says nothing.
    package var chart: String
    package var design: AuditDesign
    /// In the order of the list.
    package var rows: [Row]

    package init(seed: Int, chart: String, design: AuditDesign, rows: [Row]) {
        self.seed = seed
        self.chart = chart
        self.design = design
        self.rows = rows
    }

    private enum CodingKeys: String, CodingKey { case seed, chart, items, others, dimensions, rows }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        seed = try container.decode(Int.self, forKey: .seed)
        chart = try container.decode(String.self, forKey: .chart)
        design = AuditDesign(
            charted: try container.decode(StratumRecord.self, forKey: .items).stratum,
            rest: try container.decode(StratumRecord.self, forKey: .others).stratum,
            dimensions: try container.decode([NamedCodes].self, forKey: .dimensions).map(\.codes))
        rows = try container.decode([Row].self, forKey: .rows)
        for row in rows {
            let draws = row.isCharted ? design.charted.draws : design.rest.draws
            guard row.draws.allSatisfy({ (0..<draws).contains($0) }) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .rows, in: container, debugDescription: "row \(row.passage.id) is of no draw")
            }
        }
    }

    /// How many people have answered.
    package var people: Int { Set(rows.compactMap(\.answer?.by)).count }

    package var figures: AuditFigures {
        auditFigures(
            rows.map { row in
                AuditedPassage(
                    document: row.passage.document, isCharted: row.isCharted, charted: row.charted,
                    answer: row.answer?.codes, draws: row.draws)
            }, design: design)
    }

    /// Takes over what a person answered; a row that is answered anew has the new answer.
    ///
    /// - Returns: an error for each row that is not of this audit; nothing is taken over then.
    package mutating func take(_ answers: [CodedRow], by person: String) -> [Diagnostic] {
        let numbers = Dictionary(
            rows.indices.map { (rows[$0].passage.id, $0) }, uniquingKeysWith: { first, _ in first })
        let unknown = answers.filter { numbers[$0.id] == nil }.map { row in
            Diagnostic.error(
                "unknown-id", "the audit has no row '\(row.id)'", at: row.place,
                help: "the list may be one of an earlier audit")
        }
        guard unknown.isEmpty else { return unknown }
        for answer in answers {
            rows[numbers[answer.id]!].answer = Answer(codes: answer.codes, by: person, note: answer.note)
        }
        return []
    }
}

private struct StratumRecord: Decodable {
    var population: Int
    var draws: Int
    var whole: Bool

    var stratum: AuditDesign.Stratum { .init(population: population, draws: draws, isCensus: whole) }
}

private struct NamedCodes: Decodable {
    var dimension: String
    var names: [String]

    var codes: DimensionCodes { DimensionCodes(dimension: dimension, codes: names) }

    private enum CodingKeys: String, CodingKey {
        case dimension
        case names = "codes"
    }
}

// MARK: JSON

extension AuditRecord {
    /// The bytes of audit.json.
    package var json: [UInt8] {
        var json = JSONWriter(indent: 2)
        json.object { json in
            json.member("seed", seed)
            json.member("chart", chart)
            for (name, stratum) in [("items", design.charted), ("others", design.rest)] {
                json.key(name)
                json.object { json in
                    json.member("population", stratum.population)
                    json.member("draws", stratum.draws)
                    json.member("whole", stratum.isCensus)
                }
            }
            json.key("dimensions")
            write(design.dimensions, to: &json)
            json.key("rows")
            json.array(of: rows) { json, row in write(row, to: &json) }
        }
        json.newline()
        return json.bytes
    }

    /// - Throws: a `DecodingError`.
    package init(json: some Sequence<UInt8>) throws {
        self = try decodeJSON(AuditRecord.self, from: json)
    }

    private func write(_ row: Row, to json: inout JSONWriter) {
        json.object { json in
            json.key("passage")
            json.object { json in
                json.member("id", row.passage.id)
                json.member("document", row.passage.document)
                json.member("page", row.passage.page)
                json.member("under", row.passage.under)
                json.member("before", row.passage.before)
                json.member("text", row.passage.text)
            }
            json.member("in_chart", row.isCharted)
            json.key("codes")
            write(row.charted, to: &json)
            json.key("draws")
            json.array(of: row.draws) { json, draw in json.value(draw) }
            guard let answer = row.answer else { return }
            json.key("answer")
            json.object { json in
                json.key("codes")
                write(answer.codes, to: &json)
                json.member("by", answer.by)
                json.member("note", answer.note)
            }
        }
    }

    private func write(_ codes: [DimensionCodes], to json: inout JSONWriter) {
        json.array(of: codes) { json, dimension in
            json.object { json in
                json.member("dimension", dimension.dimension)
                json.member("codes", dimension.codes)
            }
        }
    }
}
