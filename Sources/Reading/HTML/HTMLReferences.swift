/// Resolves the character references that libxml2 gets wrong: `&#128;`–`&#159;` mean windows-1252, and it
/// knows the names of HTML 4 only.
///
/// Everything else, and all else in the text, is left to the parser.
func mendedReferences(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    var position = 0
    while let ampersand = bytes.withUnsafeBufferPointer({ firstIndex(of: UInt8(ascii: "&"), in: $0, from: position) }) {
        position = ampersand + 1
        guard let reference = reference(in: bytes[position...]) else { continue }
        if result.isEmpty { result.reserveCapacity(bytes.count) }
        result += bytes[copied..<ampersand]
        result += reference.text
        position = reference.end
        copied = position
    }
    guard copied > 0 else { return bytes }
    return result + bytes[copied...]
}

/// What stands for the reference after an ampersand, if it is one that must be mended.
private func reference(in bytes: ArraySlice<UInt8>) -> (text: [UInt8], end: Int)? {
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "#") { return numericReference(in: bytes.dropFirst()) }
    guard isASCIILetter(first) else { return nil }
    let name = bytes.prefix(longestReferenceName + 1).prefix { isASCIILetter($0) || isASCIIDigit($0) }
    guard name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";"),
        let text = referenceNames[String(decoding: name, as: UTF8.self)]
    else { return nil }
    return (Array(text.utf8), name.endIndex + 1)
}

private func numericReference(in bytes: ArraySlice<UInt8>) -> (text: [UInt8], end: Int)? {
    let isHexadecimal = bytes.first.map(asciiLowercased) == UInt8(ascii: "x")
    let bytes = isHexadecimal ? bytes.dropFirst() : bytes
    let digits = bytes.prefix(8).prefix { isASCIIDigit($0) || (isHexadecimal && isASCIILetter($0)) }
    guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
        value >= 0x80, value < 0xA0, let scalar = Unicode.Scalar(windows1252Controls[Int(value) - 0x80])
    else { return nil }
    let isClosed = digits.endIndex < bytes.endIndex && bytes[digits.endIndex] == UInt8(ascii: ";")
    return (Array(String(scalar).utf8), digits.endIndex + (isClosed ? 1 : 0))
}

private let longestReferenceName = referenceNames.keys.map(\.utf8.count).max() ?? 0

