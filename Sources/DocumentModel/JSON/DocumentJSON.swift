package import Foundation
package import JSON

extension Document {
    /// Writes the document as one JSON object, keys in the order of DESIGN's Document JSON.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("source")
            source.write(to: &json)
            json.member("status", status.name)
            json.member("signal", status.signal)
            json.key("metadata")
            metadata.write(to: &json)
            json.key("properties")
            json.array(of: properties) { json, property in json.array([property.name, property.value]) }
            json.key("diagnostics")
            json.array(of: diagnostics) { json, diagnostic in diagnostic.write(to: &json) }
            json.member("text", text)
            json.key("joins")
            json.array(of: joins) { json, join in
                json.object { json in
                    json.member("offset", join.offset)
                    json.member("hyphen", join.hyphen)
                }
            }
            json.key("blocks")
            json.array(of: blocks) { json, block in block.write(to: &json) }
        }
    }

    /// Reads a document that ``write(to:)`` wrote.
    ///
    /// - Throws: `DecodingError` when the bytes are no such object.
    package init(json: Data) throws {
        self = try decodeJSON(Document.self, from: json)
    }
}

extension DocumentStatus {
    /// The status as formats and messages spell it; the signal of a crash stands apart.
    package var name: String {
        switch self {
        case .ok: "ok"
        case .partial: "partial"
        case .noText: "no-text"
        case .encrypted: "encrypted"
        case .damaged: "damaged"
        case .zeroPages: "zero-pages"
        case .timeout: "timeout"
        case .memory: "memory"
        case .crashed: "crashed"
        case .unsupported: "unsupported"
        }
    }

    /// The signal of a crash.
    package var signal: Int? {
        if case .crashed(let signal) = self { signal } else { nil }
    }

    /// The status of that name, or nil if there is none.
    package init?(name: String, signal: Int? = nil) {
        let plain: [DocumentStatus] = [
            .ok, .partial, .noText, .encrypted, .damaged, .zeroPages, .timeout, .memory, .unsupported,
        ]
        if name == "crashed" {
            self = .crashed(signal: signal ?? 0)
        } else if let status = plain.first(where: { $0.name == name }) {
            self = status
        } else {
            return nil
        }
    }
}

extension DocumentSource {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("path", path)
            json.member("sha256", sha256)
            json.member("format", format?.rawValue)
            json.member("pages", pages)
        }
    }
}

extension Block {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind.rawValue)
            json.member("level", level)
            json.member("page", page)
            json.key("boxes")
            json.array(of: boxes) { json, box in box.write(to: &json) }
            if !lineStarts.isEmpty {
                json.key("line_starts")
                json.array(of: lineStarts) { json, offset in json.value(offset) }
            }
            json.member("start", start)
            json.member("end", end)
            json.member("headings", headings)
            json.member("lead_in", leadIn)
            json.member("section", section?.rawValue)
            if !cells.isEmpty {
                json.key("cells")
                json.array(of: cells) { json, cell in
                    json.object { json in
                        json.member("start", cell.start)
                        json.member("end", cell.end)
                        json.member("header", cell.header)
                    }
                }
            }
        }
    }
}

extension Box {
    /// Writes `{"page", "x0", "y0", "x1", "y1"}`.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            func member(_ name: String, _ points: Double) {
                json.key(name)
                json.value(thousandths: Int((points * 1000).rounded()))
            }
            json.member("page", page)
            member("x0", x0)
            member("y0", y0)
            member("x1", x1)
            member("y1", y1)
        }
    }
}
