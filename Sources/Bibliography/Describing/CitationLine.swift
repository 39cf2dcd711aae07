import DocumentModel

/// Where a document says it was published.
struct PrintedPlace: Sendable, Hashable {
    /// As printed, often abbreviated.
    var journal: String
    var year: Int?
    /// Percent.
    var confidence: Int
}

/// Percent by which the forms in which a line names its journal are believed.
private enum Confidence {
    /// `Journal (2019) 19:123`, `Journal 2019;12:e04`.
    static let yearAndVolume = 68
    /// `Journal 11(9): 1237`, with the year elsewhere.
    static let volumeAndPages = 62
    /// `Journal Volume 12, Issue 3`.
    static let volume = 60
    /// `Journal, ISSN 1234-5678`.
    static let serialNumber = 60
    /// `Journal | www.example.org`.
    static let address = 56
}

/// A running head or a citation is a line or two; longer text only cites others.
private let longestCitationLine = 400

/// Evidence in a line that says how the document itself is cited, as running heads and "How to cite" do:
/// `Hill et al. BMC Health Services Research (2019) 19:123`, `Hill A, et al. BMJ Open 2022;12:e049296`.
func citationEvidence(in text: String) -> [MetadataField] {
    guard text.utf8.count <= longestCitationLine else { return [] }
    return printedPlaces(in: [text]).prefix(1).flatMap { place in
        [MetadataField("journal", .text(place.journal), origin: "first page", confidence: place.confidence)]
            + (place.year.map {
                [MetadataField("year", .text(String($0)), origin: "first page", confidence: place.confidence + 2)]
            } ?? [])
    }
}

/// The journals that lines name beside a year, a volume, a serial number or an address, the surest first.
///
/// - Parameters:
///   - lines: of one block; a name does not go on from one to the next unless a small word joins them.
///   - isCitation: whether the text is known to cite the document itself: then a volume and pages do for a year.
func printedPlaces(in lines: [String], isCitation: Bool = false) -> [PrintedPlace] {
    var tokens: [String] = []
    for line in lines {
        if !tokens.isEmpty { tokens.append(lineBreak) }
        tokens += words(collapsingWhiteSpace(line))
    }
    let text = lines.joined(separator: " ")
    let mayBeVolume = isCitation || text.contains("doi")
    var places: [PrintedPlace] = []
    for position in tokens.indices.dropFirst() where tokens[position] != lineBreak {
        guard let anchor = Anchor(tokens, at: position, mayBeVolume: mayBeVolume),
            let journal = journalName(before: position, in: tokens)
        else { continue }
        if anchor.confidence < Confidence.volumeAndPages, words(journal).count < 2 { continue }
        let year = anchor.year ?? years(in: Array(text.utf8)).first?.year
        places.append(PrintedPlace(journal: journal, year: year, confidence: anchor.confidence))
    }
    return places.enumerated().sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }
        .map(\.element)
}

/// Stands between lines in a list of words.
let lineBreak = "\n"

/// Marks between the parts of a running head.
let separators: Set<String> = ["|", "¦", "•", "●", "·", "/", "–", "—", "-", "‖", "■", "⋅", "*"]

/// What follows a journal's name and tells that it is one.
private struct Anchor {
    var year: Int?
    var confidence: Int

    /// Words behind a name that are looked at.
    private static let reach = 5

    init?(_ tokens: [String], at position: Int, mayBeVolume: Bool) {
        let rest = tokens[position...].drop { separators.contains($0) }.prefix(Self.reach).filter { $0 != lineBreak }
        guard let first = rest.first else { return nil }
        let hasMark = separators.contains(tokens[position])
        let text = Array(rest.joined(separator: " ").utf8)
        if let year = leadingYear(text) {
            self.init(year: year, confidence: Confidence.yearAndVolume)
        } else if let year = yearBehindVolume(text) {
            self.init(year: year, confidence: Confidence.yearAndVolume - 2)
        } else if isVolumeWord(first, then: rest.dropFirst().first) {
            let isTelling = hasMark || rest.dropFirst(2).contains { issueWords.contains($0.lowercased()) }
            guard isTelling || rest.dropFirst().first?.hasSuffix(",") == true else { return nil }
            self.init(year: nil, confidence: Confidence.volume)
        } else if mayBeVolume, isVolume(text[...], needsPages: true), !text.starts(with: "(".utf8) {
            self.init(year: nil, confidence: Confidence.volumeAndPages)
        } else if ["issn", "eissn", "e-issn", "p-issn", "pissn"].contains(
            first.lowercased().filter { $0 != ":" && $0 != "(" })
        {
            self.init(year: nil, confidence: Confidence.serialNumber)
        } else if hasMark, ["www.", "http"].contains(where: first.hasPrefix) {
            self.init(year: nil, confidence: Confidence.address)
        } else {
            return nil
        }
    }

    private init(year: Int?, confidence: Int) {
        self.year = year
        self.confidence = confidence
    }
}

