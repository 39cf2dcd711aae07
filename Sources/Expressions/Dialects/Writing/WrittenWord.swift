/// A word as a database writes it, with what decides where it may stand.
struct WrittenWord: Hashable {
    var text: String
    /// Whether a wildcard is in it, and whether the only one is at its end.
    var hasWildcard: Bool
    var isTruncated: Bool

    init(_ text: String, signs: Set<Unicode.Scalar>) {
        self.text = text
        let places = text.unicodeScalars.enumerated().filter { signs.contains($0.element) }.map(\.offset)
        hasWildcard = !places.isEmpty
        isTruncated = places == [text.unicodeScalars.count - 1]
    }
}
