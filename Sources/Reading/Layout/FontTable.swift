/// The fonts of a document, told apart by name: PDF has no flag for weight or slope.
struct FontTable: Sendable {
    private(set) var isBold: [Bool] = []
    private(set) var isItalic: [Bool] = []
    private var indexes: [String: Int] = [:]

    /// The index of a font; a name that is new, subset tags aside, gets the next one.
    mutating func index(of name: String) -> Int {
        if let index = indexes[name] { return index }
        let face = Self.face(of: name)
        let index = indexes[face] ?? isBold.count
        if index == isBold.count {
            let ending = Self.ending(of: face)
            isBold.append(Self.boldMarks.contains { face.contains($0) } || Self.boldEndings.contains(ending))
            isItalic.append(Self.italicMarks.contains { face.contains($0) } || Self.italicEndings.contains(ending))
            indexes[face] = index
        }
        indexes[name] = index
        return index
    }

    /// The name in lower case without its subset tag: `ABCDEF+Times-Bold` is `times-bold`.
    private static func face(of name: String) -> String {
        let isTagged = name.utf8.dropFirst(6).first == UInt8(ascii: "+")
        return (isTagged ? String(name.dropFirst(7)) : name).lowercased()
    }

    /// What follows the last full stop or hyphen: `AdvTTaf7f9f4f.B+20` ends in `b`. Typesetters who encode their
    /// fonts anew keep the face in it and the code page after a plus sign.
    private static func ending(of face: String) -> Substring {
        let base = face.prefix { $0 != "+" }
        guard let mark = base.lastIndex(where: { $0 == "." || $0 == "-" }) else { return "" }
        return base[base.index(after: mark)...]
    }

    private static let boldEndings: Set<Substring> = ["b", "bi"]
    private static let italicEndings: Set<Substring> = ["i", "bi"]
    /// "medi" is bold in URW's and Adobe's families (`NimbusRomNo9L-Medi`); CMBX and SFBX are TeX's bold.
    private static let boldMarks = ["bold", "medi", "semib", "black", "heavy", "cmbx", "sfbx", "-bd", "demi"]
    private static let italicMarks = ["ital", "obli", "cmti", "sfti", "slanted", "-it"]
}
