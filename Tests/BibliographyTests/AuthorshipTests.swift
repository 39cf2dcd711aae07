import DocumentModel
import Testing

@testable import Bibliography

private func families(_ metadata: DocumentMetadata) -> [String] {
    guard case .names(let names)? = metadata["authors"]?.value else { return [] }
    return names.map(\.family)
}

@Test(arguments: [
    ("Hill AB, Wood C, de la Cruz M. Shared budgets. Care 2019;1:2", ["AB Hill", "C Wood", "M de la Cruz"], true),
    ("Hill A and Lee B (2018) Shared budgets", ["A Hill", "B Lee"], true),
    ("Hill, A.; Wood, B.C. Shared budgets. Care 2019", ["A Hill", "BC Wood"], true),
    ("Hill A, Wood B, et al. Shared budgets", ["A Hill", "B Wood"], false),
    ("Gay-Hill M, Ríos López N, Lee C. 2020. Shared budgets", ["M Gay-Hill", "N Ríos López", "C Lee"], true),
])
func citationsListAuthors(_ citation: String, _ names: [String], _ isComplete: Bool) throws {
    let people = try #require(citedPeople(in: citation))
    #expect(people.names.map(\.full) == names)
    #expect(people.isComplete == isComplete)
}

@Test(arguments: [
    "Shared budgets in care", "Hill A. Shared budgets", "World Care Organization, Care and Work", "A, B, C",
])
func otherTextsListNoAuthors(_ text: String) {
    #expect(citedPeople(in: text) == nil)
}

@Test func theCitationPartsGivenAndFamilyNames() {
    let described = describe(
        document(blocks: [
            (.title, "Shared budgets in care"),
            (.frontMatter, "Ana Ríos López1, Made Auriva Wood2, Stela de Mello Hill, Wim dos Santos and Cleo Leea"),
            (
                .frontMatter,
                "How to cite this article: Ríos López A, Wood MA, Hill S, Santos W, Lee C (2019) Shared budgets in care. Care 1:2"
            ),
        ]))
    #expect(families(described) == ["Ríos López", "Wood", "Hill", "dos Santos", "Lee"])
    #expect(described.firstAuthor == PersonName(given: "Ana", family: "Ríos López"))
}

@Test func aWholeCitationMendsABrokenList() {
    let described = describe(
        document(blocks: [
            (.title, "Shared budgets in care"), (.frontMatter, "Anna Hill Moor 5, 6, Roja Lee 4*"),
            (.frontMatter, "1, 2, Ben Wood 3, Dan Berg"),
            (.paragraph, "Please cite this article as:"),
            (.paragraph, "Hill A, Wood B, Moor DB, Lee R. Shared budgets in care. Care 2019;1:2"),
        ]))
    #expect(families(described) == ["Hill", "Wood", "Moor", "Lee"])
}

@Test func citationsOfOthersChangeNothing() {
    let described = describe(
        document(blocks: [
            (.title, "Shared budgets in care"), (.frontMatter, "Anna Hill and Ben Wood"),
            (.frontMatter, "Citation: Moor D, Lee R. Another work. Care 2019;1:2"),
        ]))
    #expect(families(described) == ["Hill", "Wood"])
}

@Test func namesInLinesOfTheirOwnAreParted() {
    let described = describe(
        document(blocks: [(.title, "Shared budgets in care"), (.frontMatter, "Anna Hill*¶Ben Wood*¶Cleo Lee")]))
    #expect(families(described) == ["Hill", "Wood", "Lee"])
}

@Test func aNameMayGoOnInTheNextBlock() {
    let described = describe(
        document(blocks: [
            (.title, "Shared budgets in care"), (.frontMatter, "Anna Hill ; Ben Wood"), (.frontMatter, "4,5,*"),
            (.frontMatter, "; Cleo"), (.frontMatter, "Leemans ; Dan Moor 5"),
        ]))
    #expect(families(described) == ["Hill", "Wood", "Leemans", "Moor"])
}

