import DocumentModel
import Foundation
import JSON
import Reading

// One hello line from the worker, then one request line from the parent and one reply line from the worker, in
// turn. Every line is a JSON object.

/// The version of the protocol.
let workerProtocolVersion = 1

/// The first line of a worker.
struct WorkerHello: Sendable, Decodable {
    var version: Int
    /// The version of what reads documents; a document read by another version may read differently now.
    var reader: Int
    var sandbox: SandboxState

    private enum CodingKeys: String, CodingKey {
        case version = "protocol"
        case reader, sandbox
    }

    var line: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("protocol", version)
            json.member("reader", reader)
            json.key("sandbox")
            sandbox.write(to: &json)
        }
        json.newline()
        return json.bytes
    }
}

/// Names a request; the reply has the same. Numbers and strings are accepted.
enum RequestID: Sendable, Hashable, Decodable {
    case number(Int)
    case text(String)

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else {
            self = .text(try value.decode(String.self))
        }
    }

    func write(to json: inout JSONWriter) {
        switch self {
        case .number(let number): json.value(number)
        case .text(let text): json.value(text)
        }
    }
}

/// A request: `{"id", "do": ["read"], "path" | "path_base64", "limits": {"memory": bytes, "cpu": seconds}}`, with
/// `"ocr": […]` for pages whose words were recognised and `"rulings": false` if no page is drawn to find lines, or with `"do": ["render"]` and `"render": {…}` for a page to
/// draw.
struct WorkerRequest: Sendable {
    var id: RequestID
    /// nil when it is none that workers know.
    var task: WorkerTask?
    var path: FileName
    var memory: Int
    var cpuSeconds: Int

    var line: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("id")
            id.write(to: &json)
            json.key("do")
            json.array(of: [task]) { json, task in json.value(task?.name ?? "") }
            if let text = String(validating: path.bytes, as: UTF8.self) {
                json.member("path", text)
            } else {
                json.member("path_base64", Data(path.bytes).base64EncodedString())
            }
            json.key("limits")
            json.object { json in
                json.member("memory", memory)
                json.member("cpu", cpuSeconds)
            }
            task?.write(to: &json)
        }
        json.newline()
        return json.bytes
    }
}

extension WorkerRequest: Decodable {
    private enum Key: String, CodingKey {
        case id, path, limits, ocr, render, rulings
        case tasks = "do"
        case base64 = "path_base64"
    }

    private struct Limits: Decodable {
        var memory: Int?
        var cpu: Int?
    }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        id = try object.decode(RequestID.self, forKey: .id)
        switch try object.decode([String].self, forKey: .tasks) {
        case [WorkerTask.readName]:
            task = .read(
                recognised: try object.decodeIfPresent([RecognisedPage].self, forKey: .ocr) ?? [],
                rulings: try object.decodeIfPresent(Bool.self, forKey: .rulings) ?? true)
        case [WorkerTask.drawName]: task = .draw(try object.decode(PageDrawing.self, forKey: .render))
        default: task = nil
        }
        if let base64 = try object.decodeIfPresent(String.self, forKey: .base64) {
            guard let bytes = Data(base64Encoded: base64) else {
                throw DecodingError.dataCorruptedError(forKey: .base64, in: object, debugDescription: "no base64")
            }
            path = FileName(bytes: Array(bytes))
        } else {
            path = FileName(try object.decode(String.self, forKey: .path))
        }
        let limits = try object.decodeIfPresent(Limits.self, forKey: .limits)
        let standard = WorkerLimits()
        memory = max(0, limits?.memory ?? standard.memory)
        cpuSeconds = min(max(1, limits?.cpu ?? standard.cpuSeconds), WorkerLimits.longestDeadline)
    }
}

/// A reply as the parent reads it: `{"id", "document", "letters", "picture"?, "resident"}` or `{"id", "error"}`.
struct WorkerReply: Sendable, JSONDecodable {
    var id: RequestID
    var document: Document
    var letters: [String]
    /// What stands at ``pictureDescriptor``.
    var picture: PictureReply?
    /// Physical memory of the worker in bytes.
    var resident: Int

    init(json: JSONNode) throws {
        id = try json.decode(RequestID.self, at: "id")
        document = try json.value(at: "document")
        letters = try json.value(at: "letters")
        picture = try json.valueIfAny(at: "picture")
        resident = try json.value(at: "resident")
    }

    /// The line of a reply that has a document.
    static func line(id: RequestID, outcome: WorkerOutcome, resident: Int) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("id")
            id.write(to: &json)
            json.key("document")
            outcome.document.write(to: &json)
            json.member("letters", outcome.letters)
            if let picture = outcome.picture {
                json.key("picture")
                PictureReply(picture).write(to: &json)
            }
            json.member("resident", resident)
        }
        json.newline()
        return json.bytes
    }

    /// The line of a reply to a request that the worker cannot follow.
    static func line(id: RequestID?, error identifier: String, _ message: String, help: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("id")
            if let id { id.write(to: &json) } else { json.null() }
            json.key("error")
            json.object { json in
                json.member("identifier", identifier)
                json.member("message", message)
                json.member("help", help)
            }
        }
        json.newline()
        return json.bytes
    }
}
