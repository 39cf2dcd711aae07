import DocumentModel
import Testing

@testable import Bibliography

// MARK: Title

@Test(arguments: [
    "OPEN Shared budgets in the care of older people", "Shared budgets in the care of older people*",
    "Shared budgets in the care of older people ☆",
])
func labelsAndMarksAreNoPartOfATitle(_ printed: String) {
    #expect(
        describe(document(blocks: [(.title, printed)])).text("title") == "Shared budgets in the care of older people")
}

@Test func titlesMayBeginWithTheWordOpen() {
    #expect(withoutLabel("OPEN DATA IN CARE") == "OPEN DATA IN CARE")
    #expect(withoutLabel("Open access to care") == "Open access to care")
}

@Test func theFilesTitleInPrintIsTheTitle() {
    let title = "Shared budgets in the care of older people"
    let described = describe(
        document(
            properties: [("info.title", title)],
            blocks: [
                (.title, "Invented Care Week"), (.frontMatter, "Shared budgets in the care"),
                (.frontMatter, "of older people"), (.frontMatter, "Anna Hill and Ben Wood"),
            ]))
    #expect(described.text("title") == title)
    #expect(described["title"]?.origin == "first page")
    #expect(described.firstAuthor?.family == "Hill")
}

@Test func authorsInTheLettersOfTheTitleAreCutOff() {
    let title = "Shared budgets in the care of older people"
    let described = describe(
        document(properties: [("info.title", title)], blocks: [(.title, title + " Anna Hill, Ben Wood")]))
    #expect(described.text("title") == title)
    let longer = describe(document(properties: [("info.title", title)], blocks: [(.title, title + ": a survey")]))
    #expect(longer.text("title") == title + ": a survey")
}

@Test(arguments: [
    ("Shared budgets | NIST", [("og.site_name", "NIST")], "Shared budgets"),
    (
        "Shared budgets &bull; The Care Source", [("og.site_name", "The Care Source - Invented School")],
        "Shared budgets"
    ),
    ("Invented Site | Shared budgets", [("og.site_name", "Invented Site")], "Shared budgets"),
    ("Shared budgets report - GOV.UK", [], "Shared budgets report"),
    ("Care &amp; budgets: space&#x2010;weather", [], "Care & budgets: space‐weather"),
])
func namesOfSitesAreCutFromTitles(_ title: String, _ site: [(String, String)], _ expected: String) {
    #expect(
        describe(document(path: "a.html", format: .html, properties: [("html.title", title)] + site)).text("title")
            == expected)
}

// MARK: Identifiers

@Test(arguments: [
    ("doi:10.1136/ bmjopen-2021-0492", "10.1136/bmjopen-2021-0492"),
    ("doi:10.1136/bmjopen-2021- 0492.", "10.1136/bmjopen-2021-0492"),
    ("doi:10.1000/abc and 12 more", "10.1000/abc"), ("doi:10.1000/ab- http://example.org/1", "10.1000/ab"),
])
func brokenDOIsAreMended(_ text: String, _ doi: String) {
    #expect(normalizedDOI(text) == doi)
}

@Test func aHyphenThatWasRemovedAtALinesEndIsTheDOIs() {
    var broken = document(blocks: [(.title, "Shared budgets"), (.frontMatter, "doi:10.1000/abc2020001")])
    let start = broken.blocks[1].start
    broken.joins = [Join(offset: start + "doi:10.1000/abc".count, hyphen: "-")]
    #expect(describe(broken).text("doi") == "10.1000/abc-2020001")
}

@Test func theDOIOfACitedWorkIsNotTheDocuments() {
    let long = String(repeating: "Teams shared their budgets with partners. ", count: 12)
    let described = describe(
        document(blocks: [
            (.title, "Shared budgets"), (.paragraph, long + "See https://doi.org/10.1000/other."),
            (.furniture, "https://doi.org/10.1000/own"),
        ]))
    #expect(described.text("doi") == "10.1000/own")
    let page = document(
        format: .html, blocks: [(.title, "Shared budgets"), (.paragraph, "See https://doi.org/10.1000/other.")])
    #expect(describe(page)["doi"] == nil)
}

