/// Words that names of journals have at most.
private let longestJournalName = 14

/// Small words inside names of journals.
let smallWords: Set<String> = [
    "of", "and", "the", "in", "for", "on", "to", "with", "a", "an", "&", "de", "da", "do", "del", "della", "di", "la",
    "le", "les", "et", "en", "e", "y", "und", "für", "der", "des",
]

/// Words, in lower case, that stand around a journal's name and are no part of it.
private let wordsAround: Set<String> = [
    "volume", "issue", "article", "articles", "page", "pages", "published", "received", "accepted", "revised",
    "copyright", "editor", "editors", "citation", "available", "online", "figure", "table", "doi", "doi:", "al.",
    "license", "licence", "licensee", "correspondence", "email", "e-mail", "cite", "download", "downloaded",
    "homepage", "original", "department", "©", "updated", "version", "accessed", "retrieved", "from",
]

/// The name that ends before a word: back to the end of a sentence, to a person's name or to a word that no title
/// of a journal has; nil if that leaves no name.
///
/// - Parameter position: of the first word behind the name.
func journalName(before position: Int, in tokens: [String]) -> String? {
    var end = position
    while end > 0, separators.contains(tokens[end - 1]) || tokens[end - 1] == lineBreak { end -= 1 }
    var name: [String] = []
    var index = end - 1
    while index >= 0, name.count <= longestJournalName {
        if tokens[index] == lineBreak {
            guard joinsLines(before: index, name.first, in: tokens) else { break }
            index -= 1
            continue
        }
        let isAbbreviated = isAbbreviation(tokens[index]) || followsAbbreviation(index, in: tokens)
        guard let word = nameWord(tokens[index], isAbbreviated: isAbbreviated, following: name) else { break }
        name.insert(word.text, at: 0)
        if word.isFirst { break }
        index -= 1
    }
    return tidiedJournalName(name)
}

/// A name goes on over the end of a line only around a small word: "Journal of | Clinical Medicine".
private func joinsLines(before index: Int, _ next: String?, in tokens: [String]) -> Bool {
    guard let next, index > 0 else { return false }
    return smallWords.contains(next) || smallWords.contains(tokens[index - 1])
}

/// Words before an unknown one among which a known abbreviation shows that the unknown is one too: "J. Town Ctry."
private let abbreviationReach = 3

/// Whether a name with abbreviations goes on up to a word, which may then be an abbreviation that no vocabulary has.
private func followsAbbreviation(_ index: Int, in tokens: [String]) -> Bool {
    for word in tokens[..<index].suffix(abbreviationReach).reversed() {
        guard isNameWord(word) else { return false }
        if word.hasSuffix(".") { return isAbbreviation(word) }
    }
    return false
}

/// A word as part of a name, and whether the name begins with it; nil for a word that ends the search.
///
/// - Parameter following: the words of the name behind it.
private func nameWord(_ token: String, isAbbreviated: Bool, following: [String]) -> (text: String, isFirst: Bool)? {
    var word = token
    guard let last = word.unicodeScalars.last, let first = word.unicodeScalars.first else { return nil }
    if separators.contains(word) || wordsAround.contains(word.lowercased()) { return nil }
    if following.isEmpty {
        while let last = word.unicodeScalars.last, [".", ",", ":", ";", "®", "™"].contains(last) {
            word.unicodeScalars.removeLast()
        }
        if word.isEmpty { return nil }
    } else if [":", "?", "!", ";", ")", "]", "”", "\""].contains(last) {
        return nil
    } else if last == "," {
        // A comma stands in a name only within a list that ends with "and": "Medicine, Health Care and Philosophy".
        guard following.count <= 5, following.contains("and") || following.contains("&") else { return nil }
    } else if last == ".", !isAbbreviated {
        return nil
    }
    if let question = word.lastIndex(where: { $0 == "?" || $0 == "!" }) {
        // The space after a title that ends with a question may be lost: "why?BMJ Open".
        let rest = String(word[word.index(after: question)...])
        return rest.isEmpty ? nil : (rest, true)
    }
    if first == "(" || first == "[" || first == "“" { return (String(word.dropFirst()), true) }
    return isNameWord(word) ? (word, false) : nil
}

private func isNameWord(_ word: String) -> Bool {
    if smallWords.contains(word) { return true }
    guard let first = word.unicodeScalars.first else { return false }
    // eLife, mSphere and their like have their capital inside.
    let hasCapital = word.unicodeScalars.contains { $0.properties.isUppercase }
    return first.properties.isAlphabetic && hasCapital && !word.contains("@") && !word.contains("/")
        && !word.lowercased().hasPrefix("www.") && !word.lowercased().hasPrefix("http")
}

private func tidiedJournalName(_ words: [String]) -> String? {
    var words = words
    while let first = words.first, smallWords.contains(first.lowercased()),
        first.lowercased() != "the" || words.count == 1
    {
        words.removeFirst()
    }
    while let last = words.last, smallWords.contains(last) { words.removeLast() }
    guard let last = words.last, words.count <= longestJournalName, words != ["The"] else { return nil }
    // "Opened in November 2019; …" tells a date.
    if isMonth(last) || words.allSatisfy({ $0.utf8.count < 2 }) { return nil }
    let name = words.joined(separator: " ")
    let letterCount = name.unicodeScalars.count { $0.properties.isAlphabetic }
    // "In Leeds in 2019" and other sentences have a small word where a name has none.
    let isSentence = ["in", "on", "to", "from"].contains(words.dropLast().last ?? "") && words.count <= 3
    return letterCount >= 3 && !isSentence && !isJunkTitle(name, path: "") ? name : nil
}

private func isMonth(_ word: String) -> Bool {
    let word = word.lowercased().filter { $0 != "." }
    return word.utf8.count >= 3 && monthNames.contains { $0.hasPrefix(word) }
}

/// Whether a short text is the name of a journal rather than a title: `Iranian Journal of Care`, `BMC Medicine`.
func isPeriodical(_ text: String) -> Bool {
    let names = words(text)
    guard let first = names.first, names.count <= longestJournalName, !text.contains(":"), !text.contains("?") else {
        return false
    }
    return names.contains { periodicalWords.contains($0.uppercased()) && $0.first?.isUppercase == true }
        || ["BMC", "BMJ", "PLOS", "PLoS", "JMIR"].contains(first) && names.count <= 6
}

/// Words that names of journals have and titles of works have not, in capitals.
private let periodicalWords: Set<String> = [
    "JOURNAL", "ANNALS", "ARCHIVES", "BULLETIN", "REVISTA", "GAZETTE", "JAMA", "LANCET", "ZEITSCHRIFT",
]
