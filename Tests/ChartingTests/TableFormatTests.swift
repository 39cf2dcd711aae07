import Diagnostics
import DocumentModel
import Foundation
import Testing

@testable import Charting

/// What every format of the tables beside the chart must do.
@Suite struct TableFormatTests {
    private static let lists = TableHead(
        id: "lists", name: "Lists", title: "Title & <title>", banner: "Draft", caption: "n = 2",
        notes: ["A note | with *signs*."],
        columns: [
            TableColumn("a", heading: "Who | what", width: 10),
            TableColumn("t", heading: "Soil", .statements, width: 30),
            TableColumn("u", heading: "Money; means", .statements, width: 30),
            TableColumn("s", heading: "Status", width: 9),
        ], frozenColumns: 1, language: "en")

    private static let figures = TableHead(
        id: "figures", name: "Figures", title: "Title", banner: "Draft", caption: "n = 33", notes: [],
        columns: [
            TableColumn("g", heading: "Group", .group, width: 10), TableColumn("v", heading: "Value", width: 10),
            TableColumn("n", heading: "No (n=33)", .count, width: 10),
            TableColumn("p", heading: "%", .decimal(places: 1), width: 10),
            TableColumn("e", heading: "Expected", .decimal(places: 2), width: 10),
        ], frozenColumns: 2, language: "en")

    private static let hostile =
        "=SUM(A1) | <b>\"x\"</b> \\ & \u{7} _x0041_ `*` \u{FFFE} \\| é e\u{301}\n## 2) - \t end"

    private static let listRows: [[ReviewCell]] = [
        [
            .text(hostile),
            .statements([
                CategoryStatements(
                    category: "help", label: "Helps *much*",
                    statements: [
                        ListedStatement(state: nil, text: hostile), ListedStatement(state: .accepted, text: "Two."),
                    ]),
                CategoryStatements(
                    category: "wish", label: "Wishes", statements: [ListedStatement(state: nil, text: "Three")]),
            ]),
            .statements([]), .text("ok"),
        ],
        [
            .absent("Not stated"), .absent("Not read: it is locked"), .absent("Not read: it is locked"),
            .text("encrypted"),
        ],
    ]

    private static let figureRows: [[ReviewCell]] = [
        [.text("Year"), .text("2010-2014"), .count(21), .percentage(21, of: 33), .decimal(thousandths: 10)],
        [.text("Year"), .text(hostile), .count(0), .percentage(0, of: 33), .decimal(thousandths: 1_234_560)],
        [.text("Type"), .absent("Not stated"), .count(33), .percentage(33, of: 33), .absent("–")],
    ]

    /// Writes both tables and reads them back.
    ///
    /// - Parameter change: gets the paths of the written files.
    private func readBack(
        _ format: TableFormat, lists: [[ReviewCell]] = listRows, change: (String, String) throws -> Void = { _, _ in }
    ) throws -> [[[String]]] {
        let heads = [Self.lists, Self.figures]
        return try withFolder { folder in
            let paths = heads.map { folder.appendingPathComponent(format.fileName(of: $0)).path }
            let writers = try format.writers(of: heads, paths: paths)
            for (first, second) in zip(lists, Self.figureRows) {
                try writers[0].append(first)
                try writers[1].append(second)
            }
            for row in Self.figureRows.dropFirst(lists.count) { try writers[1].append(row) }
            for writer in writers { try writer.finish() }
            try change(paths[0], paths[1])
            return try zip(heads, paths).map { head, path in
                let reader = try format.reader(of: head, path: path)
                var rows: [[String]] = []
                while let row = try reader.next() { rows.append(row) }
                return rows
            }
        }
    }

    @Test(arguments: TableFormat.all.map(\.name))
    func hostileTextComesBackExactly(_ name: String) throws {
        let rows = try readBack(try #require(TableFormat.named(name)))
        let expected = [
            Self.listRows.map { plainTexts(of: $0, in: Self.lists) },
            Self.figureRows.map { plainTexts(of: $0, in: Self.figures) },
        ]
        #expect(
            rows.map { $0.map { $0.map { Array($0.utf8) } } } == expected.map { $0.map { $0.map { Array($0.utf8) } } })
        #expect(rows[1][0] == ["Year", "2010-2014", "21", "63.6", "0.01"])
        #expect(rows[1][2] == ["Type", "Not stated", "33", "100.0", "–"])
    }

    @Test(arguments: TableFormat.all.map(\.name))
    func cellsLongerThanASpreadsheetTakesComeBack(_ name: String) throws {
        let long = String(repeating: "Word after word, ", count: 2_400)
        let statements = (1...40).map { ListedStatement(state: nil, text: "\($0) \(long)") }
        let row: [ReviewCell] = [
            .text("a"), .statements([CategoryStatements(category: "help", label: "Helps", statements: statements)]),
            .statements([]), .text("ok"),
        ]
        let rows = try readBack(try #require(TableFormat.named(name)), lists: [row, Self.listRows[1]])
        #expect(rows[0] == [row, Self.listRows[1]].map { plainTexts(of: $0, in: Self.lists) })
    }

    @Test(arguments: ["csv", "html", "json", "md"])
    func aChangedFigureIsAnotherFigure(_ name: String) throws {
        let format = try #require(TableFormat.named(name))
        let rows = try readBack(format) { _, path in
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try #require(text.contains("63.6"))
            try text.replacing("63.6", with: "60.6").write(toFile: path, atomically: false, encoding: .utf8)
        }
        #expect(rows[1][0][3] == "60.6")
    }

    @Test(arguments: TableFormat.all.map(\.name))
    func aFileCutShortIsNoTable(_ name: String) throws {
        let format = try #require(TableFormat.named(name))
        let rows = Result {
            try readBack(format) { path, _ in
                let whole = try bytes(path)
                try Data(whole.prefix(whole.count / 2)).write(to: URL(fileURLWithPath: path))
            }
        }
        switch rows {
        case .failure(let error): #expect(error is FileError)
        case .success(let rows): #expect(rows[0] != Self.listRows.map { plainTexts(of: $0, in: Self.lists) })
        }
    }

    @Test func namesAreCutWhereNobodyReadsOn() {
        let long = String(repeating: "é", count: 1_200)
        #expect(shortened(long).unicodeScalars.count == 1_000)
        #expect(shortened(long).hasSuffix("é…"))
        #expect(shortened("short") == "short")
    }
}
