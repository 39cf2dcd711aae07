import Diagnostics

/// Parses the entries of a BibTeX or biblatex file.
///
/// What stands outside of entries is a comment (BibTeX's own rule); if it looks like fields it is reported, because
/// it may be the rest of a damaged entry. A brace or quote without an end costs its field: the value then ends with its line.
struct BibTeXParser {
    private(set) var entries: [BibTeXEntry] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let bytes: [UInt8]
    private var position = 0
    private var places: PlaceCursor
    /// Texts of `@string` macros, by their lower-case names.
    private var macros = monthMacros
    /// Where the last braced or quoted value opens, and those that are known to have lost their end.
    private var lastOpening = 0
    private var unclosedOpenings: Set<Int> = []

    init(_ text: String, list: ReferenceList) {
        bytes = Array(text.utf8)
        places = PlaceCursor(bytes, list: list)
    }

    /// Reads all entries.
    mutating func parse() {
        var gap = 0
        while position < bytes.count {
            guard let type = entryType(at: position) else {
                position += 1
                continue
            }
            reportFields(in: gap..<position)
            readEntry(type.name, start: position, body: type.end)
            gap = position
        }
        reportFields(in: gap..<bytes.count)
    }

    // MARK: Entries

    private mutating func readEntry(_ type: String, start: Int, body: Int) {
        let place = places.recordPlace(of: start)
        position = body
        switch type {
        case "comment", "preamble":
            position = endOfGroup(from: body) ?? endOfLine(body)
        case "string":
            for field in readFields(of: start, closing: closing(body)) { macros[field.name] = field.value }
        default:
            let key = readKey()
            let fields = readFields(of: start, closing: closing(body))
            entries.append(BibTeXEntry(type: type, key: key, place: place, fields: fields))
        }
    }

    /// The byte that ends an entry whose body begins at a position, behind its opening byte.
    private func closing(_ body: Int) -> UInt8 {
        bytes[body - 1] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
    }

