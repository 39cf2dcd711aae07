package import Diagnostics
import Foundation
import Spreadsheets
package import Tables

/// The sheets of a workbook or of a CSV file; which of the two it is, its bytes tell.
///
/// - Throws: a ``Failure`` when it can be read as neither.
package func readSheets(_ path: String) throws -> (sheets: [Sheet], diagnostics: [Diagnostic]) {
    guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: mostBytes + 1) else {
        throw Failure(.usage, "unreadable-file", "'\(path)' cannot be read")
    }
    let bytes = Array(data)
    guard bytes.count <= mostBytes else {
        throw Failure(.usage, "too-large", "'\(path)' is larger than \(mostBytes >> 20) MB, which no table of texts is")
    }
    // An OLE compound file: Excel before 2007, or a workbook with a password.
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
        throw Failure(
            .usage, "unknown-format", "'\(path)' is an old Excel workbook, or has a password",
            help: "save it as .xlsx without a password")
    }
    guard bytes.starts(with: Array("PK".utf8)) else { return readCSVTables(bytes, file: path) }
    do {
        return (try readWorkbook(path), [])
    } catch let error as FileError {
        throw Failure(
            .usage, "unreadable-file", error.description, help: "open it in a spreadsheet program and save it as .xlsx")
    }
}

private let mostBytes = 64 << 20