private let issueWords: Set<String> = ["issue", "no", "no.", "number", "article", "iss.", "nr", "nr.", "num."]

private func isVolumeWord(_ word: String, then next: String?) -> Bool {
    guard ["volume", "vol", "vol.", "vol:"].contains(word.lowercased()) else { return false }
    return next?.utf8.first.map(isDigit) == true
}

/// The year in `(2019) 19:…`, `2019;12:…`, `2019. 12(3)`, `2018; Vol. 39`, `2006, 6:3`, `2020:13`,
/// `2015 January; 8(1)`.
private func leadingYear(_ text: [UInt8]) -> Int? {
    guard let (year, start) = years(in: text).first, start <= 1 else { return nil }
    var rest = text[(start + 4)...]
    if start == 1 {
        guard text[0] == UInt8(ascii: "("), rest.first == UInt8(ascii: ")") else { return nil }
        rest = withoutSpacesAndMarks(rest.dropFirst())
        return isVolume(rest, needsPages: true) ? year : nil
    }
    // "Session 2010–12" is a range of years.
    if rest.first != 0x20, startsWithMark(rest) { return nil }
    let hasMark = startsWithMark(rest)
    let next = rest.drop { $0 == 0x20 }
    switch next.first {
    case UInt8(ascii: ";"): return isVolume(next.dropFirst().drop { $0 == 0x20 }, needsPages: false) ? year : nil
    case UInt8(ascii: ","):
        let volume = next.dropFirst().drop { $0 == 0x20 }
        return isVolume(volume, needsPages: true) || isVolumeNumber(volume) || isListedVolume(volume) ? year : nil
    case UInt8(ascii: ":"): return next.dropFirst().first.map(isDigit) == true ? year : nil
    default:
        let volume = withoutSpacesAndMarks(rest)
        if let afterMonth = behindMonth(volume) {
            guard afterMonth.first == UInt8(ascii: ";") else { return nil }
            return isVolume(afterMonth.dropFirst().drop { $0 == 0x20 }, needsPages: false) ? year : nil
        }
        return isVolumeNumber(volume) || isVolume(volume, needsPages: !hasMark) ? year : nil
    }
}

/// The year in `123 (2014) 1–10`.
private func yearBehindVolume(_ text: [UInt8]) -> Int? {
    let volume = text.prefix(while: isDigit)
    guard (1...4).contains(volume.count), text[volume.count...].starts(with: " (".utf8),
        let (year, start) = years(in: Array(text[volume.count...])).first, start == 2
    else { return nil }
    let rest = text[(volume.count + 6)...]
    guard rest.first == UInt8(ascii: ")") else { return nil }
    return rest.dropFirst().drop { $0 == 0x20 }.first.map { isDigit($0) || $0 == UInt8(ascii: "e") } == true
        ? year : nil
}

/// `12`, `12(3)`, `12:e04`, `Vol. 39`, or pages alone: `1–4`; where any number may follow a year, only a volume
/// with pages or an issue: `6:3`.
private func isVolume(_ bytes: ArraySlice<UInt8>, needsPages: Bool) -> Bool {
    let digits = bytes.prefix(while: isDigit)
    if digits.isEmpty { return isVolumeNumber(bytes) && !needsPages }
    guard digits.count <= 4 else { return false }
    let rest = bytes.dropFirst(digits.count).drop { $0 == 0x20 }
    guard let next = rest.first else { return !needsPages }
    if rest.starts(with: "–".utf8) || rest.starts(with: "-".utf8) { return !needsPages }
    return next == UInt8(ascii: ":") || next == UInt8(ascii: "(")
}

/// `Vol. 39`.
private func isVolumeNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "Vol".utf8) || bytes.starts(with: "vol".utf8)
}

/// `9, 3148` of `2020, 9, 3148`.
private func isListedVolume(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = bytes.prefix(while: isDigit)
    guard (1...3).contains(digits.count) else { return false }
    let rest = bytes.dropFirst(digits.count)
    return rest.first == UInt8(ascii: ",") && rest.dropFirst().drop { $0 == 0x20 }.first.map(isDigit) == true
        && rest.dropFirst().first == 0x20
}

private func startsWithMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    let next = String(decoding: bytes.drop { $0 == 0x20 }.prefix(4), as: UTF8.self)
    return next.first.map { separators.contains(String($0)) } ?? false
}

private func withoutSpacesAndMarks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    while startsWithMark(rest), let mark = String(decoding: rest.prefix(4), as: UTF8.self).first {
        rest = rest.dropFirst(mark.utf8.count).drop { $0 == 0x20 }
    }
    return rest
}

/// What follows a month's name or its first three letters, and a day.
private func behindMonth(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let word = bytes.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
    let name = String(decoding: word, as: UTF8.self).lowercased()
    guard name.utf8.count >= 3, monthNames.contains(where: { $0.hasPrefix(name) }) else { return nil }
    return bytes.dropFirst(word.count).drop { $0 == 0x20 || isDigit($0) }
}
