/// The words of a document, as evidence on which line-end hyphens belong to their word.
struct WordForms: Sendable {
    /// Hashes of words in lower case; of words with hyphens, the whole and both sides of each hyphen.
    private var words: [UInt64: Int] = [:]
    private var compounds: [UInt64: Int] = [:]
    private var sidesBefore: Set<UInt64> = []
    private var sidesAfter: Set<UInt64> = []
    /// Whether hyphens at line ends belong to their words unless something says otherwise.
    private var keepsHyphens = false

    /// A document shows whether it divides words from so many lines of text on…
    private static let enoughLines = 100
    /// … where hyphens end fewer than one in so many of them: words divided to fill the lines end more…
    private static let linesOfHyphen = 30
    /// … and at most one in so many joins to a word that the document has.
    private static let hyphensOfDivision = 10

    /// Notes the words of a line. Of a word divided at the end of the line the beginning is not noted.
    /// - Parameter followsHyphen: whether the line before ended in a hyphen, so that the first word is an end of one.
    mutating func add(_ line: [UInt32], followsHyphen: Bool = false) {
        line.withUnsafeBufferPointer { scalars in
            var begin = followsHyphen ? scalars.firstIndex { !isLetter($0) } ?? scalars.count : 0
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
            words[hash, default: 0] += 1
            return
        }
        compounds[hash, default: 0] += 1
        for index in word.indices where isHyphen(word[index]) && word[index] != 0xAD {
            sidesBefore.insert(Self.hash(word[..<index]))
            sidesAfter.insert(Self.hash(word[(index + 1)...]))
        }
    }

    /// Notes whether the document divides words at line ends at all: those set ragged do not.
    /// - Parameter ends: the parts of words before and after a hyphen at the end of a line.
    /// - Parameter lines: number of lines of text.
    mutating func judge(_ ends: [(before: ArraySlice<UInt32>, after: ArraySlice<UInt32>)], lines: Int) {
        guard lines >= Self.enoughLines, ends.count * Self.linesOfHyphen < lines else { return }
        let divided = ends.count { before, after in
            words[Self.hash(Array(before) + after), default: 0]
                > compounds[Self.hash(Array(before) + [0x2D] + after), default: 0]
        }
        keepsHyphens = divided * Self.hyphensOfDivision <= ends.count
    }

    /// Whether both sides of a hyphen are words of the document.
    func areWords(_ before: ArraySlice<UInt32>, _ after: ArraySlice<UInt32>) -> Bool {
        words[Self.hash(before)] != nil && words[Self.hash(after)] != nil
    }

    /// Whether the hyphen between the end of a line and the beginning of the next belongs to the word.
    ///
    /// The document decides: the joined form elsewhere in it says no, the hyphenated form yes, the more frequent of
    /// both counts. Without either, a side that stands at that side of a hyphen elsewhere (`evidence-`, `-based`)
    /// says yes when the other side is a word of its own. Else it was the typesetter's, if the document divides words.
    func keepsHyphen(before: ArraySlice<UInt32>, after: ArraySlice<UInt32>) -> Bool {
        let joined = Self.hash(Array(before) + after)
        let hyphenated = Self.hash(Array(before) + [0x2D] + after)
        if let count = compounds[hyphenated] { return count > words[joined, default: 0] }
        if words[joined] != nil { return false }
        let first = Self.hash(before)
        let second = Self.hash(after)
        return keepsHyphens || (sidesBefore.contains(first) && words[second] != nil)
            || (sidesAfter.contains(second) && words[first] != nil)
    }

    private static func hash(_ word: some Sequence<UInt32>) -> UInt64 {
        var hash = ScalarHash()
        for scalar in word where scalar != 0xAD {
            hash.add(isHyphen(scalar) ? 0x2D : UInt64(lowercased(scalar)))
        }
        return hash.value
    }
}
