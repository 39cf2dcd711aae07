import Expressions
import Foundation
import MatchingTwin
import SeededRandom
import Testing

@testable import Matching

/// The matcher against its twin on random expressions and texts.
///
/// `CODECHART_CASES=100000 swift test --filter agreesWithTheBruteForceTwin` runs more than the usual number.
struct MatcherPropertyTests {
    private let stemmer = Stemmer(language: "en")!

    @Test func agreesWithTheBruteForceTwin() {
        let cases = ProcessInfo.processInfo.environment["CODECHART_CASES"].flatMap(Int.init) ?? 1200
        let textsForEach = 4
        let entriesForEach = 3
        var done = 0
        var holding = 0
        var seed: UInt64 = 1
        while done < cases {
            var random = RandomCases(seed: seed)
            let entries = (0..<entriesForEach).map { _ in random.entry() }
            let matcher = Matcher(entries: entries, language: "en")
            for _ in 0..<textsForEach {
                let text = random.text()
                let found = matcher.matches(in: text)
                holding += found.count
                for (index, entry) in entries.enumerated() {
                    let spans = found.first { $0.entry == index }.map { Array($0.spans) }
                    if spans != expected(entry, text) {
                        report(entry, text, seed)
                        return
                    }
                }
                done += entriesForEach
            }
            seed += 1
        }
        // Cases in which nothing ever holds would prove nothing.
        #expect(holding > cases / 5)
    }

    private func expected(_ entry: Matcher.Entry, _ text: String) -> [Range<Int>]? {
        BruteForceMatcher(expression: entry.expression, negation: entry.negation) { word in
            var word = word
            return word.withUTF8 { String(decoding: stemmer.stem($0), as: UTF8.self) }
        }.spans(in: NaiveWords(text))
    }

    private static func found(_ entry: Matcher.Entry, _ text: String) -> [Range<Int>]? {
        Matcher(entries: [entry], language: "en").matches(in: text).first.map { Array($0.spans) }
    }

    /// A part is matched as if it were all there is, wherever it is cut.
    @Test func agreesWithItselfOnEveryPart() {
        for seed in UInt64(1)...400 {
            var random = RandomCases(seed: seed)
            let matcher = Matcher(entries: (0..<4).map { _ in random.entry() }, language: "en")
            // Longer than a few blocks of 64 bytes.
            let text = (0..<4).map { _ in random.text() }.joined(separator: " ")
            let scalars = Array(text.unicodeScalars)
            var generator = SeededGenerator(seed: seed)
            let cuts = [0, scalars.count] + (0..<6).map { _ in Int.random(in: 0...scalars.count, using: &generator) }
            let pieces = zip(cuts.sorted(), cuts.sorted().dropFirst()).map { $0..<$1 }
            let bytes = Array(text.utf8)
            let parts = pieces.map { byteOffset(of: $0.lowerBound, scalars)..<byteOffset(of: $0.upperBound, scalars) }
            let found = bytes.withUnsafeBufferPointer { Array(matcher.matches(inUTF8: $0, parts: parts)) }
            let expected = pieces.enumerated().flatMap { number, piece in
                matcher.matches(in: String(String.UnicodeScalarView(scalars[piece]))).map { match in
                    MatchList.Match(part: number, entry: match.entry, spans: match.spans)
                }
            }
            #expect(found == expected, "seed \(seed): \(text.debugDescription), cut at \(cuts.sorted())")
        }
    }

