import DocumentModel

/// Percent by which organisations on a cover or in an imprint are believed.
private enum Confidence {
    /// "Published by …".
    static let publishedBy = 62
    /// "Presented to Parliament by …", "Prepared by …".
    static let authorCue = 48
    /// © and a year.
    static let copyright = 50
    /// A line of the cover that is the name of an organisation.
    static let cover = 44
    /// An organisation that publishes is the author where no person is named.
    static let publisherAsAuthor = -8
}

/// The organisations that a report names as publisher, or as its author where it names no people.
func printedOrganisations(_ front: FrontText, title: Int?) -> [MetadataField] {
    guard front.hasPages else { return [] }
    var found: [MetadataField] = []
    func add(_ name: String, _ field: String, _ confidence: Int, _ origin: String) {
        let value: MetadataValue = field == "authors" ? .names([PersonName(family: name)]) : .text(name)
        found.append(MetadataField(field, value, origin: origin, confidence: confidence))
    }
    for block in front.blocks where block.text.utf8.count <= longestNotice {
        for (cue, field, confidence) in cues {
            guard let name = organisation(behind: cue, in: block.text) else { continue }
            add(name, field, confidence, "imprint")
            if field == "publisher" { add(name, "authors", confidence + Confidence.publisherAsAuthor, "imprint") }
        }
    }
    for name in coverOrganisations(front.blocks, title: title) {
        add(name, "publisher", Confidence.cover, "cover")
        add(name, "authors", Confidence.cover + Confidence.publisherAsAuthor, "cover")
    }
    return found
}

/// Bytes of a notice in an imprint.
private let longestNotice = 600

private let cues: [(cue: String, field: String, confidence: Int)] = [
    ("Presented to Parliament by the ", "authors", Confidence.authorCue),
    ("Presented to Parliament by ", "authors", Confidence.authorCue),
    ("Prepared by ", "authors", Confidence.authorCue), ("Published by the ", "publisher", Confidence.publishedBy),
    ("Published by ", "publisher", Confidence.publishedBy), ("published by ", "publisher", Confidence.publishedBy),
    ("© ", "publisher", Confidence.copyright),
]

/// Words of an organisation's name.
private let longestOrganisation = 10

/// The organisation that a notice names behind a cue: capitals and small words, up to a number or a mark.
private func organisation(behind cue: String, in text: String) -> String? {
    guard let tail = tail(behind: cue, in: text) else { return nil }
    var name: [String] = []
    for token in words(String(tail)) {
        // The year stands before the owner's name or behind it.
        if name.isEmpty, token.allSatisfy({ $0.isNumber || $0 == "," }) { continue }
        let word = token.filter { ![",", ".", ";", ")", "("].contains($0) }
        guard isCapitalised(word) || joiningWords.contains(word), !stopsName.contains(word.lowercased()) else { break }
        name.append(word)
        if token.hasSuffix(".") || token.hasSuffix(",") || token.hasSuffix(";") { break }
    }
    while let last = name.last, joiningWords.contains(last) { name.removeLast() }
    while let first = name.first, joiningWords.contains(first.lowercased()) { name.removeFirst() }
    let joined = name.joined(separator: " ")
    let isNamed =
        isOrganisation(joined) || name.count == 1 && joined.utf8.count >= 3 && !joined.contains { $0.isLowercase }
    return isNamed && name.count <= longestOrganisation && !joined.contains("Author") ? joined : nil
}

/// Small words inside names of organisations; "in" leads on to a place.
private let joiningWords: Set<String> = [
    "of", "and", "for", "the", "&", "de", "la", "du", "des", "e", "y", "et", "und",
]

/// Words that follow an organisation's name in a notice.
private let stopsName: Set<String> = [
    "on", "all", "crown", "copyright", "this", "to", "at", "under", "the author", "author", "authors", "london", "by",
    "reserved", "licensee", "pursuant",
]

/// Lines of a cover that are the name of an organisation; a name in two lines one below the other is one.
private func coverOrganisations(_ front: [FrontBlock], title: Int?) -> [String] {
    let cover = front.enumerated().filter { position, block in
        block.block.page == 1 && position != title && [.frontMatter, .heading].contains(block.block.kind)
    }.map(\.element)
    guard cover.count <= longestCover else { return [] }
    var names: [String] = []
    for (position, block) in cover.enumerated() {
        let text = block.text
        let next = position + 1 < cover.count ? cover[position + 1] : nil
        // "UK Health Security" | "Agency"
        let isHead =
            words(text).count > 1 && words(text).count <= longestOrganisation && words(text).allSatisfy(isCapitalised)
        if isHead, let next, words(next.text).count == 1, isOrganisationName(next.text),
            isBelow(next.block, block.block)
        {
            names.append(text + " " + next.text)
        } else if isOrganisationName(text) {
            names.append(text)
        }
    }
    return names.filter { words($0).count > 1 }
}

/// Blocks besides the title that a cover has at most; a first page with more is an article's.
private let longestCover = 12

private func isBelow(_ lower: Block, _ upper: Block) -> Bool {
    guard let low = lower.boxes.first, let high = upper.boxes.last else { return false }
    return abs(low.x0 - high.x0) <= 12 && low.y0 >= high.y0 && low.y0 - high.y1 <= 2 * (high.y1 - high.y0)
}

private func isOrganisationName(_ text: String) -> Bool {
    let tokens = words(text)
    return tokens.count <= longestOrganisation && isOrganisation(text)
        && tokens.allSatisfy { isCapitalised($0) || joiningWords.contains($0) }
        && !text.contains(where: {
            $0.isNumber && !text.contains("-" + String($0)) || [":", "|", "@", "."].contains($0)
        })
        && !tokens.contains { reportWords.contains($0.lowercased()) } && normalizedDOI(text) == nil
}

/// Words of what a cover says besides who made it, in lower case.
private let reportWords: Set<String> = [
    "report", "summary", "response", "guideline", "guidance", "strategy", "review", "plan", "policy", "statement",
    "publication", "research", "edition", "paper", "recommendations", "classification", "analysis", "evaluation",
    "programme", "document", "briefing", "annual", "access", "article",
]
