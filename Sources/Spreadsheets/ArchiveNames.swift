import CArchive
import Diagnostics

/// The names of the files in a zip archive, in its order.
///
/// - Throws: ``FileError`` when the archive cannot be read.
package func archiveNames(_ path: String) throws -> [String] {
    let archive = archive_read_new()
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    var names: [String] = []
    var entry: OpaquePointer?
    var result = archive_read_open_filename(archive, path, 1 << 16)
    while result == ARCHIVE_OK {
        result = archive_read_next_header(archive, &entry)
        if result == ARCHIVE_OK, let name = archive_entry_pathname(entry) { names.append(String(cString: name)) }
    }
    guard result == ARCHIVE_EOF else {
        let message = archive_error_string(archive).map { String(cString: $0) } ?? "error \(result)"
        throw FileError(path: path, message: "cannot be read: \(message)")
    }
    return names
}
