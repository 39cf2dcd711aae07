import JSON
import Pipeline

extension RunSummary {
    /// The lines at the end of a run.
    var text: String {
        var lines: [String] = []
        let documents = statuses.reduce(0) { $0 + $1.count }
        let counts = statuses.map { "\($0.count) \($0.status)" }.joined(separator: ", ")
        lines.append("documents   \(documents): \(counts)")
        lines += unreadLines.map { "            " + $0 }
        lines.append("passages    \(passages)")
        let rest = uncharted.map { "\($0.count) \($0.reason)" }.joined(separator: ", ")
        lines.append("codings     \(codings): \(items) in the chart" + (rest.isEmpty ? "" : ", \(rest)"))
        for reference in unmatchedReferences {
            lines.append("            no document: \(reference)")
        }
        lines.append("verified    \(verified) of \(checked) coded statements")
        for output in outputs { lines.append("written     \(output)") }
        return lines.joined(separator: "\n")
    }

    /// A line for each document that could not be read.
    var unreadLines: [String] {
        unread.map { "not read: \($0.path): \($0.status.name): \($0.reason)" }
    }

    /// The summary as one JSON object.
    var jsonText: String {
        var json = JSONWriter(indent: 2)
        json.object { json in
            json.key("documents")
            json.object { json in
                for status in statuses { json.member(status.status, status.count) }
            }
            json.key("unread")
            json.array(of: unread) { json, document in
                json.object { json in
                    json.member("path", document.path)
                    json.member("status", document.status.name)
                    json.member("reason", document.reason)
                }
            }
            json.member("passages", passages)
            json.member("codings", codings)
            json.member("items", items)
            json.key("uncharted")
            json.object { json in
                for reason in uncharted { json.member(reason.reason, reason.count) }
            }
            json.member("unmatched_references", unmatchedReferences)
            json.member("checked", checked)
            json.member("verified", verified)
            json.key("findings")
            json.array(of: findings) { json, finding in
                json.object { json in
                    json.member("document", finding.document)
                    json.member("statement", finding.statement)
                    json.member("problem", finding.problem)
                }
            }
            json.member("outputs", outputs)
        }
        return json.text
    }
}
