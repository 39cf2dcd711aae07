/// How far into a file the signs of its format are looked for.
private let sniffedBytes = 4096

/// Whether the bytes are a PDF: readers accept a header anywhere in the first 1024 bytes (ISO 32000-1,
/// annex H.3.4.1).
func isPDF(_ bytes: [UInt8]) -> Bool {
    contains("%PDF-", in: bytes.prefix(1024 + 4))
}

/// Whether the bytes are HTML or XHTML: a tag or document type at the beginning, or an `html`, `head` or
/// `body` tag or three block tags in the first 4 KB.
func isHTML(_ bytes: [UInt8]) -> Bool {
    guard signature(of: bytes) == nil else { return false }
    let head = sniffableHead(of: bytes)
    if isXML(head) { return contains("<html", in: head) || contains("<!doctype html", in: head) }
    if beginsWithTag(head) { return true }
    if ["<html", "<body", "<head>"].contains(where: { contains($0, in: head) }) { return true }
    let blockTags = ["<p>", "<p ", "<div", "<table", "<ul", "<ol", "<h1", "<h2", "<section", "<article", "<meta "]
    return blockTags.reduce(0) { $0 + occurrences(of: $1, in: head) } >= 3
}

/// Whether the bytes are plain text in UTF-8, UTF-16 or an 8-bit encoding: nearly no control characters.
func isText(_ bytes: [UInt8]) -> Bool {
    guard signature(of: bytes) == nil, !isXML(sniffableHead(of: bytes)) else { return false }
    if utf16Order(of: bytes) != nil { return true }
    var controls = 0
    for byte in bytes where byte < 0x20 || byte == 0x7F {
        // Tab, line feed, vertical tab, form feed, carriage return, end of file of old systems.
        if !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1A { controls += 1 }
    }
    // Random bytes have one in nine.
    return controls * 200 <= bytes.count
}

/// What a content that no reader knows seems to be.
func contentName(of bytes: [UInt8]) -> String {
    if let name = signature(of: bytes) { return name }
    return isXML(sniffableHead(of: bytes)) ? "XML that is no XHTML" : "binary data"
}

/// First bytes of formats that are neither PDF nor text.
private let signatures: [(bytes: [UInt8], name: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "ZIP archive"),
    ([0xD0, 0xCF, 0x11, 0xE0], "Microsoft Office file of before 2007 (doc, xls, ppt)"),
    (Array("{\\rtf".utf8), "RTF document"),
    (Array("%!PS".utf8), "PostScript"),
    ([0x89, 0x50, 0x4E, 0x47], "PNG image"),
    ([0xFF, 0xD8, 0xFF], "JPEG image"),
    (Array("GIF8".utf8), "GIF image"),
    ([0x49, 0x49, 0x2A, 0x00], "TIFF image"),
    ([0x4D, 0x4D, 0x00, 0x2A], "TIFF image"),
    ([0x1F, 0x8B], "gzip archive"),
    (Array("BZh".utf8), "bzip2 archive"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz archive"),
    ([0x37, 0x7A, 0xBC, 0xAF], "7z archive"),
    (Array("Rar!".utf8), "RAR archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "ELF program"),
    (Array("bplist".utf8), "Safari web archive or property list"),
    (Array("SQLite format 3".utf8), "SQLite database"),
]

private func signature(of bytes: [UInt8]) -> String? {
    if let found = signatures.first(where: { bytes.starts(with: $0.bytes) }) {
        return found.name == "ZIP archive" ? zipName(of: bytes) : found.name
    }
    let head = bytes.prefix(sniffedBytes)
    let isWebArchive = contains("mime-version:", in: head) && contains("multipart/related", in: head)
    return isWebArchive ? "MHTML web archive" : nil
}

/// Office formats are ZIP archives whose entries tell them apart.
private func zipName(of bytes: [UInt8]) -> String {
    let head = bytes.prefix(sniffedBytes)
    let known = [
        ("word/", "Word document (docx)"), ("xl/", "Excel workbook (xlsx)"),
        ("ppt/", "PowerPoint presentation (pptx)"), ("application/epub+zip", "EPUB book"),
        ("application/vnd.oasis.opendocument", "OpenDocument file"),
        ("[content_types].xml", "Office document (docx, xlsx or pptx)"),
    ]
    return known.first { contains($0.0, in: head) }?.1 ?? "ZIP archive"
}

/// The first 4 KB after leading spaces and comments; UTF-16 as its low bytes.
private func sniffableHead(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    if utf16Order(of: bytes) != nil {
        return bytes.prefix(2 * sniffedBytes).filter { $0 != 0 && $0 < 0xFE }[...]
    }
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    while true {
        rest = rest.drop { $0 <= 0x20 }
        guard rest.starts(with: Array("<!--".utf8)) else { return rest.prefix(sniffedBytes) }
        guard let end = firstRange(of: Array("-->".utf8), in: rest) else { return rest.prefix(sniffedBytes) }
        rest = rest[end...].dropFirst(3)
    }
}

/// Whether the text begins with an XML declaration or a document type; XHTML does too.
private func isXML(_ head: ArraySlice<UInt8>) -> Bool {
    contains("<?xml", in: head.prefix(5)) || contains("<!doctype", in: head.prefix(9))
}

private func beginsWithTag(_ head: ArraySlice<UInt8>) -> Bool {
    let head = head.drop { $0 <= 0x20 }
    guard head.first == UInt8(ascii: "<"), let next = head.dropFirst().first else { return false }
    return isASCIILetter(next) || next == UInt8(ascii: "!") || next == UInt8(ascii: "/")
}

/// Whether an ASCII needle in lower case occurs, ASCII case folded.
private func contains(_ needle: String, in bytes: ArraySlice<UInt8>) -> Bool {
    occurrences(of: needle, in: bytes, atMost: 1) > 0
}

private func occurrences(of needle: String, in bytes: ArraySlice<UInt8>, atMost limit: Int = .max) -> Int {
    let needle = Array(needle.utf8)
    var count = 0
    var position = bytes.startIndex
    while position + needle.count <= bytes.endIndex, count < limit {
        let isHere = needle.indices.allSatisfy { asciiLowercased(bytes[position + $0]) == asciiLowercased(needle[$0]) }
        if isHere { count += 1 }
        position += 1
    }
    return count
}
