import Matching
import MatchingTwin

/// A sum over every span that was found: equal sums mean equal spans, up to chance.
struct Checksum: Equatable {
    private(set) var spans = 0
    private var sum: UInt64 = 0

    /// - Parameter span: code points of the sentence.
    mutating func add(_ span: Range<Int>, entry: Int, document: Int) {
        spans += 1
        var value = UInt64(entry) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(document) &* 0xC2B2_AE3D_27D4_EB4F
        value = (value ^ UInt64(span.lowerBound)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 29) ^ UInt64(span.upperBound)) &* 0x94D0_49BB_1331_11EB
        sum &+= value ^ (value >> 31)
    }

    var text: String { String(sum, radix: 16) }
}

/// The checksum of some sentences by the twin, which reads the rules as they are defined.
func twinChecksum(_ rules: GeneratedRules, _ text: BenchmarkText, every step: Int) -> Checksum {
    let stem = stemming(language: "en")
    let twins = rules.entries.map { BruteForceMatcher(expression: $0.expression, negation: $0.negation, stem: stem) }
    var checksum = Checksum()
    for (number, document) in text.documents.enumerated() {
        for sentence in stride(from: 0, to: document.sentences.count, by: step).map({ document.sentences[$0] }) {
            let words = NaiveWords(String(decoding: document.bytes[sentence], as: UTF8.self))
            for (entry, twin) in twins.enumerated() {
                for span in twin.spans(in: words) ?? [] {
                    checksum.add(span, entry: entry, document: number)
                }
            }
        }
    }
    return checksum
}

/// The checksum of the same sentences by the matcher.
func matcherChecksum(_ matcher: Matcher, _ text: BenchmarkText, every step: Int) -> Checksum {
    var checksum = Checksum()
    for (number, document) in text.documents.enumerated() {
        let matches = document.bytes.withUnsafeBufferPointer {
            matcher.matches(inUTF8: $0, parts: document.sentences)
        }
        for match in matches where match.part.isMultiple(of: step) {
            for span in match.spans { checksum.add(span, entry: match.entry, document: number) }
        }
    }
    return checksum
}
