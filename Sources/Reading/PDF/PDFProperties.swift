import CPoppler
import DocumentModel

/// What a PDF says of itself: its information dictionary as `info.…`, its XMP packet as `xmp.…`, and the number
/// of outline entries.
func readProperties(of file: borrowing PDFFile, outline: [OutlineEntry]) -> [DocumentProperty] {
    let document = file.handle
    let info = [
        ("info.title", takeString(poppler_document_get_title(document))),
        ("info.author", takeString(poppler_document_get_author(document))),
        ("info.subject", takeString(poppler_document_get_subject(document))),
        ("info.keywords", takeString(poppler_document_get_keywords(document))),
        ("info.creator", takeString(poppler_document_get_creator(document))),
        ("info.producer", takeString(poppler_document_get_producer(document))),
        ("info.created", creationYear(of: document)),
    ]
    var properties = info.compactMap { name, value in value.map { DocumentProperty(name, tidied($0)) } }
    if let packet = takeString(poppler_document_get_metadata(document)) { properties += readXMP(packet) }
    if !outline.isEmpty { properties.append(DocumentProperty("outline.count", String(outline.count))) }
    return properties.filter { !$0.value.isEmpty }
}

private func creationYear(of document: OpaquePointer) -> String? {
    guard let date = poppler_document_get_creation_date_time(document) else { return nil }
    defer { g_date_time_unref(date) }
    return String(g_date_time_get_year(date))
}

/// Without control characters, white space as single spaces.
func tidied(_ value: String) -> String {
    value.unicodeScalars.split { isSpace($0.value) || $0.value < 0x20 || $0.value == 0x7F }
        .map { String($0) }.joined(separator: " ")
}
