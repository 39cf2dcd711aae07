import DocumentModel

/// Percent by which a printed title is believed. A publisher's tag (85 and more) is surer than any of it, the title
/// that an office program was told (58) is less sure than a title in print.
private enum Confidence {
    static let title = 76
    /// The journal's name or the kind of article was the largest; the title comes after.
    static let below = 60
    static let heading = 45
    /// The file's own title stands in print on the first page.
    static let confirmed = 82
}

/// The title that the first pages print.
///
/// - Parameter fileTitles: the titles in the file's properties. One that the first page prints is the title, whatever
///   else is large there.
func printedTitle(_ front: [FrontBlock], path: String, fileTitles: [String]) -> MetadataField? {
    for fileTitle in fileTitles {
        if let confirmed = confirmedTitle(fileTitle, front) { return titleField(confirmed, Confidence.confirmed) }
    }
    guard let first = front.firstIndex(where: { $0.block.kind == .title }) else {
        let heading = front.first { $0.block.kind == .heading && !isJunkTitle($0.text, path: path) }
        return heading.map { titleField($0.text, Confidence.heading) }
    }
    if isTitle(front[first], path: path) { return titleField(front[first].text, Confidence.title) }
    // The largest words of a first page may be the journal's name or the kind of the article.
    let next = front[(first + 1)...].prefix(blocksForTitle).first { candidate in
        isTitle(candidate, path: path) && words(candidate.text).count >= tellingTitleWords
            && !readsAsPeople(candidate.text, authorList(candidate.text)) && normalizedDOI(candidate.text) == nil
    }
    return next.map { titleField($0.text, Confidence.below) }
}

/// The block that bears a title: the first whose letters are the title's or a part of them, else the first title.
func titleBlock(_ title: String?, in front: [FrontBlock]) -> Int? {
    let whole = letters(of: title ?? "")
    if !whole.isEmpty {
        let bearing = front.firstIndex { candidate in
            let letters = letters(of: withoutLabel(candidate.text))
            return letters.count >= min(whole.count, shortestTitlePart) && whole.starts(with: letters)
                && candidate.block.kind != .furniture
        }
        if let bearing { return lastPart(of: whole, from: bearing, in: front) }
    }
    return front.firstIndex { $0.block.kind == .title }
}

/// A title may go on in the blocks behind its first.
private func lastPart(of title: [UInt8], from first: Int, in front: [FrontBlock]) -> Int {
    var rest = title.dropFirst(letters(of: withoutLabel(front[first].text)).count)
    var last = first
    while !rest.isEmpty, last + 1 < front.count {
        let next = letters(of: front[last + 1].text)
        guard !next.isEmpty, rest.starts(with: next) else { break }
        rest = rest.dropFirst(next.count)
        last += 1
    }
    return last
}

/// Letters that a part of a title has at least where it stands alone.
private let shortestTitlePart = 12

private func titleField(_ title: String, _ confidence: Int) -> MetadataField {
    MetadataField("title", .text(withoutTitleMarks(withoutLabel(title))), origin: "first page", confidence: confidence)
}

// MARK: The file's title in print

/// Letters that a file's title has at least to be looked for: shorter ones are phrases of running text.
private let shortestFileTitle = 20

/// The title as printed, if the first page prints the file's title: alone, behind a label, or over several blocks;
/// a subtitle behind a colon in the same block belongs to it.
private func confirmedTitle(_ fileTitle: String, _ front: [FrontBlock]) -> String? {
    let wanted = letters(of: fileTitle)
    guard wanted.count >= shortestFileTitle else { return nil }
    let early = front.prefix { $0.block.page == 1 }
    for (position, block) in early.enumerated() where [.title, .heading, .frontMatter].contains(block.block.kind) {
        let text = withoutLabel(block.text)
        let printed = letters(of: text)
        if printed == wanted { return text }
        if printed.count > wanted.count, printed.starts(with: wanted) {
            return endsWithPeople(text, after: wanted.count) ? fileTitle : text
        }
        if printed.count > wanted.count, printed.suffix(wanted.count) == wanted[...] { return fileTitle }
        guard printed.count >= shortestTitlePart, wanted.starts(with: printed) else { continue }
        let blocks = early[position...].prefix(3)
        for count in blocks.indices.dropFirst().map({ $0 - position + 1 })
        where letters(of: blocks.prefix(count).map { withoutLabel($0.text) }.joined()) == wanted {
            return fileTitle
        }
    }
    return nil
}

/// Whether people are named behind the first letters of a text: authors in the letters of the title.
private func endsWithPeople(_ text: String, after count: Int) -> Bool {
    var seen = 0
    var rest = Substring(text)
    while seen < count, let character = rest.popFirst() { seen += letters(of: String(character)).count }
    let tail = collapsingWhiteSpace(rest)
    return readsAsPeople(tail, authorList(tail))
}

// MARK: What is no title

/// Blocks from the first printed title on in which the real title may stand.
private let blocksForTitle = 6

/// Words that a title has at least where it must be told from other front matter.
private let tellingTitleWords = 4

private func isTitle(_ front: FrontBlock, path: String) -> Bool {
    [.title, .heading, .frontMatter].contains(front.block.kind) && !isJunkTitle(front.text, path: path)
        && !isPeriodical(front.text)
}

/// Labels that publishers print beside a title, in capitals.
private let labels = ["OPEN ACCESS", "OPEN", "RESEARCH ARTICLE", "REVIEW ARTICLE", "ORIGINAL ARTICLE", "CASE REPORT"]

/// A title without the label that was printed beside it.
func withoutLabel(_ title: String) -> String {
    for label in labels where title.hasPrefix(label + " ") {
        let rest = String(title.dropFirst(label.count + 1))
        // A title in capitals may begin with the word: "OPEN DATA AND CARE".
        if rest.unicodeScalars.contains(where: { $0.properties.isLowercase }), isCapitalised(rest),
            let second = words(rest).first, !isShout(second)
        {
            return rest
        }
    }
    return title
}

private func isShout(_ word: String) -> Bool {
    word.utf8.count > 4 && !word.unicodeScalars.contains { $0.properties.isLowercase }
}

/// Marks of footnotes at the end of a title.
private func withoutTitleMarks(_ title: String) -> String {
    var scalars = Substring(title).unicodeScalars
    while let last = scalars.last, ["*", "†", "‡", "∗", "☆", "⁎", " ", "¶", "§", "✩", "★"].contains(last) {
        scalars.removeLast()
    }
    return String(scalars)
}
