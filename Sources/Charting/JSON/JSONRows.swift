import Diagnostics
import JSON

/// The frame of a JSON file with rows: an object whose last member is `rows`, a row a line, so that differences between
/// two runs are lines too.
final class JSONRowsWriter {
    private let output: FileOutput
    private var line = JSONWriter()
    private var isFirst = true

    /// Begins a new file, replacing what is there.
    ///
    /// - Parameter head: writes the members before the rows.
    /// - Throws: ``FileError`` when the file cannot be written.
    init(path: String, head: (inout JSONWriter) -> Void) throws {
        output = try FileOutput(path: path)
        line.object { json in
            head(&json)
            json.key("rows")
            json.array([String]())
        }
        try output.write(line.bytes.dropLast(closing.utf8.count))
    }

    /// Adds a row.
    ///
    /// - Parameter members: writes the members of the row's object.
    /// - Throws: ``FileError`` when the file cannot be written.
    func append(_ members: (inout JSONWriter) -> Void) throws {
        line.removeAll()
        line.object(members)
        try output.write(isFirst ? "\n" : ",\n")
        try output.write(line.bytes)
        isFirst = false
    }

    func finish() throws {
        try output.write("\n" + closing + "\n")
        try output.close()
    }
}

/// Reads a file that ``JSONRowsWriter`` wrote, line by line: what is before the rows, each row, and the end.
struct JSONRowsReader {
    private let input: FileInput
    /// What the file should be, for errors: `chart`.
    private let name: String

    /// - Throws: ``FileError`` when the file cannot be read.
    init(path: String, name: String) throws {
        input = try FileInput(path: path)
        self.name = name
    }

    /// What stands before the rows, as an object without rows; to be asked for first.
    ///
    /// - Throws: ``FileError`` when it is no such object.
    func head<Head: Decodable>(_ type: Head.Type) throws -> Head {
        try decoded(type, from: (try input.line() ?? []) + closing.utf8)
    }

    /// The next row; nil after the last.
    ///
    /// - Throws: ``FileError`` when the line is no such row, or the file has no end.
    func next<Row: Decodable>(_ type: Row.Type) throws -> Row? {
        guard let line = try input.line() else {
            throw FileError(path: input.path, message: "the \(name) has no end")
        }
        if line == ArraySlice(closing.utf8) { return nil }
        return try decoded(type, from: line.last == UInt8(ascii: ",") ? line.dropLast() : line)
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, from bytes: some Sequence<UInt8>) throws -> Value {
        do {
            return try decodeJSON(type, from: bytes)
        } catch let error as DecodingError {
            throw FileError(path: input.path, message: "no \(name): \(error)")
        }
    }
}

/// What closes the rows and the object.
private let closing = "]}"
