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
    let mark = Array("<!--".utf8)
    var position = bytes.count - mark.count
    while position >= 0 {
        if bytes[position] == mark[0], bytes[position...].starts(with: mark) { return position }
        position -= 1
    }
    return nil
}