@Test(arguments: [
    ("Stacy M. Hill, MPH1; Yun Wood, PhD1", ["Stacy M. Hill", "Yun Wood"]),
    ("Anna Rafi Hill ID1, Ben Wood2, Cleo Ann Lee ID3*", ["Anna Rafi Hill", "Ben Wood", "Cleo Ann Lee"]),
    ("Anna Hilla, Ben Woodb,c, Cleo Leea", ["Anna Hill", "Ben Wood", "Cleo Lee"]),
    ("Anna Hill,a Ben Woode,b Cleo Leea,h", ["Anna Hill", "Ben Woode", "Cleo Lee"]),
    ("Anna Hill a, Ben Wood b, c", ["Anna Hill", "Ben Wood"]),
    ("Anna Hill, Ben Wood, on behalf of the Invented Study Group", ["Anna Hill", "Ben Wood"]),
    ("Li WANG, Anna HILL", ["Li WANG", "Anna HILL"]),
])
func marksAndDegreesAreNoPartOfNames(_ line: String, _ names: [String]) {
    #expect(authorList(line).map(\.full) == names)
}

@Test func familyNamesInCapitalsAreNoInitials() {
    #expect(writtenName("Li WANG") == PersonName(given: "Li", family: "WANG"))
}

@Test(arguments: ["Marie de Saint-Aubin2, Gethin ap Rhys1", "Morag Hill-Lane, François d’Estaing"])
func smallWordsMayStandInNames(_ line: String) {
    #expect(readsAsPeople(line, authorList(line)))
}

@Test(arguments: [
    "Invented Institute of Care · Anna Hill and Ben Wood",
    "Invented Beds Service¶Anna Hill and Ben Wood · February 2022",
])
func peopleMayStandBesideOthers(_ line: String) {
    let described = describe(document(blocks: [(.title, "Shared budgets in care"), (.frontMatter, line)]))
    #expect(families(described) == ["Hill", "Wood"])
}

@Test func aGroupMayEndAListOfPeople() {
    let line = "Anna Hill, Ben Wood and the Invented Study Group"
    #expect(readsAsPeople(line, authorList(line)))
    #expect(!readsAsPeople("Invented School of Care, Leeds", authorList("Invented School of Care, Leeds")))
}

@Test func whoTypedAReportIsDoubted() throws {
    let cover: [(BlockKind, String)] = [(.title, "Shared budgets in care"), (.frontMatter, "Invented Care Agency")]
    let typed = describe(document(properties: [("info.author", "Sara Hill")], blocks: cover))
    #expect(typed["authors"]?.value == .names([PersonName(family: "Invented Care Agency")]))
    #expect(typed.text("publisher") == "Invented Care Agency")
    let printed = describe(
        document(properties: [("info.author", "Sara Hill")], blocks: cover + [(.paragraph, "Sara Hill leads it.")]))
    #expect(families(printed) == ["Hill"])
}

@Test(arguments: [
    (
        "Presented to Parliament by the Secretary of State for Health and Care by Command", "authors",
        "Secretary of State for Health and Care"
    ),
    ("Published by the Invented Care Agency in Leeds", "publisher", "Invented Care Agency"),
    ("© Invented Care Agency 2021. All rights reserved.", "publisher", "Invented Care Agency"),
    ("© NCAA 2021. All rights reserved.", "publisher", "NCAA"),
])
func imprintsNameOrganisations(_ notice: String, _ field: String, _ name: String) {
    let described = describe(document(blocks: [(.title, "Shared budgets in care"), (.frontMatter, notice)]))
    let expected: MetadataValue = field == "authors" ? .names([PersonName(family: name)]) : .text(name)
    #expect(described[field]?.value == expected)
}

@Test func affiliationsOfAnArticleAreNoPublishers() {
    let described = describe(
        document(blocks: [
            (.title, "Shared budgets in care"), (.frontMatter, "Invented School of Care"),
            (.frontMatter, "https://doi.org/10.1000/x1"),
        ]))
    #expect(described["publisher"] == nil)
    #expect(described["authors"] == nil)
}

@Test func webPagesNeedACueForOneName() {
    let blocks: [(BlockKind, String)] = [(.title, "Shared budgets in care"), (.paragraph, "Yosemite Falls")]
    #expect(describe(document(format: .html, blocks: blocks))["authors"] == nil)
    let byline: [(BlockKind, String)] = [blocks[0], (.paragraph, "By Anna Hill | 12 May 2021")]
    #expect(families(describe(document(format: .html, blocks: byline))) == ["Hill"])
}
