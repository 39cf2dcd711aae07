import YAML

/// Texts as YAML scalars, in the plainest form that every YAML program reads as that text.
enum YAMLScalars {
    /// A text on one line: plain, in quotes, or with escapes.
    ///
    /// - Parameter inFlow: whether it stands in brackets.
    static func inline(_ text: String, inFlow: Bool = false) -> String {
        if needsEscapes(text) { return escaped(text) }
        return isPlain(text, inFlow: inFlow) ? text : quotedYAML(text)
    }

    /// A text that other YAML programs would take for a number or a truth value if it were plain.
    static func quoted(_ text: String) -> String {
        needsEscapes(text) ? escaped(text) : quotedYAML(text)
    }

    /// Whether the text can stand on lines of its own below `|` or `>`, where nothing but line breaks has a meaning.
    static func fitsBlock(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            ![first, last].contains(where: { $0 == " " || $0 == "\n" })
        else {
            return false
        }
        return text.unicodeScalars.allSatisfy { $0 == "\n" || isPrintable($0) }
    }

    // MARK: Plain

    private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last else { return false }
        // Anything else may have a meaning for some program.
        guard isWordScalar(first) || first == "$" || first == "(", last != ":", last != " " else { return false }
        if wordsOfYAML.contains(text.lowercased()) { return false }
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case ":": if inFlow || scalars[index + 1] == " " { return false }
            case "#": if scalars[index - 1] == " " { return false }
            case ",", "[", "]", "{", "}", "\"", "'": if inFlow { return false }
            default: break
            }
        }
        return true
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
    }

    /// What YAML 1.2 reads as something else than text. `no` and its like, which YAML 1.1 does too, are words that
    /// negate: codebooks are full of them, and every scalar of a codebook is its own text.
    private static let wordsOfYAML: Set<String> = ["true", "false", "null"]

    // MARK: Escapes

    private static func needsEscapes(_ text: String) -> Bool {
        text.unicodeScalars.contains { !isPrintable($0) }
    }

    /// What YAML 1.2 (section 5.1) lets stand as it is, without line ends of any program, tabs and the byte order mark.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...: true
        default: false
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return result + "\""
    }
}
