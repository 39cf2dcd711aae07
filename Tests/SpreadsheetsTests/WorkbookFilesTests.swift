import CArchive
import Diagnostics
import Foundation
import Spreadsheets
import Tables
import Testing

/// Workbooks as other programs write them, and as nobody should.
@Suite struct WorkbookFilesTests {
    @Test func writtenTablesComeBack() throws {
        let texts = [
            "=1+1", "+a", "'b", "  blanks  ", "two\nlines", "_x000D_", "a\rb", "&<>\"", "é🌱", "1.10",
            String(repeating: "x", count: 32_767),
        ]
        let table = Table(
            name: "Codes", columns: [Table.Column(heading: "A", width: 5), Table.Column(heading: "B", width: 5)],
            rows: texts.map { [Table.Cell($0), Table.Cell("1.5", isNumber: true)] })
        try withWorkbookPath { path in
            try writeWorkbook([table], title: "x", to: path)
            let sheet = try #require(try readWorkbook(path).first)
            #expect(sheet.name == "Codes")
            #expect(sheet.rows.map(\.number) == Array(1...(texts.count + 1)))
            let read = sheet.rows.dropFirst().map { $0.cells[0].text }
            #expect(read.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
            #expect(sheet.rows.dropFirst().allSatisfy { $0.cells[1].text == "1.5" })
        }
    }

    @Test func cellsGiveWhatTheyShow() throws {
        let rows = """
            <row r="3"><c r="B3" t="s"><v>0</v></c><c t="s"><v>1</v></c>
            <c r="E3" t="b"><v>1</v></c><c r="F3"><v>1</v></c><c r="G3" s="1"><v>1</v></c><c r="H3" s="2"><v>45413</v></c>
            <c r="I3" s="3"><v>45413.5</v></c><c r="J3" t="str"><f>A1</f><v>text</v></c><c r="K3"><v>0.30000000000000004</v></c></row>
            <row><c t="inlineStr"><is><r><t>for</t></r><r><t xml:space="preserve">mat </t></r><rPh><t>x</t></rPh></is></c>
            <c r="XFE4"><v>1</v></c><c r="C4"><f>B1</f></c><c r="D4" t="e"><v>#NAME?</v></c><c r="E4" t="s"><v>9</v></c></row>
            """
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm"/>
            </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>
            """
        let texts = "<sst><si><t>one</t></si><si><r><t>two </t></r><r><rPr><b/></rPr><t>three_x000D_</t></r></si></sst>"
        let sheet = try #require(try read(rows: rows, ["xl/styles.xml": styles, "xl/sharedStrings.xml": texts]).first)
        #expect(sheet.rows.map(\.number) == [3, 4])
        #expect(
            sheet.rows[0].cells.map(\.text)
                == ["one", "two three\r", "TRUE", "1", "1.0", "2024-05-01", "2024-05-01 12:00", "text", "0.3"])
        #expect(sheet.rows[0].cells.map(\.column) == [2, 3, 5, 6, 7, 8, 9, 10, 11])
        #expect(sheet.rows[1].cells.map(\.text) == ["format ", "", "#NAME?", ""])
        #expect(sheet.rows[1].cells.map(\.problem) == [nil, .noValue, .errorValue, .noValue])
    }

    @Test func sheetsAreFoundByTheirRelations() throws {
        let workbook =
            #"<workbook><sheets><sheet name="Z" r:id="b"/><sheet name="A" state="hidden" r:id="a"/></sheets></workbook>"#
        let relations = """
            <Relationships><Relationship Id="a" Target="/xl/one.xml"/><Relationship Id="b" Target="deep/two.xml"/></Relationships>
            """
        func row(_ text: String) -> String {
            #"<worksheet><sheetData><row><c t="str"><v>\#(text)</v></c></row></sheetData></worksheet>"#
        }
        let namespaced = workbook.replacing("<workbook>", with: #"<workbook xmlns:r="http://x">"#)
        let sheets = try read([
            "xl/workbook.xml": namespaced, "xl/_rels/workbook.xml.rels": relations, "xl/one.xml": row("first"),
            "xl/deep/two.xml": row("second"),
        ])
        #expect(sheets.map(\.name) == ["Z", "A"])
        #expect(sheets.map { $0.rows[0].cells[0].text } == ["second", "first"])
    }

    // MARK: Hostile files

    @Test func entitiesAreRefused() throws {
        let doctype = #"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>"#
        let sheet = doctype + #"<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>"#
        #expect(throws: FileError.self) { try read(["xl/worksheets/sheet1.xml": sheet]) }
        let external = #"<!DOCTYPE x SYSTEM "file:///etc/passwd"><sst/>"#
        #expect(throws: FileError.self) { try read(rows: "", ["xl/sharedStrings.xml": external]) }
    }

    @Test func aBombIsRefusedBeforeItIsUnpacked() throws {
        let blanks = String(repeating: " ", count: 80 << 20)
        try withWorkbookPath { path in
            try write(parts(rows: blanks), to: path)
            let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
            #expect(size < 1 << 20)
            #expect(throws: FileError.self) { try readWorkbook(path) }
        }
    }

    @Test func moreCellsThanPeopleFillAreRefused() throws {
        let row = "<row>" + String(repeating: "<c><v>1</v></c>", count: 10_000) + "</row>"
        #expect(throws: FileError.self) { try read(rows: String(repeating: row, count: 60)) }
    }

    @Test func deepElementsAreRefused() throws {
        #expect(throws: FileError.self) { try read(rows: String(repeating: "<a>", count: 200_000)) }
    }

    @Test func whatIsNoWorkbookIsSaidToBeNone() throws {
        try withWorkbookPath { path in
            try Data("PK no zip".utf8).write(to: URL(filePath: path))
            #expect(throws: FileError.self) { try readWorkbook(path) }
            try write(["mimetype": "application/vnd.oasis.opendocument.spreadsheet"], to: path)
            let error = #expect(throws: FileError.self) { try readWorkbook(path) }
            #expect(error?.message == "is no XLSX workbook: there is no xl/workbook.xml in it")
        }
    }

    // MARK: Files

    /// The parts of a workbook of one sheet.
    private func parts(rows: String) -> [String: String] {
        [
            "xl/workbook.xml":
                #"<workbook xmlns:r="http://x"><sheets><sheet name="One" r:id="r"/></sheets></workbook>"#,
            "xl/_rels/workbook.xml.rels":
                #"<Relationships><Relationship Id="r" Target="worksheets/sheet1.xml"/></Relationships>"#,
            "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>",
        ]
    }

    private func read(rows: String = "", _ more: [String: String]) throws -> [Sheet] {
        try read(parts(rows: rows).merging(more) { $1 })
    }

    private func read(rows: String) throws -> [Sheet] { try read(parts(rows: rows)) }

    private func read(_ parts: [String: String]) throws -> [Sheet] {
        try withWorkbookPath { path in
            try write(self.parts(rows: "").merging(parts) { $1 }, to: path)
            return try readWorkbook(path)
        }
    }
}

private func withWorkbookPath<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appending(path: "codechart-\(UUID().uuidString).xlsx").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}

/// Writes a zip archive of these files.
private func write(_ parts: [String: String], to path: String) throws {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    try #require(archive_write_open_filename(archive, path) == ARCHIVE_OK)
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        let bytes = Array(text.utf8)
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_size(entry, Int64(bytes.count))
        try #require(archive_write_header(archive, entry) == ARCHIVE_OK)
        try #require(archive_write_data(archive, bytes, bytes.count) == bytes.count)
    }
    try #require(archive_write_close(archive) == ARCHIVE_OK)
}
