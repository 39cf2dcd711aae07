import Decisions
import Foundation
import GRDB
import JSON

/// The rows of all items in the order in which people check them: what nobody has decided comes first, and of it what
/// the codebook is surest of.
///
/// They go through a file of SQLite's own, which is gone with the process: memory does not grow with the corpus.
struct ItemOrder {
    private let database: DatabaseQueue

    init() throws {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
        database = try DatabaseQueue(path: "", configuration: configuration)
        try database.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE item (
                        number INTEGER PRIMARY KEY, isDecided INTEGER NOT NULL, score INTEGER NOT NULL, row BLOB NOT NULL)
                    """)
        }
    }

    /// Adds the rows of a document, in document order; documents come in the order of the chart.
    func add(_ rows: [ItemRow]) throws {
        try database.write { database in
            for row in rows {
                var json = JSONWriter()
                row.write(to: &json)
                try database.execute(
                    sql: "INSERT INTO item (isDecided, score, row) VALUES (?, ?, ?)",
                    arguments: [!row.answer.isEmpty, row.score, Data(json.bytes)])
            }
        }
    }

    func visit(_ body: (ItemRow) throws -> Void) throws {
        try database.read { database in
            let rows = try Data.fetchCursor(
                database, sql: "SELECT row FROM item ORDER BY isDecided, score DESC, number")
            while let row = try rows.next() { try body(try decodeJSON(ItemRow.self, from: row)) }
        }
    }
}
