import Diagnostics
import DocumentModel
import Testing

@testable import Bibliography

private func read(_ text: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    readReferences(Array(text.utf8), file: "list.bib")
}

private let latexCases: [(latex: String, text: String)] = [
    (#"K{\"o}ln, K\"oln, K\"{o}ln, {K{\"{o}}ln}"#, "Köln, Köln, Köln, Köln"),
    (#"\'{\i}, {\'\i}, \v{c}, \c{c}, \H{o}, \r{a}, \~n, \k{e}, \.Z"#, "í, í, č, ç, ő, å, ñ, ę, Ż"),
    (#"{\ss} {\o} \L{}\'od\'z \AA rhus \ae{}rø"#, "ß ø Łódź Århus ærø"),
    (##"cost \& care: 50\% of \$3 for {\#}1, a\_b"##, "cost & care: 50% of $3 for #1, a_b"),
    ("``pooled'' money -- a study---of it~all", "“pooled” money – a study—of it all"),
    (#"\emph{What} \textbf{helps}, {CO$_2$} and $\alpha$"#, "What helps, CO2 and α"),
    (#"an \unknown{command} stays"#, #"an \unknowncommand stays"#),
    ("ends with \\", "ends with \\"),
    (String(repeating: "{", count: 100_000) + "deep" + String(repeating: "}", count: 100_000), "deep"),
]

@Test(arguments: latexCases)
func readsLaTeXAsPlainText(_ latex: String, _ text: String) {
    let plain = plainText(latex: latex)
    #expect(plain == text)
    #expect(Array(plain.utf8) == Array(text.utf8), "composed letters, whatever Swift calls equal")
}

private let nameCases: [(list: String, names: [String])] = [
    ("Hill, Anna B. and de la Cruz, Maria", ["Anna B.|Hill", "Maria|de la Cruz"]),
    ("Anna B. Hill and Jan van den Berg", ["Anna B.|Hill", "Jan|van den Berg"]),
    ("{World Health Organization} and Hill, A.", ["|World Health Organization", "A.|Hill"]),
    ("{Health and Care Board of Hill and Dale}", ["|Health and Care Board of Hill and Dale"]),
    (#"{\'E}mile Zol{\`a}"#, ["Émile|Zolà"]),
    ("Maria {de la Cruz}", ["Maria|de la Cruz"]),
    ("King, Jr, Martin", ["Martin|King Jr"]),
    ("family=Berg, given=Jan, prefix=van den", ["Jan|van den Berg"]),
    ("Hill, A.\n  AND\tLee, C.", ["A.|Hill", "C.|Lee"]),
    ("Hill, A. and others", ["A.|Hill"]),
]

@Test(arguments: nameCases)
func readsNamesOfAuthorLists(_ list: String, _ names: [String]) {
    let (found, hasOthers) = bibTeXNames(list)
    #expect(found.map { $0.given + "|" + $0.family } == names)
    #expect(hasOthers == list.contains("others"))
}

private let fileCases: [(value: String, paths: [String])] = [
    ("Full Text:files/12/x.pdf:application/pdf", ["files/12/x.pdf"]),
    (
        "Full Text:files/12/x.pdf:application/pdf;Snapshot:files/13/x.html:text/html",
        ["files/12/x.pdf", "files/13/x.html"]
    ),
    (#"PDF:C\:\\papers\\x\;y.pdf:application/pdf"#, [#"C:\papers\x;y.pdf"#]),
    (":x.pdf:PDF", ["x.pdf"]),
    (":C:/papers/x.pdf:pdf", ["C:/papers/x.pdf"]),
    ("files/12/x.pdf", ["files/12/x.pdf"]),
    ("", []),
]

@Test(arguments: fileCases)
func readsPathsOfFileFields(_ value: String, _ paths: [String]) {
    #expect(bibTeXFiles(value) == paths)
}

@Test func textsAreDefinedOnceAndPutTogether() {
    let (references, diagnostics) = read(
        "@string{jic = {Journal of } # \"Care\"}\n@article{a, title = {T}, journal = jic # {, } # \"new series\", month = 5 # \"~\" # may}"
    )
    #expect(references.first?.metadata.text("journal") == "Journal of Care, new series")
    #expect(references.first?.metadata.text("month") == "5 May")
    #expect(diagnostics.isEmpty)
}

@Test func aTextThatNothingDefinesIsKeptAndReported() throws {
    let (references, diagnostics) = read("@string{bmj = {The BMJ}}\n@article{a,\n  title = {T}, journal = bmk\n}")
    #expect(references.first?.metadata.text("journal") == "bmk")
    let finding = try #require(diagnostics.first)
    #expect(finding.identifier == "unknown-string" && finding.suggestion == "bmj")
    #expect(finding.place == Place(file: "list.bib", line: 3, column: 26))
}

@Test func anEntryMayEndBeforeItsFirstValueDoes() {
    for cut in [
        "@article{a,\n  title = {One} # ", "@article{a, title = {One\n  year = 2", "@article{a, x = \"",
        "@string{a = {b",
    ] {
        #expect(!read(cut).diagnostics.isEmpty, "\(cut)")
    }
}

private let damagedEntries: [(entry: String, identifier: String, line: Int, title: String?, year: String)] = [
    ("@article{a,\n  title = {One,\n  year = 2019,\n}", "unclosed-value", 2, "One", "2019"),
    ("@article{a,\n  title = \"One,\n  year = 2019,\n}", "unclosed-value", 2, "One", "2019"),
    ("@article{a,\n  title = {One},\n  year = 2019,\n", "unclosed-entry", 1, "One", "2019"),
    ("@article{a,\n  title {One},\n  year = 2019\n}", "no-field", 2, nil, "2019"),
    ("@article{a,\n  title = {One}\n  year = 2019\n}", "missing-comma", 3, "One", "2019"),
    ("@article{\n  title = {One},\n  year = 2019\n}", "missing-key", 2, "One", "2019"),
]

@Test(arguments: damagedEntries)
func aDamagedEntryKeepsWhatItHasAndCostsNoOther(
    _ damaged: String, _ identifier: String, _ line: Int, _ title: String?, _ year: String
) throws {
    let (references, diagnostics) = read(damaged + "\n\n@article{b, title = {Two}}\n")
    try #require(references.count == 2)
    #expect(references[0].metadata.text("title") == title)
    #expect(references[0].metadata.text("year") == year)
    #expect(references[1].metadata.text("title") == "Two")
    let finding = try #require(diagnostics.first { $0.identifier == identifier })
    #expect(finding.place?.line == line && finding.help != nil)
}

@Test func commentsAreNoEntriesAndLostFieldsAreReported() {
    let (references, diagnostics) = read(
        "Made by hand, mail me@example.org\n@comment{@article{x, title = {No}}}\n@article{a, title = {One}}\n  year = {2019},\n}\n"
    )
    #expect(references.map { $0.metadata.text("title") } == ["One"])
    #expect(diagnostics.map(\.identifier) == ["text-outside-record"])
    #expect(diagnostics.first?.place?.line == 4)
}

@Test func entriesOfOneLineAreToldApart() {
    let (references, _) = read("@book{a, title = {One}} @book{b, title = {Two}}")
    #expect(references.map(\.id) == ["list.bib:1", "list.bib:1:25"])
}

@Test func otherFieldsAreCarriedUnderTheirNames() {
    let reference = read(
        "@misc{a, title = {T}, subtitle = {S}, Study-Type = {Survey}, note = {Country: Sweden}, howpublished = {by hand}}"
    ).references.first
    #expect(reference?.metadata.text("title") == "T: S")
    #expect(reference?.metadata.text("study_type") == "Survey")
    #expect(reference?.metadata.text("country") == "Sweden")
    #expect(reference?.metadata.text("howpublished") == "by hand")
}

/// Start of a list, and what is repeated in it.
@Test(arguments: [
    ("", "@article{hill2019,\n  title = {Shared budgets},\n  year = {2019}\n"),
    ("@article{hill2019,\n", "  note = {Shared {budgets} of,\n"),
])
func whatIsNotClosedTakesLinearTime(_ start: String, _ repeated: String) {
    let text = start + String(repeating: repeated, count: 20_000)
    var parser = BibTeXParser(text, list: ReferenceList(file: "list.bib", database: nil))
    let time = ContinuousClock().measure { parser.parse() }
    let count = parser.diagnostics.count
    #expect(count >= 20_000)
    #expect(time < .seconds(20), "steps that grow with the square take minutes")
}

@Test func groupsInAnEntryThatIsNotClosedKeepTheirEnds() throws {
    var parser = BibTeXParser(
        "@book{a,\n  note = {open,\n  title = {Shared {old {and} new} budgets},\n  year = {2019},\n@book{b,}",
        list: ReferenceList(file: "list.bib", database: nil))
    parser.parse()
    let entry = try #require(parser.entries.first)
    #expect(entry.fields.map(\.value) == ["open", "Shared {old {and} new} budgets", "2019"])
    #expect(parser.entries.map(\.key) == ["a", "b"])
}

@Test func placesAreTheSameInAnyOrder() {
    let bytes = Array("a\u{E9}b\r\nc\rd\n\ne".utf8)
    let list = ReferenceList(file: "list.bib", database: nil)
    var cursor = PlaceCursor(bytes, list: list)
    let forward = bytes.indices.map { cursor.place(of: $0) }
    #expect(forward.map(\.line) == [1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5])
    #expect(forward.map(\.column) == [1, 2, 3, 3, 4, 5, 1, 2, 1, 2, 1, 1])
    #expect(bytes.indices.reversed().map { cursor.place(of: $0) } == forward.reversed())
}
