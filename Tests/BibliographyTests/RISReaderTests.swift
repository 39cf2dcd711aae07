import Diagnostics
import DocumentModel
import Testing

@testable import Bibliography

private func read(
    _ text: String, database: String? = nil
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    readReferences(Array(text.utf8), file: "list.ris", database: database)
}

private let whole = """
    TY  - JOUR
    AU  - Hill, Anna B.
    AU  - de la Cruz, Maria
    AU  - Invented Care Alliance
    TI  - Shared budgets in care
    JF  - Journal of Invented Care
    JO  - J Inv Care
    PY  - 2019/05//
    DO  - https://doi.org/10.1000/ABC.12
    UR  - https://example.org/abc
    DB  - HMIC
    DP  - Ovid
    VL  - 3
    SP  - 11
    EP  - 19
    KW  - integration
    KW  - budgets
    L1  - files/12/Hill 2019.pdf
    C1  - Study type: Qualitative study
    N1  - Read twice.
    XX  - carried
    ER  -

    """

@Test func readsTheFieldsOfARecordWithTheirLines() throws {
    let (references, diagnostics) = read(whole)
    #expect(diagnostics.isEmpty)
    let reference = try #require(references.first)
    #expect(references.count == 1)
    let texts = [
        "type": "journal article", "title": "Shared budgets in care", "journal": "Journal of Invented Care",
        "year": "2019", "doi": "10.1000/abc.12", "url": "https://example.org/abc", "database": "HMIC", "volume": "3",
        "pages": "11–19", "keywords": "integration; budgets", "study_type": "Qualitative study", "notes": "Read twice.",
        "ris_xx": "carried",
    ]
    for (name, value) in texts { #expect(reference.metadata.text(name) == value, "\(name)") }
    #expect(
        reference.metadata["authors"]?.value
            == .names([
                PersonName(given: "Anna B.", family: "Hill"), PersonName(given: "Maria", family: "de la Cruz"),
                PersonName(family: "Invented Care Alliance"),
            ]))
    #expect(reference.metadata["title"]?.origin == "list.ris:5")
    #expect(reference.metadata["authors"]?.origin == "list.ris:2")
    #expect(reference.metadata["study_type"]?.origin == "list.ris:19")
    #expect(reference.attachments == ["files/12/Hill 2019.pdf"])
    #expect(reference.place == Place(file: "list.ris", line: 1))
}

@Test func theDatabaseOfTheListOverrulesTheRecords() {
    #expect(read(whole, database: "EMCARE").references.first?.metadata.text("database") == "EMCARE")
}

@Test func theFullNameOfTheJournalWinsWhateverTheOrderOfTags() {
    let text = "TY  - JOUR\nJA  - J I C\nT2  - Journal of Care\nTI  - T\nJO  - J Inv Care\nER  - "
    #expect(read(text).references.first?.metadata.text("journal") == "Journal of Care")
}

@Test func readsFilesWithByteOrderMarkAndAnyLineEnds() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for lineEnd in ["\r\n", "\r", "\n"] {
        let lines = ["TY  - RPRT", "T1  - Über Kosten", "Y1  - 2020", "ER  - ", ""]
        let (references, diagnostics) = readReferences(
            mark + Array(lines.joined(separator: lineEnd).utf8), file: "a.ris")
        #expect(references.first?.metadata.text("title") == "Über Kosten")
        #expect(references.first?.metadata["year"]?.origin == "a.ris:3")
        #expect(diagnostics.isEmpty)
    }
}

@Test func readsUTF16AndWindows1252() {
    let text = "TY  - BOOK\nTI  - Café “Mut”\nER  - \n"
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    for bytes in [little, big] {
        #expect(readReferences(bytes, file: "a.ris").references.first?.metadata.text("title") == "Café “Mut”")
    }
    var legacy = Array("TY  - BOOK\nTI  - Caf".utf8)
    legacy += [0xE9, 0x20, 0x93]
    legacy += Array("Mut".utf8)
    legacy += [0x94]
    legacy += Array("\nER  - \n".utf8)
    let (references, diagnostics) = readReferences(legacy, file: "a.ris")
    #expect(references.first?.metadata.text("title") == "Café “Mut”")
    #expect(diagnostics.map(\.identifier) == ["not-utf-8"])
}

@Test func valuesGoOnInTheNextLine() {
    let text = "TY  - JOUR\nTI  - Shared budgets\n      in the care of\nUK - wide networks\nPY  - 2011\nER  - "
    #expect(read(text).references.first?.metadata.text("title") == "Shared budgets in the care of UK - wide networks")
}

@Test func tagsWithOneSpaceOrIndentedAreRead() {
    let text = " TY - JOUR\n TI - Budgets\n\tPY - 2011\nER -"
    let (references, diagnostics) = read(text)
    #expect(references.first?.metadata.text("title") == "Budgets")
    #expect(references.first?.metadata.text("year") == "2011")
    #expect(diagnostics.isEmpty)
}

