import Diagnostics
import DocumentModel
import Testing

@testable import Bibliography

private func read(_ text: String, _ file: String = "list") -> (references: [Reference], diagnostics: [Diagnostic]) {
    readReferences(Array(text.utf8), file: file)
}

// MARK: MEDLINE

@Test func organisationsAmongAuthorsStayWhole() {
    let reference = read("PMID- 1\nTI  - T\nFAU - Hill, Anna\nAU  - Hill A\nCN  - Health, Care and Hope Group\n")
        .references
        .first
    #expect(
        reference?.metadata["authors"]?.value
            == .names([PersonName(given: "Anna", family: "Hill"), PersonName(family: "Health, Care and Hope Group")]))
}

@Test func aRecordBeginsWithItsNumberEvenWithoutAnEmptyLine() {
    let (references, diagnostics) = read("PMID- 1\nTI  - One\n      goes on\nPMID- 2\nTI  - Two\n")
    #expect(references.map { $0.metadata.text("title") } == ["One goes on", "Two"])
    #expect(diagnostics.isEmpty)
}

@Test func linesWithoutATagAndRecordsWithoutANumberAreReported() {
    let (references, diagnostics) = read(
        "PMID- 1\nTI  - One\nlost line\n\nPMID- 2\nTI  - Two\n\nPNID- 3\nTI  - Three\n")
    #expect(references.map { $0.metadata.text("title") } == ["One", "Two", "Three"])
    #expect(diagnostics.map(\.identifier) == ["text-outside-record", "missing-pmid"])
    #expect(diagnostics.map { $0.place?.line } == [3, 8])
}

@Test func theDOIIsToldFromOtherNumbers() {
    let reference = read(
        "PMID- 1\nTI  - T\nLID - S0140-6736(19)30427-1 [pii]\nAID - 10.1000/A [doi]\nDP  - 2011 Spring\n"
    )
    .references.first
    #expect(reference?.metadata.text("doi") == "10.1000/a")
    #expect(reference?.metadata.text("pii") == "S0140-6736(19)30427-1")
    #expect(reference?.metadata.text("year") == "2011")
}

@Test func readsMEDLINEAsOvidExportsIt() {
    let (references, diagnostics) = read(
        "<1>\nVN  - Ovid Technologies\nUI  - 99\nAU  - Hill AB\nTI  - One\nYR  - 2019\nDO  - 10.1000/a\n\n<2>\nUI  - 98\nTI  - Two\n"
    )
    #expect(references.map { $0.metadata.text("title") } == ["One", "Two"])
    #expect(references.first?.metadata.text("pmid") == "99" && references.first?.metadata.text("year") == "2019")
    #expect(references.first?.metadata.firstAuthor == PersonName(given: "AB", family: "Hill"))
    #expect(diagnostics.isEmpty)
}

// MARK: XML

private func record(_ body: String) -> String { "<record><ref-type name=\"Report\">27</ref-type>\(body)</record>" }

@Test func aRecordThatIsNotWellFormedCostsItselfOnly() throws {
    let text =
        "<xml><records>\n" + record("<titles><title>One</titel></titles><dates><year>2019</year></dates>") + "\n"
        + record("<titles><title>Two &amp; more</title></titles>") + "\n</records></xml>"
    let (references, diagnostics) = read(text)
    #expect(references.map { $0.metadata.text("title") } == ["One", "Two & more"])
    #expect(references[0].metadata.text("type") == "report")
    let finding = try #require(diagnostics.first)
    #expect(finding.identifier == "malformed-record" && finding.place?.line == 2)
}

@Test func recordsWithoutEndAndLostTextAreReported() {
    let text =
        "<xml><records><record><titles><title>One</title></titles>\n" + record("<titles><title>Two</title></titles>")
        + "\nlost <title>Three</title>\n</records></xml>"
    let (references, diagnostics) = read(text)
    #expect(references.map { $0.metadata.text("title") } == ["One", "Two"])
    #expect(diagnostics.map(\.identifier).contains("unclosed-record"))
    #expect(
        diagnostics.first { $0.identifier == "text-outside-record" }?.place == Place(file: "list", line: 3, column: 1))
}

@Test func entitiesAreNotExpanded() {
    let bomb =
        "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
    let (references, diagnostics) = read(
        bomb + "<xml><records>" + record("<titles><title>T &b; &f;</title></titles>") + "</records></xml>")
    let title = references.first?.metadata.text("title") ?? ""
    #expect(title.hasPrefix("T") && !title.contains("aaaa") && !title.contains("root"))
    #expect(diagnostics.contains { $0.identifier == "malformed-record" })
}

@Test func aDamagedBeginningOfZoterosFormatCostsNoItem() throws {
    let whole = String(decoding: try fixture("zotero.rdf"), as: UTF8.self)
    let expected = readReferences(whole, file: "a.rdf").references.map { $0.metadata.text("title") }
    let (references, _) = readReferences(whole.replacing("xmlns:dc=", with: "xmlns:dx="), file: "a.rdf")
    #expect(references.map { $0.metadata.text("title") } == expected)
}
