import CArchive
import Diagnostics
import DocumentModel
import Foundation
import SeededRandom
import Testing

@testable import Charting

@Suite struct CorruptionTests {
    private static let rows = SchoolGardens.rows

    @Test(arguments: ["csv", "html", "json", "md"])
    func oneChangedLetterIsAnotherStatement(_ name: String) throws {
        let format = try #require(ChartFormat.named(name))
        try withChart(of: Self.rows, as: format) { path in
            let original = try bytes(path)
            let damaged = try changingALetter(of: "watered", in: original)
            try Data(damaged).write(to: URL(fileURLWithPath: path))
            let read = try readAll(format, path)
            #expect(read.count == Self.rows.count)
            #expect(read != Self.rows.map(\.readBack))
            #expect(read[0].statements[0].statement.hasPrefix("Parents w_tered"))
        }
    }

    @Test func oneChangedLetterOfTheChartSheetDisagreesWithTheProvenanceSheet() throws {
        try withChart(of: Self.rows, as: .xlsx) { path in
            try repack(path) { name, bytes in
                name == "xl/worksheets/sheet1.xml" ? try changingALetter(of: "watered", in: bytes) : bytes
            }
            #expect(throws: FileError.self) { try readAll(.xlsx, path) }
        }
    }

    @Test func oneChangedLetterOfBothSheetsIsAnotherStatement() throws {
        try withChart(of: Self.rows, as: .xlsx) { path in
            try repack(path) { name, bytes in
                name.hasPrefix("xl/worksheets/") ? try changingALetter(of: "watered", in: bytes) : bytes
            }
            let read = try readAll(.xlsx, path)
            #expect(read[0].statements[0].statement.hasPrefix("Parents w_tered"))
        }
    }

    @Test(arguments: ["sheet1", "sheet2"])
    func aContinuationRowWithoutItsMarkIsNoRowOfItsOwn(_ sheet: String) throws {
        let long = String(repeating: "Word after word, ", count: 2_400)
        let row = chartRow(
            path: "a.pdf", status: .ok, metadata: DocumentMetadata(),
            coded: CodedDocument(codings: [
                SchoolGardens.passage(1, long, influences: ["help"], domains: ["soil"])
            ]),
            settings: SchoolGardens.settings)
        try withChart(of: [row], as: .xlsx) { path in
            #expect(try readAll(.xlsx, path) == [row.readBack])
            try repack(path) { name, bytes in
                name == "xl/worksheets/\(sheet).xml" ? try changingALetter(of: "continued, row", in: bytes) : bytes
            }
            #expect(throws: FileError.self) { try readAll(.xlsx, path) }
        }
    }

    @Test func aDamagedWorkbookCannotBeRead() throws {
        try withChart(of: Self.rows, as: .xlsx) { path in
            var damaged = try bytes(path)
            let name = Array("xl/worksheets/sheet1.xml".utf8)
            let start = try #require(damaged[...].firstIndex(of: name))
            damaged[start + name.count + 200] ^= 0x10
            try Data(damaged).write(to: URL(fileURLWithPath: path))
            #expect(throws: FileError.self) { try readAll(.xlsx, path) }
        }
    }

    @Test(arguments: ChartFormat.all.map(\.name))
    func aFileCutShortIsNoChart(_ name: String) throws {
        let format = try #require(ChartFormat.named(name))
        try withChart(of: Self.rows, as: format) { path in
            let whole = try bytes(path)
            try Data(whole.prefix(whole.count * 3 / 4)).write(to: URL(fileURLWithPath: path))
            let rows = Result { try readAll(format, path) }
            switch rows {
            case .failure(let error): #expect(error is FileError)
            case .success(let rows): #expect(rows != Self.rows.map(\.readBack))
            }
        }
    }

    @Test(arguments: ChartFormat.all.map(\.name))
    func noChangedByteStopsTheReader(_ name: String) throws {
        let format = try #require(ChartFormat.named(name))
        var random = SeededGenerator(seed: 5)
        try withChart(of: Self.rows, as: format) { path in
            let original = try bytes(path)
            var refused = 0
            for _ in 0..<150 {
                var damaged = original
                damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
                try Data(damaged).write(to: URL(fileURLWithPath: path))
                do { _ = try readAll(format, path) } catch is FileError { refused += 1 }
            }
            #expect(refused > 0)
        }
    }

    @Test func statementsOfOtherBytesDiffer() {
        let composed = ChartedStatement(category: "help", number: 1, themes: ["Soil"], statement: "caf\u{E9}")
        var decomposed = composed
        decomposed.statement = "cafe\u{301}"
        #expect(composed.statement == decomposed.statement)
        #expect(composed != decomposed)
    }

    @Test(arguments: ChartFormat.all.map(\.name))
    func aMissingRowIsSeen(_ name: String) throws {
        let format = try #require(ChartFormat.named(name))
        let read = try withChart(of: Array(Self.rows.dropFirst()), as: format) { try readAll(format, $0) }
        #expect(read == Self.rows.dropFirst().map(\.readBack))
    }

    @Test(arguments: ChartFormat.all.map(\.name))
    func aFileThatIsNotThereIsAnError(_ name: String) throws {
        let format = try #require(ChartFormat.named(name))
        try withFolder { folder in
            let path = folder.appendingPathComponent("missing/chart").path
            #expect(throws: FileError.self) { try readAll(format, path) }
            #expect(throws: FileError.self) {
                let writer = try format.writer(
                    path: path, settings: SchoolGardens.settings, summary: SchoolGardens.summary)
                try writer.finish()
            }
        }
    }
}

/// Makes `_` of the second letter of the first occurrence of a word.
private func changingALetter(of word: String, in bytes: [UInt8]) throws -> [UInt8] {
    let start = try #require(bytes[...].firstIndex(of: Array(word.utf8)))
    var changed = bytes
    changed[start + 1] = UInt8(ascii: "_")
    return changed
}

/// Rewrites a zip archive with other contents.
///
/// - Parameter change: gets name and bytes of each file, gives its new bytes.
private func repack(_ path: String, _ change: (String, [UInt8]) throws -> [UInt8]) throws {
    let changed = path + ".changed"
    let input = archive_read_new()
    let output = archive_write_new()
    defer {
        archive_read_free(input)
        archive_write_free(output)
    }
    archive_read_support_format_zip(input)
    archive_write_set_format_zip(output)
    try #require(archive_read_open_filename(input, path, 1 << 16) == ARCHIVE_OK)
    try #require(archive_write_open_filename(output, changed) == ARCHIVE_OK)
    var entry: OpaquePointer?
    while archive_read_next_header(input, &entry) == ARCHIVE_OK {
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        bytes.removeLast(bytes.count - archive_read_data(input, &bytes, bytes.count))
        let new = try change(String(cString: archive_entry_pathname(entry)), bytes)
        archive_entry_set_size(entry, Int64(new.count))
        try #require(archive_write_header(output, entry) == ARCHIVE_OK)
        try #require(archive_write_data(output, new, new.count) == new.count)
    }
    try #require(archive_write_close(output) == ARCHIVE_OK)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: changed, toPath: path)
}
