import DocumentModel
import Testing

@testable import Bibliography

@Test func publishersTagsDescribeAPage() {
    let metadata = describe(
        document(
            path: "a.html", format: .html,
            properties: [
                ("meta.citation_title", "Shared budgets in care"), ("meta.citation_author", "Anna B. Hill"),
                ("meta.citation_author", "Wood, Ben"), ("meta.citation_publication_date", "2019/05/12"),
                ("meta.citation_journal_title", "Journal of Invented Care"),
                ("meta.citation_doi", "doi:10.1000/ABC"), ("og.title", "Shared budgets | Site"),
                ("link.canonical", "https://example.org/abc"),
            ]))
    #expect(metadata.text("title") == "Shared budgets in care")
    #expect(metadata["title"]?.origin == "meta citation_title")
    #expect(
        metadata["authors"]?.value
            == .names([PersonName(given: "Anna B.", family: "Hill"), PersonName(given: "Ben", family: "Wood")]))
    #expect(metadata.text("year") == "2019")
    #expect(metadata.text("journal") == "Journal of Invented Care")
    #expect(metadata.text("doi") == "10.1000/abc")
    #expect(metadata.text("url") == "https://example.org/abc")
}

@Test func aTitleTakesTheSubtitleThatTheFileGives() {
    let metadata = describe(
        document(
            properties: [("info.title", "Closer to the beds: three years of school gardens")],
            blocks: [(.title, "Closer to the beds"), (.paragraph, "Three years of school gardens")]))
    #expect(metadata.text("title") == "Closer to the beds: three years of school gardens")
}

@Test func theFirstPageDescribesAnArticle() {
    let metadata = describe(
        document(
            properties: [("info.title", "Microsoft Word - draft3.doc"), ("info.author", "admin")],
            blocks: [
                (.furniture, "Hill et al. Journal of Invented Care (2019) 19:123"),
                (.furniture, "https://doi.org/10.1000/s12-019-4"),
                (.title, "Shared budgets in the care of older people"),
                (.frontMatter, "Anna B. Hill1*, Jan van der Berg2 and Cleo Lee1,2"),
                (.heading, "Abstract"),
                (.paragraph, "As Wood showed (10.1000/other), money matters."),
            ]))
    #expect(metadata.text("title") == "Shared budgets in the care of older people")
    #expect(metadata["title"]?.origin == "first page")
    #expect(metadata.text("doi") == "10.1000/s12-019-4")
    #expect(metadata.text("year") == "2019")
    #expect(metadata.text("journal") == "Journal of Invented Care")
    #expect(
        metadata["authors"]?.value
            == .names([
                PersonName(given: "Anna B.", family: "Hill"), PersonName(given: "Jan", family: "van der Berg"),
                PersonName(given: "Cleo", family: "Lee"),
            ]))
}

@Test func sourcesThatAgreeMakeAFieldSurer() throws {
    let one = describe(document(properties: [("xmp.dc:title", "Shared budgets in care")]))
    let two = describe(
        document(properties: [("xmp.dc:title", "Shared budgets in care"), ("info.title", "Shared Budgets in Care")]))
    #expect(try #require(two["title"]?.confidence) > (try #require(one["title"]?.confidence)))
    #expect(two["title"]?.origin == "xmp")
}

@Test(arguments: [
    "Microsoft Word - draft3.doc", "untitled", "Layout 1", "report_final_v2.indd", "hill", "bmjopen-2021-049296 1..11",
    "C:\\Users\\a\\b", "10.1000/abc", "12", "",
])
func junkIsNoTitle(_ title: String) {
    #expect(describe(document(properties: [("info.title", title)]))["title"] == nil)
}

@Test(arguments: ["Care", "The NHS Long Term Plan 2019", "Shared budgets: report of 12 sites", "Hill farming"])
func realTitlesAreNoJunk(_ title: String) {
    #expect(describe(document(properties: [("info.title", title)])).text("title") == title)
}

@Test(arguments: ["admin", "Microsoft Office User", "jsmith2", "a.hill@example.org"])
func accountsAreNoAuthors(_ author: String) {
    #expect(describe(document(properties: [("info.author", author)]))["authors"] == nil)
}

@Test func affiliationsAreNoAuthors() {
    let metadata = describe(
        document(blocks: [
            (.title, "Shared budgets in care"), (.frontMatter, "School of Health, University of Nowhere"),
            (.frontMatter, "Anna Hill and Ben Wood"),
        ]))
    #expect(
        metadata["authors"]?.value
            == .names([PersonName(given: "Anna", family: "Hill"), PersonName(given: "Ben", family: "Wood")]))
}

