import Decisions
import DocumentModel
import Evaluation
package import JSON
import Reading

/// The version of the tool.
package let codechartVersion = "0.1.0"

/// What run.json says of a document.
struct RunDocument {
    var path: String
    var sha256: String
    var status: DocumentStatus

    init(_ document: Document) {
        path = document.source.path
        sha256 = document.source.sha256
        status = document.status
    }
}

/// run.json: versions, and the SHA-256 of every input; paths are relative to pipeline.yaml.
///
/// No time and no place of this run: the same inputs give the same bytes.
///
/// - Parameters:
///   - editable: files as this run wrote them, by which the next run knows whether a person has edited them.
///   - decisions: nil for a run that applies none.
///   - audit: nil without an audit of this chart.
///   - hasCheckedItems: whether people decided on items.
func runJSON(
    project: Project, documents: [RunDocument], editable: [InputFile], decisions: DecisionSummary?, audit: AuditRecord?,
    hasCheckedItems: Bool
) -> [UInt8] {
    var json = JSONWriter(indent: 2)
    json.object { json in
        json.member("codechart", codechartVersion)
        json.member("reader", readerVersion)
        if project.configuration.read.ocr { json.member("tesseract", tesseractVersion() ?? "absent") }
        json.member("pipeline", project.configuration.title)
        json.key("codebooks")
        json.array(of: project.codebooks) { json, codebook in
            json.object { json in
                json.member("codebook", codebook.id)
                json.member("version", codebook.version)
            }
        }
        json.key("inputs")
        write(project.inputs, to: &json)
        json.key("editable")
        write(editable, to: &json)
        if let decisions {
            json.key("decisions")
            decisions.write(to: &json)
        }
        if let audit {
            json.key("audit")
            audit.writeFigures(to: &json)
        } else if !hasCheckedItems {
            json.member("checked", AuditRecord.noItemChecked)
        }
        json.key("documents")
        json.array(of: documents) { json, document in
            json.object { json in
                json.member("path", document.path)
                json.member("sha256", document.sha256)
                json.member("status", document.status.name)
            }
        }
    }
    json.newline()
    return json.bytes
}

private func write(_ files: [InputFile], to json: inout JSONWriter) {
    json.array(of: files) { json, file in
        json.object { json in
            json.member("path", file.path)
            json.member("sha256", file.sha256)
        }
    }
}

extension DecisionSummary {
    /// Writes how many decisions stand, and each that cannot be applied with the reason.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            for verdict in Decision.Verdict.allCases { json.member(verdict.rawValue, standing[verdict, default: 0]) }
            json.member("undecided", undecided)
            json.key("not_applied")
            json.array(of: loose) { json, loose in
                json.object { json in
                    json.member("document", loose.decision.anchor.document.path)
                    json.member("page", loose.decision.anchor.page)
                    json.member("id", loose.decision.anchor.id)
                    json.member("decision", loose.decision.verdict.rawValue)
                    json.member("quote", loose.decision.anchor.quote)
                    json.member("reason", loose.reason)
                }
            }
        }
    }
}
