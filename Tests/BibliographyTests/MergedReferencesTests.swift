import Diagnostics
import DocumentModel
import Testing

@testable import Bibliography

private func read(_ records: String..., file: String, database: String? = nil) -> [Reference] {
    let text = records.map { "TY  - JOUR\n\($0)\nER  - \n" }.joined()
    return readReferences(text, file: file, database: database).references
}

@Test func theSameReferenceInTwoListsIsOneWithBothDatabases() throws {
    let lists =
        read("TI  - Shared budgets in the care of older people\nPY  - 2019", file: "a.ris", database: "HMIC")
        + read(
            "TI  - Shared Budgets in the Care of Older People.\nPY  - 2019\nJF  - Journal of Care", file: "b.ris",
            database: "PubMed")
    let merged = try #require(mergedReferences(lists).first)
    #expect(mergedReferences(lists).count == 1)
    #expect(merged.metadata.text("title") == "Shared budgets in the care of older people", "the first list wins")
    #expect(merged.metadata.text("journal") == "Journal of Care", "the second completes it")
    #expect(merged.metadata.text("database") == "HMIC; PubMed")
    #expect(merged.metadata["database"]?.origin == "a.ris; b.ris")
    #expect(merged.ids == ["a.ris:1", "b.ris:1"])
    #expect(mergedReferences([merged]) == [merged])
}

@Test func aListGivenTwiceMatchesAsIfGivenOnce() throws {
    let list = read("TI  - Shared budgets in the care of older people\nPY  - 2019", file: "a.ris", database: "HMIC")
    let document = Document(
        source: DocumentSource(path: "x.pdf", format: .pdf), status: .ok,
        metadata: DocumentMetadata(fields: [
            MetadataField("title", .text(list[0].metadata.text("title") ?? ""), origin: "first page", confidence: 76)
        ]))
    let (match, diagnostics) = ReferenceIndex(list + list).match(document)
    #expect(match?.reference == list[0])
    #expect(match?.reference.ids == ["a.ris:1"])
    #expect(diagnostics.isEmpty)
}

@Test func recordsWithOneDOIAreOneReference() {
    let records = read(
        "TI  - Shared budgets\nDO  - 10.1000/A", "TI  - Another wording\nDO  - https://doi.org/10.1000/a\nPY  - 2019",
        file: "a.ris")
    #expect(mergedReferences(records).map(\.ids) == [["a.ris:1", "a.ris:5"]])
}

@Test func aRecordMayJoinTwoThatShareNothing() {
    let records = read(
        "TI  - Shared budgets in the care of older people\nPY  - 2019", "DO  - 10.1000/a",
        "TI  - Shared budgets in the care of older people\nPY  - 2019\nDO  - 10.1000/a", file: "a.ris")
    #expect(mergedReferences(records).map(\.ids) == [["a.ris:1", "a.ris:5", "a.ris:8"]])
}

@Test(arguments: [
    ("TI  - Trust between the professions\nPY  - 2012", "TI  - Trust between the professions\nPY  - 2015"),
    (
        "TI  - Trust between the professions\nPY  - 2012\nDO  - 10.1000/a",
        "TI  - Trust between the professions\nPY  - 2012\nDO  - 10.1000/b"
    ),
    ("TI  - Editorial\nPY  - 2012\nAU  - Hill, A", "TI  - Editorial\nPY  - 2012\nAU  - Wood, B"),
    ("AU  - Hill, A\nPY  - 2012", "AU  - Hill, A\nPY  - 2012"),
])
func differentReferencesStayApart(_ first: String, _ second: String) {
    let records = read(first, second, file: "a.ris")
    #expect(mergedReferences(records) == records)
}
