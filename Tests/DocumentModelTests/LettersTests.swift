import DocumentModel
import Testing

@Suite struct LettersTests {
    @Test(arguments: [
        ("Soil, well-drained!", "soilwelldrained"), ("co\u{AD}operate", "cooperate"),
        ("eﬃcient ﬁeld", "efficientfield"),
        ("“Co-\u{AD}ordinated” care — 2 × ½ Σ\u{0301}", "coordinatedcare2½σ"), ("ÉCOLE №7", "école7"),
        ("x = 3.5 %", "x35"), ("", ""),
    ])
    func keepsLettersAndDigitsOnly(_ text: String, _ expected: String) {
        #expect(String(decoding: letters(of: text), as: UTF8.self) == expected)
    }

    /// What is quick for frequent characters must be what Unicode's properties say of them.
    @Test func everyCharacterIsTreatedByItsProperties() {
        for value in UInt32(0)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let properties = scalar.properties
            let expected =
                if let letters = ligatureLetters(scalar) {
                    letters
                } else if properties.isAlphabetic || properties.numericType != nil {
                    properties.lowercaseMapping
                } else {
                    ""
                }
            let found = String(decoding: letters(of: String(Character(scalar))), as: UTF8.self)
            if found != expected { Issue.record("U+\(String(value, radix: 16)) gives '\(found)', not '\(expected)'") }
        }
    }
}
