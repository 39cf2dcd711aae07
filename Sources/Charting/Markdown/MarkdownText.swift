/// Text in Markdown (CommonMark and what code hosts add) that shows, and reads back, as it is.
enum MarkdownText {
    /// Puts a backslash before what could be markup; controls and line breaks become numeric references.
    static func escape(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.append(text) { scalar in
            if isMarkup(scalar) { return "\\" + String(scalar) }
            return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "&#\(scalar.value);" : nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text that was escaped.
    static func unescape(_ text: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
                result.append(escaped)
            } else if byte == UInt8(ascii: "&"), let scalar = reference(in: &rest) {
                result.append(contentsOf: String(Character(scalar)).utf8)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$", "#", "!": true
        default: false
        }
    }

    /// Reads `#1;` after an ampersand.
    private static func reference(in rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard rest.first == UInt8(ascii: "#"), let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let digits = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
        guard let scalar = UInt32(digits).flatMap(Unicode.Scalar.init) else { return nil }
        rest = rest[(end + 1)...]
        return scalar
    }
}
