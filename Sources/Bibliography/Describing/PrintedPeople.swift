import DocumentModel

/// Percent by which printed authors are believed.
private enum Confidence {
    static let list = 65
    /// The citation of the document names the same people.
    static let cited = 72
    /// Only the citation names them.
    static let citationOnly = 60
}

/// Blocks after the title in which authors may begin.
private let blocksForAuthors = 5

/// Blocks that are looked at for authors once the list has begun.
private let blocksOfAuthors = 40

/// The people whom the first page names below the title, parted into given and family name as the document's own
/// citation does it.
///
/// - Parameter title: position of the title's block.
func printedAuthors(_ front: FrontText, title: Int?) -> MetadataField? {
    let names = title.map { peopleBelow($0, in: front.blocks, needsCue: !front.hasPages) } ?? []
    let cited = (front.citations + front.runningHeads.map(\.text) + shortLines(front)).lazy
        .compactMap { citedPeople(in: $0) }.first { cited in isPlausible(cited, for: names) }
    guard let cited else {
        return names.isEmpty
            ? nil : MetadataField("authors", .names(names), origin: "first page", confidence: Confidence.list)
    }
    let printed = front.blocks.prefix { $0.block.page == 1 }.flatMap { words($0.text) }
    let authors = reconciled(names, with: cited, among: NameWords(printed))
    guard !authors.isEmpty, !names.isEmpty || cited.isComplete else { return nil }
    return MetadataField(
        "authors", .names(authors), origin: names.isEmpty ? "citation" : "first page",
        confidence: names.isEmpty ? Confidence.citationOnly : Confidence.cited)
}

/// Bytes of a line of the first page that may be a running head with authors.
private let longestHead = 200

private func shortLines(_ front: FrontText) -> [String] {
    front.blocks.filter { $0.text.utf8.count <= longestHead && !itemKinds.contains($0.block.kind) }.map(\.text)
}

/// A citation is that of the document if it begins with one of its authors.
private func isPlausible(_ cited: CitedPeople, for names: [PersonName]) -> Bool {
    guard !names.isEmpty else { return true }
    let family = letters(of: cited.names[0].family)
    return names.contains { name in
        let full = letters(of: name.full)
        return full.count > family.count
            && (full.suffix(family.count) == family || full.dropLast().suffix(family.count) == family
                || words(name.full).contains { letters(of: $0) == family })
    }
}

/// The people in the blocks behind the title, as far as the blocks read as lists of people.
///
/// - Parameter needsCue: whether a name alone will not do: web pages have names of many things below their title.
private func peopleBelow(_ title: Int, in front: [FrontBlock], needsCue: Bool) -> [PersonName] {
    var texts: [String] = []
    for (distance, candidate) in front[(title + 1)...].prefix(blocksOfAuthors).enumerated() {
        let text = authorLine(candidate, needsCue: needsCue)
        // Some journals print an author's ORCID below each name; marks may stand in a line of their own.
        if text.lowercased().contains("orcid.org") || !text.contains(where: \.isLetter) { continue }
        guard [.frontMatter, .paragraph, .heading].contains(candidate.block.kind) else { break }
        let names = authorList(text)
        if needsCue, names.count < 2, text == candidate.text { continue }
        if readsAsPeople(text, names, isContinued: !texts.isEmpty) {
            texts.append(text)
        } else if !texts.isEmpty || distance >= blocksForAuthors {
            break
        }
    }
    return authorList(joinedLists(texts))
}

/// The text of a block; names that stand in lines of their own are parted by commas.
private func authorLine(_ front: FrontBlock, needsCue: Bool) -> String {
    let text = withoutBy(front.text)
    if !needsCue, let people = peopleBesideOthers(front, text) { return people }
    guard front.lines.count > 1, !text.contains(where: { [",", ";", "&"].contains($0) }), !text.contains(" and ") else {
        return text
    }
    let isPeople = front.lines.allSatisfy { readsAsPeople($0, authorList($0)) && authorList($0).count == 1 }
    return isPeople ? front.lines.joined(separator: ", ") : text
}

