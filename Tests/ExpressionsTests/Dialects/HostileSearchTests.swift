import Diagnostics
import Expressions
import Testing

/// Search strings that nobody means well with are read, or refused, in the time that their length takes.
struct HostileSearchTests {
    /// Each case: database, what stands many times, what ends it, and the error if it is one.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("embase", "\u{2018}a ", "", "open-quote"),
            ("embase", "a/ti", "/zzz", "too-far"),
            ("ovid", "A/[ ", "", "open-bracket"),
            ("pubmed", "w[tiab] ", "", nil),
            ("pubmed", "\"v w\"[tiab] OR ", "x", nil),
            ("cochrane", "[mh a ", "]", "too-far"),
            ("ebsco", "TI ", "a", nil),
        ])
    func repeatedSignsTakeLinearTime(database: String, unit: String, end: String, error: String?) throws {
        let text = String(repeating: unit, count: 100_000) + end
        let parsed = readSearch(text, in: try #require(Dialect.named(database)), at: nil)
        #expect(parsed.diagnostics.count <= 40)
        #expect((parsed.expression == nil) == (error != nil), "\(parsed.diagnostics.first as Any)")
        if let error { #expect(parsed.diagnostics.contains { $0.identifier == error }) }
    }

    @Test(.timeLimit(.minutes(1)), arguments: Dialect.all.map(\.name))
    func manyWordsAreWrittenAndReadBack(database: String) throws {
        let dialect = try #require(Dialect.named(database))
        let words = Expression.any(of: (0..<3_000).map { .term(Term(parts: ["word\($0)"])) })
        let written = writeSearch(words, in: dialect, at: nil, stem: { $0 })
        #expect(readSearch(try #require(written.text), in: dialect, at: nil).expression == words)
    }

    @Test func aWordOfMegabytesIsNotQuotedWhole() throws {
        let word = Expression.term(Term(parts: [String(repeating: "a*", count: 100_000)]))
        for dialect in Dialect.all {
            let diagnostics = writeSearch(word, in: dialect, at: nil, stem: { $0 }).diagnostics
            #expect(diagnostics.allSatisfy { $0.message.count < 300 && ($0.help ?? "").count < 300 })
        }
        let ovid = try #require(Dialect.named("ovid"))
        #expect(writeSearch(word, in: ovid, at: nil, stem: { $0 }).diagnostics.map(\.identifier) == ["wildcard"])
    }

    /// Words with letters and digits that are an operator, a field or a line of some database.
    @Test(arguments: Dialect.all.map(\.name))
    func wordsLikeSignsAreReadBackAsWords(database: String) throws {
        let dialect = try #require(Dialect.named(database))
        for word in ["adj3", "n3", "w12", "s1", "ti", "ab", "or", "and", "not", "near", "next", "pre", "pubyear", "p3"]
        {
            let term = Expression.term(Term(parts: [word]))
            let phrase = Expression.any(of: [term, .term(Term(parts: ["soil"]))])
            let text = try #require(writeSearch(phrase, in: dialect, at: nil, stem: { $0 }).text)
            #expect(readSearch(text, in: dialect, at: nil).expression == phrase, "\(text)")
        }
    }
}
