import DocumentModel

/// Percent by which places of a journal's name without year and volume are believed.
private enum Confidence {
    /// "published in the following journal: …".
    static let cue = 66
    /// A line of the first page that names a periodical.
    static let masthead = 58
    /// A running head that names a periodical, or that stands on the first page too.
    static let runningHead = 60
    /// A running head of an article that is neither its title nor its authors.
    static let otherHead = 40
}

/// The journal that a document says it is published in.
///
/// All names, those of the file's properties too, are taken in full, where they are printed so or the vocabulary
/// of titles has their words; then the name with the surest evidence is taken, and what else names it makes it surer.
func surestJournal(_ properties: [MetadataField], _ front: FrontText, title: String?) -> MetadataField? {
    // Most documents print their journal's name in full, and need no search.
    lazy var printed = front.printedWords
    var candidates = properties + printedJournals(front, title: title)
    for index in candidates.indices {
        guard case .text(let name) = candidates[index].value else { continue }
        if isAbbreviatedName(name) { candidates[index].value = .text(fullName(of: name, in: printed)) }
    }
    let groups = candidates.map { letters(of: $0.text) }
    var best: MetadataField?
    for (index, candidate) in candidates.enumerated() {
        let support = Set(candidates.indices.filter { groups[$0] == groups[index] }.map { candidates[$0].origin }).count
        let confidence = min(highestConfidence, candidate.confidence + (support - 1) * agreementBonus)
        guard confidence > best?.confidence ?? 0 else { continue }
        best = candidate
        best?.confidence = confidence
    }
    guard var best else { return nil }
    // "JOURNAL OF CARE" in a running head is "Journal of Care" elsewhere.
    let spellings = candidates.filter { letters(of: $0.text) == letters(of: best.text) }.map(\.text)
    if isShouted(best.text), let calm = spellings.first(where: { !isShouted($0) }) { best.value = .text(calm) }
    return best
}

private func isShouted(_ name: String) -> Bool {
    name.utf8.count > 6 && !name.unicodeScalars.contains { $0.properties.isLowercase }
}

private func fullName(of name: String, in printed: PrintedWords) -> String {
    printedName(of: name, in: printed) ?? expandedName(name)
}

extension MetadataField {
    /// The value if it is a text, else nothing.
    fileprivate var text: String {
        if case .text(let text) = value { text } else { "" }
    }
}

extension FrontText {
    /// All words of the front in order, with a mark between lines.
    fileprivate var printedWords: PrintedWords {
        let texts = (blocks + runningHeads).filter { $0.text.utf8.count <= longestLine }.flatMap(\.lines)
        return PrintedWords((texts + citations + notices).flatMap { words($0) + [lineBreak] })
    }
}

/// Bytes of blocks that are looked at for names of journals: a line or two, or a licence.
private let longestLine = 700

// MARK: Candidates

private func printedJournals(_ front: FrontText, title: String?) -> [MetadataField] {
    var found: [MetadataField] = []
    func add(_ name: String, _ confidence: Int, _ origin: String) {
        found.append(MetadataField("journal", .text(name), origin: origin, confidence: confidence))
    }
    for place in front.places { add(place.journal, place.confidence, place.origin) }
    for block in front.blocks where !itemKinds.contains(block.block.kind) && block.text.utf8.count <= longestLine {
        if let name = journalBehindCue(block.text) { add(name, Confidence.cue, "first page") }
    }
    return found + mastheads(front) + plainRunningHeads(front, title: title)
}

/// The name in "This article was published in the following journal: …", "a section of the journal …".
private func journalBehindCue(_ text: String) -> String? {
    let tokens = words(text)
    guard tokens.count <= 40,
        let cue = tokens.firstIndex(where: { ["journal", "journal:"].contains($0) }), cue + 1 < tokens.count,
        tokens[cue] == "journal:" || (cue > 0 && tokens[cue - 1] == "the")
    else { return nil }
    let name = tokens[(cue + 1)...].prefix { word in
        smallWords.contains(word) || word.first?.isUppercase == true || word.dropFirst().contains(where: \.isUppercase)
    }
    guard let last = name.last, name.first?.first?.isLetter == true else { return nil }
    let end = journalName(before: name.count, in: Array(name))
    return last.hasSuffix(".") || cue + 1 + name.count == tokens.count ? end : nil
}

private func mastheads(_ front: FrontText) -> [MetadataField] {
    front.blocks.filter { $0.block.page == 1 && front.hasPages && !itemKinds.contains($0.block.kind) }
        .flatMap { [$0.text] + ($0.lines.count > 1 ? $0.lines : []) }
        .filter { isCapitalisedName($0) && isPeriodical($0) }
        .map { MetadataField("journal", .text($0), origin: "masthead", confidence: Confidence.masthead) }
}

/// Running heads that are a name and a page number, in documents that have a DOI as articles do.
private func plainRunningHeads(_ front: FrontText, title: String?) -> [MetadataField] {
    let isArticle = front.blocks.contains { normalizedDOI($0.text) != nil }
    let firstPage = Set(
        front.blocks.filter { $0.block.page == 1 }.flatMap { $0.lines + [$0.text] }.map { letters(of: $0) })
    let titleLetters = letters(of: title ?? "")
    return front.runningHeads.flatMap(\.lines).compactMap { line in
        let name = withoutPageNumbers(line)
        let key = letters(of: name)
        guard key.count >= 3, isCapitalisedName(name), !contains(titleLetters, key), !isJunkTitle(name, path: ""),
            !readsAsPeople(name, authorList(name))
        else { return nil }
        let confidence: Int
        if isPeriodical(name) || firstPage.contains(key) && isArticle {
            confidence = Confidence.runningHead
        } else if isArticle, words(name).count >= 2 {
            confidence = Confidence.otherHead
        } else {
            return nil
        }
        return MetadataField("journal", .text(name), origin: "running head", confidence: confidence)
    }
}

private func withoutPageNumbers(_ line: String) -> String {
    let isNumber: (String) -> Bool = { word in
        separators.contains(word) || word.allSatisfy { $0.isNumber } || ["Page", "of", "page"].contains(word)
    }
    var tokens = words(line)[...]
    while let first = tokens.first, isNumber(first) { tokens.removeFirst() }
    while let last = tokens.last, isNumber(last) { tokens.removeLast() }
    return tokens.joined(separator: " ")
}

/// Whether a line is a name: words in capitals and small words, no numbers and no marks of a sentence.
private func isCapitalisedName(_ line: String) -> Bool {
    let tokens = words(line)
    guard (1...12).contains(tokens.count), let first = tokens.first, !smallWords.contains(first) else { return false }
    return tokens.allSatisfy { word in
        guard !word.contains(where: { $0.isNumber || ["@", "/", ":", "?", ";"].contains($0) }) else { return false }
        return smallWords.contains(word) || word.contains(where: \.isUppercase)
    } && !line.contains("et al") && !line.hasSuffix(",")
}

private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
}
