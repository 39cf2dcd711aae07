import DocumentModel

/// Where a document says it was published.
struct PrintedPlace: Sendable, Hashable {
    /// As printed, often abbreviated.
    var journal: String
    var year: Int?
    /// Percent.
    var confidence: Int
    var origin = "first page"
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
    /// `Journal, doi:10.…`.
    static let doi = 62
    /// Behind "How to cite", above what any line says.
    static let citation = 6
}

/// Bytes of blocks that are looked at: a running head or a citation is a line or two, longer text cites others.
private let longestPlaceBlock = 700

/// Where a document's first pages, running heads and own citation say that it was published.
func printedPlaces(in front: FrontText) -> [PrintedPlace] {
    func first(_ lines: [String], _ origin: String, isCitation: Bool = false) -> PrintedPlace? {
        var place = printedPlaces(in: lines, isCitation: isCitation).first
        place?.origin = origin
        if isCitation { place?.confidence += Confidence.citation }
        return place
    }
    let blocks = front.blocks.filter { !itemKinds.contains($0.block.kind) && $0.text.utf8.count <= longestPlaceBlock }
    return front.citations.compactMap { first([$0], "citation", isCitation: true) }
        + blocks.compactMap { first($0.lines, "first page") }
        + front.runningHeads.compactMap { first($0.lines, "running head") }
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
        tokens += words(line)
    }
    let text = lines.joined(separator: " ")
    let mayBeVolume = isCitation || text.contains("doi") || text.contains("DOI")
    var places: [PrintedPlace] = []
    for position in tokens.indices.dropFirst() where tokens[position] != lineBreak {
        guard mayBeAnchor(tokens[position]), let anchor = Anchor(tokens, at: position, mayBeVolume: mayBeVolume),
            let journal = journalName(before: position, in: tokens),
            mayBeVolume || !anchor.isBareVolume || isPeriodical(journal)
        else { continue }
        if anchor.confidence < Confidence.volumeAndPages, words(journal).count < 2 { continue }
        // Beside the volume a short line has the year of the issue.
        let isShort = isCitation || text.utf8.count <= longestHead
        let year = anchor.year ?? (isShort ? firstYear(in: text) : nil)
        places.append(PrintedPlace(journal: journal, year: year, confidence: anchor.confidence))
    }
    return places.enumerated().sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }
        .map(\.element)
}

/// Bytes of a running head.
private let longestHead = 160

/// Whether a word is worth a closer look: most are not.
private func mayBeAnchor(_ token: String) -> Bool {
    guard let first = token.utf8.first else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "v"), UInt8(ascii: "i"), UInt8(ascii: "e"), UInt8(ascii: "p"), UInt8(ascii: "d"),
        UInt8(ascii: "h"):
        return true
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return false
    default: return true
    }
}

/// Stands between lines in a list of words.
let lineBreak = "\n"

/// Marks between the parts of a running head.
let separators: Set<String> = ["|", "¦", "•", "●", "·", "/", "–", "—", "-", "‖", "■", "⋅", "*"]

/// What follows a journal's name and tells that it is one.
private struct Anchor {
    var year: Int?
    var confidence: Int
    /// A volume and pages without a year, which numbers in running text look like too.
    var isBareVolume = false

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
            guard isTelling || rest.dropFirst().first.map({ $0.hasSuffix(",") || $0.hasSuffix(":") }) == true else {
                return nil
            }
            self.init(year: nil, confidence: Confidence.volume)
        } else if isVolume(text[...], needsPages: true), !text.starts(with: "(".utf8) {
            self.init(year: nil, confidence: Confidence.volumeAndPages)
            isBareVolume = true
        } else if mayBeVolume, tokens[position - 1].hasSuffix(","), isDOICue(first) {
            self.init(year: nil, confidence: Confidence.doi)
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

private func isDOICue(_ word: String) -> Bool {
    let word = word.lowercased()
    return word.hasPrefix("doi") || word.hasPrefix("https://doi.org/") || word.hasPrefix("http://dx.doi.org/")
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
        return isVolume(rest, needsPages: true) || isListedVolume(rest) ? year : nil
    }
    // "Session 2010–12" is a range of years.
    if rest.first != 0x20, startsWithMark(rest) { return nil }
    let hasMark = startsWithMark(rest)
    let next = rest.drop { $0 == 0x20 }
    switch next.first {
    case UInt8(ascii: ";"): return isVolume(next.dropFirst().drop { $0 == 0x20 }, needsPages: false) ? year : nil
    case UInt8(ascii: ","):
        let volume = next.dropFirst().drop { $0 == 0x20 }
        let isPlaced = isVolume(volume, needsPages: true) || isVolumeNumber(volume) || isListedVolume(volume)
        return isPlaced || isPageRange(volume) ? year : nil
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
    let pages = rest.dropFirst().drop { $0 == 0x20 }
    return rest.first == UInt8(ascii: ",") && rest.dropFirst().first == 0x20
        && pages.first.map { isDigit($0) || $0 == UInt8(ascii: "e") && pages.dropFirst().first.map(isDigit) == true }
            == true
}

/// `1–12` of `2019, 1–12`.
private func isPageRange(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.drop(while: isDigit)
    guard rest.startIndex > bytes.startIndex else { return false }
    let dash = ["–", "-", "−"].first { rest.starts(with: $0.utf8) }
    return dash.map { rest.dropFirst($0.utf8.count).first.map(isDigit) == true } ?? false
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
