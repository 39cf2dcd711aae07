import Diagnostics

/// Splits a MEDLINE file into records, which empty lines and `PMID` begin.
///
/// A value goes on in lines that begin with white space. A line of neither kind is reported, because a damaged
/// tag may hide in it.
func nbibRecords(_ text: String, list: ReferenceList) -> (records: [TaggedRecord], diagnostics: [Diagnostic]) {
    var records: [TaggedRecord] = []
    var diagnostics: [Diagnostic] = []
    var isOpen = false
    for (index, line) in lines(of: text).enumerated() {
        let place = list.place(line: index + 1)
        if let (tag, value) = nbibTag(line) {
            if !isOpen || tag == "PMID" { records.append(TaggedRecord(line: index + 1, fields: [])) }
            isOpen = true
            records[records.count - 1].fields.append(TaggedField(tag: tag, value: value, line: index + 1))
            continue
        }
        let text = collapsingWhiteSpace(line)
        if text.isEmpty {
            isOpen = false
        } else if isOpen, line.unicodeScalars.first?.properties.isWhitespace == true {
            records[records.count - 1].goOn(with: text)
        } else if !isRecordNumber(text) {
            diagnostics.append(
                .warning("text-outside-record", "a line without a tag is not read", at: place, help: nbibRecordForm))
        }
    }
    // Records of other databases have no PMID; where most have one, a record without it has lost its beginning.
    let numbered = records.count { $0.isNumbered }
    for record in records where !record.isNumbered && numbered * 2 > records.count {
        diagnostics.append(
            .warning(
                "missing-pmid", "the record has no PMID", at: list.place(line: record.line), help: nbibRecordForm))
    }
    return (records, diagnostics)
}

/// What a record looks like, for messages.
let nbibRecordForm =
    "a record begins with a line 'PMID- 12345678' after an empty line; further lines of a value begin with spaces"

/// The tag and the value of a line, or nil if the line has no tag: up to four capitals or digits, filled up with
/// spaces to four characters, a hyphen and a space.
func nbibTag(_ line: String) -> (tag: String, value: String)? {
    let bytes = Array(line.utf8)
    guard bytes.count >= 5, bytes[4] == UInt8(ascii: "-") else { return nil }
    guard bytes.count == 5 || bytes[5] == UInt8(ascii: " ") || bytes[5] == UInt8(ascii: "\t") else { return nil }
    let tag = bytes.prefix { $0 != UInt8(ascii: " ") }.prefix(4)
    guard tag.count >= 2, bytes[tag.count..<4].allSatisfy({ $0 == UInt8(ascii: " ") }),
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(tag[0]),
        tag.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || isDigit($0) })
    else { return nil }
    return (String(decoding: tag, as: UTF8.self), collapsingWhiteSpace(String(decoding: bytes[5...], as: UTF8.self)))
}

extension TaggedRecord {
    fileprivate var isNumbered: Bool { fields.contains { $0.tag == "PMID" || $0.tag == "UI" } }
}

/// `<1>`, which Ovid writes before each record.
func isRecordNumber(_ text: String) -> Bool {
    text.hasPrefix("<") && text.hasSuffix(">") && text.utf8.count > 2
        && text.dropFirst().dropLast().utf8.allSatisfy(isDigit)
}
