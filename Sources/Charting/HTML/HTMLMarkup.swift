import XML

/// Writes HTML that is well-formed XML too, so that reading it back is strict.
///
/// All text goes through escaping; nothing of a document can become markup.
package struct HTMLMarkup: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Writes markup of ours as it stands.
    package mutating func raw(_ markup: String) {
        bytes.append(contentsOf: markup.utf8)
    }

    /// Writes what another writer wrote.
    package mutating func append(_ markup: HTMLMarkup) {
        bytes.append(contentsOf: markup.bytes)
    }

    /// Writes an element around what `body` writes.
    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ body: (inout HTMLMarkup) -> Void
    ) {
        raw("<" + name)
        for (key, value) in attributes {
            if let value { raw(" \(key)=\"\(Self.attribute(value))\"") }
        }
        raw(">")
        body(&self)
        raw("</" + name + ">")
    }

    /// Writes an element that holds text.
    package mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes text; a character that HTML cannot hold, or that shows nothing, stands as a visible sign that
    /// carries its number: `<span class="control" data-u="1">␁</span>`.
    package mutating func text(_ text: String) {
        bytes.append(text) { scalar in
            guard scalar.isLostInHTML else { return Self.entity(of: scalar) }
            return "<span class=\"control\" data-u=\"\(scalar.value)\">\(Self.sign(of: scalar))</span>"
        }
    }

    /// Writes text with some of it marked.
    ///
    /// - Parameter marks: code points of `text`; ascending, disjoint.
    mutating func text(_ text: String, marks: [Range<Int>]) {
        let scalars = text.unicodeScalars
        var position = scalars.startIndex
        var offset = 0
        for mark in marks {
            let start = scalars.index(position, offsetBy: mark.lowerBound - offset)
            let end = scalars.index(start, offsetBy: mark.count)
            self.text(String(scalars[position..<start]))
            element("mark", text: String(scalars[start..<end]))
            position = end
            offset = mark.upperBound
        }
        self.text(String(scalars[position...]))
    }

    /// Text for an attribute or the title, which hold no elements: what HTML cannot hold becomes U+FFFD.
    static func attribute(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.append(text) { $0.isLostInHTML ? "\u{FFFD}" : entity(of: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func entity(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        default: nil
        }
    }

    /// The control picture of a C0 control, or an empty box.
    private static func sign(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value)! : "□"
    }
}

extension Unicode.Scalar {
    /// What XML cannot hold, and the controls that HTML forbids (HTML Standard, 13.1.4).
    fileprivate var isLostInHTML: Bool {
        isLostInXML || (0x7F...0x9F).contains(value)
    }
}
