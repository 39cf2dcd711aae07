import DocumentModel

/// The years that the first pages say they are of: behind a cue, or in a date among front matter or near the title.
func printedYears(_ front: [FrontBlock]) -> [MetadataField] {
    let title = front.firstIndex { $0.block.kind == .title }
    return front.enumerated().flatMap { position, front in
        let isNearTitle = title.map { (0...blocksForDate).contains(position - $0) } ?? false
        return yearEvidence(in: front, isDated: bearsDates(front, isNearTitle: isNearTitle))
    }
}

/// Words before a year that say what it is the year of, in lower case, the surest first.
private let yearCues: [(cue: String, confidence: Int)] = [
    ("published", 74), ("publication date", 74), ("cite this", 72), ("how to cite", 72), ("©", 64), ("copyright", 64),
    ("accepted", 58), ("first online", 60), ("posted", 60), ("received", 45), ("updated", 44), ("reviewed", 42),
]

/// Percent by which the year beside a journal's name is surer than the name, which may be cut.
private let placedBonus = 2

/// Percent by which the year of a document's own citation is believed.
private let citedConfidence = 75

/// The years beside the journal's name and in what the document says of how it is cited.
func placedYears(_ front: FrontText) -> [MetadataField] {
    let placed = front.places.compactMap { place in
        place.year.map { year in
            MetadataField("year", .text(String(year)), origin: place.origin, confidence: place.confidence + placedBonus)
        }
    }
    let cited = front.citations.prefix(1).compactMap { citation in
        front.places.contains { $0.origin == "citation" } ? nil : firstYear(in: citation)
    }
    return placed
        + cited.map { MetadataField("year", .text(String($0)), origin: "citation", confidence: citedConfidence) }
}

/// Bytes between a cue and its year: "Published online: 12 November 2019".
private let cueReach = 48

/// Percent by which a date without a cue is believed: it may be that of a talk.
private let dateConfidence = 50

/// Blocks after the title in which a date is that of the report.
private let blocksForDate = 4

/// Words that a line with the date of a report has at most; longer ones tell a story.
private let longestDateLine = 20

private func yearEvidence(in front: FrontBlock, isDated: Bool) -> [MetadataField] {
    let bytes = Array(front.text.utf8)
    return years(in: bytes).compactMap { year, start in
        let before = String(decoding: bytes[max(0, start - cueReach)..<start], as: UTF8.self).lowercased()
        let confidence =
            cueConfidence(before, in: front.block.kind) ?? (isDated && endsWithMonth(before) ? dateConfidence : nil)
        return confidence.map { MetadataField("year", .text(String(year)), origin: "first page", confidence: $0) }
    }
}

/// Running text tells of other works' years too ("published between 1999 and 2019"): in it nothing but the rest of
/// a date may stand between the cue and the year, and points and tables have no cue but the sign of copyright.
private func cueConfidence(_ before: String, in kind: BlockKind) -> Int? {
    yearCues.first { cue, _ in
        guard let range = before.ranges(of: cue).last else { return false }
        if cue == "©" { return true }
        if kind == .paragraph { return isRestOfDate(before[range.upperBound...]) }
        return !itemKinds.contains(kind)
    }?.confidence
}

private func isRestOfDate(_ text: Substring) -> Bool {
    text.split { !$0.isLetter }.allSatisfy { word in
        dateWords.contains(String(word))
            || monthNames.contains { $0 == word || (word.count == 3 && $0.hasPrefix(word)) }
    }
}

/// Words of dates beside months, in lower case.
private let dateWords: Set<String> = [
    "online", "first", "on", "date", "electronically", "print", "as", "st", "nd", "rd", "th", "c", "sept", "version",
]

/// Whether a date in a block is that of the report: "May 2019" alone, or a date in a line of front matter.
private func bearsDates(_ front: FrontBlock, isNearTitle: Bool) -> Bool {
    let count = words(front.text).count
    let isCoverLine = front.block.kind == .heading && front.block.page == 1
    if count <= 3 || isCoverLine || front.block.kind == .frontMatter || front.block.kind == .title { return true }
    return isNearTitle && front.block.kind == .paragraph && count <= longestDateLine && !front.text.hasSuffix(".")
}

/// "May 2019", "May 12, 2019".
private func endsWithMonth(_ text: String) -> Bool {
    var head = text.last == " " ? text.dropLast() : text[...]
    if head.last == "," || head.last?.isNumber == true {
        head = head.drop(endingWith: [","]).drop(endingWith: ["st", "nd", "rd", "th"])
        while head.last?.isNumber == true { head.removeLast() }
        head = head.drop(endingWith: [" "])
    }
    return monthNames.contains { head.hasSuffix($0) || head.hasSuffix($0.prefix(3)) && isWholeWord(head, $0.prefix(3)) }
}

/// "Sep" is a month, the end of "biceps" is none.
private func isWholeWord(_ text: Substring, _ word: Substring) -> Bool {
    text.dropLast(word.count).last?.isLetter != true
}

extension Substring {
    /// The text without the first of some endings that it has.
    fileprivate func drop(endingWith endings: [String]) -> Substring {
        endings.first { hasSuffix($0) }.map { dropLast($0.count) } ?? self
    }
}

/// What stands before a year in a date, in lower case.
let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "spring", "summer", "autumn", "winter",
]
