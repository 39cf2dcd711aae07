import Testing

@testable import Reading

struct EncodingTests {
    @Test(
        arguments: [
            ("windows-1252", [0x93, 0x63, 0x61, 0x72, 0x65, 0x94, 0x20, 0x96, 0xE9], "“care” –é"),
            ("iso-8859-1", [0x80, 0x35], "€5"),
            ("koi8-r", [0xC4, 0xC1], "да"),
            ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
            ("utf-16", [0x63, 0x61, 0x72, 0x65], "care"),
        ] as [(String, [UInt8], String)])
    func decodesWhatTheFileDeclares(label: String, bytes: [UInt8], text: String) {
        let decoded = decodeText(bytes, declared: label)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.diagnostics.isEmpty)
    }

    @Test func takesValidUTF8BeforeAWrongDeclaration() {
        let decoded = decodeText(Array("Größe – “care”".utf8), declared: "iso-8859-1")
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "Größe – “care”")
        #expect(decoded.encoding == "utf-8")
    }

    @Test func dropsTheByteOrderMark() {
        #expect(decodeText([0xEF, 0xBB, 0xBF, 0x61]).bytes == [0x61])
        #expect(decodeText([0xFF, 0xFE, 0x61, 0x00]).bytes == [0x61])
        #expect(decodeText([0xFE, 0xFF, 0x00, 0x61]).bytes == [0x61])
    }

    @Test func tellsUTF16ByItsZeroBytes() {
        let text = "Shared care records"
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(String(decoding: decodeText(little).bytes, as: UTF8.self) == text)
        #expect(String(decoding: decodeText(big).bytes, as: UTF8.self) == text)
    }

    @Test func marksWhatCannotBeDecodedAndSaysSo() {
        let bytes = Array("Größe, Maß, Fläche, Übersicht".utf8) + [0xFF]
        let decoded = decodeText(bytes)
        #expect(String(decoding: decoded.bytes, as: UTF8.self).hasSuffix("Übersicht\u{FFFD}"))
        #expect(decoded.diagnostics.map(\.message) == ["1 byte is no utf-8 and became U+FFFD"])
    }

    @Test func goesOnAfterBytesThatNoConverterKnows() {
        let decoded = decodeText([0x93, 0xFA, 0xFF, 0x96, 0x7B], declared: "shift_jis")
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "日\u{FFFD}本")
        #expect(decoded.diagnostics.map(\.identifier) == ["undecodable-bytes"])
    }

    @Test func dropsNULsWithANote() {
        let decoded = decodeText([0x61, 0x00, 0x62, 0x63, 0x64])
        #expect(decoded.bytes == Array("abcd".utf8))
        #expect(decoded.diagnostics.map(\.identifier) == ["nul-characters"])
    }

    @Test(arguments: [
        ("<meta charset=\"Shift_JIS\">", "shift_jis"),
        ("<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "windows-1251"),
        ("<?xml version='1.0' encoding='koi8-r'?><html>", "koi8-r"),
        ("<!-- <meta charset=big5> --><meta charset = gbk >", "gbk"),
        ("<p>charset=big5</p>", nil),
    ])
    func findsTheDeclaredEncoding(head: String, label: String?) {
        #expect(declaredEncoding(ofHTML: Array(head.utf8)) == label)
    }
}
