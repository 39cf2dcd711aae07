extension ItemForm.Dimension {
    /// The codes of a cell, each once, and the names that are no code's.
    package func codes(named text: String) -> (codes: [String], unknown: [String]) {
        if let whole = code(named: text) { return ([whole], []) }
        var codes: [String] = []
        var unknown: [String] = []
        for part in text.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
            let whole = code(named: String(part)).map { [$0] }
            let pieces = whole ?? part.split(separator: ",").compactMap { code(named: String($0)) }
            // Commas part codes only where each piece is one: labels have commas too.
            if whole != nil || !pieces.isEmpty && pieces.count == part.split(separator: ",").count {
                for code in pieces where !codes.contains(code) { codes.append(code) }
            } else if !key(String(part)).isEmpty {
                unknown.append(key(String(part)))
            }
        }
        return (codes, unknown)
    }

    private func code(named name: String) -> String? {
        let wanted = key(name).lowercased()
        guard !wanted.isEmpty else { return nil }
        return codes.first { code in
            ([code.id, code.label] + code.names).contains { key($0).lowercased() == wanted }
        }?.id
    }

    private func key(_ text: String) -> String {
        text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(separator: " ")
    }
}
