/// The fonts of a document, told apart by name: PDF has no flag for weight or slope.
struct FontTable: Sendable {
    private(set) var names: [String] = []
    private(set) var isBold: [Bool] = []
    private(set) var isItalic: [Bool] = []
    private var indexes: [String: Int] = [:]

    /// The index of a font; a name that is new gets the next one.
    mutating func index(of name: String) -> Int {
        if let index = indexes[name] { return index }
        let face = Self.face(of: name)
        names.append(name)
        isBold.append(Self.boldMarks.contains { face.contains($0) })
        isItalic.append(Self.italicMarks.contains { face.contains($0) })
        indexes[name] = names.count - 1
        return names.count - 1
    }

    /// The name in lower case without its subset tag: `ABCDEF+Times-Bold` is `times-bold`.
    private static func face(of name: String) -> String {
        let isTagged = name.utf8.dropFirst(6).first == UInt8(ascii: "+")
        return (isTagged ? String(name.dropFirst(7)) : name).lowercased()
    }

    /// "medi" is bold in URW's and Adobe's families (`NimbusRomNo9L-Medi`); CMBX and SFBX are TeX's bold.
    private static let boldMarks = ["bold", "medi", "semib", "black", "heavy", "cmbx", "sfbx", "-bd", "demi"]
    private static let italicMarks = ["ital", "obli", "cmti", "sfti", "slanted", "-it"]
}
