import Expressions

/// A word of a text, as terms of the search language match it.
struct PassageWord {
    /// In lower case, without what a term cannot have.
    var text: String
    /// Code points from the start of the text; end exclusive.
    var span: Range<Int>
}

/// The words of a text, in order. A hyphen parts words, as it does for terms.
func words(of text: String) -> [PassageWord] {
    var words: [PassageWord] = []
    var word = String.UnicodeScalarView()
    var start = 0
    var apostrophe = false
    func finish(at end: Int) {
        if !word.isEmpty { words.append(PassageWord(text: String(word).lowercased(), span: start..<end)) }
        word.removeAll()
        apostrophe = false
    }
    var count = 0
    for scalar in text.unicodeScalars {
        switch ScalarKind(scalar) {
        case .word:
            if word.isEmpty { start = count }
            if apostrophe { word.append("'") }
            apostrophe = false
            word.append(scalar)
        case .ignored: break
        case .apostrophe where !word.isEmpty && !apostrophe: apostrophe = true
        case .apostrophe, .hyphen, .separator: finish(at: count)
        }
        count += 1
    }
    finish(at: count)
    return words.map(withoutPossessive)
}

/// `patient's` is the word *patient* to a term.
private func withoutPossessive(_ word: PassageWord) -> PassageWord {
    guard word.text.hasSuffix("'s") else { return word }
    return PassageWord(
        text: String(word.text.dropLast(2)), span: word.span.lowerBound..<word.span.upperBound - 2)
}
