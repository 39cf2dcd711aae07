import Diagnostics

/// Parses the entries of a BibTeX or biblatex file.
///
/// What stands outside of entries is a comment (BibTeX's own rule); if it looks like fields it is reported, because
/// it may be the rest of a damaged entry. A brace or quote without an end costs its field: the value then ends with its line.
struct BibTeXParser {
    private(set) var entries: [BibTeXEntry] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var text: BibTeXScanner
    private var places: PlaceCursor
    /// Texts of `@string` macros, by their lower-case names.
    private var macros = monthMacros
    /// Where the last braced or quoted value opens, and those that are known to have lost their end.
    private var lastOpening = 0
    private var unclosedOpenings: Set<Int> = []

    init(_ text: String, list: ReferenceList) {
        self.text = BibTeXScanner(bytes: Array(text.utf8))
        places = PlaceCursor(self.text.bytes, list: list)
    }

    /// Reads all entries.
    mutating func parse() {
        var gap = 0
        while !text.isAtEnd {
            guard let type = text.entryType(at: text.position) else {
                text.position += 1
                continue
            }
            reportFields(in: gap..<text.position)
            readEntry(type.name, start: text.position, body: type.end)
            gap = text.position
        }
        reportFields(in: gap..<text.bytes.count)
    }

    // MARK: Entries

    private mutating func readEntry(_ type: String, start: Int, body: Int) {
        let place = places.recordPlace(of: start)
        text.position = body
        switch type {
        case "comment", "preamble":
            text.position = text.endOfGroup(from: body) ?? text.endOfLine(body)
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
        text.bytes[body - 1] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
    }

    /// The key before the first comma; none if a field stands there.
    private mutating func readKey() -> String {
        text.skipSpace()
        let start = text.position
        while !text.isAtEnd, !isSpace(text.bytes[text.position]),
            !",={}\"".utf8.contains(text.bytes[text.position])
        {
            text.position += 1
        }
        let key = String(decoding: text.bytes[start..<text.position], as: UTF8.self)
        text.skipSpace()
        if text.current == UInt8(ascii: "=") {
            text.position = start
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
            text.skipSpace()
            while text.current == UInt8(ascii: ",") {
                text.position += 1
                text.skipSpace()
            }
            if text.current == closing {
                text.position += 1
                return fields
            }
            guard !text.isAtEnd, !text.beginsEntry(at: text.position) else {
                if let last = ends.last, last.opening == lastOpening, !unclosedOpenings.contains(lastOpening),
                    text.hasFields(from: lastOpening)
                {
                    // A value without its end has taken that of the entry: it is read once more, to its line's end.
                    unclosedOpenings.insert(lastOpening)
                    text.position = last.start
                    ends.removeLast()
                    fields.removeLast()
                    continue
                }
                warn(
                    "unclosed-entry", "the entry has no end", at: entry,
                    help: "an entry ends with '}' after its last field")
                return fields
            }
            let start = text.position
            if let field = readField() {
                fields.append(field)
                ends.append((start, lastOpening))
            } else {
                skipToField()
            }
        }
    }

    private mutating func readField() -> BibTeXField? {
        let start = text.position
        let name = text.readName().lowercased()
        text.skipSpace()
        guard !name.isEmpty, text.current == UInt8(ascii: "=") else {
            warn("no-field", "here should be a field", at: start, help: "a field is written title = {…},")
            return nil
        }
        text.position += 1
        let place = places.place(of: start)
        guard let value = readValue(of: name) else { return nil }
        text.skipSpace()
        let isCut = lastOpening > start && unclosedOpenings.contains(lastOpening)
        if !isCut, !text.isAtEnd, !",})".utf8.contains(text.bytes[text.position]),
            !text.beginsEntry(at: text.position)
        {
            warn(
                "missing-comma", "no comma after the field '\(name)'", at: text.position,
                help: "fields are parted by commas"
            )
        }
        return BibTeXField(name: name, value: value, place: Place(file: place.file, line: place.line))
    }

    // MARK: Values

    /// Braced, quoted or bare pieces with `#` between them.
    private mutating func readValue(of name: String) -> String? {
        var value = ""
        while true {
            text.skipSpace()
            guard let piece = readPiece(of: name) else { return nil }
            value += piece
            text.skipSpace()
            guard text.current == UInt8(ascii: "#") else { return value }
            text.position += 1
        }
    }

    private mutating func readPiece(of name: String) -> String? {
        let start = text.position
        guard !text.isAtEnd else { return nil }
        switch text.bytes[text.position] {
        case UInt8(ascii: "{"), UInt8(ascii: "\""):
            let isQuoted = text.bytes[text.position] == UInt8(ascii: "\"")
            lastOpening = start
            let end =
                unclosedOpenings.contains(start)
                ? nil : isQuoted ? text.endOfQuotes(from: start + 1) : text.endOfGroup(from: start + 1)
            text.position = end ?? text.endOfLine(start)
            guard end == nil else {
                return String(decoding: text.bytes[(start + 1)..<(text.position - 1)], as: UTF8.self)
            }
            unclosedOpenings.insert(start)
            warn(
                "unclosed-value", "the value of '\(name)' has no end", at: start,
                help: "close it with '\(isQuoted ? "\"" : "}")'; it is read to the end of its line")
            return withoutEnd(String(decoding: text.bytes[(start + 1)..<text.position], as: UTF8.self))
        default:
            return readMacro(of: name)
        }
    }

    private mutating func readMacro(of name: String) -> String? {
        let start = text.position
        let word = text.readName()
        if word.isEmpty {
            warn("no-value", "the field '\(name)' has no value", at: start, help: "a field is written \(name) = {…},")
            return nil
        }
        if word.utf8.allSatisfy(isDigit) { return word }
        if let known = macros[word.lowercased()] { return known }
        diagnostics.append(
            .warning(
                "unknown-string", "no @string defines '\(word)'", at: places.place(of: start),
                help: "texts stand in braces; '\(word)' is taken as it stands",
                suggestion: nearestName(to: word, among: macros.keys.sorted())))
        return word
    }

    // MARK: Recovery

    /// Goes to the next line that begins a field or ends the entry, or to the next entry.
    private mutating func skipToField() {
        while !text.isAtEnd {
            text.position = text.endOfLine(text.position)
            while !text.isAtEnd, isLineEnd(text.bytes[text.position]) { text.position += 1 }
            let start = text.position
            text.skipSpace()
            guard !text.isAtEnd, text.current != UInt8(ascii: "}"),
                !text.beginsEntry(at: text.position)
            else {
                return
            }
            let name = text.readName()
            text.skipSpace()
            let isField =
                !name.isEmpty && !text.isAtEnd && text.bytes[text.position] == UInt8(ascii: "=")
            text.position = start
            if isField { return }
        }
    }

    /// Text between entries that has a field in it.
    private mutating func reportFields(in gap: Range<Int>) {
        guard let first = gap.first(where: { !isSpace(text.bytes[$0]) }), text.bytes[gap].contains(UInt8(ascii: "="))
        else {
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
