import DocumentModel
import Testing

@testable import Charting

@Suite struct RowBuildingTests {
    @Test func tellsTheKindsOfEmptyCellApart() {
        let settings = settings(hasReferences: false)
        let read = row(status: .ok, settings: settings)
        #expect(
            read.cells == [
                .notStated, .notApplicable, .notStated, .empty, .text("a.pdf"), .text("ok"),
            ])
        let unread = row(status: .crashed(signal: 11), reason: "the reader died", settings: settings)
        #expect(
            unread.cells == [
                .notRead(reason: "the reader died"), .notApplicable, .notRead(reason: "the reader died"),
                .notRead(reason: "the reader died"), .text("a.pdf"),
                .text("crashed (signal 11): the reader died"),
            ])
    }

    @Test func aReferenceListFillsTheRowOfAnUnreadDocument() {
        let metadata = SchoolGardens.metadata(
            ("title", .text("Behind the fence")), ("database", .text("N/A - Snowball")))
        let unread = row(status: .damaged, metadata: metadata, settings: settings(hasReferences: true))
        #expect(
            unread.cells.prefix(3) == [
                .text("Behind the fence"), .text("N/A - Snowball"), .notRead(reason: "damaged"),
            ])
    }

    @Test func whatAReferenceListSaysGoesBeforeTheCodebook() {
        let column = ChartColumn.documentDimension(SchoolGardens.level)
        let codes = PassageCodes(assigned: [DimensionCodes(dimension: "level", codes: ["nursery"])])
        func cell(_ metadata: DocumentMetadata, status: DocumentStatus = .ok) -> ChartCell {
            chartRow(
                path: "a.pdf", status: status, metadata: metadata,
                coded: CodedDocument(documentCodes: status.isRead ? codes : PassageCodes()),
                settings: settings(of: [column])
            ).cells[0]
        }
        #expect(cell(DocumentMetadata()) == .text("Nursery"))
        #expect(cell(SchoolGardens.metadata(("level", .text("Elementary")))) == .text("Primary"))
        #expect(cell(SchoolGardens.metadata(("level", .text("College")))) == .text("College"))
        #expect(cell(SchoolGardens.metadata(("level", .text("primary"))), status: .damaged) == .text("Primary"))
        #expect(cell(DocumentMetadata(), status: .damaged) == .notRead(reason: "damaged"))
    }

    @Test func aDatabaseThatNoReferenceListNamesIsNotStated() {
        #expect(row(status: .ok, settings: settings(hasReferences: true)).cells[1] == .notStated)
    }

    @Test func prefersTheDOIToTheURL() {
        let both = SchoolGardens.metadata(("url", .text("https://example.org")), ("doi", .text("10.5555/1")))
        #expect(row(status: .ok, metadata: both, settings: settings()).cells[2] == .text("DOI: 10.5555/1"))
        let one = SchoolGardens.metadata(("url", .text("https://example.org")), ("doi", .text("")))
        #expect(row(status: .ok, metadata: one, settings: settings()).cells[2] == .text("URL: https://example.org"))
    }

    @Test func anItemStandsInTheCellOfEachOfItsCategoriesAndNumberingRestarts() {
        let row = SchoolGardens.rows[0]
        let items = row.readBack.statements
        #expect(items.map(\.category) == ["help", "help", "help", "hindrance"])
        #expect(items.map(\.number) == [1, 2, 3, 1])
        #expect(items[2].statement == items[3].statement)
        #expect(items[1].themes == ["Soil – and water", "Money, means"])
    }

    @Test func namesTheStandardColumnsAndKeepsAGivenHeading() {
        let headings = ["author", "year", "title", "database", "journal", "study type", "doi or url", "page-count"].map
        {
            ChartColumn.field($0).heading
        }
        #expect(
            headings == [
                "Author", "Year of Publication", "Title", "Database", "Journal", "Study type", "DOI/URL", "Page count",
            ])
        #expect(ChartColumn.field("year", heading: "Jahr").heading == "Jahr")
    }

    @Test func aColumnNamedTwiceStandsOnceAndFileAndStatusComeLast() {
        let settings = settings(of: [.field("year"), .field("title"), .field("year")])
        #expect(settings.columns.map(\.id) == ["year", "title", "file", "status"])
    }

    @Test func fileAndStatusStandWhereTheyAreNamed() {
        let settings = settings(of: [.field("status", heading: "Reading"), .field("title"), .field("file")])
        #expect(settings.columns.map(\.heading) == ["Reading", "Title", "File"])
        #expect(settings.columns.map(\.content) == [.status, .field("title"), .file])
        #expect(row(status: .ok, settings: settings).cells == [.text("ok"), .notStated, .text("a.pdf")])
        #expect(Set(["file", "status"]).isSubset(of: ChartColumn.usualFields))
    }

    @Test func aDimensionCalledStatusLeavesTheStatusColumn() {
        let settings = settings(
            of: ["file", "status"].map { .documentDimension(DocumentDimension(id: $0, label: $0, codes: [])) })
        #expect(settings.columns.map(\.id) == ["document.file", "document.status", "file", "status"])
        #expect(settings.columns.suffix(2) == [.file, .status])
    }

    @Test(arguments: [
        (AuthorStyle.full, "Julia R. A. Taylor, Green Yards Trust, Jean-Paul van der Berg, RA Smith"),
        (.surnameInitials, "Taylor JRA, Green Yards Trust, van der Berg JP, Smith RA"),
        (.etAl, "Taylor et al."),
    ])
    func writesAuthorsInTheStyleAskedFor(_ style: AuthorStyle, _ expected: String) {
        let authors = [
            PersonName(given: "Julia R. A.", family: "Taylor"), PersonName(family: "Green Yards Trust"),
            PersonName(given: "Jean-Paul", family: "van der Berg"), PersonName(given: "RA", family: "Smith"),
        ]
        #expect(style.text(of: authors) == expected)
    }

    @Test func twoAuthorsAreBothNamed() {
        let authors = [PersonName(given: "Alison", family: "Tweed"), PersonName(given: "A", family: "Singfield")]
        #expect(AuthorStyle.etAl.text(of: authors) == "Tweed and Singfield")
        #expect(AuthorStyle.etAl.text(of: [authors[0]]) == "Tweed")
    }

    @Test func theBannerNeverClaimsMoreThanTheDecisionsShow() {
        let none = ChartSummary(included: 35, read: 33, items: 9, checked: 0)
        #expect(none.banner == "Rule-coded draft: 0 of 9 items checked by a person")
        #expect(none.caption == "n = 33 read of 35 included")
        #expect(!none.marksStates)
        #expect(ChartSummary(included: 1, read: 1, items: 9, checked: 8).marksStates)
        #expect(ChartSummary(included: 1, read: 1, items: 9, checked: 9).banner == "9 of 9 items checked by a person")
        #expect(ChartSummary(included: 1, read: 0, items: 0, checked: 0).banner.hasPrefix("Rule-coded draft"))
    }

    private func settings(hasReferences: Bool = true) -> ChartSettings {
        ChartSettings(
            title: "Gardens",
            columns: [
                .field("title"), .field("database"), .field("doi or url"),
                .items("help", heading: "Help", dimension: "influence"),
            ], categoryDimension: "influence", themeDimension: "domain", themes: [], hasReferences: hasReferences)
    }

    private func settings(of columns: [ChartColumn]) -> ChartSettings {
        ChartSettings(
            title: "", columns: columns, categoryDimension: "c", themeDimension: "t", themes: [], hasReferences: true)
    }

    private func row(
        status: DocumentStatus, reason: String? = nil, metadata: DocumentMetadata = DocumentMetadata(),
        settings: ChartSettings
    ) -> ChartRow {
        chartRow(
            path: "a.pdf", status: status, reason: reason, metadata: metadata, coded: CodedDocument(),
            settings: settings)
    }
}
