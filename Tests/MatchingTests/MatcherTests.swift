import Diagnostics
import Expressions
import Testing

@testable import Matching

/// What matches, marked in the text: `⟦` and `⟧` around each span.
struct MatcherTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var expression: String
        /// With marks; none if the expression does not hold.
        var text: String
        var negation: String?

        init(_ expression: String, _ text: String, negation: String? = nil) {
            self.expression = expression
            self.text = text
            self.negation = negation
        }

        var testDescription: String { "\(expression): \(text)" }
    }

    @Test(arguments: [
        Case("lack", "A ⟦lack⟧, ⟦LACK⟧ and lacks"),
        Case("lack*", "⟦lack⟧ ⟦lacking⟧ slack"),
        Case("*care", "⟦healthcare⟧ ⟦care⟧ carer"),
        Case("*form*", "⟦uniforms⟧ ⟦form⟧ from"),
        Case("wom?n", "⟦woman⟧ ⟦women⟧ womn womaen"),
        Case("?eta", "⟦beta⟧ eta ⟦ζeta⟧"),
        Case("internationalisation", "⟦Internationalisation⟧ and internationalisations"),
        Case("internationalisation*s", "internationalisation and ⟦internationalisations⟧"),
    ]) func matchesWordsAndWildcards(_ test: Case) { verify(test) }

    @Test(arguments: [
        Case("cafe", "⟦café⟧ ⟦CAFÉ⟧ ⟦cafe\u{301}⟧"),
        Case("finance", "⟦ﬁnance⟧ ⟦fi\u{AD}nance⟧"),
        Case("strasse", "⟦Straße⟧ ⟦STRASSE⟧"),
        Case("naïve œuvre", "the ⟦naive oeuvre⟧"),
        Case("ｃａｒｅ", "⟦care⟧ of ⟦ｃａｒｅ⟧"),
    ]) func foldsCaseDiacriticsAndLigatures(_ test: Case) { verify(test) }

    @Test(arguments: [
        Case("co-ordination", "⟦co-ordination⟧, ⟦co ordination⟧, ⟦coordination⟧, ⟦co‐ordination⟧"),
        Case("coordination", "⟦co-ordination⟧, co ordination, ⟦coordination⟧, co–ordination, co--ordination"),
        Case("state-of-the-art", "⟦state of the art⟧ and ⟦state-of-the-art⟧ and ⟦stateof theart⟧"),
        Case("self-manag*", "⟦self-management⟧ or ⟦selfmanaging⟧"),
        // The fewest words that match: `integrated` does, so the compound is not taken.
        Case("integrat*", "⟦integrated⟧-care"),
        Case("health PRE/1 staff", "⟦health⟧-care ⟦staff⟧; health-care centre staff"),
        Case("abcde", "⟦a-b-c-de⟧ a-b-c-d-e"),
        Case("abcd", "⟦a-b-c-d⟧"),
    ]) func joinsAndSeparatesAtHyphens(_ test: Case) { verify(test) }

    @Test(arguments: [
        Case("patient", "⟦patient⟧'s ⟦patient⟧’s patients'"),
        Case("patients' care", "the ⟦patients’ care⟧, ⟦patients care⟧"),
        Case("don't", "I ⟦don’t⟧ and don t"),
        Case("*n't", "⟦isn't⟧ it"),
        Case("3.5", "⟦3.5⟧ is not 3 5 or 35"),
        Case("1,000", "⟦1,000⟧."),
        Case("2019", "in ⟦2019⟧, and ⟦2019⟧."),
        Case("covid19", "⟦COVID19⟧ ⟦covid-19⟧ covid 19"),
        Case("shared vision", "a ⟦shared_vision⟧ and ⟦shared/vision⟧"),
        Case("care", "⟦care⟧² and caress"),
    ]) func endsWordsAtApostrophesNumbersAndUnderscores(_ test: Case) { verify(test) }

    @Test(arguments: [
        Case("plan~", "⟦plans⟧ ⟦planned⟧ ⟦planning⟧ plane"),
        Case("co-ordinate~", "⟦co-ordinating⟧ ⟦coordination⟧ ⟦co ordinated⟧"),
        Case("internationalisations~", "⟦internationalisation⟧"),
    ]) func matchesWordsWithTheSameStem(_ test: Case) { verify(test) }

    @Test(arguments: [
        Case("significant effect", "no ⟦significant effect⟧ was seen, a significantly effect"),
        Case("\"shared vision\"", "a ⟦shared, vision⟧"),
        Case("(joint OR common) goal*", "⟦joint goals⟧, common or ⟦common goal⟧"),
        Case("lack NEAR/2 money", "⟦lack⟧ of any ⟦money⟧, but money now for those who ⟦lack⟧ ⟦money⟧"),
        Case("lack PRE/2 money", "money they ⟦lack⟧ of any ⟦money⟧"),
        Case("care NEAR/3 care", "⟦care⟧ and ⟦care⟧ but this is no more care"),
        Case("(health care) NEAR/1 care", "health care, a b ⟦health care⟧ ⟦care⟧"),
        // A hull is as wide as its words: "a … b" reaches from the first to the last.
        Case("a NEAR/5 b NEAR/0 c", "⟦a⟧ x x ⟦b⟧ ⟦c⟧ x c"),
        Case("(a NEAR/2 b) c", "⟦a x b c⟧"),
        Case("(a OR b) NEAR/0 (c OR b d)", "⟦a⟧ ⟦b d⟧"),
    ]) func findsPhrasesAndProximity(_ test: Case) { verify(test) }

    @Test(arguments: [
        Case("a AND b", "⟦b⟧ x ⟦a⟧ x ⟦a⟧"),
        Case("a AND b", "a x a"),
        Case("a OR b", "⟦a⟧ x"),
        Case("a OR b OR a b", "⟦⟦a⟧ ⟦b⟧⟧"),
        Case("a NOT b", "⟦a⟧ x"),
        Case("a NOT b", "a b"),
        Case("(a NOT b) OR c", "a b ⟦c⟧"),
    ]) func judgesOperatorsOnTheWholeText(_ test: Case) { verify(test) }

    @Test(arguments: [
        Case("lack", "no lack of it", negation: "no"),
        Case("lack", "no very great lack of it", negation: "no"),
        Case("lack", "no more very great ⟦lack⟧ of it", negation: "no"),
        Case("lack", "no, there is a ⟦lack⟧", negation: "no"),
        Case("lack", "Certainly not. ⟦Lack⟧ of it", negation: "no OR not"),
        Case("lack", "no 1,000 lack", negation: "no"),
        Case("lack", "no lack, but a ⟦lack⟧ of time", negation: "no"),
        Case("lack NEAR/3 time", "no lack, ⟦lack⟧ of ⟦time⟧", negation: "no"),
        Case("lack NEAR/3 time", "⟦time⟧, no ⟦lack⟧", negation: "no"),
        Case("no lack", "⟦no lack⟧", negation: "no"),
        Case("a OR lack", "⟦a⟧ x x x no lack", negation: "no"),
        Case("a AND lack", "a x x x no lack", negation: "no"),
        // A hit that takes the passage away does so negated or not.
        Case("a NOT lack", "a x x x no lack", negation: "no"),
        Case("lack", "by no means a lack", negation: "by no means"),
        Case("lack", "by no means x x a ⟦lack⟧", negation: "by no means"),
    ]) func leavesOutNegatedHits(_ test: Case) { verify(test) }

    @Test(arguments: [
        Case("café AND 日本", "„⟦Café⟧“ — 𝒳 é in ⟦日本⟧"),
        Case("care", ""),
        Case("care", "…"),
        Case("care", "\u{0}⟦care⟧\u{0}"),
    ]) func countsCodePoints(_ test: Case) { verify(test) }

    @Test func givesEntriesInOrderAndOnlyThoseThatHold() {
        let matcher = Matcher(
            entries: ["b", "x", "a OR b", "b"].map { Matcher.Entry(expression($0)) }, language: "en")
        #expect(
            Array(matcher.matches(in: "é a b")) == [
                MatchList.Match(part: 0, entry: 0, spans: [4..<5]),
                MatchList.Match(part: 0, entry: 2, spans: [2..<3, 4..<5]),
                MatchList.Match(part: 0, entry: 3, spans: [4..<5]),
            ])
    }

    @Test func matchesPartsByThemselvesAndCountsFromTheirBeginning() {
        let matcher = Matcher(
            entries: [.init(expression("a b")), .init(expression("a"), negation: expression("no"))], language: "en")
        let text = Array("é a b. No. A b a".utf8)
        let matches = text.withUnsafeBufferPointer {
            // "é a", nothing of " b. No", ". A b"
            Array(matcher.matches(inUTF8: $0, parts: [0..<4, 10..<15]))
        }
        #expect(
            matches == [
                MatchList.Match(part: 0, entry: 1, spans: [2..<3]),
                MatchList.Match(part: 1, entry: 0, spans: [2..<5]),
                MatchList.Match(part: 1, entry: 1, spans: [2..<3]),
            ])
    }

    @Test func servesSeveralThreadsAtOnce() async {
        let matcher = Matcher(entries: [.init(expression("plan~ NEAR/2 car*"))], language: "en")
        let results = await withTaskGroup(of: [MatchList.Match].self) { group in
            for _ in 0..<64 { group.addTask { Array(matcher.matches(in: "They planned for care.")) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results == Array(repeating: [MatchList.Match(part: 0, entry: 0, spans: [5..<12, 17..<21])], count: 64))
    }

    @Test func knowsSnowballsLanguages() {
        #expect(isStemmingLanguage("en"))
        #expect(isStemmingLanguage("german"))
        #expect(!isStemmingLanguage("tlh"))
    }

    @Test func matchesHostileTextsInLinearTime() {
        // Pairs of all these hits would be 10^9.
        let text = String(repeating: "a b a-", count: 20_000)
        let matcher = Matcher(
            entries: ["a NEAR/99 a", "a PRE/99 (b NEAR/9 a)", "aaaa", "a b a", "a NEAR/9 b NEAR/9 a"].map {
                Matcher.Entry(expression($0), negation: expression("b"))
            }, language: "en")
        let clock = ContinuousClock()
        let time = clock.measure { #expect(!matcher.matches(in: text).isEmpty) }
        #expect(time < .seconds(30))
    }

    // MARK: Helpers

    private func expression(_ source: String) -> Expression {
        let parsed = parseExpression(source, at: nil)
        #expect(!parsed.diagnostics.hasErrors, "\(parsed.diagnostics)")
        return parsed.expression ?? .term(Term(parts: ["x"]))
    }

    private func verify(_ test: Case) {
        let (text, spans) = unmarked(test.text)
        let entry = Matcher.Entry(expression(test.expression), negation: test.negation.map { expression($0) })
        let found = Matcher(entries: [entry], language: "en").matches(in: text).first.map { Array($0.spans) } ?? []
        #expect(found == spans, "\(marked(text, found))")
    }

    private func unmarked(_ marked: String) -> (String, [Range<Int>]) {
        var text = String.UnicodeScalarView()
        var open: [Int] = []
        var spans: [Range<Int>] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": open.append(text.count)
            case "⟧": spans.append(open.removeLast()..<text.count)
            default: text.append(scalar)
            }
        }
        return (String(text), spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) })
    }

    private func marked(_ text: String, _ spans: [Range<Int>]) -> String {
        var result = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            result += spans.filter { $0.upperBound == index }.map { _ in "⟧" }.joined()
            result += spans.filter { $0.lowerBound == index }.map { _ in "⟦" }.joined()
            result.unicodeScalars.append(scalar)
        }
        return result + spans.filter { $0.upperBound == text.unicodeScalars.count }.map { _ in "⟧" }.joined()
    }
}

/// Words that are too long to be remembered leave lists behind, which are thrown away before they take more memory
/// than the text.
@Test func forgetsWordsWithinOneText() throws {
    let entry = Matcher.Entry(try #require(parseExpression("integrat*", at: nil).expression))
    var scan = TextScan(vocabulary: Program(entries: [entry], language: "en").vocabulary, language: "en")
    let words = 100_000
    var text = String(repeating: "integrationintegration ", count: words)
    text.withUTF8 { utf8 in
        scan.load(utf8)
        scan.scan(0..<utf8.count)
    }
    #expect(scan.hitCount == words)
    #expect(scan.memory.lists.count < 300_000)
}
