/// A list of words, in lower case, that are looked up in a text without a string for each.
struct WordList: Sendable {
    private var words = FingerprintTable()

    init(_ words: [String]) {
        for word in words { _ = self.words.number(of: WordFingerprint(word.utf8).value) }
    }

    /// Whether a word of that fingerprint is in the list; two words of one fingerprint are taken for the same.
    func contains(_ word: WordFingerprint) -> Bool { words.contains(word.value) }

    /// Whether a word is in the list, in any case.
    ///
    /// - Parameter word: valid UTF-8.
    func containsInAnyCase(_ word: some Collection<UInt8>) -> Bool {
        var lowerCase = WordFingerprint()
        for byte in word {
            guard byte < 0x80 else {
                // A few letters beyond ASCII have their lower case in it.
                return contains(WordFingerprint(String(decoding: word, as: UTF8.self).lowercased().utf8))
            }
            lowerCase.add(isASCIILetter(byte) ? byte | 0x20 : byte)
        }
        return contains(lowerCase)
    }
}
