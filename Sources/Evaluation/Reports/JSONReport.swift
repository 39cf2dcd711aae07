import DocumentModel
package import JSON

/// The report for programs: every metric with its interval, every confusion with its passages.
func jsonReport(_ reports: [EvaluationReport]) -> [UInt8] {
    var json = JSONWriter(indent: 1)
    json.object { json in
        json.member("met", reports.allSatisfy { $0.unmet.isEmpty })
        json.key("gold")
        json.array(of: reports) { json, report in report.write(to: &json) }
    }
    json.newline()
    return json.bytes
}

extension EvaluationReport {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("files", files)
            json.member("unit", "passage")
            json.member("passages", agreement.passages)
            json.member("ambiguous", agreement.ambiguousPassages)
            json.member("documents", documents)
            json.key("bootstrap")
            json.object { json in
                json.member("unit", "document")
                json.member("rounds", bootstrap.rounds)
                json.member("seed", String(bootstrap.seed))
                json.key("level")
                json.raw("\(bootstrap.level)".utf8)
            }
            json.key("gates")
            json.array(of: gates) { json, gate in gate.write(to: &json) }
            json.key("dimensions")
            json.array(of: agreement.dimensions) { json, dimension in write(dimension, to: &json) }
            if let grouping { write(by: grouping, to: &json) }
            if !rules.isEmpty { writeRules(to: &json) }
        }
    }

    private func write(_ dimension: DimensionAgreement, to json: inout JSONWriter) {
        json.object { json in
            json.member("dimension", dimension.dimension)
            writeMetrics(dimensionMetrics.map(\.name), of: dimension.dimension, to: &json)
            json.key("codes")
            json.array(of: dimension.codes) { json, code in
                json.object { json in
                    json.member("code", code.code)
                    code.counts.write(to: &json)
                    writeMetrics(codeMetrics.map(\.name), of: "\(dimension.dimension).\(code.code)", to: &json)
                }
            }
            json.key("confusions")
            json.array(of: confusions.filter { $0.dimension == dimension.dimension }) { $1.write(to: &$0) }
        }
    }

    private func writeMetrics(_ names: [String], of owner: String, to json: inout JSONWriter) {
        json.key("metrics")
        json.object { json in
            for name in names {
                let metric = "\(owner).\(name)"
                guard let figure = agreement.figure(metric) else { continue }
                json.key(name)
                json.object { json in
                    figure.write(to: &json)
                    intervals[metric]?.write(to: &json)
                    if agreement.ambiguousPassages > 0, let clear = agreement.clearFigure(metric) {
                        json.key("without_ambiguous")
                        json.object { clear.write(to: &$0) }
                    }
                }
            }
        }
    }

    private func write(by grouping: Grouping, to json: inout JSONWriter) {
        json.key("by_\(grouping.rawValue)")
        json.array(of: groups) { json, group in
            json.object { json in
                json.member(grouping.rawValue, group.name)
                json.member("passages", group.agreement.passages)
                json.key("dimensions")
                json.array(of: group.agreement.dimensions) { json, dimension in
                    json.object { json in
                        json.member("dimension", dimension.dimension)
                        dimension.micro.write(to: &json)
                        json.key("micro_f1")
                        json.object { dimension.micro.f1.write(to: &$0) }
                        json.key("kappa")
                        json.object { dimension.coded.sums.cohensKappa.write(to: &$0) }
                    }
                }
            }
        }
    }

    private func writeRules(to json: inout JSONWriter) {
        json.key("rules")
        json.array(of: rules) { json, rule in
            json.object { json in
                json.member("dimension", rule.rule.code.dimension)
                json.member("code", rule.rule.code.code)
                json.member("rule", rule.rule.rule)
                json.member("right", rule.right)
                json.member("wrong", rule.wrong.map(\.passage.id))
            }
        }
    }
}

extension Figure {
    /// Members of an object: `"value": 0.5`, or `"undefined": "no gold"`.
    package func write(to json: inout JSONWriter) {
        switch self {
        case .value(let value):
            json.key("value")
            json.raw("\(value)".utf8)
        case .undefined(let reason): json.member("undefined", reason)
        }
    }
}

extension Interval {
    /// Members of an object: `"low": 0.4, "high": 0.6`, or `"no_interval": "one document only"`.
    package func write(to json: inout JSONWriter) {
        switch self {
        case .range(let low, let high):
            json.key("low")
            json.raw("\(low)".utf8)
            json.key("high")
            json.raw("\(high)".utf8)
        case .undefined(let reason): json.member("no_interval", reason)
        }
    }
}

extension Counts {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("both", both)
        json.member("found_only", foundOnly)
        json.member("gold_only", goldOnly)
        json.member("neither", neither)
    }
}

extension Gate {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("metric", minimum.metric)
            json.member("source", minimum.source.rawValue)
            json.key("least")
            json.value(thousandths: minimum.thousandths)
            figure.write(to: &json)
            json.member("met", isMet)
        }
    }
}

extension Confusion {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("gold", gold)
            json.member("found", found)
            json.key("passages")
            json.array(of: cases) { json, one in
                json.object { json in
                    json.member("id", one.passage.passage.id)
                    json.member("file", one.passage.place.file)
                    json.member("line", one.passage.place.line)
                    json.member("document", one.passage.document)
                    json.member("text", one.passage.passage.text)
                    json.member("rules", one.rules.map { "\($0.code.code)/\($0.rule)" })
                    json.member("reason", one.reason)
                }
            }
        }
    }
}
