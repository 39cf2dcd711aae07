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
