import Diagnostics
import Tables

/// Reads the records of a CSV file of ours, one at a time.
struct CSVRecords {
    private let input: FileInput
    private var chunk: [UInt8] = []
    private var position = 0

    init(_ input: FileInput) {
        self.input = input
    }

    /// The fields of the next record, formula guards removed; nil at the end of the file.
    ///
    /// - Throws: ``FileError`` when quotes do not pair or the last record has no end.
    mutating func next() throws -> [String]? {
        guard var byte = try nextByte() else { return nil }
        var fields: [String] = []
        var field: [UInt8] = []
        while true {
            if byte == UInt8(ascii: "\"") {
                byte = try quoted(into: &field)
            } else {
                while byte != UInt8(ascii: ","), byte != UInt8(ascii: "\r") {
                    field.append(byte)
                    byte = try requiredByte()
                }
            }
            fields.append(FormulaGuard.remove(from: String(decoding: field, as: UTF8.self)))
            field.removeAll(keepingCapacity: true)
            if byte == UInt8(ascii: "\r") { break }
            guard byte == UInt8(ascii: ",") else { throw malformed }
            byte = try requiredByte()
        }
        guard try nextByte() == UInt8(ascii: "\n") else { throw malformed }
        return fields
    }

    /// Reads a quoted field after its first quote.
    ///
    /// - Returns: the byte that follows the closing quote.
    private mutating func quoted(into field: inout [UInt8]) throws -> UInt8 {
        while true {
            var byte = try requiredByte()
            if byte == UInt8(ascii: "\"") {
                byte = try requiredByte()
                if byte != UInt8(ascii: "\"") { return byte }
            }
            field.append(byte)
        }
    }

    private mutating func requiredByte() throws -> UInt8 {
        guard let byte = try nextByte() else { throw malformed }
        return byte
    }

    private mutating func nextByte() throws -> UInt8? {
        if position == chunk.count {
            guard let next = try input.chunk() else { return nil }
            chunk = next
            position = 0
        }
        defer { position += 1 }
        return chunk[position]
    }

    private var malformed: FileError { FileError(path: input.path, message: "a record is malformed") }
}
