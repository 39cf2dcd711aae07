import Diagnostics

/// Splits a RIS file into records. Exporters break the format in many ways, and a record is worth more than
/// its form: one space for two, a missing `TY` or `ER`, values that go on in the next line are all read, what
/// hides a mistake of the list's maker gives a warning.
func risRecords(_ text: String, list: ReferenceList) -> (records: [TaggedRecord], diagnostics: [Diagnostic]) {
    var collector = RISCollector(list: list)
    for (index, line) in lines(of: text).enumerated() {
        collector.read(line, number: index + 1)
    }
    collector.finish()
    return (collector.records, collector.diagnostics)
}

private struct RISCollector {
    let list: ReferenceList
    private(set) var records: [TaggedRecord] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var open: TaggedRecord?
    /// Whether text outside of records has been reported since the last record.
    private var reportedText = false

    init(list: ReferenceList) {
        self.list = list
    }

    mutating func read(_ line: String, number: Int) {
        if let (tag, value) = risTag(line) {
            read(TaggedField(tag: tag, value: value, line: number))
            return
        }
        let text = collapsingWhiteSpace(line)
        guard !text.isEmpty else { return }
        if open != nil {
            open?.goOn(with: text)
        } else if !reportedText {
            reportedText = true
            diagnostics.append(
                .warning(
                    "text-outside-record", "text outside of a record is not read", at: list.place(line: number),
                    help: risRecordForm))
        }
    }

    private mutating func read(_ field: TaggedField) {
        switch field.tag {
        case "TY":
            if let open { warnMissingEnd(of: open, at: field.line) }
            close()
            open = TaggedRecord(line: field.line, fields: [field])
        case "ER":
            close()
        default:
            if open == nil {
                diagnostics.append(
                    .warning(
                        "missing-ty", "the record has no type", at: list.place(line: field.line),
                        help: "a record begins with a line 'TY  - ', for example 'TY  - JOUR'"))
                open = TaggedRecord(line: field.line, fields: [])
            }
            open?.fields.append(field)
        }
    }

    mutating func finish() {
        if let open { warnMissingEnd(of: open, at: open.line) }
        close()
    }

    private mutating func close() {
        if let open { records.append(open) }
        open = nil
        reportedText = false
    }

    private mutating func warnMissingEnd(of record: TaggedRecord, at line: Int) {
        diagnostics.append(
            .warning(
                "missing-er", "the record of line \(record.line) has no end", at: list.place(line: line),
                help: "a record ends with a line 'ER  - '"))
    }
}

/// The tag and the value of a line, or nil if the line has no tag.
///
/// The format asks for two capitals or a capital and a digit, two spaces, a hyphen and a space. One space will
/// do for the tags that this reader knows, so that a line of an abstract like `UK - wide` stays text.
func risTag(_ line: String) -> (tag: String, value: String)? {
    let scalars = Array(collapsingLeadingSpace(line).unicodeScalars)
    guard scalars.count >= 4, ("A"..."Z").contains(scalars[0]),
        ("A"..."Z").contains(scalars[1]) || ("0"..."9").contains(scalars[1])
    else { return nil }
    let tag = String(String.UnicodeScalarView(scalars[..<2]))
    let spaces = scalars[2...].prefix { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.count
    let hyphen = 2 + spaces
    guard spaces > 0, hyphen < scalars.count, scalars[hyphen] == "-" else { return nil }
    guard spaces >= 2 || risTags[tag] != nil || tag == "ER" else { return nil }
    let rest = scalars[(hyphen + 1)...]
    if let next = rest.first, !next.properties.isWhitespace { return nil }
    return (tag, collapsingWhiteSpace(String(String.UnicodeScalarView(rest))))
}

private func collapsingLeadingSpace(_ line: String) -> Substring {
    line.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
}

/// What a record looks like, for messages.
let risRecordForm = "a record begins with a line 'TY  - JOUR' and ends with 'ER  - '"
