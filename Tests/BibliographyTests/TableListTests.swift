import Diagnostics
import DocumentModel
import Testing

@testable import Bibliography

private func read(_ text: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    readReferences(Array(text.utf8), file: "list.csv")
}

private func titles(_ references: [Reference]) -> [String?] { references.map { $0.metadata.text("title") } }

@Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
func readsTablesOfAnyDelimiterAndLineEnd(_ delimiter: String, _ lineEnd: String) {
    let rows = [
        ["Title", "Year", "Setting"], ["\"One\(delimiter) and\(lineEnd)\"\"two\"\"\"", "2019", "ward"],
        ["Three", "2020", "home"],
    ]
    let (references, diagnostics) = read(rows.map { $0.joined(separator: delimiter) }.joined(separator: lineEnd))
    let mark = delimiter == "\t" ? "" : delimiter
    #expect(titles(references) == ["One\(mark) and \"two\"", "Three"])
    #expect(references.map(\.place.line) == [2, 4])
    #expect(references.map { $0.metadata.text("setting") } == ["ward", "home"])
    #expect(diagnostics.isEmpty)
}

@Test func aLostQuoteCostsItsRowOnly() {
    let (references, diagnostics) = read(
        "Title,Year,Abstract\n\"One,2018,\"a\nb\"\n\"Two\",2019,\"c \"quoted\" d\"\n\"Three\",2020,\"e\n")
    #expect(titles(references).contains("Two") && titles(references).contains("Three"))
    #expect(references.first { $0.metadata.text("title") == "Two" }?.metadata.text("abstract") == "c \"quoted\" d")
    #expect(diagnostics.map(\.identifier).contains("unclosed-quote"))
    #expect(diagnostics.map(\.identifier).contains("row-length"))
}

@Test func rowsOfAnotherLengthAreReportedOnceForEachLength() {
    let (references, diagnostics) = read("Title,Year\nOne,2019,x\nTwo,2019,y\nThree\nFour,2020\n")
    #expect(references.count == 4)
    #expect(diagnostics.map(\.identifier) == ["row-length", "row-length"])
    #expect(diagnostics.map { $0.place?.line } == [2, 4])
    #expect(diagnostics.first?.message == "the row has 3 fields, as 1 further rows do, the first row has 2")
}

@Test func aColumnThatIsNearlyCalledLikeAUsualOneIsReported() throws {
    let (references, diagnostics) = read("Titel,Authors,Year,DOI,Journal\nOne,\"Hill, A\",2019,10.1000/a,J\n")
    #expect(references.first?.metadata.text("titel") == "One")
    let finding = try #require(diagnostics.first)
    #expect(finding.identifier == "unknown-column" && finding.suggestion == "title")
    #expect(finding.place == Place(file: "list.csv", line: 1))
}

private let authorCells: [(cell: String, names: [String])] = [
    (
        "Hill, Anna B.; World Health Federation; de la Cruz, Maria",
        ["Anna B.|Hill", "|World Health Federation", "Maria|de la Cruz"]
    ),
    ("Médecins des Collines", ["|Médecins des Collines"]),
    ("Hill, A. and Lee, C.", ["A.|Hill", "C.|Lee"]),
    ("King, Martin, Jr", ["Martin|King Jr"]),
]

@Test(arguments: authorCells)
func namesWithoutACommaAreOrganisationsWhereOthersHaveOne(_ cell: String, _ names: [String]) {
    let (references, _) = read("Title\tAuthors\nA\t\"\(cell)\"\nB\t\"Wood, B.; Hill, A.\"\n")
    guard case .names(let found)? = references.first?.metadata["authors"]?.value else {
        Issue.record("no authors")
        return
    }
    #expect(found.map { $0.given + "|" + $0.family } == names)
}

@Test(arguments: [
    ("Anna Hill, Maria Cruz and Cleo Lee", ["Anna|Hill", "Maria|Cruz", "Cleo|Lee"]),
    ("Hill AB, de la Cruz M", ["AB|Hill", "M|de la Cruz"]),
])
func namesAsInPrintAreRead(_ cell: String, _ names: [String]) {
    guard case .names(let found)? = read("Title,Authors\nA,\"\(cell)\"\n").references.first?.metadata["authors"]?.value
    else {
        Issue.record("no authors")
        return
    }
    #expect(found.map { $0.given + "|" + $0.family } == names)
}

@Test func linesOfExtraAreFieldsOfTheirOwn() {
    let reference = read("Key,Item Type,Publication Year,Title,Extra\nA,report,2019,T,\"Country: Wales\nPMID: 12\"\n")
        .references.first
    #expect(reference?.metadata.text("country") == "Wales")
    #expect(reference?.metadata.text("pmid") == "12")
}

@Test func tablesOfSomethingElseAreNoLists() {
    let (references, diagnostics) = readReferences(Array("Day,Rain,Year\n1,3,2019\n".utf8), file: "weather")
    #expect(references.isEmpty)
    #expect(diagnostics.map(\.identifier) == ["unknown-reference-format"])
}

@Test func aHeaderAloneIsAnError() {
    #expect(read("Title,Year\n").diagnostics.map(\.identifier) == ["no-records"])
}