    /// Once a matcher has seen enough to know what is rare, it asks for that first, and finds the same.
    @Test func findsTheSameOnceItKnowsWhatIsRare() {
        for seed in UInt64(1)...4 {
            var random = RandomCases(seed: seed)
            let entries = (0..<20).map { _ in random.entry() }
            let matcher = Matcher(entries: entries, language: "en")
            var generator = SeededGenerator(seed: seed)
            let texts = (0..<60).map { _ in random.text() }
            // Some words far more often than others, or nothing could be learned.
            let text = (0..<2000).map { _ in
                texts[min(Int.random(in: 0..<60, using: &generator), Int.random(in: 0..<60, using: &generator))]
            }
            .joined(separator: "\n")
            let parts = lines(of: text)
            let bytes = Array(text.utf8)
            let first = bytes.withUnsafeBufferPointer { matcher.matches(inUTF8: $0, parts: parts) }
            #expect(matcher.hasLearned, "seed \(seed): the text is too short")
            let second = bytes.withUnsafeBufferPointer { matcher.matches(inUTF8: $0, parts: parts) }
            #expect(first == second, "seed \(seed)")
            #expect(first.count > 200)
        }
    }

    /// UTF-8 offsets of the lines of a text.
    private func lines(of text: String) -> [Range<Int>] {
        var start = 0
        return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            defer { start += line.count + 1 }
            return start..<start + line.count
        }
    }

    /// Each sign between, before and behind words, wherever it stands in a block of 64 bytes.
    @Test func everySignPartsOrJoinsWordsAsTheTwinSays() throws {
        let entries = try ["lack", "lackof", "lack of", "of*", "lack's NEAR/0 of"].map {
            Matcher.Entry(try #require(parseExpression($0, at: nil).expression))
        }
        let matcher = Matcher(entries: entries, language: "en")
        // All of the signs that are told apart 64 bytes at a time, and samples of the others.
        let usual = Array(UInt32(0x20)..<0x180) + (0x2000..<0x2070)
        for value in usual + stride(from: UInt32(0x181), to: 0x3100, by: 13) {
            guard let sign = Unicode.Scalar(value) else { continue }
            let before = String(repeating: " ", count: Int(value % 71))
            let text = before + "lack\(sign)of \(sign)lack of\(sign) 3\(sign)5 lack\(sign)s of"
            let found = matcher.matches(in: text)
            for (index, entry) in entries.enumerated() {
                let spans = found.first { $0.entry == index }.map { Array($0.spans) }
                #expect(spans == expected(entry, text), "U+\(String(value, radix: 16)): \(entry.expression.source)")
            }
        }
    }

    /// What stands behind an apostrophe decides whether it belongs to a word, also where a block of 64 bytes ends there.
    @Test func looksBehindTheEndOfABlock() throws {
        let entry = Matcher.Entry(try #require(parseExpression("lack", at: nil).expression))
        let matcher = Matcher(entries: [entry], language: "en")
        for behind in ["\u{201D}", "\u{2014}of", "\u{A0}of", "\u{AB}", "é", "\u{2019}s", "s", "3", " ", ""] {
            for offset in 50..<70 {
                let text = String(repeating: " ", count: offset) + "lack'" + behind
                #expect(
                    matcher.matches(in: text).first.map { Array($0.spans) } == expected(entry, text),
                    "\(offset): \(behind.debugDescription)")
            }
        }
    }

    private func byteOffset(of index: Int, _ scalars: [Unicode.Scalar]) -> Int {
        scalars[..<index].reduce(0) { $0 + UTF8.width($1) }
    }

    /// Says where they differ, after taking out of the text what is not needed for it.
    private func report(_ entry: Matcher.Entry, _ text: String, _ seed: UInt64) {
        var scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            var shorter = scalars
            shorter.remove(at: index)
            let candidate = String(String.UnicodeScalarView(shorter))
            if Self.found(entry, candidate) != expected(entry, candidate) {
                scalars = shorter
                index = 0
            } else {
                index += 1
            }
        }
        let shortest = String(String.UnicodeScalarView(scalars))
        Issue.record(
            """
            seed \(seed): \(entry.expression.source)
            negation: \(entry.negation?.source ?? "none")
            text: \(text.debugDescription), shortest: \(shortest.debugDescription)
            matcher: \(String(describing: Self.found(entry, shortest)))
            twin: \(String(describing: expected(entry, shortest)))
            """)
    }
}
