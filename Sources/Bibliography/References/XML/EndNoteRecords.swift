import Diagnostics

/// Cuts an EndNote file into its records, so that one that is not well-formed costs itself only.
///
/// A record goes to its end tag, or, where that is missing, to the start of the next. Text between records is the rest
/// of a damaged one.
func endNoteRecords(_ text: String, list: ReferenceList) -> (records: [XMLPiece], diagnostics: [Diagnostic]) {
    let bytes = Array(text.utf8)
    var places = PlaceCursor(bytes, list: list)
    var records: [XMLPiece] = []
    var diagnostics: [Diagnostic] = []
    var position = 0
    while true {
        let start = startOfRecord(in: bytes, from: position)
        if let stray = firstText(in: bytes[position..<(start ?? bytes.count)]) {
            diagnostics.append(
                .warning(
                    "text-outside-record", "text outside of a record is not read", at: places.place(of: stray),
                    help: "a record stands between <record> and </record>"))
        }
        guard let start else { return (records, diagnostics) }
        let place = places.recordPlace(of: start)
        let next = startOfRecord(in: bytes, from: start + recordStart.count) ?? bytes.count
        if let end = firstIndex(of: recordEnd, in: bytes, from: start, before: next) {
            position = end + recordEnd.count
        } else {
            position = next
            diagnostics.append(
                .warning(
                    "unclosed-record", "the record has no end", at: place, help: "a record ends with </record>"))
        }
        records.append(XMLPiece(place: place, bytes: bytes[start..<position]))
    }
}

private let recordStart = Array("<record".utf8)
private let recordEnd = Array("</record>".utf8)

/// Where the next `<record>` begins; `<records>` is another element.
private func startOfRecord(in bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while let found = firstIndex(of: recordStart, in: bytes, from: position, before: bytes.count) {
        position = found + recordStart.count
        if position < bytes.count, " >\t\r\n".utf8.contains(bytes[position]) { return found }
    }
    return nil
}

/// The first byte that is neither white space nor part of a tag.
private func firstText(in bytes: ArraySlice<UInt8>) -> Int? {
    var isTag = false
    for (index, byte) in zip(bytes.indices, bytes) {
        if byte == UInt8(ascii: "<") { isTag = true }
        if !isTag, byte > UInt8(ascii: " ") { return index }
        if byte == UInt8(ascii: ">") { isTag = false }
    }
    return nil
}
