import Expressions
import Matching
import Testing

/// Where SQLite's full-text search means something else than we do, each with its reason: what
/// ``FullTextQuery`` translates, and what ``OracleCases`` avoids.
///
/// Besides, FTS5 has no PRE/n, no NEAR of a NEAR (more than two phrases make one clump), no NOT without something
/// before it and no names; its stemmer is Porter's, not Snowball's English. A text here is one passage, so nothing
/// is said of phrases across paragraphs, which FTS5 would find.
struct FullTextDifferencesTests {
    struct Difference: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var rule: String
        var query: String
        var text: String
        /// Whether we are the ones for whom it holds.
        var isOurs: Bool

        init(_ reason: String, _ rule: String, query: String? = nil, text: String, isOurs: Bool) {
            testDescription = reason
            self.rule = rule
            self.query = query ?? "\"\(rule)\""
            self.text = text
            self.isOurs = isOurs
        }
    }

    private static let differences = [
        // Avoided.
        Difference(
            "a word may stand for both operands of its NEAR", "lack* NEAR/3 lacking",
            query: "NEAR(\"lack\" * \"lacking\", 3)", text: "what is lacking here", isOurs: false),
        Difference(
            "phrases in its NEAR may overlap", "shared vision NEAR/3 vision statement",
            query: "NEAR(\"shared vision\" \"vision statement\", 3)", text: "a shared vision statement",
            isOurs: false),
        Difference(
            "a space is a hyphen to it: letters joined by hyphens cannot be told from words", "coordination",
            query: "\"coordination\" OR \"co ordination\"", text: "co ordination", isOurs: false),
        Difference("letters are folded to their usual spelling here", "strasse", text: "Straße", isOurs: true),
        Difference("ligatures are taken apart here", "find", text: "they ﬁnd", isOurs: true),
        Difference("diacritics of all scripts are folded here", "σισυφος", text: "Σίσυφος", isOurs: true),
        Difference("soft hyphens are not seen here", "planning", text: "plan\u{AD}ning", isOurs: true),
        // Translated.
        Difference(
            "letters joined by a hyphen are found by the solid term here", "coordination", text: "co-ordination",
            isOurs: true),
        Difference(
            "a hyphenated term finds the solid word here", "co-ordination", text: "coordination", isOurs: true),
        Difference(
            "a possessive ending is a word to it", "nurse time", text: "the nurse's time", isOurs: true),
        Difference("an apostrophe parts words for it", "don", text: "we don't", isOurs: false),
        Difference("numbers are taken apart by it", "5", text: "3.5 beds", isOurs: false),
        Difference(
            "a number may be several words between to it", "cost NEAR/1 beds", query: "NEAR(\"cost\" \"beds\", 1)",
            text: "cost 1,000 beds", isOurs: true),
        Difference("a footnote mark is a letter to it", "pilot", text: "a pilot²", isOurs: true),
    ]

    @Test(arguments: differences)
    func differsFromSQLite(in difference: Difference) throws {
        let expression = try #require(parseExpression(difference.rule, at: nil).expression)
        let matcher = Matcher(entries: [Matcher.Entry(expression)], language: "en")
        let index = try FullTextIndex([difference.text], tokenizer: "unicode61 remove_diacritics 2")
        #expect(!matcher.matches(in: difference.text).isEmpty == difference.isOurs)
        #expect(try index.texts(matching: difference.query).isEmpty == difference.isOurs)
    }

    /// NEAR/n counts alike: the words between, in either order, from the end of one phrase to the beginning of the
    /// other.
    @Test(arguments: 0...5)
    func countsWordsBetweenAsSQLiteDoes(words: Int) throws {
        let texts = (0...5).flatMap { between in
            let middle = Array(repeating: "x", count: between)
            return [["a", "b"] + middle + ["c", "d"], ["c", "d"] + middle + ["a", "b"]].map {
                $0.joined(separator: " ")
            }
        }
        let expression = try #require(parseExpression("a b NEAR/\(words) c d", at: nil).expression)
        let matcher = Matcher(entries: [Matcher.Entry(expression)], language: "en")
        let index = try FullTextIndex(texts, tokenizer: "unicode61")
        let ours = Set(texts.indices.filter { !matcher.matches(in: texts[$0]).isEmpty })
        #expect(ours == (try index.texts(matching: "NEAR(\"a b\" \"c d\", \(words))")))
        #expect(ours.count == 2 * (words + 1))
    }
}
