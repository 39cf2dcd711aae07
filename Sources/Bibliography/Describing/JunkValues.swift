import DocumentModel

/// Whether a title says nothing of the document: a program's default, a file's name, a number.
func isJunkTitle(_ title: String, path: String) -> Bool {
    let lower = title.lowercased()
    if junkTitles.contains(lower) || junkPrefixes.contains(where: lower.hasPrefix) { return true }
    if fileEndings.contains(where: lower.hasSuffix) { return true }
    if lower.contains("\\") || lower.hasPrefix("/") { return true }
    if normalizedDOI(title) != nil, words(title).count <= 2 { return true }
    let stem = fileName(path).split(separator: ".").dropLast().joined(separator: ".")
    let isFileName =
        !stem.isEmpty && !stem.contains(" ") && letters(of: stem) == letters(of: title) && !title.contains(" ")
    if isFileName { return true }
    let scalars = title.unicodeScalars
    let alphabetic = scalars.count { $0.properties.isAlphabetic }
    // Numbers of articles and jobs: "bmjopen-2021-049296 1..11", "S0140673619".
    let digits = scalars.count { $0.properties.numericType != nil }
    return alphabetic < shortestTitle || (digits * 3 > alphabetic && words(title).count <= 3)
}

/// Letters that a title has at least: there are reports called "Care".
private let shortestTitle = 4

private let junkTitles: Set<String> = [
    "untitled", "untitled document", "no title", "title", "document", "layout 1", "powerpoint presentation",
    "slide 1", "presentation", "blank", "template", "print", "cover", "front cover", "report", "final report",
    "final", "draft", "main", "manuscript", "full page photo", "article", "home", "page 1", "contents", "default",
    "paper", "pdf", "review article", "research article", "original article", "original research", "original paper",
    "review", "research", "open access", "editorial", "commentary", "perspective", "case report", "study protocol",
    "protocol", "systematic review", "short report", "brief report", "policy brief", "briefing", "abstract",
    "introduction", "executive summary", "foreword", "table of contents",
]

private let junkPrefixes = [
    "microsoft word -", "microsoft powerpoint -", "microsoft excel -", "untitled-", "document1", "document 1", "doc1",
    "slide ", "layout ", "page title", "file:", "http:", "https:", "(anonymous)", "unknown", "<", "�",
]

private let fileEndings = [
    ".doc", ".docx", ".pdf", ".indd", ".qxd", ".qxp", ".tex", ".dvi", ".rtf", ".odt", ".ppt", ".pptx", ".xls", ".pub",
    ".pmd", ".fm", ".txt", ".html", ".htm", ".eps", ".ai",
]

/// Whether an author is the account or program that made the file.
func isJunkAuthor(_ name: PersonName) -> Bool {
    let full = name.full.lowercased()
    if junkAuthors.contains(full) || ["@", "\\", "://", ":", "_"].contains(where: full.contains) { return true }
    // "jsmith2" is an account; a name of one word in lower case is one too.
    return name.given.isEmpty && !full.contains(" ") && name.family.first?.isLowercase == true
}

private let junkAuthors: Set<String> = [
    "admin", "administrator", "user", "owner", "author", "authors", "unknown", "anonymous", "microsoft office user",
    "microsoft", "adobe", "default", "none", "windows user", "pc", "test", "editor", "webmaster",
]

/// A page's title without the name of the site before or behind a bar, a bullet or a spaced hyphen: a name that the
/// page gives as its site's, or a short tail behind a title that still reads as one.
func withoutSiteName(_ title: String, sites: [String] = []) -> String {
    let names = sites.map { letters(of: $0) }.filter { $0.count >= 2 }
    for separator in [" | ", " – ", " — ", " - ", " :: ", " • ", " · ", " » "] {
        guard let range = title.ranges(of: separator).last else { continue }
        let head = collapsingWhiteSpace(title[..<range.lowerBound])
        let tail = collapsingWhiteSpace(title[range.upperBound...])
        let isSite = names.contains { isNameOf($0, letters(of: tail)) } && !head.isEmpty
        if isSite || words(head).count >= 3 && words(tail).count <= 6 {
            return names.isEmpty
                ? head : withoutSiteName(head, sites: sites.filter { letters(of: $0) == letters(of: tail) })
        }
        if names.contains(letters(of: head)) { return tail }
    }
    return withoutAddress(title)
}

/// Whether a tail is a site's name, or its beginning or end: "NIST" of "NIST – National Institute of …".
private func isNameOf(_ site: [UInt8], _ tail: [UInt8]) -> Bool {
    tail == site || tail.count >= 4 && (site.starts(with: tail) || site.suffix(tail.count) == tail[...])
        || site.count >= 4 && (tail.starts(with: site) || tail.suffix(site.count) == site[...])
}

/// A title without a site's address at its end, as browsers print it: "… report - GOV.UK".
func withoutAddress(_ title: String) -> String {
    for separator in [" - ", " | ", " – "] {
        guard let range = title.ranges(of: separator).last else { continue }
        let tail = title[range.upperBound...]
        let labels = tail.split(separator: ".")
        let isAddress =
            labels.count >= 2 && !tail.contains(" ")
            && labels.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
        if isAddress, words(String(title[..<range.lowerBound])).count >= 2 {
            return collapsingWhiteSpace(title[..<range.lowerBound])
        }
    }
    return title
}

/// The last component of a path or URL.
func fileName(_ path: String) -> String {
    path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? path
}
