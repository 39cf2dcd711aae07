/// So many characters tell whether a paragraph is an imprint.
private let openingLength = 60
/// Dates of a text and what goes with them are no longer than this, in characters.
private let longestDates = 200

/// Whether a block begins as an imprint does.
/// - Parameter isSmallOnTitlePage: whether it is small print on the title's page, where labels alone tell.
func opensImprint(_ block: LayoutBlock, isSmallOnTitlePage: Bool, in context: LayoutContext) -> Bool {
    let line = context.scalars(of: block.first)
    if line.first == 0xA9 { return true }
    // A star or an envelope may stand first.
    guard let begin = line.prefix(4).firstIndex(where: isLetter) else { return false }
    let opening = line[begin...].prefix(openingLength).map(lowercased)
    if imprintOpenings.contains(where: { opening.starts(with: $0) }) { return true }
    let text = Array(context.scalars(of: block).dropFirst(begin))
    if let label = dateLabels.first(where: { opening.starts(with: $0) }) {
        return (isSmallOnTitlePage || block.count <= longestDates) && isDated(text[label.count...])
    }
    if let label = keywordLabels.first(where: { opening.starts(with: $0) }) {
        return isLabel(length: label.count, of: line[begin...], before: isUppercase)
    }
    guard let label = contactLabels.first(where: { opening.starts(with: $0) }) else { return false }
    if hasAddress(text) { return !(text.dropFirst(label.count).first { $0 != 0x20 }.map(isLowercase) ?? false) }
    return isSmallOnTitlePage && isLabel(length: label.count, of: line[begin...]) { _ in false }
}

/// Whether the first characters of a line are a label, not the first words of a sentence or a heading.
private func isLabel(length: Int, of line: ArraySlice<UInt32>, before isBegin: (UInt32) -> Bool) -> Bool {
    let rest = line.dropFirst(length)
    guard let next = rest.first(where: { $0 != 0x20 }) else { return true }
    if isLetter(next) { return rest.first == 0x20 && isBegin(next) }
    return next != 0x2C && next != 0x28 && !isHyphen(next)
}

/// Whether a text has an e-mail address, a link, a DOI or an ORCID iD.
func hasAddress(_ text: [UInt32]) -> Bool {
    let words = text.split(separator: 0x20)
    return words.contains { word in
        let isMail = word.dropFirst().dropLast().contains(0x40)
        return isMail || addressMarks.contains { mark in string(word.map(lowercased)).contains(mark) }
    }
}

private let addressMarks = ["http:", "https:", "www.", "doi.org", "doi:", "orcid"]

/// Openings of which no sentence of a report begins.
private let imprintOpenings = [
    "address correspondence", "address for correspondence", "all rights reserved", "cite this article",
    "copyright ©", "copyright: ©", "copyright (c)", "copyright: (c)", "correspondence and requests for",
    "correspondence to:", "corresponding author:", "how to cite this", "how to cite:", "issn",
    "open access this article", "please cite this", "publisher’s note",
    "publisher's note", "reprints and permission", "springer nature remains neutral",
    "suggested citation", "this article is an open access", "this article is licensed",
    "this article is distributed under", "this article is published under", "this is an open access",
    "this is an open-access", "this work is licensed", "this work is published under", "to cite this",
].map { $0.unicodeScalars.map(\.value) }

/// Labels of keywords.
private let keywordLabels = ["index terms", "key words", "keywords", "mesh terms"].map {
    $0.unicodeScalars.map(\.value)
}

/// Labels of persons, rights and citations, with which sentences begin too: an address tells.
private let contactLabels = [
    "academic editor", "article history", "article type", "author for correspondence", "citation", "copyright",
    "correspondence author", "correspondence to", "correspondence", "corresponding author", "descriptors", "doi",
    "e-mail", "edited by", "editor", "email", "handling editor", "how to cite", "licensee", "orcid id",
    "reviewed by",
].map { $0.unicodeScalars.map(\.value) }

// MARK: Dates

/// Whether a date follows a label, and after the date no sentence goes on.
private func isDated(_ text: ArraySlice<UInt32>) -> Bool {
    guard let next = text.first, !isLetter(next) else { return false }
    var words = text.split { !isLetter($0) && !isDigit($0) }[...]
    while let word = words.first, wordsBeforeDate.contains(string(word.map(lowercased))) { words.removeFirst() }
    let parts = words.prefix(3).prefix { isDay($0) || isMonth($0) || isYear($0) }
    let isWritten = parts.contains(where: isMonth) && parts.contains(where: isYear)
    let isInNumbers = parts.count == 3 && parts.contains(where: isYear)
    guard isWritten || isInNumbers else { return false }
    guard let after = words.dropFirst(parts.count).first(where: { string($0) != "and" }) else { return true }
    return !after.allSatisfy(isLowercase) || wordsAfterDate.contains(string(after))
}

/// Labels of the dates of a text; of two that begin alike the longer comes first.
private let dateLabels = [
    "accepted", "date of acceptance", "date of submission", "first published", "published online", "published",
    "received", "revised", "submitted",
].map { $0.unicodeScalars.map(\.value) }

private let wordsBeforeDate: Set<String> = ["date", "first", "form", "in", "on", "online", "revised"]
private let wordsAfterDate: Set<String> = [
    "accepted", "available", "first", "published", "received", "revised", "submitted",
]

private let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

private func isMonth(_ word: ArraySlice<UInt32>) -> Bool {
    word.count >= 3 && months.contains(string(word.prefix(3).map(lowercased)))
}

/// `5`, `05`, `5th`.
private func isDay(_ word: ArraySlice<UInt32>) -> Bool {
    let digits = word.prefix(while: isDigit).count
    return (1...2).contains(digits) && (word.count == digits || word.count == digits + 2)
}

private func isYear(_ word: ArraySlice<UInt32>) -> Bool { word.count == 4 && word.allSatisfy(isDigit) }
