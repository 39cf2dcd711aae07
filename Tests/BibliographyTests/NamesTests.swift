import DocumentModel
import Testing

@testable import Bibliography

@Test(arguments: [
    ("Hill, Anna B.", "Anna B.", "Hill"),
    ("van der Berg, Jan", "Jan", "van der Berg"),
    ("Hill AB", "AB", "Hill"),
    ("de la Cruz M", "M", "de la Cruz"),
    ("King, Martin, Jr.", "Martin", "King Jr."),
    ("King, Jr., Martin", "Martin", "King Jr."),
    ("Hill, Anna, PhD", "Anna", "Hill"),
    ("World Care Organization", "", "World Care Organization"),
    ("Invented Trust,", "", "Invented Trust"),
    ("Department of Health, Social Services and Safety", "", "Department of Health, Social Services and Safety"),
])
func readsNamesWithTheFamilyNameFirst(_ written: String, _ given: String, _ family: String) {
    #expect(invertedName(written) == PersonName(given: given, family: family))
}

@Test(arguments: [
    ("Anna B. Hill", "Anna B.", "Hill"),
    ("Jan van der Berg", "Jan", "van der Berg"),
    ("Dr Anna Hill PhD", "Anna", "Hill"),
    ("Martin Luther King Jr.", "Martin Luther", "King Jr."),
    ("Hill AB", "AB", "Hill"),
    ("Hill, Anna", "Anna", "Hill"),
    ("NHS Invented Trust", "", "NHS Invented Trust"),
    ("Plato", "", "Plato"),
])
func readsNamesWithTheGivenNameFirst(_ written: String, _ given: String, _ family: String) {
    #expect(writtenName(written) == PersonName(given: given, family: family))
}

@Test(arguments: [
    ("Anna Hill, Ben Wood and Cleo Lee", ["Anna Hill", "Ben Wood", "Cleo Lee"]),
    ("Anna Hill1,2*, Ben Wood², Cleo Lee†", ["Anna Hill", "Ben Wood", "Cleo Lee"]),
    ("Hill, Anna; Wood, Ben", ["Anna Hill", "Ben Wood"]),
    ("Hill, A., Wood, B.", ["A. Hill", "B. Wood"]),
    ("Hill A, Wood BC", ["A Hill", "BC Wood"]),
    ("Hill, Anna", ["Anna Hill"]),
    ("Department for Health and Care", ["Department for Health and Care"]),
    ("Anna Hill & Ben Wood", ["Anna Hill", "Ben Wood"]),
    ("Anna Hill, BDS, MSc, Ben Wood, MD", ["Anna Hill", "Ben Wood"]),
    ("Anna Hill, PhDa,b, Ben Wood, MDa", ["Anna Hill", "Ben Wood"]),
    ("Anna Hill,a Ben Wood,b Cleo Lee", ["Anna Hill", "Ben Wood", "Cleo Lee"]),
    ("Anna Hill1 Ben Wood2,3", ["Anna Hill", "Ben Wood"]),
    ("Anna Hill\u{200D}, Ben Wood ●", ["Anna Hill", "Ben Wood"]),
])
func splitsLinesOfAuthors(_ line: String, _ names: [String]) {
    #expect(authorList(line).map(\.full) == names)
}
