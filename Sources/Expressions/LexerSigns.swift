import Diagnostics

// Names, proximity operators, and the signs of other databases.

extension Lexer {
    mutating func name() {
        let start = position
        position += 1
        while position < scalars.count, isNamePart(position) { position += 1 }
        let text = String(String.UnicodeScalarView(scalars[start + 1..<position]))
        if text.isEmpty {
            report.error(
                "empty-name", "'$' begins a name", start..<position, help: "write $lack for a name of 'terms:'")
        } else {
            append(.name(text), start..<position)
            if position < scalars.count, ["*", "?", "~"].contains(scalars[position]) {
                report.error(
                    "name-wildcard", "a name takes no '\(scalars[position])'", start..<position + 1,
                    help: "write it at the terms that $\(abbreviated(text)) stands for")
                position += 1
            }
        }
    }

    func isNamePart(_ index: Int) -> Bool {
        if scalars[index] == "_" || kind(index) == .word { return true }
        return scalars[index] == "-" && index + 1 < scalars.count && kind(index + 1) == .word
    }

    /// `NEAR/3`, the word already being read; also what was probably meant to be one.
    mutating func proximity(_ word: String, _ start: Int) -> Bool {
        guard let ordered = ["NEAR": false, "PRE": true][word.uppercased()] else { return false }
        let isUpper = word == word.uppercased()
        guard position < scalars.count, scalars[position] == "/" else {
            guard isUpper else { return false }
            report.error(
                "proximity-distance", "\(word) needs the number of words that may stand between", start..<position,
                help: "write \(word)/3, or \"\(word)\" for the word")
            append(.proximity(Proximity(ordered: ordered, words: 0)), start..<position)
            return true
        }
        // `pre/post` is two words.
        guard isUpper || isDigit(position + 1) else { return false }
        position += 1
        let digits = position
        while isDigit(position) { position += 1 }
        let text = String(String.UnicodeScalarView(scalars[digits..<position]))
        let words = Int(text) ?? -1
        if !(0...Proximity.maximumWords).contains(words) {
            report.error(
                "proximity-distance", "\(word)/ takes a number from 0 to \(Proximity.maximumWords)", start..<position)
        } else if !isUpper {
            report.error(
                "lower-case-operator", "operators are written in upper case", start..<position,
                suggestion: "\(word.uppercased())/\(words)")
        }
        append(.proximity(Proximity(ordered: ordered, words: max(0, words))), start..<position)
        return true
    }

    /// Whether `$` directly after the word is Ovid's sign for any ending.
    mutating func dollar(after word: Range<Int>) -> Bool {
        guard position < scalars.count, scalars[position] == "$" else { return false }
        guard position + 1 == scalars.count || !isNamePart(position + 1) else {
            report.error(
                "dollar", "'$' inside a word", position..<position + 1,
                help: "put a space before a $name; for any ending write *")
            return false
        }
        position += 1
        let text = String(String.UnicodeScalarView(scalars[word]))
        report.warning(
            "dollar", "'\(abbreviated(text))$' is read as Ovid means it, any ending", word.lowerBound..<position,
            suggestion: "\(text)*")
        return true
    }

    mutating func unexpected() {
        let scalar = scalars[position]
        let range = position..<position + 1
        switch kind(position) {
        case .hyphen:
            report.error("hyphen", "a hyphen joins two parts of a term", range, help: "write co-ordinate or coordinate")
        case .apostrophe:
            report.error("apostrophe", "an apostrophe stands inside a word", range, help: "write phrases as \"…\"")
        default:
            let help =
                switch scalar {
                case "#" where isDigit(position + 1):
                    "numbers of searches mean nothing here: write the search out, or give it a name under 'terms:'"
                case "#": "exactly one character is ?; write OR for spellings with and without it"
                case ",", ";", "|": "write OR between alternatives"
                case "+", "&": "write AND"
                case "[", "]", ":": "fields of a database are not part of an expression"
                case "~": "word~ takes the stem sign directly after the word"
                default: "words, * ? ~ $name, AND OR NOT, NEAR/n PRE/n, parentheses and quotation marks"
                }
            report.error("unexpected-character", "unexpected '\(scalar)'", range, help: help)
        }
    }
}
