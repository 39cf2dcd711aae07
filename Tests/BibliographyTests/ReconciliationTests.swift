import Diagnostics
import DocumentModel
import Testing

@testable import Bibliography

private let list = """
    TY  - JOUR
    AU  - Hill, Anna
    TI  - Shared budgets in the care of older people
    PY  - 2019
    DO  - 10.1000/budgets
    L1  - files/1/article.pdf
    ER  - 
    TY  - JOUR
    AU  - Lee, Cleo
    TI  - Trust between the professions in rural wards
    PY  - 2012
    ER  - 
    TY  - RPRT
    AU  - Invented Care Board
    TI  - A report that nobody has
    PY  - 2001
    ER  - 

    """

private func document(_ path: String, _ fields: [String: String] = [:]) -> Document {
    let metadata = DocumentMetadata(
        fields: fields.sorted { $0.key < $1.key }.map {
            MetadataField($0.key, .text($0.value), origin: "first page", confidence: 90)
        })
    return Document(source: DocumentSource(path: path, format: .pdf), status: .ok, metadata: metadata)
}

private let documents = [
    document("papers/files/1/article.pdf", ["title": "Shared budgets in the care of older people"]),
    document("papers/files/2/article.pdf"),
    document("papers/scan.pdf", ["title": "Trust between professions in wards", "year": "2012"]),
    document("papers/weather.pdf", ["title": "Rainfall tables"]),
]

private func reconciliation(
    _ documents: [Document] = documents, settled: [SettledRow] = []
) -> (rows: [ReconciliationRow], diagnostics: [Diagnostic]) {
    let references = readReferences(list, file: "papers/list.ris").references
    let index = ReferenceIndex(references, documents: documents.map(\.source.path), settled: settled)
    let matches = documents.map { index.reconcile($0).result }
    return (Reconciliation(matches, index: index).rows, index.diagnostics)
}

private func row(_ answer: String, file: String = "", record: String...) -> SettledRow {
    SettledRow(answer: answer, file: file, recordNames: record, place: Place(file: "settled.csv", line: 2))
}

@Test func anAttachmentIsTheFileOfThatPathAndNoOtherOfItsName() {
    let rows = reconciliation().rows
    let matched = rows.filter { $0.state == .matched }
    #expect(matched.map(\.document?.path) == ["papers/files/1/article.pdf"])
    #expect(matched.first?.by == .attachment)
}

@Test func whatDoesNotFitIsListedFromBothSidesWithTheNearestAndWhy() throws {
    let rows = reconciliation().rows
    #expect(
        rows.map(\.state) == [
            .fileWithoutRecord, .fileWithoutRecord, .fileWithoutRecord, .recordWithoutFile, .recordWithoutFile,
            .matched,
        ])
    let scan = try #require(rows.first { $0.document?.path == "papers/scan.pdf" && $0.state == .fileWithoutRecord })
    #expect(scan.record?.id == "papers/list.ris:8" && scan.reason == "other title")
    let weather = try #require(rows.first { $0.document?.path == "papers/weather.pdf" })
    #expect(weather.record == nil && weather.reason == "no record is like it")
    let trust = try #require(rows.first { $0.state == .recordWithoutFile })
    #expect(trust.document?.path == "papers/scan.pdf" && trust.reason == "other title")
    let alone = try #require(rows.last { $0.state == .recordWithoutFile })
    #expect(alone.record?.id == "papers/list.ris:13" && alone.reason == "no file is like it")
}

@Test func theReasonNamesWhoHasTheNearest() throws {
    let copy = document("copy.pdf", ["title": "Shared budgets in care of older people", "doi": "10.1000/other"])
    let row = try #require(reconciliation(documents + [copy]).rows.first { $0.document?.path == "copy.pdf" })
    #expect(row.state == .fileWithoutRecord)
    #expect(row.reason == "the record has the file papers/files/1/article.pdf; other DOI; other title")
}

@Test func contradictionsAreRowsOfTheirOwn() throws {
    let other = document("papers/files/1/article.pdf", ["title": "Something else altogether", "year": "2003"])
    let row = try #require(reconciliation([other]).rows.first { $0.state == .conflict })
    #expect(row.by == .attachment)
    #expect(row.reason.contains("title: ") && row.reason.contains("year: '2019'") && row.reason.contains("'2003'"))
}

@Test(arguments: [
    row("yes", file: "papers/scan.pdf", record: "Trust between the professions in rural wards"),
    row("YES", file: "papers/scan.pdf", record: "papers/list.ris:8"),
    row("Trust between the professions in rural wards", file: "papers/scan.pdf", record: "10.1000/budgets"),
    row("papers/list.ris:8", file: "papers/scan.pdf"),
    row("scan.pdf", record: "Trust between the professions in rural wards"),
])
func aSettledPairIsTaken(_ settled: SettledRow) throws {
    let (rows, diagnostics) = reconciliation(settled: [settled])
    #expect(diagnostics.isEmpty)
    let row = try #require(rows.first { $0.state == .settled })
    #expect(row.document?.path == "papers/scan.pdf" && row.record?.id == "papers/list.ris:8")
    #expect(row.by == .person && row.answer == "yes")
    #expect(rows.count { $0.document?.path == "papers/scan.pdf" } == 1)
}