/// The part of a block that names several people, beside an organisation or a date:
/// `Invented Institute · Anna Hill and Ben Wood`, or in a line of its own.
private func peopleBesideOthers(_ front: FrontBlock, _ text: String) -> String? {
    let parts = (front.lines.count > 1 ? front.lines : [text]).flatMap { line in
        line.split { ["·", "|", "•"].contains($0) }.map { collapsingWhiteSpace($0) }
    }
    guard parts.count > 1, !readsAsPeople(text, authorList(text)) else { return nil }
    return parts.first { readsAsPeople($0, authorList($0)) && authorList($0).count > 1 && $0.count < text.count }
}

/// Lists of several blocks as one: a name may begin in one block and end in the next.
private func joinedLists(_ texts: [String]) -> String {
    texts.reduce(into: "") { joined, text in
        if joined.isEmpty {
            joined = text
            return
        }
        let last = joined.split { $0 == ";" || $0 == "," }.last.map { words(String($0)).count } ?? 0
        let isOpen = joined.hasSuffix(",") || joined.hasSuffix(";") || text.hasPrefix(";") || text.hasPrefix(",")
        let isSplitName = last == 1 && joined.contains { $0 == ";" || $0 == "," }
        let separator = joined.contains(";") || text.contains(";") ? "; " : ", "
        joined += (isOpen || isSplitName ? " " : separator) + text
    }
}

/// The line without what introduces its authors.
func withoutBy(_ text: String) -> String {
    if text.hasPrefix("By ") || text.hasPrefix("by ") || text.hasPrefix("BY ") {
        // A date and the minutes of reading follow in one line: "By Anna Hill | 12 May 2021".
        let end = text.dropFirst(3).firstIndex { ["|", "•", "·"].contains($0) } ?? text.endIndex
        return collapsingWhiteSpace(text[text.index(text.startIndex, offsetBy: 3)..<end])
    }
    for start in ["Authors: ", "Author: ", "Authors ", "Written by ", "Author(s): "]
    where text.hasPrefix(start) {
        return String(text.dropFirst(start.count))
    }
    return text
}

/// Words that a person's name has at most.
private let longestName = 6

/// Whether every name of a line reads as a person's: given and family name, in capitals, no words of a cover.
///
/// - Parameter isContinued: whether people stand before the line: then a piece of a name will do.
func readsAsPeople(_ text: String, _ names: [PersonName], isContinued: Bool = false) -> Bool {
    guard !names.isEmpty, !text.contains("@"), !text.contains(":"), !text.hasSuffix(".") || text.contains(",") else {
        return false
    }
    // "Updated 3 December 2025" is a date.
    guard years(in: Array(text.utf8)).isEmpty else { return false }
    let people = endsWithGroup(text) ? names.filter { !isOrganisation($0.full) } : names
    return !people.isEmpty
        && people.allSatisfy { name in
            let words = words(name.full)
            let capitalised = words.filter { isCapitalised($0) || isElided($0) }
            let isWritten = words.allSatisfy {
                isCapitalised($0) || particles.contains($0.lowercased()) || isElided($0)
            }
            let isNamed =
                !name.given.isEmpty && capitalised.count >= 2 || isContinued && words.count == 1 && text.contains(";")
            return isNamed && words.count <= longestName && isWritten && !isOrganisation(name.full)
                && !words.contains { coverWords.contains($0.lowercased()) }
        }
}

/// `d’Estaing`, `l'Hôpital`: an article or a preposition before a capital.
private func isElided(_ word: String) -> Bool {
    guard let apostrophe = word.firstIndex(where: { $0 == "’" || $0 == "'" }) else { return false }
    return word[word.index(after: apostrophe)...].first?.isUppercase == true
}

/// Whether a list ends with a group: "Anna Hill, Ben Wood and the Invented Study Group".
private func endsWithGroup(_ text: String) -> Bool {
    let last = words(text).last?.lowercased().filter(\.isLetter) ?? ""
    return ["group", "collaborators", "collaboration", "investigators", "consortium", "network", "team"].contains(last)
}

/// Words, in lower case, that stand on covers and in the lines around a title, and in no name.
private let coverWords: Set<String> = [
    "abstract", "access", "annex", "annual", "appendix", "article", "biomed", "briefing", "central", "cohort",
    "contents", "date", "document", "draft", "edition", "evaluation", "evidence", "executive", "final", "full",
    "government", "guidance", "guide", "guideline", "information", "interim", "issue", "journal", "keywords", "open",
    "page", "paper", "plan", "policy", "prescribing", "protocol", "published", "received", "report", "response",
    "review", "statement", "strategy", "summary", "support", "text", "updated", "version", "volume",
]
