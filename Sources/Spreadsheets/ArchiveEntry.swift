import CArchive
import Diagnostics

/// The bytes of one file in a zip archive, through libarchive.
package final class ArchiveEntry {
    private let archive: OpaquePointer
    private let path: String

    private static let blockSize = 1 << 16

    /// - Returns: nil when the archive has no such file.
    /// - Throws: ``FileError`` when the archive cannot be read.
    package init?(_ name: String, in path: String) throws {
        archive = archive_read_new()
        self.path = path
        // By the directory at its end alone, as spreadsheets do: a workbook that is cut off is none.
        archive_read_support_format_zip_seekable(archive)
        try check(archive_read_open_filename(archive, path, Self.blockSize))
        var entry: OpaquePointer?
        while true {
            let result = archive_read_next_header(archive, &entry)
            if result == ARCHIVE_EOF { return nil }
            try check(result)
            if let found = archive_entry_pathname(entry), String(cString: found) == name { return }
        }
    }

    deinit { archive_read_free(archive) }

    /// The next bytes; nil at the end, when the archive's checksum of them was right.
    package func chunk() throws -> [UInt8]? {
        let chunk = try [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, count in
            let size = archive_read_data(archive, buffer.baseAddress, buffer.count)
            try check(Int32(clamping: min(size, 0)))
            count = size
        }
        return chunk.isEmpty ? nil : chunk
    }

    /// Warnings count as failures: a wrong checksum is one.
    private func check(_ result: Int32) throws {
        guard result == ARCHIVE_OK else {
            let message = archive_error_string(archive).map { String(cString: $0) } ?? "error \(result)"
            throw FileError(path: path, message: "cannot be read: \(message)")
        }
    }
}
