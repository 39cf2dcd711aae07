import DocumentModel
import JSON
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
func runJSON(project: Project, documents: [RunDocument]) -> [UInt8] {
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
        json.array(of: project.inputs) { json, input in
            json.object { json in
                json.member("path", input.path)
                json.member("sha256", input.sha256)
            }
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
