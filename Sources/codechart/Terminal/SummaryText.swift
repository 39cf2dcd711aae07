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
        if let decisions { lines.append(decisions.line) }
        lines += references?.lines ?? []
        lines.append("verified    \(verified) of \(checked) coded statements")
        lines += outputLines
        return lines.joined(separator: "\n")
    }

    /// A line for each output; one that stands in several formats has one line: `out/chart.xlsx, .csv`.
    private var outputLines: [String] {
        let names = outputs.map { path in
            let end = path.lastIndex(of: ".") ?? path.endIndex
            return (stem: path[..<end], ending: path[end...])
        }
        return names.indices.reduce(into: [String]()) { lines, index in
            if index > 0, names[index - 1].stem == names[index].stem {
                lines[lines.count - 1] += ", \(names[index].ending)"
            } else {
                lines.append("written     \(outputs[index])")
            }
        }
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
            if let decisions {
                json.key("decisions")
                decisions.write(to: &json)
            }
            if let references {
                json.key("references")
                json.object { json in
                    json.member("matched", references.matched)
                    json.member("documents_without_record", references.documentsWithoutRecord)
                    json.member("records_without_document", references.recordsWithoutDocument)
                    json.member("conflicts", references.conflicts)
                }
            }
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
            json.member("kept", kept.map(\.edited))
        }
        return json.text
    }
}

extension ReferenceSummary {
    /// How many documents have a record, and where the others are to be settled.
    fileprivate var lines: [String] {
        let open = [
            counted(documentsWithoutRecord.count, "document without a record", "documents without a record"),
            counted(recordsWithoutDocument.count, "record without a document", "records without a document"),
            counted(conflicts.count, "contradicts its record", "contradict their records"),
        ].compactMap(\.self)
        let matched =
            counted(matched, "document with a record", "documents with a record") ?? "no document with a record"
        let hint = open.isEmpty ? "" : "; settle them in a copy of references.csv"
        return ["references  " + ([matched] + open).joined(separator: ", ") + hint]
    }
}

private func counted(_ count: Int, _ one: String, _ several: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : several)"
}
