import DocumentModel
import Testing

@testable import Charting

/// Counts by hand from Fixtures/chart-gold.ndjson.
@Suite struct ReviewTableTests {
    @Test func characteristicsOfChartGoldAreThoseCountedByHand() throws {
        let bands = try YearBands(["-2004", "2005-2009", "2010-2014"].map { try #require(YearBand($0)) })
        let rows = GardenTables.rows(
            .characteristics, of: try GardenTables.documents(), settings: GardenTables.settings(bands: bands))
        #expect(
            rows == [
                "Year | 2004 or earlier | 1 | 20.0", "Year | 2005-2009 | 0 | 0.0", "Year | 2010-2014 | 3 | 60.0",
                "Year | Not stated | 1 | 20.0",
                "Study type | Survey | 1 | 20.0", "Study type | Single case | 2 | 40.0", "Study type | Trial | 0 | 0.0",
                "Study type | Diary | 1 | 20.0", "Study type | Not stated | 1 | 20.0",
                "Database | AGRIS | 2 | 40.0", "Database | ERIC | 1 | 20.0", "Database | Hand search | 1 | 20.0",
                "Database | Not stated | 1 | 20.0",
                "Influence | Helps | 3 | 60.0", "Influence | Hindrances | 2 | 40.0", "Influence | Wishes | 0 | 0.0",
            ])
    }

    @Test func themeTableOfChartGoldIsThatCountedByHand() throws {
        let rows = GardenTables.rows(.themes, of: try GardenTables.documents(), settings: GardenTables.settings())
        #expect(
            rows == [
                "Soil - and water | 2 | 40.0 | 2 | 2 | 0 | 0", "People | 3 | 60.0 | 4 | 4 | 0 | 0",
                "Money | 3 | 60.0 | 4 | 4 | 0 | 0", "Weather | 0 | 0.0 | 0 | 0 | 0 | 0",
            ])
    }

