import GRDB

/// Texts in a full-text index of SQLite, in memory.
struct FullTextIndex {
    private let database: DatabaseQueue

    /// - Parameter tokenizer: as FTS5's `tokenize` option has it.
    init(_ texts: [String], tokenizer: String) throws {
        database = try DatabaseQueue()
        try database.write { database in
            let option = tokenizer.replacing("'", with: "''")
            try database.execute(sql: "CREATE VIRTUAL TABLE text USING fts5(body, tokenize = '\(option)')")
            try database.execute(sql: "CREATE VIRTUAL TABLE word USING fts5vocab(text, row)")
            for (number, text) in texts.enumerated() {
                try database.execute(
                    sql: "INSERT INTO text (rowid, body) VALUES (?, ?)", arguments: [number, text])
            }
        }
    }

    /// The numbers of the texts for which a query in the language of FTS5 holds.
    func texts(matching query: String) throws -> Set<Int> {
        try database.read {
            try Int.fetchSet($0, sql: "SELECT rowid FROM text WHERE text MATCH ?", arguments: [query])
        }
    }

    /// The words of all texts that a pattern of `*` and `?` matches, as SQLite judges.
    func words(like pattern: String) throws -> [String] {
        try database.read {
            try String.fetchAll(
                $0, sql: "SELECT term FROM word WHERE term GLOB ? ORDER BY term", arguments: [pattern])
        }
    }

    /// Whether a pattern of `*` and `?` matches a word, as SQLite judges.
    func holds(_ pattern: String, for word: String) throws -> Bool {
        try database.read { try Bool.fetchOne($0, sql: "SELECT ? GLOB ?", arguments: [word, pattern])! }
    }
}
