import Foundation
import Spreadsheets
import Testing

@testable import Charting

@Suite struct WordDocumentTests {
    @Test func everyPageSaysHowMuchIsCheckedAndItsNumber() throws {
        try withChart(of: SchoolGardens.rows, as: .word) { path in
            let banner = "Rule-coded draft: 1 of 4 items checked by a person"
            let header = try text(of: "t", in: try part("word/header.xml", of: path))
            #expect(header.hasSuffix(" · " + banner))
            let footer = String(decoding: try part("word/footer.xml", of: path), as: UTF8.self)
            #expect(footer.contains("w:instr=\" PAGE \"") && footer.contains("w:instr=\" NUMPAGES \""))
            // The first page has the banner above the table, and only the number of the page.
            let document = String(decoding: try part("word/document.xml", of: path), as: UTF8.self)
            for reference in ["header", "footer"] {
                #expect(document.contains("<w:\(reference)Reference w:type=\"default\""))
            }
            #expect(document.contains("<w:footerReference w:type=\"first\"") && document.contains("<w:titlePg/>"))
            #expect(document.contains(">\(banner)</w:t>"))
        }
    }

    @Test func aHostileTitleLeavesThePartsWellFormed() throws {
        var settings = SchoolGardens.settings
        settings.title = "<w:p> & \"gardens\" \u{7}"
        try withChart(of: [], as: .word, settings: settings) { path in
            let header = try text(of: "t", in: try part("word/header.xml", of: path))
            #expect(header.hasPrefix("<w:p> & \"gardens\" \u{FFFD} · "))
            for name in ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/footer.xml"] {
                let bytes = try part(name, of: path)
                #expect(throws: Never.self) { try text(of: "none", in: bytes) }
            }
        }
    }

    @Test func columnsHaveRoomForTheLongestWordOfTheirHeading() throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("table.docx").path
            let document = try WordDocument(
                path: path, lines: [], running: "",
                columns: [
                    WordDocument.Column(heading: "No", width: 20),
                    WordDocument.Column(heading: "All Recommendations", width: 4, isNumber: true),
                ], language: "en")
            try document.finish()
            let xml = String(decoding: try part("word/document.xml", of: path), as: UTF8.self)
            #expect(values(of: "<w:gridCol w:w=\"", in: xml) == ["2000", "1800"])
            #expect(values(of: "<w:pStyle w:val=\"", in: xml) == ["Heading", "FigureHeading"])
        }
    }

    @Test func rowsOfFiguresAreNotBrokenAcrossPages() throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("table.docx").path
            let document = try WordDocument(
                path: path, lines: [], running: "", columns: [WordDocument.Column(heading: "No", width: 20)],
                language: "en")
            let paragraph = WordDocument.Paragraph(.text, "7")
            for cell in [[paragraph], [], [paragraph, paragraph]] { try document.append([cell]) }
            try document.finish()
            let xml = String(decoding: try part("word/document.xml", of: path), as: UTF8.self)
            let rows = xml.components(separatedBy: "<w:tr>").dropFirst().map { $0.contains("<w:cantSplit/>") }
            #expect(rows == [true, true, true, false])
        }
    }

    /// What stands between each beginning of an attribute and its end.
    private func values(of start: String, in xml: String) -> [String] {
        xml.components(separatedBy: start).dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    private func part(_ name: String, of path: String) throws -> [UInt8] {
        let entry = try #require(try ArchiveEntry(name, in: path))
        var bytes: [UInt8] = []
        while let chunk = try entry.chunk() { bytes += chunk }
        return bytes
    }
}
