import Codebooks
import DocumentModel
import JSON

// What section kinds do to rules: `in` and `not in` that leave a rule little text, and text of unknown sections.

extension RuleReport {
    /// One line for the overview of all rules; nil if no rule is starved.
    var starvedCount: String? {
        let count = sections.losses.count
        return count == 0
            ? nil
            : "'in' or 'not in' keep \(counted(count, "rule")) out of more than half of a document: --sections shows "
                + (count == 1 ? "it" : "them")
    }

    var starvedRules: String {
        var table = TextTable([
            "rule": .left, "in": .left, "not in": .left, "kept out of": .right, "over half": .right, "most": .left,
        ])
        for loss in sections.losses {
            table.append([
                loss.rule.name, names(loss.inSections), names(loss.notInSections), percent(loss.share),
                "\(loss.starved) of \(counted(loss.documents, "document"))",
                "\(loss.worstDocument) (\(percent(loss.worstShare)))",
            ])
        }
        return table.isEmpty ? "no 'in' or 'not in' keeps a rule out of more than half of a document" : table.text
    }

    var unknownSections: String {
        var table = TextTable(["document": .left, "passages": .right, "section unknown": .right])
        for document in sections.documents {
            table.append([
                document.document, String(document.passages), document.unknownShare.map(percent) ?? "–",
            ])
        }
        return table.text + "\n\nwhere the section is unknown, neither 'in' nor 'not in' keeps a rule out"
    }

    private func names(_ sections: [SectionKind]) -> String {
        sections.isEmpty ? "–" : sections.map(\.rawValue).joined(separator: ", ")
    }

    var starvedRecords: [[String]] {
        let head = [
            "Dimension", "Code", "Rule", "In", "Not in", "Kept out", "Documents", "Over half", "Most in",
            "Kept out there",
        ]
        return [head]
            + sections.losses.map { loss in
                [
                    loss.rule.code.dimension, loss.rule.code.code, loss.rule.rule,
                    loss.inSections.map(\.rawValue).joined(separator: ", "),
                    loss.notInSections.map(\.rawValue).joined(separator: ", "), decimal(thousandths: loss.share),
                    String(loss.documents), String(loss.starved), loss.worstDocument,
                    decimal(thousandths: loss.worstShare),
                ]
            }
    }

    /// Members of an object: the rules that are kept out, and the documents.
    func writeSections(to json: inout JSONWriter) {
        json.key("kept_out")
        json.array(of: sections.losses) { json, loss in
            json.object { json in
                json.member("dimension", loss.rule.code.dimension)
                json.member("code", loss.rule.code.code)
                json.member("rule", loss.rule.rule)
                json.member("in", loss.inSections.map(\.rawValue))
                json.member("not_in", loss.notInSections.map(\.rawValue))
                json.key("share")
                json.value(thousandths: loss.share)
                json.member("documents", loss.documents)
                json.member("over_half", loss.starved)
                json.key("most")
                json.object { json in
                    json.member("document", loss.worstDocument)
                    json.key("share")
                    json.value(thousandths: loss.worstShare)
                }
            }
        }
        json.key("sections")
        json.array(of: sections.documents) { json, document in
            json.object { json in
                json.member("document", document.document)
                json.member("passages", document.passages)
                guard let share = document.unknownShare else { return }
                json.key("unknown")
                json.value(thousandths: share)
            }
        }
    }
}
