import DocumentModel
import Testing

@Suite struct TextIndexTests {
    @Test(arguments: [
        "", "ascii only", String(repeating: "für 🌱 soil ", count: 200), String(repeating: "a", count: 300) + "é",
    ])
    func agreesWithWalkingTheText(_ text: String) {
        let index = TextIndex(text)
        let scalars = Array(text.unicodeScalars)
        #expect(index.count == scalars.count)
        #expect(text.scalarCount == scalars.count)
        var byte = 0
        for offset in 0...scalars.count {
            #expect(index.byteOffset(of: offset) == byte)
            #expect(index.offset(ofByte: byte) == offset)
            if offset < scalars.count { byte += UTF8.width(scalars[offset]) }
        }
    }

    @Test func slicesByCodePoints() {
        // The e with a combining accent is one grapheme and two code points.
        let index = TextIndex("cafe\u{301} and soil")
        #expect(index.text(0, 5) == "cafe\u{301}")
        #expect(index.text(10, 14) == "soil")
    }
}
