import Foundation

/// A file that is written aside and put in place whole.
///
/// Readers of the output never see half a file, and a file whose bytes would not change is not touched, so
/// that its modification time says when its content changed.
struct OutputFile {
    /// Where the bytes go until ``commit()``.
    let temporary: URL
    let destination: URL
    /// The file's name, or its path from the folder of the outputs.
    let name: String

    /// - Parameters:
    ///   - name: a file, or a path such as `plots/documents-by-year.svg`.
    ///   - folder: the folder of the outputs.
    init(_ name: String, in folder: URL) {
        self.init(folder.appendingPathComponent(name), name: name)
    }

    /// - Parameter destination: its folder must exist when the file is written.
    init(_ destination: URL) {
        self.init(destination, name: destination.lastPathComponent)
    }

    private init(_ destination: URL, name: String) {
        self.destination = destination
        self.name = name
        temporary = destination.deletingLastPathComponent()
            .appendingPathComponent("." + destination.lastPathComponent + ".part")
    }

    /// Puts the file in place, or drops it when the destination has the same bytes already.
    ///
    /// - Throws: `CocoaError` when the file system refuses.
    func commit() throws {
        let files = FileManager.default
        if files.contentsEqual(atPath: temporary.path, andPath: destination.path) {
            try files.removeItem(at: temporary)
        } else if rename(temporary.path, destination.path) != 0 {
            throw OutputError(path: destination.path)
        }
    }
}

/// Writes bytes to a new file, in pieces.
struct OutputStream {
    private let handle: FileHandle
    private let path: String

    /// - Throws: ``OutputError`` when the file cannot be made.
    init(_ url: URL) throws {
        path = url.path
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw OutputError(path: path) }
        self.handle = handle
    }

    /// - Throws: an error of the file system: no space left, …
    func write(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: Data(bytes))
    }

    func close() throws {
        try handle.close()
    }

    /// Writes a whole file.
    static func write(_ bytes: [UInt8], to url: URL) throws {
        let stream = try OutputStream(url)
        try stream.write(bytes)
        try stream.close()
    }
}

/// An output that the file system would not take, with its reason.
struct OutputError: Error, CustomStringConvertible {
    let path: String
    let reason = String(cString: strerror(errno))

    var description: String { "\(path): \(reason)" }
}
