import CPoppler

/// Deeper entries, and entries beyond so many, are left out: outlines of broken files run in circles.
private let deepestEntry = 12
private let mostEntries = 10_000

/// The entries of a document's outline, in its order.
func readOutline(of file: borrowing PDFFile) -> [OutlineEntry] {
    guard let iterator = poppler_index_iter_new(file.handle) else { return [] }
    defer { poppler_index_iter_free(iterator) }
    var entries: [OutlineEntry] = []
    append(iterator, level: 1, of: file.handle, to: &entries)
    return entries
}

private func append(_ iterator: OpaquePointer, level: Int, of document: OpaquePointer, to entries: inout [OutlineEntry])
{
    repeat {
        guard entries.count < mostEntries else { return }
        if let entry = entry(at: iterator, level: level, of: document) { entries.append(entry) }
        if level < deepestEntry, let child = poppler_index_iter_get_child(iterator) {
            append(child, level: level + 1, of: document, to: &entries)
            poppler_index_iter_free(child)
        }
    } while poppler_index_iter_next(iterator) != 0
}

private func entry(at iterator: OpaquePointer, level: Int, of document: OpaquePointer) -> OutlineEntry? {
    guard let action = poppler_index_iter_get_action(iterator) else { return nil }
    defer { poppler_action_free(action) }
    guard let title = action.pointee.any.title else { return nil }
    var page: Int?
    if action.pointee.type == POPPLER_ACTION_GOTO_DEST, let destination = action.pointee.goto_dest.dest {
        page = pageNumber(of: destination, in: document)
    }
    return OutlineEntry(title: String(cString: title), level: level, page: page)
}

private func pageNumber(of destination: UnsafeMutablePointer<PopplerDest>, in document: OpaquePointer) -> Int? {
    var number = Int(destination.pointee.page_num)
    if destination.pointee.type == POPPLER_DEST_NAMED, let name = destination.pointee.named_dest {
        guard let found = poppler_document_find_dest(document, name) else { return nil }
        number = Int(found.pointee.page_num)
        poppler_dest_free(found)
    }
    return number > 0 ? number : nil
}