@Test func aMissingEndIsReportedAndTheRecordKept() {
    let (references, diagnostics) = read("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\n")
    #expect(references.map { $0.metadata.text("title") } == ["One", "Two"])
    #expect(diagnostics.map(\.identifier) == ["missing-er", "missing-er"])
    #expect(diagnostics.map { $0.place?.line } == [3, 3])
}

@Test func aMissingTypeIsReportedAndTheRecordKept() {
    let (references, diagnostics) = read("TY  - JOUR\nTI  - One\nER  -\n\nTI  - Two\nER  - \n")
    #expect(references.map { $0.metadata.text("title") } == ["One", "Two"])
    #expect(diagnostics.map(\.identifier) == ["missing-ty"])
    #expect(diagnostics.first?.place == Place(file: "list.ris", line: 5))
}

@Test func textOutsideOfRecordsIsReportedOnceForEachGap() {
    let (references, diagnostics) = read(
        "Exported today\nby hand\nTY  - JOUR\nTI  - One\nER  - \nmore\nTY  - JOUR\nTI  - Two\nER  - ")
    #expect(references.count == 2)
    #expect(diagnostics.map(\.identifier) == ["text-outside-record", "text-outside-record"])
    #expect(diagnostics.map { $0.place?.line } == [1, 6])
}

@Test func unreadableValuesAreReportedWithTheirLineAndHelp() {
    let (references, diagnostics) = read(
        "TY  - JOUR\nTI  - One\nPY  - in press\nDO  - none\nER  - \nTY  - JOUR\nER  - ")
    #expect(references.count == 2)
    #expect(references.first?.metadata["year"] == nil)
    #expect(diagnostics.map(\.identifier) == ["unreadable-year", "invalid-doi", "unnamed-record"])
    #expect(diagnostics.map { $0.place?.line } == [3, 4, 6])
    #expect(diagnostics.allSatisfy { $0.help != nil })
}

@Test func theDOIIsFoundInM3AndInTheAddress() {
    #expect(read("TY  - JOUR\nM3  - 10.1000/A\nER  - ").references.first?.metadata.text("doi") == "10.1000/a")
    let address = read("TY  - JOUR\nUR  - http://dx.doi.org/10.1000/B\nER  - ").references.first
    #expect(address?.metadata.text("doi") == "10.1000/b")
    #expect(address?.metadata.text("url") == "http://dx.doi.org/10.1000/B")
    let both = read("TY  - JOUR\nUR  - http://dx.doi.org/10.1000/B\nDO  - 10.1000/c\nER  - ").references.first
    #expect(both?.metadata.text("doi") == "10.1000/c")
}

@Test func filesOfUnknownFormatAreAnError() {
    let (references, diagnostics) = readReferences(Array("Hill A. Shared budgets. 2019.\n".utf8), file: "list.docx")
    #expect(references.isEmpty)
    #expect(diagnostics.map(\.identifier) == ["unknown-reference-format"])
    for format in ReferenceFormat.all { #expect(diagnostics.first?.help?.contains(format.name) == true) }
}

@Test func aListWithoutRecordsIsAnError() {
    let (references, diagnostics) = read("nothing\n")
    #expect(references.isEmpty)
    #expect(diagnostics.map(\.identifier) == ["text-outside-record", "no-records"])
    #expect(diagnostics.hasErrors)
}

@Test func aRecordIsNamedByItsPlace() {
    #expect(read(whole).references.first?.id == "list.ris:1")
    #expect(read(whole).references.first?.description == "list.ris:1 Hill 2019, Shared budgets in care")
    #expect(read("\nTY  - JOUR\nTI  - Alone\nER  - ").references.first?.description == "list.ris:2 Alone")
}

@Test func findingsComeInTheOrderOfLines() {
    let text = "TY  - JOUR\nPY  - soon\nER  - \nTI  - One\nDO  - none\nER  - \nloose\n"
    #expect(read(text).diagnostics.map { $0.place?.line } == [1, 2, 4, 5, 7])
}

@Test(arguments: [
    ("AU  - Lee, Cleo\nPY  - 2012", "list.ris:1 Lee 2012, record without a title", "the record 'Lee 2012' has"),
    ("PY  - 2012", "list.ris:1 2012, record without a title", "the record '2012' has"),
    ("KW  - budgets", "list.ris:1 record without a title", "the record has"),
])
func aRecordWithoutTitleIsDescribedByWhatItHas(_ fields: String, _ description: String, _ start: String) throws {
    let (references, diagnostics) = read("TY  - JOUR\n\(fields)\nER  - ")
    #expect(references.first?.description == description)
    #expect(try #require(diagnostics.first).message.hasPrefix(start))
}
