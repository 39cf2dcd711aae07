import Decisions
import Diagnostics
import DocumentModel
import Evaluation
import Foundation
import Spreadsheets
import Tables
import Testing

struct CodingSheetTests {
    private let form = CodingForm(dimensions: [
        ItemForm.Dimension(
            id: "category", label: "Category",
            codes: [.init(id: "barrier", label: "Barriers"), .init(id: "need", label: "Needs")]),
        ItemForm.Dimension(
            id: "theme", label: "Theme",
            codes: [.init(id: "money", label: "Money"), .init(id: "law", label: "Law", names: ["Rules"])]),
    ])
    private let headings = ["Codes: Category", "Codes: Theme", "Passage", "Note", "Row"]

    private func read(_ rows: [[String]]) -> (rows: [CodedRow], diagnostics: [Diagnostic]) {
        let cells = ([["Audit"], headings] + rows).enumerated().map { number, texts in
            SheetRow(
                number: number + 1, cells: texts.enumerated().map { SheetCell(column: $0.offset + 1, text: $0.element) }
            )
        }
        return readCodedRows([Sheet(name: "Passages", rows: cells)], form: form, file: "audit.xlsx")
    }

    @Test func codesAreReadByIdLabelOrOtherName() {
        let (rows, diagnostics) = read([
            ["barrier", "Rules; money", "One.", "", "a"], ["", "", "Two.", "", "b"],
            ["None", "", "Three.", "odd", "c"],
            ["Needs", "none", "Four.", "", "d"],
        ])
        #expect(diagnostics.isEmpty)
        #expect(rows.map(\.id) == ["a", "c", "d"], "nobody has looked at b")
        #expect(rows[0].codes.map(\.codes) == [["barrier"], ["law", "money"]])
        #expect(rows[1].codes.map(\.codes) == [[], []])
        #expect(rows[1].note == "odd")
        #expect(rows[2].codes.map(\.codes) == [["need"], []])
    }

    @Test func errorsNameSheetAndRow() {
        let (rows, diagnostics) = read([
            ["barier", "Money", "One.", "", "a"], ["Needs", "", "Two.", "", "b"], ["Needs", "Law", "Three.", "", ""],
            ["Needs", "Law", "Four.", "", "d"], ["Needs", "Law", "Four.", "", "d"], ["", "", "Five.", "hm", "e"],
        ])
        #expect(rows.map(\.id) == ["d"])
        #expect(
            diagnostics.map(\.identifier) == [
                "unknown-code", "no-codes", "no-id", "coded-twice", "note-without-codes",
            ])
        #expect(diagnostics.map { $0.place?.cell?.row } == [3, 4, 5, 7, 8])
        #expect(diagnostics.allSatisfy { $0.place?.cell?.sheet == "Passages" })
        #expect(diagnostics[0].suggestion == "barrier")
    }

    @Test func aFileWithoutTheColumnsIsNoList() {
        let sheet = Sheet(name: "x", rows: [SheetRow(number: 1, cells: [SheetCell(column: 1, text: "Row")])])
        #expect(readCodedRows([sheet], form: form, file: "x.xlsx").diagnostics.map(\.identifier) == ["no-passages"])
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let passages = ["=1+1", "Lines\nof text", "Ordinary."].enumerated().map { number, text in
            PassageToCode(
                id: "row\(number)", document: "a.pdf", page: 3,
                passage: Passage(id: "", text: text, headings: ["One", "Two"], leadIn: "Here:", previous: "Before."))
        }
        try writeCodingSheets(passages, form: form, title: "To code", notes: [], to: path)
        let sheet = try #require(try readWorkbook(path).first { $0.name == "Passages" })
        let texts = sheet.rows.map { $0.cells.map(\.text) }
        let head = try #require(texts.first { $0.contains("Row") })
        let column = try #require(head.firstIndex(of: "Passage"))
        #expect(
            texts.suffix(3).map { $0.first { ["=1+1", "Lines\nof text", "Ordinary."].contains($0) } ?? "" } == [
                "=1+1", "Lines\nof text", "Ordinary.",
            ])
        #expect(column == 3)
        #expect(texts.suffix(3).allSatisfy { $0.contains("One › Two › Here:") && $0.contains("a.pdf") })
        #expect(readCodedRows([sheet], form: form, file: path).rows.isEmpty, "nothing is coded yet")
    }
}

struct AuditRecordTests {
    private var record: AuditRecord {
        let rows = (0..<4).map { number in
            AuditRecord.Row(
                passage: PassageToCode(
                    id: "r\(number)", document: "d", page: 1, passage: Passage(id: "", text: "Text \(number)")),
                isCharted: number < 2, charted: [DimensionCodes(dimension: "theme", codes: number < 2 ? ["law"] : [])],
                draws: [number % 2])
        }
        return AuditRecord(
            seed: 7, chart: "abc",
            design: AuditDesign(
                charted: .init(population: 10, draws: 2, isCensus: false),
                rest: .init(population: 20, draws: 2, isCensus: false),
                dimensions: [DimensionCodes(dimension: "theme", codes: ["money", "law"])]), rows: rows)
    }

    private func answer(_ id: String, _ codes: [String]) -> CodedRow {
        CodedRow(id: id, codes: [DimensionCodes(dimension: "theme", codes: codes)], note: "", place: Place(line: 3))
    }

    @Test func whatIsKeptComesBack() throws {
        var record = record
        #expect(record.sentence == "No item was checked by a person.")
        #expect(record.take([answer("r0", ["law"]), answer("r3", [])], by: "A").isEmpty)
        #expect(try AuditRecord(json: record.json) == record)
        #expect(record.people == 1)
        #expect(record.figures.checkedItems == 1)
    }

    @Test func answersToAnotherAuditAreRefusedWhole() {
        var record = record
        let errors = record.take([answer("r0", ["law"]), answer("other", [])], by: "A")
        #expect(errors.map(\.identifier) == ["unknown-id"])
        #expect(errors.first?.place?.line == 3)
        #expect(record.people == 0)
    }

    @Test func theSentenceSaysHowManyItemsWereCheckedAndByWhom() {
        var record = record
        _ = record.take((0..<4).map { answer("r\($0)", $0 == 0 ? ["law"] : []) }, by: "A")
        _ = record.take([answer("r1", [])], by: "B")
        #expect(record.sentence.hasPrefix("2 of 10 items checked blind by 2 people; precision 0.500 (95 % interval 0."))
    }

    @Test func aDamagedFileIsRefused() {
        let damaged = String(decoding: record.json, as: UTF8.self).replacing(
            "\"draws\": [\n        1", with: "\"draws\": [\n        9")
        #expect(damaged != String(decoding: record.json, as: UTF8.self))
        #expect(throws: DecodingError.self) { try AuditRecord(json: Array(damaged.utf8)) }
    }
}
