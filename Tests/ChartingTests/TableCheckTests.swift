import DocumentModel
import Testing

@testable import Charting

/// Every figure of a table is held against another one that was counted otherwise.
@Suite struct TableCheckTests {
    /// What the check finds when one cell of a table is changed before it is counted.
    private func problems(
        _ table: ReviewTable, row: Int, column: Int, _ change: (ReviewCell) -> ReviewCell
    ) throws -> [TableDisagreement] {
        let documents = try GardenTables.documents()
        let settings = GardenTables.settings(databases: .all)
        let summary = GardenTables.summary(of: documents)
        var tables = ReviewTables(settings: settings, summary: summary)
        var check = TableCheck(settings: settings, summary: summary)
        for document in documents { check.add(chartRow(document, settings: settings.chart)) }
        var number = 0
        for var rows in documents.flatMap({ tables.add($0) }) + tables.closingRows() {
            if rows.table == table {
                let index = row - number
                number += rows.rows.count
                if rows.rows.indices.contains(index) { rows.rows[index][column] = change(rows.rows[index][column]) }
            }
            check.add(rows)
        }
        #expect(number > row)
        return check.disagreements()
    }

    private func oneMore(_ cell: ReviewCell) -> ReviewCell {
        switch cell {
        case .count(let count): .count(count + 1)
        case .decimal(let thousandths): .decimal(thousandths: thousandths + 100)
        default: cell
        }
    }

    @Test func tablesOfOneRunAgree() throws {
        #expect(try problems(.themes, row: 0, column: 0) { $0 } == [])
    }

    @Test(arguments: [1, 2, 3, 4])
    func aWrongFigureOfAThemeIsFound(column: Int) throws {
        let found = try problems(.themes, row: 1, column: column, oneMore)
        #expect(!found.isEmpty && found.allSatisfy { $0.table == "themes" })
    }

    @Test func bothFiguresAreNamed() throws {
        let found = try problems(.themes, row: 1, column: 3, oneMore)
        #expect(
            found == [TableDisagreement(table: "themes", problem: "5 statements with ‘People’, but 4 in the chart")])
    }

    /// One row of each characteristic: year, study type, category.
    @Test(arguments: [0, 5, 13], [2, 3])
    func aWrongFigureOfACharacteristicIsFound(row: Int, column: Int) throws {
        let found = try problems(.characteristics, row: row, column: column, oneMore)
        #expect(!found.isEmpty && found.allSatisfy { $0.table == "characteristics" })
    }

    @Test func aDocumentMissingFromTheDatabasesIsFound() throws {
        // Rows count several times, so only too few are wrong.
        let found = try problems(.characteristics, row: 9, column: 2) { _ in .count(0) }
        #expect(found.contains { $0.problem.contains("documents by ‘Database’") })
    }

    @Test(arguments: [2, 3, 4, 5])
    func aWrongFigureOfAPairIsFound(column: Int) throws {
        let found = try problems(.coOccurrence, row: 3, column: column, oneMore)
        #expect(found.count == 1 && found.first?.table == "co-occurrence")
    }

    @Test func aWrongSumOfMentionsIsFound() throws {
        #expect(try problems(.mentions, row: 1, column: 7, oneMore).contains { $0.problem.contains("mentions table") })
    }

    @Test func aWrongCategoryOfTheMentionsIsFound() throws {
        let found = try problems(.mentions, row: 1, column: 6, oneMore)
        #expect(
            found == [TableDisagreement(table: "mentions", problem: "1 documents with ‘Wishes’, but 0 in the chart")])
    }

    @Test func aStatementMissingFromTheSynthesisIsFound() throws {
        let found = try problems(.synthesis, row: 0, column: 3) { _ in .statements([]) }
        #expect(
            found == [TableDisagreement(table: "synthesis", problem: "2 statements with ‘People’, but 4 in the chart")])
    }

    @Test func totalsOfTheCaptionsAreHeldAgainstTheChart() throws {
        let documents = try GardenTables.documents()
        let settings = GardenTables.settings()
        var summary = GardenTables.summary(of: documents)
        summary.read -= 1
        var check = TableCheck(settings: settings, summary: summary)
        for document in documents { check.add(chartRow(document, settings: settings.chart)) }
        #expect(
            check.disagreements().first
                == TableDisagreement(
                    table: "chart", problem: "5 rows of documents that were read, but 4 in the captions"))
    }
}