    @Test func pairsOfThemesStandBesideWhatChanceWouldGive() throws {
        let rows = GardenTables.rows(.coOccurrence, of: try GardenTables.documents(), settings: GardenTables.settings())
        // 9 statements in 5 documents.
        #expect(
            rows.prefix(4) == [
                "Soil - and water | People | 0 | 0.89 | 1 | 1.20", "Soil - and water | Money | 0 | 0.89 | 2 | 1.20",
                "Soil - and water | Weather | 0 | 0.00 | 0 | 0.00", "People | Money | 1 | 1.78 | 2 | 1.80",
            ])
        #expect(rows.count == 6)
    }

    @Test func aDocumentInSeveralDatabasesCountsInEachWhenAllAreWanted() throws {
        let settings = GardenTables.settings(databases: .all)
        let documents = try GardenTables.documents()
        let rows = GardenTables.rows(.characteristics, of: documents, settings: settings)
        #expect(rows.contains("Database | AGRIS | 2 | 40.0") && rows.contains("Database | ERIC | 2 | 40.0"))
        let tables = ReviewTables(settings: settings, summary: GardenTables.summary(of: documents))
        #expect(tables.head(of: .characteristics).notes.contains { $0.contains("more than all documents") })
    }

    @Test func aFieldWithoutADimensionIsCountedByItsValues() throws {
        let settings = GardenTables.settings(studyType: .field("study_type"))
        let rows = GardenTables.rows(.characteristics, of: try GardenTables.documents(), settings: settings)
        #expect(
            rows.filter { $0.hasPrefix("Study type") } == [
                "Study type | Case study | 2 | 40.0", "Study type | Diary | 1 | 20.0", "Study type | Survey | 1 | 20.0",
                "Study type | Not stated | 1 | 20.0",
            ])
    }

    @Test func aCodebookDecidesWhereNobodyElseSaysTheStudyType() throws {
        var documents = try GardenTables.documents()
        let codes = PassageCodes(assigned: [DimensionCodes(dimension: "study-type", codes: ["trial"])])
        for index in documents.indices { documents[index].coded.documentCodes = codes }
        let rows = GardenTables.rows(.characteristics, of: documents, settings: GardenTables.settings())
        #expect(rows.contains("Study type | Trial | 1 | 20.0"))
        #expect(rows.contains("Study type | Single case | 2 | 40.0"))
        #expect(!rows.contains { $0.hasPrefix("Study type | Not stated") })
    }

    @Test func documentsThatWereNotReadAreInNoDenominator() throws {
        var documents = try GardenTables.documents()
        documents.append(
            ChartedDocument(
                path: "locked.pdf", status: .encrypted, reason: "it needs a password",
                metadata: SchoolGardens.metadata(("year", .text("2012")), ("title", .text("Behind the fence"))),
                coded: CodedDocument()))
        let settings = GardenTables.settings()
        let tables = ReviewTables(settings: settings, summary: GardenTables.summary(of: documents))
        #expect(tables.head(of: .characteristics).caption == "n = 5 read of 6 included")
        #expect(tables.head(of: .characteristics).columns[2].heading == "No (n=5)")
        let rows = GardenTables.rows(.characteristics, of: documents, settings: settings)
        #expect(rows.contains("Influence | Helps | 3 | 60.0"))
        #expect(GardenTables.rows(.mentions, of: documents, settings: settings).count == 5 * 4)
        let synthesis = try #require(GardenTables.rows(.synthesis, of: documents, settings: settings).last)
        #expect(synthesis.hasPrefix("Not read: it needs a password | Behind the fence | Not read: it needs a password"))
    }

    @Test func aSynthesisListsStatementsByThemeAndCategory() throws {
        let rows = GardenTables.rows(.synthesis, of: try GardenTables.documents(), settings: GardenTables.settings())
        #expect(
            rows[0] == """
                Abena Osei | Beds behind the gym |  | Helps:
                1) A caretaker who liked leeks.
                2) Grandparents on the rota. | Hindrances:
                1) No budget line for seeds. |  | osei-2003 | ok; 3 of 3 items checked by a person
                """)
        #expect(
            rows[1].contains("1) The parents' association paid for the shed. | Helps:\n1) The parents' association"))
    }

    @Test func mentionsCountFurtherPassagesInEachThemeAndCategory() throws {
        var documents = try GardenTables.documents()
        documents[1].coded.codings[1].mentions = [
            Mention(page: 2, start: 5, end: 9), Mention(page: 3, start: 10, end: 12),
        ]
        documents[1].coded.codings[1].codes.assigned[0].codes = ["help", "wish"]
        let settings = GardenTables.settings()
        let rows = GardenTables.rows(.mentions, of: documents, settings: settings)
        let name = "Green Yards Trust | Forty gardens, ten years on | green-yards-2011 | "
        #expect(
            rows[4..<8] == [
                name + "Soil - and water | 1 | 0 | 0 | 1", name + "People | 3 | 0 | 3 | 3",
                name + "Money | 3 | 0 | 3 | 3", name + "Weather | 0 | 0 | 0 | 0",
            ])
        #expect(GardenTables.rows(.themes, of: documents, settings: settings)[1] == "People | 3 | 60.0 | 4 | 6 | 0 | 0")
    }

    @Test func whatNobodyCheckedHasColumnsOfItsOwn() throws {
        var documents = try GardenTables.documents()
        documents[0].coded.codings[0].state = .machine
        documents[4].coded.codings[0].state = .machine
        let rows = GardenTables.rows(.themes, of: documents, settings: GardenTables.settings())
        #expect(rows[1] == "People | 3 | 60.0 | 4 | 4 | 2 | 1")
        let synthesis = GardenTables.rows(.synthesis, of: documents, settings: GardenTables.settings())
        #expect(synthesis[0].contains("1) A caretaker who liked leeks.\n2) [added] Grandparents on the rota."))
    }

    @Test func noDocumentsGiveNoPercentages() {
        let rows = GardenTables.rows(.characteristics, of: [], settings: GardenTables.settings())
        #expect(rows.contains("Influence | Helps | 0 | –"))
    }
}
