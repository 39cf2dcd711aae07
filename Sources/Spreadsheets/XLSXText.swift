import XML

/// Text as SpreadsheetML stores it (ECMA-376 part 1, 22.9.2.19): what XML cannot hold is written `_xHHHH_`,
/// and so is the underscore of a text that looks like that already.
package enum XLSXText {
    package static func encode(_ text: String) -> String {
        guard mayNeedEscape(text) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if scalar.isLostInXML || escape(at: index, in: scalars) != nil {
                result.append(contentsOf: escaped(scalar).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    package static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if let scalar = escape(at: index, in: scalars) {
                result.append(scalar)
                index += escapeLength
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return String(result)
    }

    /// Length of a scalar as stored, in UTF-16 code units, in which Excel measures cells. An underscore counts
    /// as escaped: whether it is depends on what follows.
    package static func storedLength(_ scalar: Unicode.Scalar) -> Int {
        scalar.isLostInXML || scalar == "_" ? escapeLength : (scalar.value > 0xFFFF ? 2 : 1)
    }

    private static let escapeLength = 7

    /// Whether any byte is an underscore, a control or the beginning of U+FFFE and its like.
    private static func mayNeedEscape(_ text: String) -> Bool {
        text.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == UInt8(ascii: "_") || $0 == 0xEF }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
    }

    /// The scalar of the escape that begins at `index`; nil when none does.
    private static func escape(at index: Int, in scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
        guard scalars[index] == "_", index + escapeLength <= scalars.count, scalars[index + 1] == "x",
            scalars[index + escapeLength - 1] == "_"
        else { return nil }
        let digits = scalars[(index + 2)..<(index + escapeLength - 1)]
        guard digits.allSatisfy(\.properties.isASCIIHexDigit) else { return nil }
        return UInt32(String(String.UnicodeScalarView(digits)), radix: 16).flatMap(Unicode.Scalar.init)
    }
}
