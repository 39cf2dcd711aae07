import CArchive
import Diagnostics

/// A zip archive that is written file by file, through libarchive; the same files give the same bytes.
package final class ArchiveFile {
    private let archive: OpaquePointer
    private let path: String

    /// - Throws: ``FileError`` when the archive cannot be written.
    package init(_ path: String) throws {
        archive = archive_write_new()
        self.path = path
        archive_write_set_format_zip(archive)
        try check(archive_write_open_filename(archive, path))
    }

    deinit { archive_write_free(archive) }

    /// Begins a file inside; what is written next is its content.
    package func begin(_ name: String) throws {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        // S_IFREG; a time would make every run another file, and without one the first that zip knows stands there.
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        try check(archive_write_header(archive, entry))
    }

    package func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
            guard count > 0 else { throw failure(Int32(clamping: count)) }
            rest = rest.dropFirst(count)
        }
    }

    package func close() throws {
        try check(archive_write_close(archive))
    }

    private func check(_ result: Int32) throws {
        guard result == ARCHIVE_OK else { throw failure(result) }
    }

    private func failure(_ result: Int32) -> FileError {
        let message = archive_error_string(archive).map { String(cString: $0) } ?? "error \(result)"
        return FileError(path: path, message: "cannot be written: \(message)")
    }
}