@Test(arguments: [
    ("Published online: 12 November 2018", "2018"), ("© 2017 The Authors", "2017"), ("Accepted 3 May 2016", "2016"),
    ("March 2015", "2015"),
])
func printedDatesGiveTheYear(_ line: String, _ year: String) {
    #expect(describe(document(blocks: [(.title, "Shared budgets"), (.frontMatter, line)])).text("year") == year)
}

@Test func publicationBeatsAcceptanceAndCreation() {
    let metadata = describe(
        document(
            properties: [("info.created", "2020")],
            blocks: [(.frontMatter, "Received 1 May 2017"), (.frontMatter, "Published 2 May 2018")]))
    #expect(metadata.text("year") == "2018")
}

@Test func theYearInWhichAFileWasMadeIsNotThatOfTheReport() throws {
    #expect(describe(document(properties: [("info.created", "2020")]))["year"] == nil)
    let printed = [(BlockKind.title, "Shared budgets"), (.frontMatter, "May 2018")]
    let alone = try #require(describe(document(blocks: printed))["year"])
    let agreed = try #require(describe(document(properties: [("info.created", "2018")], blocks: printed))["year"])
    let other = try #require(describe(document(properties: [("info.created", "2020")], blocks: printed))["year"])
    #expect(agreed.confidence > alone.confidence)
    #expect(other == alone)
}

@Test(arguments: [
    (BlockKind.paragraph, "They came from seven countries and were published between 1999 and 2019."),
    (.paragraph, "The first such guide was published in 1999"),
    (.paragraph, "The plan was accepted by all in May 2009."),
    (.listItem, "Opened in November 2019; 1,873 stays by the end of 2021"), (.tableRow, "Pell published 2013"),
])
func runningTextGivesNoYearAndNoJournal(_ kind: BlockKind, _ text: String) {
    let metadata = describe(document(blocks: [(.title, "Shared budgets"), (.heading, "Results"), (kind, text)]))
    #expect(metadata["year"] == nil)
    #expect(metadata["journal"] == nil)
}

@Test(arguments: [
    (BlockKind.frontMatter, "Anna Hill and Ben Wood · February 2022"),
    (.frontMatter, "Viewpoint. Invented Manager, spring 2022, pages 9–11. Not a real article."),
    (.paragraph, "Prepared by Anna Hill, programme manager 14 September 2022"),
    (.paragraph, "Received: 3 May 2021 Accepted: 1 March 2022 Published online: 2 April 2022"),
])
func datesNearTheTitleGiveTheYear(_ kind: BlockKind, _ text: String) {
    #expect(describe(document(blocks: [(.title, "Shared budgets"), (kind, text)])).text("year") == "2022")
}

@Test func yearsOfCitedWorksAreNotTheDocuments() {
    #expect(describe(document(blocks: [(.paragraph, "As Wood (2011) showed, and others in 2012.")]))["year"] == nil)
    #expect(describe(document(blocks: [(.reference, "Wood B. Care. 2011;3:4. doi:10.1000/x")])).fields.isEmpty)
}

@Test func siteNamesAreCutFromPageTitles() {
    #expect(withoutSiteName("Shared budgets in care | Invented Site") == "Shared budgets in care")
    #expect(
        withoutSiteName("Budgets – a story of care and of people and of money")
            == "Budgets – a story of care and of people and of money")
}

@Test(arguments: ["Invented Journal of Care", "BMC Invented Care", "Review Article", "Original Research"])
func theJournalsNameAndTheKindOfArticleAreNoTitle(_ largest: String) {
    let metadata = describe(
        document(blocks: [
            (.title, largest), (.frontMatter, "Open Access"),
            (.frontMatter, "Shared budgets in the care of older people"),
            (.frontMatter, "Anna Hill, Ben Wood, Cleo Lee and Dan Moor"),
        ]))
    #expect(metadata.text("title") == "Shared budgets in the care of older people")
}

@Test func authorsMayStandInBlocksOfTheirOwn() {
    let metadata = describe(
        document(blocks: [
            (.title, "Shared budgets in care"), (.frontMatter, "Anna Hill1"),
            (.frontMatter, "https://orcid.org/0000-0000-0000-0000"), (.frontMatter, "Ben dos Santos2,3"),
            (.frontMatter, "1 School of Care, Nowhere"), (.frontMatter, "Cleo Lee"),
        ]))
    #expect(
        metadata["authors"]?.value
            == .names([PersonName(given: "Anna", family: "Hill"), PersonName(given: "Ben", family: "dos Santos")]))
}

@Test(arguments: [
    "Updated 3 December 2025", "Version 3 February", "Prescribing Support Document", "Cohort 2 Report", "Open Access",
    "BioMed Central", "a.hill@example.org",
])
func linesOfACoverAreNoAuthors(_ line: String) {
    #expect(describe(document(blocks: [(.title, "Shared budgets in care"), (.frontMatter, line)]))["authors"] == nil)
}
