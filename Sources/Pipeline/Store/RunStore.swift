import Bibliography
import Charting
import DocumentModel
import Foundation
import GRDB
import JSON

/// What a run knows of its documents, on disk: records are complete before the next stage sees them, and
/// memory does not grow with the corpus.
///
/// SQLite through GRDB, `.codechart/store.sqlite` beside pipeline.yaml. Each run fills it anew; nothing in
/// it is the only copy of anything.
struct RunStore: Sendable {
    private let database: DatabaseQueue

    private static let name = "store.sqlite"

    /// Opens the store that a run left in a folder, to read from it.
    ///
    /// - Throws: `DatabaseError` when there is none, or one of another version.
    init(existingIn folder: URL) throws {
        var configuration = Configuration()
        configuration.readonly = true
        database = try DatabaseQueue(
            path: folder.appendingPathComponent(Self.name).path, configuration: configuration)
    }

    /// Opens the store in a folder and empties it.
    ///
    /// - Parameter reading: how documents are read: see ``readingKey(_:)``.
    /// - Throws: `DatabaseError` or a file error when the folder cannot be written.
    init(in folder: URL, reading: String) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var configuration = Configuration()
        // Everything here can be made again from the documents, so a crash may cost the store.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        database = try DatabaseQueue(
            path: folder.appendingPathComponent(Self.name).path, configuration: configuration)
        try database.write { database in
            try database.execute(
                sql: """
                    DROP TABLE IF EXISTS document;
                    DROP TABLE IF EXISTS reading;
                    CREATE TABLE reading (key TEXT NOT NULL);
                    CREATE TABLE document (
                        position INTEGER PRIMARY KEY,
                        path TEXT NOT NULL,
                        sha256 TEXT NOT NULL,
                        author TEXT NOT NULL,
                        year TEXT NOT NULL,
                        items INTEGER NOT NULL,
                        checked INTEGER NOT NULL,
                        isRead INTEGER NOT NULL,
                        record BLOB NOT NULL,
                        letters BLOB NOT NULL,
                        coded BLOB NOT NULL
                    );
                    """)
            try database.execute(sql: "INSERT INTO reading (key) VALUES (?)", arguments: [reading])
        }
        try database.vacuum()
    }

    /// Adds the record of a document, or puts it in the place of an earlier one.
    ///
    /// - Parameter position: 0-based in corpus order.
    func add(_ record: DocumentRecord, at position: Int) throws {
        var document = JSONWriter()
        record.document.write(to: &document)
        var letters = JSONWriter()
        letters.array(record.letters)
        var coded = JSONWriter()
        record.coded.write(to: &coded)
        let metadata = record.document.metadata
        let row: StatementArguments = [
            position, record.document.source.path, record.document.source.sha256, metadata.firstAuthor?.full ?? "",
            metadata.text("year") ?? "", record.items,
            record.checkedItems, record.document.status.isRead, Data(document.bytes), Data(letters.bytes),
            Data(coded.bytes),
        ]
        try database.write { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO document (
                        position, path, sha256, author, year, items, checked, isRead, record, letters, coded)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: row)
        }
    }

    /// The totals that stand on every page of the chart.
    func totals() throws -> ChartSummary {
        try database.read { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT COUNT(*), TOTAL(isRead), TOTAL(items), TOTAL(checked) FROM document")!
            return ChartSummary(
                included: row[0], read: Int(row[1] as Double), items: Int(row[2] as Double),
                checked: Int(row[3] as Double))
        }
    }

    /// The corpus positions of all documents, in the order of the chart.
    func positions(in order: ChartOrder) throws -> [Int] {
        try database.read { database in
            try Int.fetchAll(database, sql: "SELECT position FROM document ORDER BY \(order.sql)")
        }
    }

    /// Where each document stands and the SHA-256 of the file that it was read from, by its path; nothing if the store
    /// was filled by another way of reading.
    func stored(reading: String) throws -> [String: (position: Int, sha256: String)] {
        try database.read { database in
            guard try String.fetchAll(database, sql: "SELECT key FROM reading") == [reading] else { return [:] }
            var result: [String: (position: Int, sha256: String)] = [:]
            let rows = try Row.fetchCursor(database, sql: "SELECT path, position, sha256 FROM document")
            while let row = try rows.next() { result[row[0]] = (row[1], row[2]) }
            return result
        }
    }

    /// The document at a corpus position, as JSON.
    func documentJSON(at position: Int) throws -> Data {
        try database.read { database in
            let json = try Data.fetchOne(
                database, sql: "SELECT record FROM document WHERE position = ?", arguments: [position])
            guard let json else { throw DatabaseError(message: "no document at position \(position)") }
            return json
        }
    }

    /// The record of the document at a corpus position.
    func record(at position: Int) throws -> DocumentRecord {
        try database.read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT record, letters, coded FROM document WHERE position = ?", arguments: [position])
            guard let row else { throw DatabaseError(message: "no document at position \(position)") }
            return try DocumentRecord(row: row)
        }
    }
}

/// A document with everything that the stages before charting found out about it.
struct DocumentRecord: Sendable {
    var document: Document
    /// Letters of each page, as the format's library gives them without our layout.
    var letters: [String]
    var coded: CodedDocument
    /// What was found in the reference lists; known during the run that found it.
    var match: DocumentMatch?

    /// Number of statements in the chart.
    var items: Int { coded.codings.count { $0.charted == .yes } }

    /// Number of statements in the chart that a person decided on.
    var checkedItems: Int { coded.codings.count { $0.charted == .yes && $0.state != .machine } }

    /// Why the document could not be read, or was read in part.
    var reason: String? { document.reason }
}

extension DocumentRecord {
    /// - Parameter row: columns `record`, `letters`, `coded`.
    fileprivate init(row: Row) throws {
        self.init(
            document: try Document(json: row[0]),
            letters: try decodeJSON([String].self, from: row[1] as Data),
            coded: try decodeJSON(CodedDocument.self, from: row[2] as Data))
    }
}

/// In which order documents stand in the chart.
package enum ChartOrder: String, Sendable, CaseIterable {
    case listed, author, year

    /// Texts sort by their bytes, which no locale changes; equal keys stay in corpus order, and a document
    /// without the key comes last.
    fileprivate var sql: String {
        switch self {
        case .listed: "position"
        case .author: "author = '', author, position"
        case .year: "year = '', year, position"
        }
    }
}
