package import JSON

extension CodedPassage {
    /// Writes the coded passage as one JSON object: a line of codings.jsonl without its line break.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("document", document)
            json.member("codebook", codebook)
            json.member("statement", statement)
            json.key("codes")
            codes.writeAssigned(to: &json)
            json.key("scores")
            codes.writeScores(to: &json)
            json.member("page", page)
            json.key("boxes")
            json.array(of: boxes) { json, box in box.write(to: &json) }
            json.member("start", start)
            json.member("end", end)
            json.member("headings", headings)
            json.member("lead_in", leadIn)
            json.member("section", section?.rawValue)
            json.key("matches")
            codes.writeMatches(to: &json)
            json.key("mentions")
            json.array(of: mentions) { json, mention in
                json.object { json in
                    json.member("page", mention.page)
                    json.member("start", mention.start)
                    json.member("end", mention.end)
                }
            }
            json.key("charted")
            switch charted {
            case .yes: json.value(true)
            case .no(let reason): json.value(reason)
            }
            json.member("state", state.rawValue)
            json.member("wording", wording)
            json.member("note", note)
        }
    }
}

extension PassageCodes {
    /// Writes the assigned codes: `{"category": ["barrier"], …}`, every dimension that assigned some.
    package func writeAssigned(to json: inout JSONWriter) {
        json.object { json in
            for dimension in assigned { json.member(dimension.dimension, dimension.codes) }
        }
    }

    /// Writes the scores as numbers: `{"category": {"barrier": 2.5}, …}`.
    package func writeScores(to json: inout JSONWriter) {
        json.object { json in
            var rest = scores[...]
            while let first = rest.first {
                let dimension = first.code.dimension
                let group = rest.prefix { $0.code.dimension == dimension }
                rest = rest.dropFirst(group.count)
                json.key(dimension)
                json.object { json in
                    for score in group {
                        json.key(score.code.code)
                        json.value(thousandths: score.thousandths)
                    }
                }
            }
        }
    }

    /// Writes the rules that held: `[{"dimension", "code", "rule", "spans": […]}, …]`.
    package func writeMatches(to json: inout JSONWriter) {
        json.array(of: matches) { json, match in
            writeMatch(
                dimension: match.code.dimension, code: match.code.code, rule: match.rule, spans: match.spans[...],
                to: &json)
        }
    }
}

/// Writes a rule that held.
func writeMatch<Name: JSONStringWritable>(
    dimension: Name, code: Name, rule: Name, spans: ArraySlice<MatchSpan>, to json: inout JSONWriter
) {
    json.object { json in
        json.key("dimension")
        dimension.write(to: &json)
        json.key("code")
        code.write(to: &json)
        json.key("rule")
        rule.write(to: &json)
        json.key("spans")
        json.array { json in
            for span in spans { write(span, to: &json) }
        }
    }
}

private func write(_ span: MatchSpan, to json: inout JSONWriter) {
    json.object { json in
        json.member("in", span.source.rawValue)
        json.member("level", span.level)
        json.member("start", span.start)
        json.member("end", span.end)
    }
}