@Test func theOwnCitationGivesDOIAndYear() {
    var cited = document(blocks: [(.title, "Shared budgets")])
    cited.append(.heading, "How to cite this article", page: 8)
    cited.append(
        .paragraph, "Hill A, Wood B. Shared budgets. Invented Care. 2019;12:1–9. https://doi.org/10.1000/own", page: 8)
    let described = describe(cited)
    #expect(described.text("doi") == "10.1000/own")
    #expect(described.text("year") == "2019")
    #expect(described.text("journal") == "Invented Care")
    #expect(described["journal"]?.origin == "citation")
}

@Test func numbersOfCitationsAreNoCitation() {
    let described = describe(
        document(
            format: .html,
            blocks: [
                (.title, "Shared budgets"), (.heading, "Citations"),
                (.paragraph, "Wood B. Other. Invented Care 2019;12:1. doi:10.1000/other"),
            ]))
    #expect(described["doi"] == nil)
}

@Test(arguments: [
    ("ISSN 2049-3630", "2049-3630"), ("eISSN: 2434–561x", "2434-561X"), ("ISSN 2049-3631", nil),
    ("2049-3630-1", "2049-3630"),
])
func readsISSNs(_ text: String, _ expected: String?) {
    #expect(issn(in: text) == expected)
}

@Test(arguments: [
    ("ISBN 978-0-306-40615-7", "9780306406157"), ("ISBN-13: 9780306406157", "9780306406157"),
    ("ISBN 0-8044-2957-X", "080442957X"), ("ISBN 978-0-306-40615-8", nil),
])
func readsISBNs(_ text: String, _ expected: String?) {
    #expect(isbn(in: String(text.dropFirst(4))) == expected)
}

@Test func imprintsGiveNumbersAndTheAddress() {
    let described = describe(
        document(blocks: [
            (.title, "Shared budgets"), (.frontMatter, "ISBN 978-0-306-40615-7 ISSN 2049-3630"),
            (.frontMatter, "This publication is available at https://www.example.org/care/budgets/2021."),
            (.frontMatter, "Licence: https://creativecommons.org/licenses/by/4.0/"),
        ]))
    #expect(described.text("isbn") == "9780306406157")
    #expect(described.text("issn") == "2049-3630")
    #expect(described.text("url") == "https://www.example.org/care/budgets/2021")
}

// MARK: Properties

@Test func publishersTagsGiveVolumeIssueAndPages() {
    let described = describe(
        document(
            format: .html,
            properties: [
                ("meta.citation_volume", "12"), ("meta.citation_issue", "3"), ("meta.citation_firstpage", "10"),
                ("meta.citation_lastpage", "19"),
            ]))
    #expect(described.text("volume") == "12")
    #expect(described.text("issue") == "3")
    #expect(described.text("pages") == "10–19")
}

@Test func organisationsInLinkedDataStayWhole() {
    let described = describe(document(format: .html, properties: [("jsonld.author.organization", "Clemson News")]))
    #expect(described["authors"]?.value == .names([PersonName(family: "Clemson News")]))
}

@Test(arguments: [
    ("By Anna Hill and Ben Wood, The Invented Herald", ["Anna Hill", "Ben Wood"]),
    ("Anna Hill, Senior Editor, Invented Institute", ["Anna Hill"]), ("UK Covid-19 Inquiry", ["UK Covid-19 Inquiry"]),
])
func bylinesAreReadWithoutRolesAndSites(_ byline: String, _ names: [String]) {
    let page = document(format: .html, properties: [("meta.author", byline), ("og.site_name", "The Invented Herald")])
    guard case .names(let people)? = describe(page)["authors"]?.value else {
        Issue.record("no authors")
        return
    }
    #expect(people.map(\.full) == names)
}

@Test func theSiteIsNoJournal() {
    let page = document(
        format: .html, properties: [("meta.dc.source", "Invented News"), ("meta.dc.publisher", "Invented News")])
    #expect(describe(page)["journal"] == nil)
}
