import Diagnostics
import Foundation

/// A file that is read from its start to its end, in chunks or lines.
final class FileInput {
    let path: String
    private let handle: FileHandle
    /// Bytes read and not yet given out as lines.
    private var rest: [UInt8] = []
    private var restStart = 0

    private static let chunkSize = 1 << 16

    init(path: String) throws {
        self.path = path
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw FileError(path: path, message: "cannot be read")
        }
        self.handle = handle
    }

    /// The next bytes; nil at the end of the file.
    func chunk() throws -> [UInt8]? {
        do {
            guard let data = try handle.read(upToCount: Self.chunkSize), !data.isEmpty else { return nil }
            return Array(data)
        } catch {
            throw FileError(path: path, message: "cannot be read: \(error)")
        }
    }

    /// The next line without its line feed; nil at the end of the file.
    func line() throws -> ArraySlice<UInt8>? {
        var searched = restStart
        while true {
            if let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { restStart = end + 1 }
                return rest[restStart..<end]
            }
            searched = rest.count
            guard let chunk = try chunk() else { break }
            searched -= restStart
            rest.removeFirst(restStart)
            restStart = 0
            rest += chunk
        }
        defer { restStart = rest.count }
        return restStart < rest.count ? rest[restStart...] : nil
    }
}
