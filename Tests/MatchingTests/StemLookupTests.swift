import Testing

@testable import Matching

struct StemLookupTests {
    /// What StemBeginnings says of English: the first letter stays, and in words of seven letters and more the
    /// second.
    @Test func englishStemsBeginAsTheirWords() {
        let stemmer = Stemmer(language: "en")!
        var random = SeededGenerator(seed: 3)
        let pieces = ["a", "e", "i", "o", "u", "y", "ing", "ed", "ly", "s", "es", "ies", "t", "d", "l", "al", "nn"]
        for _ in 0..<20_000 {
            var word: [UInt8] = []
            while word.count < 1 + Int(random.next() % 10) { word += pieces.randomElement(using: &random)!.utf8 }
            let stem = word.withUnsafeBufferPointer { stemmer.stem($0) }
            let kept = word.count > 6 ? 2 : 1
            #expect(stem.prefix(kept) == word.prefix(kept), "\(String(decoding: word, as: UTF8.self))")
        }
    }

    @Test(arguments: ["dying", "lying", "aed", "skies", "planning", "inning"])
    func findsWordsWhoseStemBeginsOtherwise(word: String) {
        let matcher = Matcher(entries: [.init(.term(.init(parts: [word], stemmed: true)))], language: "en")
        #expect(matcher.matches(in: word).count == 1)
    }

    @Test func stemsOtherLanguages() {
        let matcher = Matcher(entries: [.init(.term(.init(parts: ["Kosten"], stemmed: true)))], language: "de")
        #expect(matcher.matches(in: "Die Koste und Kosten").first?.spans == [4..<9, 14..<20])
    }
}
