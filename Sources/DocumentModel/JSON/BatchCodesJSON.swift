import JSON

extension BatchCodes {
    /// Writes what codebooks say of a passage: a line of `codechart code` without its line break.
    ///
    /// - Parameter id: of the passage, valid UTF-8.
    func write(_ passage: Int, id: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter) {
        json.object { json in
            json.key("id")
            json.value(utf8: id)
            if isEmpty(passage) {
                json.raw(members: #""codes":{},"scores":{},"matches":[]"#)
                return
            }
            json.key("codes")
            writeAssigned(passage, to: &json)
            json.key("scores")
            writeScores(passage, to: &json)
            json.key("matches")
            writeMatches(passage, to: &json)
        }
    }

    private func writeAssigned(_ passage: Int, to json: inout JSONWriter) {
        json.object { json in
            var rest = assigned(passage)
            while let first = rest.first {
                let dimension = names.codes[first].owner
                json.key(names.dimensions[dimension].json)
                json.array { json in
                    while let code = rest.first, names.codes[code].owner == dimension {
                        json.value(names.codes[code].name.json)
                        rest.removeFirst()
                    }
                }
            }
        }
    }

    private func writeScores(_ passage: Int, to json: inout JSONWriter) {
        json.object { json in
            var rest = scores(passage)
            while let first = rest.first {
                let dimension = names.codes[first.code].owner
                json.key(names.dimensions[dimension].json)
                json.object { json in
                    while let score = rest.first, names.codes[score.code].owner == dimension {
                        json.key(names.codes[score.code].name.json)
                        json.value(thousandths: score.thousandths)
                        rest.removeFirst()
                    }
                }
            }
        }
    }

    private func writeMatches(_ passage: Int, to json: inout JSONWriter) {
        json.array { json in
            for match in matches(passage) {
                let rule = names.rules[rule(match)]
                let code = names.codes[rule.owner]
                writeMatch(
                    dimension: names.dimensions[code.owner].json, code: code.name.json, rule: rule.name.json,
                    spans: spans(match), to: &json)
            }
        }
    }
}