/// Names that HTML 5 added and real pages use (HTML Living Standard, §13.5).
private let referenceNames: [String: String] = [
    // Punctuation and signs. What would be markup stays a reference.
    "AMP": "&amp;", "LT": "&lt;", "GT": "&gt;", "QUOT": "&quot;", "COPY": "©", "REG": "®", "TRADE": "™",
    "Tab": "\t", "NewLine": "\n", "excl": "!", "num": "#", "dollar": "$", "percnt": "%", "lpar": "(", "rpar": ")",
    "ast": "*", "midast": "*", "plus": "+", "comma": ",", "period": ".", "sol": "/", "colon": ":", "semi": ";",
    "equals": "=", "quest": "?", "commat": "@", "lsqb": "[", "lbrack": "[", "bsol": "\\", "rsqb": "]",
    "rbrack": "]", "Hat": "^", "lowbar": "_", "grave": "`", "lcub": "{", "lbrace": "{", "verbar": "|", "vert": "|",
    "VerticalLine": "|", "rcub": "}", "rbrace": "}", "NonBreakingSpace": "\u{A0}", "hyphen": "‐", "dash": "‐",
    "horbar": "―", "Verbar": "‖", "OpenCurlyQuote": "‘", "CloseCurlyQuote": "’", "rsquor": "’", "lsquor": "‚",
    "OpenCurlyDoubleQuote": "“", "CloseCurlyDoubleQuote": "”", "rdquor": "”", "ldquor": "„", "bullet": "•",
    "nldr": "‥", "mldr": "…", "numsp": "\u{2007}", "puncsp": "\u{2008}", "ThinSpace": "\u{2009}",
    "hairsp": "\u{200A}", "VeryThinSpace": "\u{200A}", "ZeroWidthSpace": "\u{200B}", "NoBreak": "\u{2060}",
    "emsp13": "\u{2004}", "emsp14": "\u{2005}", "centerdot": "·", "CenterDot": "·",
    // Signs of mathematics and typography.
    "pm": "±", "PlusMinus": "±", "half": "½", "div": "÷", "leq": "≤", "geq": "≥", "les": "⩽", "ges": "⩾",
    "lE": "≦", "gE": "≧", "approx": "≈", "ap": "≈", "NotEqual": "≠", "thickapprox": "≈",
    "check": "✓", "checkmark": "✓", "cross": "✗", "star": "☆", "starf": "★", "bigstar": "★", "phone": "☎",
    "female": "♀", "male": "♂", "sung": "♪", "rightarrow": "→", "leftarrow": "←", "uparrow": "↑",
    "downarrow": "↓", "Rightarrow": "⇒", "Leftarrow": "⇐", "RightArrow": "→", "LeftArrow": "←", "numero": "№",
    "copysr": "℗", "incare": "℅", "angst": "Å", "ohm": "Ω", "squ": "□", "square": "□", "squf": "▪", "utri": "▵",
    "utrif": "▴", "dtri": "▿", "dtrif": "▾", "rtri": "▹", "rtrif": "▸", "ltri": "◃", "ltrif": "◂", "cir": "○",
    "frac13": "⅓", "frac23": "⅔", "frac15": "⅕", "frac25": "⅖", "frac35": "⅗", "frac45": "⅘", "frac16": "⅙",
    "frac56": "⅚", "frac18": "⅛", "frac38": "⅜", "frac58": "⅝", "frac78": "⅞", "epsi": "ε",
    "varepsilon": "ϵ", "straightphi": "ϕ", "varphi": "ϕ", "ell": "ℓ", "hbar": "ℏ",
    // Ligatures.
    "fflig": "ﬀ", "filig": "ﬁ", "fllig": "ﬂ", "ffilig": "ﬃ", "ffllig": "ﬄ", "fjlig": "fj",
    // Letters of European languages.
    "Abreve": "Ă", "abreve": "ă", "Amacr": "Ā", "amacr": "ā", "Aogon": "Ą", "aogon": "ą", "Cacute": "Ć",
    "cacute": "ć", "Ccaron": "Č", "ccaron": "č", "Ccirc": "Ĉ", "ccirc": "ĉ", "Cdot": "Ċ", "cdot": "ċ",
    "Dcaron": "Ď", "dcaron": "ď", "Dstrok": "Đ", "dstrok": "đ", "Ecaron": "Ě", "ecaron": "ě", "Edot": "Ė",
    "edot": "ė", "Emacr": "Ē", "emacr": "ē", "Eogon": "Ę", "eogon": "ę", "Gbreve": "Ğ", "gbreve": "ğ",
    "Gcedil": "Ģ", "Gcirc": "Ĝ", "gcirc": "ĝ", "Gdot": "Ġ", "gdot": "ġ", "Hcirc": "Ĥ", "hcirc": "ĥ",
    "Hstrok": "Ħ", "hstrok": "ħ", "IJlig": "Ĳ", "ijlig": "ĳ", "Idot": "İ", "Imacr": "Ī", "imacr": "ī",
    "imath": "ı", "inodot": "ı", "Iogon": "Į", "iogon": "į", "Itilde": "Ĩ", "itilde": "ĩ", "Jcirc": "Ĵ",
    "jcirc": "ĵ", "Kcedil": "Ķ", "kcedil": "ķ", "Lacute": "Ĺ", "lacute": "ĺ", "Lcaron": "Ľ", "lcaron": "ľ",
    "Lcedil": "Ļ", "lcedil": "ļ", "Lstrok": "Ł", "lstrok": "ł", "Nacute": "Ń", "nacute": "ń", "Ncaron": "Ň",
    "ncaron": "ň", "Ncedil": "Ņ", "ncedil": "ņ", "Odblac": "Ő", "odblac": "ő", "Omacr": "Ō", "omacr": "ō",
    "Racute": "Ŕ", "racute": "ŕ", "Rcaron": "Ř", "rcaron": "ř", "Rcedil": "Ŗ", "rcedil": "ŗ", "Sacute": "Ś",
    "sacute": "ś", "Scedil": "Ş", "scedil": "ş", "Scirc": "Ŝ", "scirc": "ŝ", "Tcaron": "Ť", "tcaron": "ť",
    "Tcedil": "Ţ", "tcedil": "ţ", "Tstrok": "Ŧ", "tstrok": "ŧ", "Ubreve": "Ŭ", "ubreve": "ŭ", "Udblac": "Ű",
    "udblac": "ű", "Umacr": "Ū", "umacr": "ū", "Uogon": "Ų", "uogon": "ų", "Uring": "Ů", "uring": "ů",
    "Utilde": "Ũ", "utilde": "ũ", "Wcirc": "Ŵ", "wcirc": "ŵ", "Ycirc": "Ŷ", "ycirc": "ŷ", "Zacute": "Ź",
    "zacute": "ź", "Zcaron": "Ž", "zcaron": "ž", "Zdot": "Ż", "zdot": "ż",
]
