import DocumentModel

/// Evidence in a line that says how the document itself is cited, as running heads and "How to cite" do:
/// `Hill et al. BMC Health Services Research (2019) 19:123`, `Hill A, et al. BMJ Open 2022;12:e049296`.
func citationEvidence(in text: String) -> [MetadataField] {
    let bytes = Array(text.utf8)
    guard bytes.count <= longestCitationLine else { return [] }
    for (year, start) in years(in: bytes) {
        guard let journalEnd = journalEnd(bytes, yearStart: start),
            let journal = journalName(String(decoding: bytes[..<journalEnd], as: UTF8.self))
        else { continue }
        return [
            MetadataField("journal", .text(journal), origin: "first page", confidence: 68),
            MetadataField("year", .text(String(year)), origin: "first page", confidence: 70),
        ]
    }
    return []
}

/// A running head or a citation is a line or two; longer text only cites others.
private let longestCitationLine = 400

/// Where the journal's name ends if the year stands in a citation: `Journal (2019) 19:…`, `Journal 2019;12:…`,
/// `Journal. 2019;12(3)`, `Journal 2018; Vol. 39`, `Journal 2006, 6:3`.
private func journalEnd(_ bytes: [UInt8], yearStart: Int) -> Int? {
    let after = yearStart + 4
    guard after < bytes.count, yearStart > 0 else { return nil }
    if bytes[yearStart - 1] == UInt8(ascii: "("), bytes[after] == UInt8(ascii: ")") {
        let volume = after + 2
        guard volume < bytes.count, bytes[after + 1] == 0x20 else { return nil }
        return isVolume(bytes[volume...], needsPages: true) ? yearStart - 1 : nil
    }
    let next = bytes[after] == 0x20 && after + 1 < bytes.count ? after + 1 : after
    guard [UInt8(ascii: ";"), UInt8(ascii: ",")].contains(bytes[next]), next + 1 < bytes.count else { return nil }
    let volume = bytes[next + 1] == 0x20 && next + 2 < bytes.count ? next + 2 : next + 1
    return isVolume(bytes[volume...], needsPages: bytes[next] == UInt8(ascii: ",")) ? yearStart : nil
}

/// `12`, `12(3)`, `12:e04`, `Vol. 39`, or pages alone: `1–4`; where any number may follow a year, only a volume
/// with pages or an issue: `6:3`.
private func isVolume(_ bytes: ArraySlice<UInt8>, needsPages: Bool) -> Bool {
    let digits = bytes.prefix(while: isDigit)
    if digits.isEmpty { return bytes.starts(with: "Vol".utf8) && !needsPages }
    let rest = bytes.dropFirst(digits.count).drop { $0 == 0x20 }
    guard let next = rest.first else { return !needsPages }
    if rest.starts(with: "–".utf8) || rest.starts(with: "-".utf8) { return !needsPages }
    return next == UInt8(ascii: ":") || next == UInt8(ascii: "(")
}

/// Whether a short text is the name of a journal rather than a title: `Iranian Journal of Care`, `BMC Medicine`.
func isPeriodical(_ text: String) -> Bool {
    let names = words(text)
    guard names.count <= longestJournalName, !text.contains(":"), !text.contains("?") else { return false }
    return names.contains("Journal") || names.contains("JOURNAL") || names.first == "BMC"
}

/// Words that names of journals have at most.
private let longestJournalName = 12

/// The journal's name at the end of a text: what follows the last full stop, colon or bracket.
private func journalName(_ text: String) -> String? {
    var head = collapsingWhiteSpace(text)
    while let last = head.unicodeScalars.last, [".", ",", ":", "("].contains(last) { head.removeLast() }
    let pieces = head.split { [".", ":", "?", "!", ")", "|", "•"].contains($0) }
    guard let piece = pieces.last else { return nil }
    let name = collapsingWhiteSpace(piece)
    let count = words(name).count
    let startsWithCapital = name.unicodeScalars.first?.properties.isUppercase == true
    // "Opened in November 2019; …" tells a date.
    if let last = words(name).last, monthNames.contains(last.lowercased()) { return nil }
    return startsWithCapital && count <= longestJournalName && !name.contains(",") ? name : nil
}
