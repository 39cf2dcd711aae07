import Diagnostics

/// A text as a YAML scalar in quotes: double ones, or single ones where double ones would need escapes.
package func quotedYAML(_ text: String) -> String {
    if text.utf8.contains(where: { $0 == .doubleQuote || $0 == .backslash }) {
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    return "\"" + text + "\""
}

/// Bytes as a single-quoted scalar, which may go over several lines and has no escape but the doubled quote.
func singleQuoted(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = [.singleQuote]
    for byte in bytes {
        if byte == .singleQuote { result.append(byte) }
        result.append(byte)
    }
    result.append(.singleQuote)
    return result
}

/// What a message says of a text that has to stand in quotes: the text in quotes, on the lines that it has.
///
/// - Parameter lead: what stands before the text in its line: `- `, `brief: `.
func howToQuote(_ text: String, lead: String = "") -> String {
    let quoted = (lead + quotedYAML(text)).split(omittingEmptySubsequences: false) { $0.isNewline }
    guard quoted.count > 1 else { return "write it in quotes: " + abbreviated(String(quoted[0])) }
    let lines = quoted.count <= 4 ? quoted : quoted[..<2] + ["…"] + quoted.suffix(1)
    return "write it in quotes:\n"
        + lines.enumerated().map { index, line in
            abbreviated(index == 0 ? String(line) : "  " + trimmingBlanks(String(line)))
        }.joined(separator: "\n")
}
