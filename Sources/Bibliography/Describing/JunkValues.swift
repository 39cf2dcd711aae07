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
    if junkAuthors.contains(full) || full.contains("@") || full.contains("\\") { return true }
    // "jsmith2" is an account; a name of one word in lower case is one too.
    return name.given.isEmpty && !full.contains(" ") && name.family.first?.isLowercase == true
}

private let junkAuthors: Set<String> = [
    "admin", "administrator", "user", "owner", "author", "authors", "unknown", "anonymous", "microsoft office user",
    "microsoft", "adobe", "default", "none", "windows user", "pc", "test", "editor", "webmaster",
]

/// A page's title without the name of the site behind a bar or a spaced hyphen, when what is left still reads
/// as a title.
func withoutSiteName(_ title: String) -> String {
    for separator in [" | ", " – ", " — ", " - ", " :: "] {
        guard let range = title.ranges(of: separator).last else { continue }
        let head = title[..<range.lowerBound]
        let tail = title[range.upperBound...]
        if words(String(head)).count >= 3, words(String(tail)).count <= 6 { return collapsingWhiteSpace(head) }
    }
    return title
}

/// The last component of a path or URL.
func fileName(_ path: String) -> String {
    path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? path
}
