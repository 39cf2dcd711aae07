import Diagnostics

/// A piece of an XML file that is read alone, so that what is not well-formed costs itself only.
struct XMLPiece {
    /// Line of its start tag, and the column where other pieces stand in that line.
    var place: Place
    var bytes: ArraySlice<UInt8>

    /// The element that the piece is, as far as it can be made out, and a warning if it is not well-formed.
    func element() -> (element: XMLElement?, diagnostics: [Diagnostic]) {
        let (element, problem) = xmlElement(bytes)
        guard let problem else { return (element, []) }
        let warning = Diagnostic.warning(
            "malformed-record", "the record is not well-formed: \(problem.message)",
            at: Place(file: place.file, line: (place.line ?? 1) + max(0, problem.line - 1)),
            help: "what can be made out of it is read; export the list again if something is missing")
        return (element, [warning])
    }

    /// Where an element of the piece stands: in a piece of one line where that begins.
    func place(of element: XMLElement) -> Place {
        element.line <= 1 ? place : Place(file: place.file, line: (place.line ?? 1) + element.line - 1)
    }
}

/// Where a pattern begins first, between two positions.
func firstIndex(of pattern: [UInt8], in bytes: [UInt8], from start: Int, before end: Int) -> Int? {
    var position = start
    while position + pattern.count <= end {
        if bytes[position] == pattern[0], bytes[position...].starts(with: pattern) { return position }
        position += 1
    }
    return nil
}

/// What follows the declarations, comments and white space that an XML or HTML text may begin with.
func firstElement(of text: String) -> ArraySlice<UInt8> {
    let bytes = Array(text.utf8)
    var position = 0
    while true {
        let rest = bytes[position...].drop(while: isSpace)
        guard let mark = preambles.first(where: { rest.starts(with: $0.start) }) else { return rest }
        let inner = rest.startIndex + mark.start.count
        guard let end = firstIndex(of: mark.end, in: bytes, from: inner, before: bytes.count) else { return [] }
        position = end + mark.end.count
    }
}

private let preambles = [("<?", "?>"), ("<!--", "-->")].map { (start: Array($0.utf8), end: Array($1.utf8)) }
