import DocumentModel
import Testing

@testable import Bibliography

@Test(arguments: [
    "Hill A, Wood B. Shared budgets. Journal of Care 2019;12:e04", "Journal of Care 2019; Vol. 39 (2): 124-130",
    "Journal of Care 2019, 6:3", "Journal of Care. 2019;1–4.", "Hill et al. Journal of Care (2019) 19:123",
    "Journal of Care | (2019) 19:123 | https://doi.org/10.1000/x", "Journal of Care 2019 January; 8(1): e13",
    "Journal of Care, 2019, Vol. 46, No. 3, 12–15", "Journal of Care 2019:13", "Journal of Care, 2019, 1–12",
    "Journal of Care 12 (2019) 1–10", "Journal of Care ● 2019 ● Vol 6 ● Issue 1", "12 Journal of Care 2019, 9, 3148",
    "Epidemics in schools: why? Journal of Care 2019;5:e1", "Hill A. Epidemics: why?Journal of Care 2019;5:e1",
    "Journal of Care (2019), 147, e123, 1–8", "Journal of Care 2019 | vol. 22 | iss. 1",
])
func linesNameTheJournalAndTheYear(_ line: String) {
    let place = printedPlaces(in: [line]).first
    #expect(place?.journal == "Journal of Care")
    #expect(place?.year == 2019)
}

@Test(arguments: [
    ("Care World, EISSN: 2231-0916", "Care World"), ("Care Frontiers | www.example.org 2", "Care Frontiers"),
    ("European Journal of Care, Vol. 28, No. 3, 466–470", "European Journal of Care"),
    ("Smith et al. eCare 2019;8:e12345", "eCare"), ("CARE REPORTS | 7: 12345 | DOI: 10.1000/x", "CARE REPORTS"),
    ("Medicine, Care and Health 2019;8:1", "Medicine, Care and Health"),
    ("as Hill showed (Care Letters 2019;8:1)", "Care Letters"),
])
func otherFormsNameTheJournal(_ line: String, _ journal: String) {
    #expect(printedPlaces(in: [line]).first?.journal == journal)
}

@Test(arguments: [
    "In Leeds in 2019, 6 teams met", "The Plan (2019) says much", "Results of 2019; see below",
    "Opened in November 2019; 12", "The Plan (2019) 3 teams met", "Stays since May 2019; 1,873 so far",
    "2nd Report of Session 2010–12", "Response to the Inquiry report volume 1", "Table 3: 14 of the teams",
])
func otherNumbersNameNoJournal(_ line: String) {
    #expect(printedPlaces(in: [line]).isEmpty)
}

@Test func aJournalsNameStandsAboveItsVolume() {
    let lines = ["Invented Publishing House", "Care in Towns and", "Villages", "Volume 2016, Article ID 41, 9 pages"]
    #expect(printedPlaces(in: lines).first?.journal == "Care in Towns and Villages")
}

@Test(arguments: [
    ("J. Clin. Med.", "Journal of Clinical Medicine"), ("Saudi Med J", "Saudi Medical Journal"),
    ("Int J Environ Res Public Health", "International Journal of Environmental Research Public Health"),
    ("Bull World Health Organ", "Bulletin of the World Health Organization"),
    ("J Am Coll Cardiol", "Journal of the American College of Cardiology"),
    ("Iran J Basic Med Sci", "Iranian Journal of Basic Medical Science"),
    ("Ann Intern Med", "Annals of Internal Medicine"), ("N Engl J Med", "New England Journal of Medicine"),
    ("Front. Psychol.", "Frontiers in Psychology"), ("Soc Sci Med", "Social Science Medicine"),
    ("Rev Panam Salud", "Revista Panam Salud"), ("BMC Public Health", "BMC Public Health"),
])
func abbreviatedTitlesAreExpanded(_ abbreviation: String, _ full: String) {
    #expect(expandedName(abbreviation) == full)
}

@Test func theNamePrintedInFullIsTaken() {
    let described = describe(
        document(blocks: [
            (.frontMatter, "Journal of Town"), (.frontMatter, "and Country Care"), (.title, "Shared budgets in care"),
            (.frontMatter, "J. Town Ctry. Care 2019, 9, 3148; doi:10.1000/x1"),
        ]))
    #expect(described.text("journal") == "Journal of Town and Country Care")
}

@Test func anAcronymBeforeAnAbbreviationIsLeftOut() {
    let printed = PrintedWords(words("Weekly Report of Invented Mortality"))
    #expect(printedName(of: "WRIM Wkly Rep Invent Mortal", in: printed) == "Weekly Report of Invented Mortality")
}

@Test(arguments: [
    ("Invented World, doi: 10.1000/x.2018.1-7", "Invented World"),
    ("Invented Care Research, 2020, doi:10.1000/x", "Invented Care Research"),
    ("Social Care & Medicine, 123 (2014) 1-10. doi:10.1000/x", "Social Care & Medicine"),
    ("Invented Care, https://doi.org/10.1000/x", "Invented Care"),
])
func subjectsNameTheJournal(_ subject: String, _ journal: String) {
    #expect(describe(document(properties: [("info.subject", subject)])).text("journal") == journal)
}

@Test(arguments: [
    "We asked 30 teams in 2019 how they share budgets.", "Care, budgets, teams",
    "This report describes budgets of 12 teams",
])
func otherSubjectsNameNoJournal(_ subject: String) {
    #expect(describe(document(properties: [("info.subject", subject)]))["journal"] == nil)
}

@Test func runningHeadsNameTheJournalOfAnArticle() {
    let blocks: [(BlockKind, String)] = [
        (.frontMatter, "Care in Towns"), (.title, "Shared budgets in the care of older people"),
        (.frontMatter, "https://doi.org/10.1000/x1"),
    ]
    let heads = ["2 Care in Towns", "Shared Budgets 3", "Anna Hill and Ben Wood"]
    #expect(describe(document(blocks: blocks, runningHeads: heads)).text("journal") == "Care in Towns")
    #expect(describe(document(blocks: [blocks[1]], runningHeads: heads))["journal"] == nil)
}

@Test func aCueNamesTheJournal() {
    let line = "This article was published in the following journal:¶Care Policy and Practice"
    #expect(
        describe(document(blocks: [(.title, "Shared budgets"), (.frontMatter, line)])).text("journal")
            == "Care Policy and Practice")
}

@Test func aCalmSpellingIsPreferred() {
    let described = describe(
        document(
            properties: [("xmp.dc:source", "Journal of Care Teams")],
            blocks: [(.title, "Shared budgets in care")],
            runningHeads: ["JOURNAL OF CARE TEAMS 2019;12:1", "JOURNAL OF CARE TEAMS 2019;12:1"]))
    #expect(described.text("journal") == "Journal of Care Teams")
}
