import Glibc

/// An encoding of before UTF-8: its name in the Encoding Standard and the converter's own name for it.
struct LegacyEncoding: Sendable {
    var name: String
    var converter: String
}

/// Labels by which files name encodings (WHATWG Encoding Standard, §4.2; those seen in the wild).
let legacyEncodings: [String: LegacyEncoding] = {
    let rows: [(name: String, converter: String, labels: [String])] = [
        (
            "windows-1252", "CP1252",
            [
                "ascii", "us-ascii", "ansi_x3.4-1968", "cp1252", "cp819", "ibm819", "iso-8859-1", "iso8859-1",
                "iso88591", "iso_8859-1", "l1", "latin1", "latin-1", "windows-1252", "x-cp1252",
            ]
        ),
        ("ibm866", "CP866", ["ibm866", "cp866", "866"]),
        ("iso-8859-2", "ISO-8859-2", ["iso-8859-2", "iso8859-2", "latin2", "l2"]),
        ("iso-8859-3", "ISO-8859-3", ["iso-8859-3", "iso8859-3", "latin3"]),
        ("iso-8859-4", "ISO-8859-4", ["iso-8859-4", "iso8859-4", "latin4"]),
        ("iso-8859-5", "ISO-8859-5", ["iso-8859-5", "iso8859-5", "cyrillic"]),
        ("iso-8859-6", "ISO-8859-6", ["iso-8859-6", "iso8859-6", "arabic"]),
        ("iso-8859-7", "ISO-8859-7", ["iso-8859-7", "iso8859-7", "greek"]),
        ("iso-8859-8", "ISO-8859-8", ["iso-8859-8", "iso8859-8", "iso-8859-8-i", "hebrew"]),
        ("iso-8859-10", "ISO-8859-10", ["iso-8859-10", "iso8859-10", "latin6"]),
        ("iso-8859-13", "ISO-8859-13", ["iso-8859-13", "iso8859-13"]),
        ("iso-8859-15", "ISO-8859-15", ["iso-8859-15", "iso8859-15", "latin9", "l9"]),
        ("iso-8859-16", "ISO-8859-16", ["iso-8859-16"]),
        ("koi8-r", "KOI8-R", ["koi8-r", "koi8", "koi"]),
        ("koi8-u", "KOI8-U", ["koi8-u"]),
        ("macintosh", "MACINTOSH", ["macintosh", "mac", "x-mac-roman"]),
        ("windows-874", "CP874", ["windows-874", "tis-620", "iso-8859-11"]),
        ("windows-1250", "CP1250", ["windows-1250", "cp1250", "x-cp1250"]),
        ("windows-1251", "CP1251", ["windows-1251", "cp1251", "x-cp1251"]),
        ("windows-1253", "CP1253", ["windows-1253", "cp1253"]),
        ("windows-1254", "CP1254", ["windows-1254", "cp1254", "iso-8859-9", "iso8859-9", "latin5"]),
        ("windows-1255", "CP1255", ["windows-1255", "cp1255"]),
        ("windows-1256", "CP1256", ["windows-1256", "cp1256"]),
        ("windows-1257", "CP1257", ["windows-1257", "cp1257"]),
        ("windows-1258", "CP1258", ["windows-1258", "cp1258"]),
        ("gb18030", "GB18030", ["gb18030", "gbk", "gb2312", "gb_2312-80", "x-gbk", "chinese"]),
        ("big5", "BIG5-HKSCS", ["big5", "big5-hkscs", "x-x-big5", "cn-big5"]),
        ("euc-jp", "EUC-JP", ["euc-jp", "x-euc-jp"]),
        ("iso-2022-jp", "ISO-2022-JP", ["iso-2022-jp"]),
        ("shift_jis", "CP932", ["shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji"]),
        ("euc-kr", "CP949", ["euc-kr", "ks_c_5601-1987", "korean", "windows-949"]),
    ]
    var encodings: [String: LegacyEncoding] = [:]
    for row in rows {
        for label in row.labels { encodings[label] = LegacyEncoding(name: row.name, converter: row.converter) }
    }
    return encodings
}()

/// What windows-1252 has at 0x80–0x9F (Encoding Standard, index windows-1252).
let windows1252Controls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
]

func decodeWindows1252(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
        guard byte >= 0x80 else {
            result.append(byte)
            continue
        }
        let value = byte < 0xA0 ? windows1252Controls[Int(byte) - 0x80] : UInt32(byte)
        // No value in the table is a surrogate.
        appendUTF8(Unicode.Scalar(value)!, to: &result)
    }
    return DecodedText(bytes: result, encoding: "windows-1252", diagnostics: [])
}

func appendUTF8(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UTF8.encode(scalar)!)
}

/// Converts bytes to UTF-8 through iconv; what it refuses becomes U+FFFD, a byte each.
///
/// - Returns: nil when the system has no such converter.
func convert(_ bytes: ArraySlice<UInt8>, from encoding: String) -> (bytes: [UInt8], undecodable: Int)? {
    guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var undecodable = 0
    var input = Array(bytes)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBytes { input in
        chunk.withUnsafeMutableBytes { chunk in
            var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = input.count
            while left > 0 {
                var out = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = chunk.count
                let failed = iconv(converter, &next, &left, &out, &room) == -1
                let reason = errno
                result.append(contentsOf: chunk.prefix(chunk.count - room))
                if failed, reason != E2BIG {
                    appendUTF8("\u{FFFD}", to: &result)
                    undecodable += 1
                    next = next.map { $0 + 1 }
                    left -= 1
                }
            }
        }
    }
    return (result, undecodable)
}
