import DocumentModel
import JSON
import Reading

// What requests say of their tasks, and replies of pictures.

extension WorkerTask {
    static let readName = "read"
    static let drawName = "render"

    /// What `do` calls it.
    var name: String {
        switch self {
        case .read: Self.readName
        case .draw: Self.drawName
        }
    }

    /// Writes the members of a request that belong to the task.
    func write(to json: inout JSONWriter) {
        switch self {
        case .read(let recognised, let rulings):
            if !rulings { json.member("rulings", false) }
            guard !recognised.isEmpty else { return }
            json.key("ocr")
            json.array(of: recognised) { json, page in page.write(to: &json) }
        case .draw(let drawing):
            json.key("render")
            drawing.write(to: &json)
        }
    }
}

/// `{"page", "lines": [[[word, x0, y0, x1, y1, confidence], …], …]}`; points, and percents.
extension RecognisedPage: Decodable {
    private enum Key: String, CodingKey {
        case page, lines
    }

    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        self.init(
            page: try object.decode(Int.self, forKey: .page),
            lines: try object.decode([[RecognisedWord]].self, forKey: .lines))
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("page", page)
            json.key("lines")
            json.array(of: lines) { json, line in
                json.array(of: line) { json, word in word.write(to: &json) }
            }
        }
    }
}

extension RecognisedWord: Decodable {
    package init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        let text = try values.decode(String.self)
        let corners = try (0..<4).map { _ in try values.decode(Double.self) }
        self.init(
            text: text, box: Box(page: 1, x0: corners[0], y0: corners[1], x1: corners[2], y1: corners[3]),
            confidence: min(max(try values.decode(Double.self), 0), 100))
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.array { json in
            json.value(text)
            for number in [box.x0, box.y0, box.x1, box.y1, confidence] {
                json.value(thousandths: Int((number * 1000).rounded()))
            }
        }
    }
}

/// `{"page", "blocks": [{"order", "kind", "level"?, "boxes"}, …]}`; without blocks it is for text recognition.
extension PageDrawing: Decodable {
    private enum Key: String, CodingKey {
        case page, blocks
    }

    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        let blocks = try object.decodeIfPresent([OverlayBlock].self, forKey: .blocks)
        self.init(
            page: try object.decode(Int.self, forKey: .page), purpose: blocks.map { .overlay($0) } ?? .recognition)
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("page", page)
            guard case .overlay(let blocks) = purpose else { return }
            json.key("blocks")
            json.array(of: blocks) { json, block in block.write(to: &json) }
        }
    }
}

extension OverlayBlock: Decodable {
    private enum Key: String, CodingKey {
        case order, kind, level, boxes
    }

    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        self.init(
            order: try object.decode(Int.self, forKey: .order),
            kind: try object.decode(BlockKind.self, forKey: .kind),
            level: try object.decodeIfPresent(Int.self, forKey: .level),
            boxes: try object.decode([Box].self, forKey: .boxes))
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("order", order)
            json.member("kind", kind.rawValue)
            json.member("level", level)
            json.key("boxes")
            json.array(of: boxes) { json, box in box.write(to: &json) }
        }
    }
}

/// What a reply says of a picture; its bytes stand at ``pictureDescriptor``.
struct PictureReply: Sendable, JSONReadable {
    var bytes: Int
    var width: Int
    var height: Int
    var scale: Double

    init(_ picture: PagePicture) {
        bytes = picture.bytes.count
        width = picture.width
        height = picture.height
        scale = picture.scale
    }

    init(json: JSONNode) throws {
        bytes = try json.value(at: "bytes")
        width = try json.value(at: "width")
        height = try json.value(at: "height")
        scale = try json.value(at: "scale")
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("bytes", bytes)
            json.member("width", width)
            json.member("height", height)
            json.key("scale")
            json.value(thousandths: Int((scale * 1000).rounded()))
        }
    }
}
