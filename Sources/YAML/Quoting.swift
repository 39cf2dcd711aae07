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
