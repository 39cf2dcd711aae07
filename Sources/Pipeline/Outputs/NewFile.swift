import Diagnostics
import Foundation

/// A file that a person asked for by its name: written aside and put in place whole, and never over another one that is
/// there unless they say so.
package struct NewFile {
    private let file: OutputFile
    private let path: String

    /// - Parameter replaces: whether a file of that name may be there.
    /// - Throws: a ``Failure`` when one is there that must stay, or the folder takes no files.
    package init(_ path: String, replaces: Bool) throws {
        self.path = path
        file = OutputFile(URL(fileURLWithPath: path))
        guard replaces || !FileManager.default.fileExists(atPath: path) else {
            throw Failure(
                .usage, "file-exists", "'\(path)' is there already", help: "--force replaces it; or give another name")
        }
    }

    /// Writes the file.
    ///
    /// - Parameter body: writes its bytes to the path that it gets.
    /// - Throws: a ``Failure`` when the file cannot be written.
    package func write(_ body: (String) throws -> Void) throws {
        guard FileManager.default.createFile(atPath: file.temporary.path, contents: nil) else { throw unwritable(nil) }
        do {
            try body(file.temporary.path)
            try file.commit()
        } catch {
            try? FileManager.default.removeItem(at: file.temporary)
            throw unwritable(error)
        }
    }

    /// Writes these bytes.
    package func write(_ bytes: [UInt8]) throws {
        try write { try OutputStream.write(bytes, to: URL(fileURLWithPath: $0)) }
    }

    private func unwritable(_ error: (any Error)?) -> Failure {
        Failure(.usage, "unwritable-file", "'\(path)' cannot be written" + (error.map { ": \($0)" } ?? ""))
    }
}
