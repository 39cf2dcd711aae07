/// The paths in a `file` field: `Full Text:files/12/Hill 2019.pdf:application/pdf` (Zotero), `:Hill.pdf:PDF` (JabRef),
/// `files/12/Hill.pdf` (Better BibTeX); several are parted by semicolons. A backslash protects what follows it.
func bibTeXFiles(_ value: String) -> [String] {
    // Mendeley writes letters with accents as LaTeX, Zotero as they are.
    let value = hasLaTeX(value) ? plainText(latex: value) : value
    return split(value, at: ";").compactMap { entry in
        let parts = split(entry, at: ":").map { collapsingWhiteSpace(withoutEscapes($0)) }
        let path: String
        switch parts.count {
        case 1: path = parts[0]
        // "C:/papers/Hill.pdf"
        case 2: path = parts[0].utf8.count == 1 ? parts.joined(separator: ":") : parts[1]
        default: path = parts[1..<(parts.count - 1)].joined(separator: ":")
        }
        return path.isEmpty ? nil : path
    }
}

/// Whether a group with a command is in it: `{\'e}`.
private func hasLaTeX(_ value: String) -> Bool {
    zip(value.utf8, value.utf8.dropFirst()).contains { $0 == UInt8(ascii: "{") && $1 == UInt8(ascii: "\\") }
}

private func split(_ text: String, at separator: Unicode.Scalar) -> [String] {
    var parts = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in text.unicodeScalars {
        if scalar == separator, !isEscaped {
            parts.append(String.UnicodeScalarView())
        } else {
            parts[parts.count - 1].append(scalar)
        }
        isEscaped = scalar == "\\" && !isEscaped
    }
    return parts.map(String.init)
}

private func withoutEscapes(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
        if scalar == "\\", !isEscaped {
            isEscaped = true
            continue
        }
        // Only signs that mean something are protected: the backslash in "papers\Hill.pdf" parts folders.
        if isEscaped, !":;\\{}_&%#$~".unicodeScalars.contains(scalar) { result.append("\\") }
        result.append(scalar)
        isEscaped = false
    }
    return String(result)
}
