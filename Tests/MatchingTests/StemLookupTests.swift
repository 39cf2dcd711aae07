import Foundation
import SeededRandom
import Testing

@testable import Matching

struct StemLookupTests {
    /// What StemBeginnings says of English.
    @Test func englishStemsBeginAsTheirWords() {
        let stemmer = Stemmer(language: "en")!
        var random = SeededGenerator(seed: 3)
        let count = ProcessInfo.processInfo.environment["CODECHART_CASES"].flatMap { Int($0) } ?? 20_000
        for _ in 0..<count {
            var word: [UInt8] = []
            for _ in 0...random.next() % 4 { word += Self.pieces.randomElement(using: &random)!.utf8 }
            for _ in 0..<random.next() % 4 { word += Self.endings.randomElement(using: &random)!.utf8 }
            let stem = word.withUnsafeBufferPointer { stemmer.stem($0) }
            let kept = StemBeginnings.kept(of: stem, isShort: word.count <= StemBeginnings.longestException)
            #expect(
                stem.prefix(kept) == word.prefix(kept),
                "\(String(decoding: word, as: UTF8.self)) \(String(decoding: stem, as: UTF8.self))")
        }
    }

    private static let pieces = [
        "a", "e", "i", "o", "u", "y", "b", "c", "d", "g", "l", "m", "n", "p", "r", "s", "t", "v", "x", "z", "bb", "gg",
        "ll", "nn", "pp", "tt", "at", "bl", "iz", "li", "log", "ck", "commun", "gener", "arsen", "past", "univers",
        "inter", "emerg", "organ", "later",
    ]

    /// Of Porter 2.
    private static let endings = [
        "s", "es", "ies", "ied", "sses", "us", "ss", "ed", "edly", "eed", "eedly", "ing", "ingly", "y", "e", "tional",
        "ational", "ation", "ator", "ization", "izer", "enci", "ency", "anci", "ancy", "able", "abli", "ably", "ible",
        "ibly", "bility", "biliti", "alism", "aliti", "ality", "alli", "ally", "fulness", "ful", "fully", "ousli",
        "ously", "ousness", "iveness", "ivity", "iviti", "bli", "bly", "ogi", "ogy", "lessli", "lessly", "ently", "li",
        "ly", "alize", "icate", "iciti", "icity", "ical", "ness", "ative", "al", "ance", "ence", "er", "ic", "ant",
        "ement", "ment", "ent", "ism", "ate", "iti", "ity", "ous", "ive", "ize", "sion", "tion", "ist",
    ]

    @Test(arguments: ["dying", "lying", "aed", "skies", "planning", "inning", "hoping", "sensibility", "happy"])
    func findsWordsWhoseStemBeginsOtherwise(word: String) {
        let matcher = Matcher(entries: [.init(.term(.init(parts: [word], stemmed: true)))], language: "en")
        #expect(matcher.matches(in: word).count == 1)
    }

    @Test func stemsOtherLanguages() {
        let matcher = Matcher(entries: [.init(.term(.init(parts: ["Kosten"], stemmed: true)))], language: "de")
        #expect(matcher.matches(in: "Die Koste und Kosten").first?.spans == [4..<9, 14..<20])
    }
}