    /// The key before the first comma; none if a field stands there.
    private mutating func readKey() -> String {
        skipSpace()
        let start = position
        while position < bytes.count, !isSpace(bytes[position]), !",={}\"".utf8.contains(bytes[position]) {
            position += 1
        }
        let key = String(decoding: bytes[start..<position], as: UTF8.self)
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: "=") {
            position = start
            warn("missing-key", "the entry has no key", at: start, help: "an entry begins like @article{hill2019,")
            return ""
        }
        return key
    }

    private mutating func readFields(of entry: Int, closing: UInt8) -> [BibTeXField] {
        var fields: [BibTeXField] = []
        // Where each field begins, and where the last value until its end opens.
        var ends: [(start: Int, opening: Int)] = []
        while true {
            skipSpace()
            while position < bytes.count, bytes[position] == UInt8(ascii: ",") {
                position += 1
                skipSpace()
            }
            if position < bytes.count, bytes[position] == closing {
                position += 1
                return fields
            }
            guard position < bytes.count, !beginsEntry(at: position) else {
                if let last = ends.last, last.opening == lastOpening, hasSwallowedFields(lastOpening) {
                    // A value without its end has taken that of the entry: it is read once more, to its line's end.
                    unclosedOpenings.insert(lastOpening)
                    position = last.start
                    ends.removeLast()
                    fields.removeLast()
                    continue
                }
                warn(
                    "unclosed-entry", "the entry has no end", at: entry,
                    help: "an entry ends with '}' after its last field")
                return fields
            }
            let start = position
            if let field = readField() {
                fields.append(field)
                ends.append((start, lastOpening))
            } else {
                skipToField()
            }
        }
    }

    private mutating func readField() -> BibTeXField? {
        let start = position
        let name = readName().lowercased()
        skipSpace()
        guard !name.isEmpty, position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
            warn("no-field", "here should be a field", at: start, help: "a field is written title = {…},")
            return nil
        }
        position += 1
        let place = places.place(of: start)
        guard let value = readValue(of: name) else { return nil }
        skipSpace()
        let isCut = lastOpening > start && unclosedOpenings.contains(lastOpening)
        if !isCut, position < bytes.count, !",})".utf8.contains(bytes[position]), !beginsEntry(at: position) {
            warn(
                "missing-comma", "no comma after the field '\(name)'", at: position, help: "fields are parted by commas"
            )
        }
        return BibTeXField(name: name, value: value, place: Place(file: place.file, line: place.line))
    }

    // MARK: Values

    /// Braced, quoted or bare pieces with `#` between them.
    private mutating func readValue(of name: String) -> String? {
        var value = ""
        while true {
            skipSpace()
            guard let piece = readPiece(of: name) else { return nil }
            value += piece
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "#") else { return value }
            position += 1
        }
    }

    private mutating func readPiece(of name: String) -> String? {
        let start = position
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "{"), UInt8(ascii: "\""):
            let isQuoted = bytes[position] == UInt8(ascii: "\"")
            lastOpening = start
            let end =
                unclosedOpenings.contains(start)
                ? nil : isQuoted ? endOfQuotes(from: start + 1) : endOfGroup(from: start + 1)
            position = end ?? endOfLine(start)
            guard end == nil else { return String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self) }
            unclosedOpenings.insert(start)
            warn(
                "unclosed-value", "the value of '\(name)' has no end", at: start,
                help: "close it with '\(isQuoted ? "\"" : "}")'; it is read to the end of its line")
            return withoutEnd(String(decoding: bytes[(start + 1)..<position], as: UTF8.self))
        default:
            return readMacro(of: name)
        }
    }

    private mutating func readMacro(of name: String) -> String? {
        let start = position
        let word = readName()
        if word.isEmpty {
            warn("no-value", "the field '\(name)' has no value", at: start, help: "a field is written \(name) = {…},")
            return nil
        }
        if word.utf8.allSatisfy(isDigit) { return word }
        if let text = macros[word.lowercased()] { return text }
        diagnostics.append(
            .warning(
                "unknown-string", "no @string defines '\(word)'", at: places.place(of: start),
                help: "texts stand in braces; '\(word)' is taken as it stands",
                suggestion: nearestName(to: word, among: macros.keys.sorted())))
        return word
    }

    /// The position behind the brace that closes a group, nil if the next entry or the end of the file comes first.
    private func endOfGroup(from start: Int) -> Int? {
        var depth = 1
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: "@") where beginsEntry(at: index): return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The position behind the quote that ends a text; quotes in braces are part of it.
    private func endOfQuotes(from start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\"") where depth <= 0: return index + 1
            case UInt8(ascii: "@") where beginsEntry(at: index): return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    // MARK: Recovery

    /// Goes to the next line that begins a field or ends the entry, or to the next entry.
    private mutating func skipToField() {
        while position < bytes.count {
            position = endOfLine(position)
            while position < bytes.count, isLineEnd(bytes[position]) { position += 1 }
            let start = position
            skipSpace()
            guard position < bytes.count, bytes[position] != UInt8(ascii: "}"), !beginsEntry(at: position) else {
                return
            }
            let name = readName()
            skipSpace()
            let isField = !name.isEmpty && position < bytes.count && bytes[position] == UInt8(ascii: "=")
            position = start
            if isField { return }
        }
    }

    /// Whether the value that opens there was the entry's last and goes over lines that begin like fields.
    private func hasSwallowedFields(_ opening: Int) -> Bool {
        guard !unclosedOpenings.contains(opening) else { return false }
        let lines = bytes[opening..<position].split(whereSeparator: isLineEnd).dropFirst()
        return lines.contains { line in
            let name = line.drop(while: isSpace).prefix { isLetter($0) || isDigit($0) || "-_".utf8.contains($0) }
            let rest = line[name.endIndex...].drop(while: isSpace)
            return name.count > 1 && rest.first == UInt8(ascii: "=")
        }
    }

    /// Text between entries that has a field in it.
    private mutating func reportFields(in gap: Range<Int>) {
        guard let first = gap.first(where: { !isSpace(bytes[$0]) }), bytes[gap].contains(UInt8(ascii: "=")) else {
            return
        }
        warn(
            "text-outside-record", "text outside of an entry is not read", at: first,
            help: "an entry is written @article{key, title = {…}, …}")
    }

    private mutating func warn(_ identifier: String, _ message: String, at position: Int, help: String) {
        diagnostics.append(.warning(identifier, message, at: places.place(of: position), help: help))
    }
}

// MARK: Bytes

extension BibTeXParser {
    private mutating func skipSpace() {
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    }

    private mutating func readName() -> String {
        let start = position
        while position < bytes.count, !isSpace(bytes[position]), !"={}(),\"#%'@".utf8.contains(bytes[position]) {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func endOfLine(_ start: Int) -> Int {
        bytes[start...].firstIndex(where: isLineEnd) ?? bytes.count
    }

    /// `@type{` or `@type(`: the type in lower case, and the position behind the bracket.
    private func entryType(at start: Int) -> (name: String, end: Int)? {
        guard bytes[start] == UInt8(ascii: "@") else { return nil }
        var index = start + 1
        while index < bytes.count, isLetter(bytes[index]) { index += 1 }
        guard index > start + 1 else { return nil }
        let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self).lowercased()
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "(") else {
            return nil
        }
        return (name, index + 1)
    }

    /// Whether an entry begins at a position, which is the first of its line: within values `@` is a letter.
    private func beginsEntry(at start: Int) -> Bool {
        guard start < bytes.count, entryType(at: start) != nil else { return false }
        var index = start
        while index > 0, bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t") { index -= 1 }
        return index == 0 || isLineEnd(bytes[index - 1])
    }
}

private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || isLineEnd(byte)
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

/// The line of an unclosed value without the marks that should have ended it.
private func withoutEnd(_ line: String) -> String {
    var scalars = line.unicodeScalars[...]
    while let last = scalars.last, ",}\" ".unicodeScalars.contains(last) { scalars.removeLast() }
    return String(scalars)
}

/// The macros that every BibTeX style defines.
private let monthMacros = Dictionary(
    uniqueKeysWithValues: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ].map { ($0.prefix(3).lowercased(), $0) })
