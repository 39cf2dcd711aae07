/// Something that a Zotero file describes: an item, a journal, an attachment, a note.
struct ZoteroResource {
    var element: XMLElement
    var piece: XMLPiece
}

/// Cuts a Zotero file before every start tag with `rdf:about` that stands as far to the right as the first one:
/// deeper ones are parts of what they stand in.
func zoteroResources(_ text: String, list: ReferenceList) -> [XMLPiece] {
    let bytes = Array(text.utf8)
    var places = PlaceCursor(bytes, list: list)
    var starts: [Int] = []
    var indentation: Int?
    var position = 0
    while let found = firstIndex(of: about, in: bytes, from: position, before: bytes.count) {
        position = found + about.count
        guard let start = bytes[..<found].lastIndex(of: UInt8(ascii: "<")) else { continue }
        let depth = start - (bytes[..<start].lastIndex(where: isLineEnd) ?? -1)
        // In a file without line ends nothing tells depths apart.
        let isAtDepth = depth == indentation ?? depth || !bytes[..<start].contains(where: isLineEnd)
        if indentation == nil { indentation = depth }
        if isAtDepth { starts.append(start) }
    }
    let end = firstIndex(of: rootEnd, in: bytes, from: starts.last ?? 0, before: bytes.count) ?? bytes.count
    return zip(starts, starts.dropFirst() + [end]).map { start, next in
        XMLPiece(place: places.recordPlace(of: start), bytes: bytes[start..<next])
    }
}

private let about = Array("rdf:about=".utf8)
private let rootEnd = Array("</rdf:RDF>".utf8)
