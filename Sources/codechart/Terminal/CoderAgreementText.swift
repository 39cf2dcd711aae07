import Evaluation
import JSON

/// Agreement of coders for people and for programs.
struct CoderAgreementText {
    let units: CodedUnits
    let dimensions: [CoderAgreement]
    let places: PlaceAgreement?
    let bootstrap: Bootstrap

    var text: String {
        let shared = units.units.count - units.single
        let level = Int((bootstrap.level * 100).rounded())
        var parts = [
            """
            coders: \(units.coders.joined(separator: ", "))
            unit: passage (\(shared) coded by two or more, \(units.single) by one only); intervals: \(level) %, \
            \(bootstrap.rounds) samples of documents, seed \(bootstrap.seed)
            """
        ]
        for dimension in dimensions {
            let sets = dimension.sets.map { "\($0.name): \($0.figure.text)" }
            parts.append(([dimension.dimension, table(of: dimension)] + sets).joined(separator: "\n"))
        }
        if let places { parts.append(text(of: places)) }
        return parts.joined(separator: "\n\n")
    }

    private func table(of dimension: CoderAgreement) -> String {
        var rows = [["code"] + units.coders]
        rows[0] += (dimension.rows.first?.figures ?? []).map(\.name) + ["interval of alpha"]
        for row in dimension.rows {
            rows.append(
                [row.name] + row.given.map(String.init) + row.figures.map { short($0.figure) }
                    + [Evaluation.text(of: row.figures.last?.interval)])
        }
        return aligned(rows)
    }

    private func text(of places: PlaceAgreement) -> String {
        var rows = [["code", "u-alpha"]]
        for (code, figure) in places.unitizing { rows.append([code, figure.text]) }
        var spans = [["spans of the first two coders", "both", "partly", "wrong", "first only", "second only", "f1"]]
        for (name, counts) in [
            ("strict: bounds and code", places.spans.strict), ("exact: bounds", places.spans.exact),
            ("partial: overlap", places.spans.partial), ("type: overlap and code", places.spans.type),
        ] {
            let numbers = [counts.correct, counts.partial, counts.incorrect, counts.missed, counts.spurious]
            spans.append([name] + numbers.map(String.init) + [counts.f1.text])
        }
        return "places in the text; unit: code point\n\(aligned(rows))\n\n\(aligned(spans))"
    }

    var json: String {
        var json = JSONWriter(indent: 1)
        json.object { json in
            json.member("coders", units.coders)
            json.member("unit", "passage")
            json.member("shared", units.units.count - units.single)
            json.member("single", units.single)
            json.key("dimensions")
            json.array(of: dimensions) { json, dimension in
                json.object { json in
                    json.member("dimension", dimension.dimension)
                    json.key("codes")
                    json.array(of: dimension.rows) { $1.write(to: &$0) }
                    json.key("sets")
                    json.object { json in
                        for (name, figure) in dimension.sets {
                            json.key(name)
                            json.object { figure.write(to: &$0) }
                        }
                    }
                }
            }
            if let places {
                json.key("u_alpha")
                json.object { json in
                    for (code, figure) in places.unitizing {
                        json.key(code)
                        json.object { figure.write(to: &$0) }
                    }
                }
            }
        }
        return json.text
    }
}

extension CoderAgreement.Row {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", name)
            json.key("given")
            json.array(of: given) { $0.value($1) }
            for (name, figure, interval) in figures {
                json.key(name)
                json.object { json in
                    figure.write(to: &json)
                    interval.write(to: &json)
                }
            }
        }
    }
}
