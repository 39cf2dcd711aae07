import Foundation

/// LaTeX as plain text: accents and symbols as letters, without braces and commands for fonts. A command that is not
/// known stays as it is written, so that nothing vanishes.
func plainText(latex: String) -> String {
    guard latex.utf8.contains(where: "\\{}$~-`'".utf8.contains) else { return collapsingWhiteSpace(latex) }
    var reader = LaTeXReader(latex)
    let text = collapsingWhiteSpace(reader.text())
    // Only a combining mark needs composing with its letter.
    return latex.utf8.contains(UInt8(ascii: "\\")) ? text.precomposedStringWithCanonicalMapping : text
}

/// A value that LaTeX does not typeset (DOI, URL, path): only escapes and braces are resolved.
func verbatimText(latex: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in latex.unicodeScalars {
        if isEscaped {
            // "\_" is an underscore, "\x" in a path on Windows a folder.
            if !"_&%#$~{}\\".unicodeScalars.contains(scalar) { result.append("\\") }
            result.append(scalar)
            isEscaped = false
        } else if scalar == "\\" {
            isEscaped = true
        } else if scalar != "{", scalar != "}" {
            result.append(scalar)
        }
    }
    return collapsingWhiteSpace(String(result))
}

/// Goes through LaTeX once; braces only part things, so that no depth of them matters.
private struct LaTeXReader {
    private let source: [Unicode.Scalar]
    private var position = 0
    private var result = String.UnicodeScalarView()
    /// A combining mark that the next letter gets.
    private var mark: Unicode.Scalar?
    private var isMath = false

    init(_ latex: String) {
        source = Array(latex.unicodeScalars)
    }

    mutating func text() -> String {
        while position < source.count {
            let scalar = source[position]
            position += 1
            switch scalar {
            case "\\": readCommand()
            case "{": break
            case "}": mark = nil
            case "$": isMath.toggle()
            case "_" where isMath, "^" where isMath: break
            case "~": emit(" ")
            case "-" where takes("--"): emit("—")
            case "-" where takes("-"): emit("–")
            case "`" where takes("`"): emit("“")
            case "'" where takes("'"): emit("”")
            default: emit(scalar)
            }
        }
        return String(result)
    }

    private mutating func readCommand() {
        guard position < source.count else { return emit("\\") }
        let start = position
        while position < source.count, source[position].isASCII, source[position].properties.isAlphabetic {
            position += 1
        }
        let name = String(String.UnicodeScalarView(source[start..<position]))
        if name.isEmpty {
            position += 1
            return readSign(source[start])
        }
        if let combining = latexMarks[name] {
            mark = combining
            skipSpace()
        } else if let text = latexSymbols[name] {
            for scalar in text.unicodeScalars { emit(scalar) }
            skipSpace()
        } else if latexFonts.contains(name) {
            skipSpace()
        } else {
            emit("\\")
            for scalar in name.unicodeScalars { emit(scalar) }
        }
    }

    /// `\'`, `\&`, `\ `: a backslash before one sign.
    private mutating func readSign(_ sign: Unicode.Scalar) {
        if let combining = latexMarks[String(sign)] {
            mark = combining
            skipSpace()
        } else if sign == "\\" {
            emit(" ")
        } else if sign != "-", sign != "/" {
            emit(sign)
        }
    }

    private mutating func emit(_ scalar: Unicode.Scalar) {
        // Under an accent i and j lose their dot, so LaTeX writes \i; with the mark it is the letter again.
        let isDotless = mark != nil && (scalar == "ı" || scalar == "ȷ")
        result.append(isDotless ? (scalar == "ı" ? "i" : "j") : scalar)
        if let mark { result.append(mark) }
        mark = nil
    }

    private mutating func takes(_ signs: String) -> Bool {
        guard source[position...].starts(with: signs.unicodeScalars) else { return false }
        position += signs.unicodeScalars.count
        return true
    }

    private mutating func skipSpace() {
        while position < source.count, source[position].properties.isWhitespace { position += 1 }
    }
}