@Test func noneSettlesThatThereIsNothingOnTheOtherSide() {
    let (rows, diagnostics) = reconciliation(settled: [
        row("none", file: "papers/files/1/article.pdf", record: "10.1000/budgets"),
        row("none", record: "A report that nobody has"),
    ])
    #expect(diagnostics.isEmpty)
    let settled = rows.filter { $0.state == .settled }
    #expect(settled.map(\.answer) == ["none", "none"])
    #expect(settled.map(\.document?.path) == ["papers/files/1/article.pdf", nil])
    #expect(rows.contains { $0.state == .recordWithoutFile && $0.record?.id == "papers/list.ris:1" })
}

@Test func noneInTheRowOfARecordLeavesTheNearestFileItsOwnRecord() {
    let text =
        "Settle,State,File,Record\nnone,record without file,papers/files/1/article.pdf,papers/list.ris:8\n"
    let settled = readSettledRows(Array(text.utf8), file: "settled.csv").rows
    let (rows, diagnostics) = reconciliation(settled: settled)
    #expect(diagnostics.isEmpty)
    #expect(rows.filter { $0.state == .settled }.map(\.record?.id) == ["papers/list.ris:8"])
    #expect(rows.first { $0.state == .matched }?.document?.path == "papers/files/1/article.pdf")
}

@Test(arguments: [
    (",", "papers/list.ris:8"), (",Trust between the professions in rural wards", "papers/list.ris:8"),
    ("10.9999/gone,A report that nobody has", "papers/list.ris:13"), ("10.9999/gone,", nil),
    (",A record that was taken out", nil),
])
func theLineOfARecordCountsOnlyIfItIsTheSameRecord(_ names: String, _ expected: String?) {
    let text =
        "Settle,File,Record,Record DOI,Record title\nyes,papers/scan.pdf,papers/list.ris:8,\(names)\n"
    let (rows, diagnostics) = reconciliation(settled: readSettledRows(Array(text.utf8), file: "settled.csv").rows)
    #expect(rows.first { $0.state == .settled }?.record?.id == expected)
    #expect(diagnostics.map(\.identifier) == (expected == nil ? ["unsettled-row"] : []))
}

@Test func theLineTellsRecordsOfTheSameTitle() {
    let twins = [3, 9].map { line in
        var metadata = DocumentMetadata()
        for (name, value) in [("title", "Trust between the professions"), ("year", "20\(line + 10)")] {
            metadata.set(MetadataField(name, .text(value), origin: "l.ris:\(line)", confidence: 100))
        }
        return Reference(metadata: metadata, place: Place(file: "l.ris", line: line), attachments: [])
    }
    let settled = SettledRow(
        answer: "yes", file: "x.pdf", recordNames: ["Trust between the professions"], recordPlace: "l.ris:3",
        place: Place(file: "settled.csv", line: 2))
    let index = ReferenceIndex(twins, documents: ["x.pdf"], settled: [settled])
    #expect(index.references.count == 2)
    #expect(index.match(document("x.pdf")).match?.reference.id == "l.ris:3")
}

@Test(arguments: [
    row("yes", file: "papers/scan.pdf", record: "No such title at all"),
    row("yes", file: "gone.pdf", record: "10.1000/budgets"),
    row("none", file: "gone.pdf"),
    row("perhaps", file: "papers/scan.pdf"),
])
func rowsThatFitNothingAreReported(_ settled: SettledRow) throws {
    let (rows, diagnostics) = reconciliation(settled: [settled])
    #expect(!rows.contains { $0.state == .settled })
    let finding = try #require(diagnostics.first)
    #expect(finding.identifier == "unsettled-row" && finding.help != nil)
    #expect(finding.place == Place(file: "settled.csv", line: 2))
}

@Test func theFirstOfTwoAnswersHolds() {
    let (rows, diagnostics) = reconciliation(settled: [
        row("10.1000/budgets", file: "papers/scan.pdf"), row("none", file: "papers/scan.pdf"),
    ])
    #expect(rows.first { $0.state == .settled }?.record?.id == "papers/list.ris:1")
    #expect(diagnostics.map(\.identifier) == ["unsettled-row"])
}

@Test func readsSettledRowsAsSpreadsheetsSaveThem() {
    let text =
        "Settle;State;File;Record;Record title\r\nyes;conflict;'=a.pdf;l.ris:1;\"One; two\"\r\n;matched;b.pdf;l.ris:9;\r\n"
    let (rows, diagnostics) = readSettledRows([0xEF, 0xBB, 0xBF] + Array(text.utf8), file: "settled.csv")
    #expect(diagnostics.isEmpty)
    #expect(
        rows == [
            SettledRow(
                answer: "yes", file: "=a.pdf", recordNames: ["One; two"], recordPlace: "l.ris:1",
                place: Place(file: "settled.csv", line: 2))
        ])
}

@Test(arguments: ["", "Title,Year\nA,2019\n", "PK\u{3}\u{4}", "Settle,Other\nyes,x\n"])
func aFileThatIsNoSettledListIsAnError(_ text: String) {
    let (rows, diagnostics) = readSettledRows(Array(text.utf8), file: "settled.csv")
    #expect(rows.isEmpty && diagnostics.map(\.identifier) == ["no-settled-list"] && diagnostics.hasErrors)
}

@Test func aTitleOnTheFirstPageIsNotContradictedByAGuessedOne() throws {
    let references = readReferences(list, file: "papers/list.ris").references
    let index = ReferenceIndex(references)
    var printed = document("x.pdf", ["title": "INVENTED CARE BOARD"])
    printed.text = "Shared budgets in the care of older people"
    printed.blocks = [Block(kind: .paragraph, page: 1, start: 0, end: printed.text.unicodeScalars.count)]
    let result = index.reconcile(printed).result
    #expect(result.match?.by == .printedTitle)
    #expect(result.findings.isEmpty)
}
