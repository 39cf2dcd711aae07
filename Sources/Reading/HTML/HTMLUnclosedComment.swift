import Diagnostics

/// What a comment that never ends takes from the page: the parser, as browsers do, drops all that follows it.
///
/// A `<!--` in a script opens no comment.
func unclosedComment(in bytes: [UInt8]) -> Diagnostic? {
    guard let start = lastComment(in: bytes) else { return nil }
    let rest = bytes[(start + 4)...]
    let isClosed = ["-->", "--!>", "</script", "</SCRIPT"].contains { firstRange(of: Array($0.utf8), in: rest) != nil }
    guard !isClosed, rest.contains(where: { $0 > 0x20 }) else { return nil }
    return .warning(
        "html-open-comment", "the last \(bytes.count - start) bytes of the page are a comment without an end")
}

private func lastComment(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
        var last: Int?
        var next = 0
        while let sign = firstIndex(of: UInt8(ascii: "!"), in: bytes, from: next) {
            if sign > 0, sign + 2 < bytes.count, bytes[sign - 1] == UInt8(ascii: "<"),
                bytes[sign + 1] == UInt8(ascii: "-"), bytes[sign + 2] == UInt8(ascii: "-")
            {
                last = sign - 1
            }
            next = sign + 1
        }
        return last
    }
}
