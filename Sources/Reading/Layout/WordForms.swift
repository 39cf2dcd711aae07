/// The words of a document, as evidence on which line-end hyphens belong to their word.
struct WordForms: Sendable {
    /// Hashes of words in lower case; of words with hyphens, the whole and both sides of each hyphen.
    private var words: Set<UInt64> = []
    private var compounds: Set<UInt64> = []
    private var sidesBefore: Set<UInt64> = []
    private var sidesAfter: Set<UInt64> = []

    /// Notes the words of a line. Of a word divided at the end of the line the beginning is not noted.
    mutating func add(_ line: [UInt32]) {
        line.withUnsafeBufferPointer { scalars in
            var begin = 0
            while begin < scalars.count {
                guard isLetter(scalars[begin]) else {
                    begin += 1
                    continue
                }
                var end = begin
                var hasHyphen = false
                while end < scalars.count {
                    let isInner = isHyphen(scalars[end]) && end + 1 < scalars.count && isLetter(scalars[end + 1])
                    guard isInner || isLetter(scalars[end]) else { break }
                    if isInner && scalars[end] != 0xAD { hasHyphen = true }
                    end += 1
                }
                let isDivided = end == scalars.count - 1 && isHyphen(scalars[end])
                if !isDivided { add(word: UnsafeBufferPointer(rebasing: scalars[begin..<end]), hasHyphen: hasHyphen) }
                begin = end + 1
            }
        }
    }

    private mutating func add(word: UnsafeBufferPointer<UInt32>, hasHyphen: Bool) {
        let hash = Self.hash(word)
        guard hasHyphen else {
            words.insert(hash)
            return
        }
        compounds.insert(hash)
        for index in word.indices where isHyphen(word[index]) && word[index] != 0xAD {
            sidesBefore.insert(Self.hash(word[..<index]))
            sidesAfter.insert(Self.hash(word[(index + 1)...]))
        }
    }

    /// Whether the hyphen between the end of a line and the beginning of the next belongs to the word.
    ///
    /// The document decides: the joined form elsewhere in it says no, the hyphenated form yes. Without either,
    /// a side that stands at that side of a hyphen elsewhere (`evidence-`, `-based`) says yes when the other
    /// side is a word of its own. Else it was the typesetter's.
    func keepsHyphen(before: ArraySlice<UInt32>, after: ArraySlice<UInt32>) -> Bool {
        let joined = Self.hash(Array(before) + after)
        let hyphenated = Self.hash(Array(before) + [0x2D] + after)
        if compounds.contains(hyphenated) { return !words.contains(joined) }
        if words.contains(joined) { return false }
        let first = Self.hash(before)
        let second = Self.hash(after)
        return (sidesBefore.contains(first) && words.contains(second))
            || (sidesAfter.contains(second) && words.contains(first))
    }

    private static func hash(_ word: some Sequence<UInt32>) -> UInt64 {
        var hash = ScalarHash()
        for scalar in word where scalar != 0xAD {
            hash.add(isHyphen(scalar) ? 0x2D : UInt64(lowercased(scalar)))
        }
        return hash.value
    }
}
