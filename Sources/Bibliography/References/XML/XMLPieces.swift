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
