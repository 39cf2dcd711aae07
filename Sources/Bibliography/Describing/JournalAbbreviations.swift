import DocumentModel

/// Whether a word ends as abbreviated words of journals' names do: `Microbiol.`, `J`, `Am.`.
func isAbbreviation(_ word: String) -> Bool {
    let part = word.split(separator: "-").last.map(String.init) ?? word
    return fullWords[abbreviationKey(part)] != nil
}

private func abbreviationKey(_ word: String) -> String {
    let key = word.lowercased()
    return key.utf8.contains { marks.contains($0) }
        ? String(decoding: key.utf8.filter { !marks.contains($0) }, as: UTF8.self) : key
}

/// Marks that are no part of a word.
private let marks: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: ",")]

/// Whether a journal's name has abbreviated words.
func isAbbreviatedName(_ name: String) -> Bool {
    words(name).contains { $0.hasSuffix(".") || ($0 != "&" && isAbbreviation($0) && !isFullWord($0)) }
}

/// Some words are abbreviations of others and words themselves: "Public", "Cell", "Age".
private func isFullWord(_ word: String) -> Bool {
    !word.hasSuffix(".") && fullWords[abbreviationKey(word)].map { letters(of: $0) == letters(of: word) } ?? false
}

// MARK: As printed in full

/// Words of a document with what they are compared by.
struct PrintedWords: Sendable {
    fileprivate let words: [String]
    /// Lower-case letters and hyphens of each word.
    fileprivate let keys: [[UInt8]]

    init(_ words: [String]) {
        self.words = words
        keys = words.map { Array(abbreviationKey($0).utf8) }
    }
}

/// The full name that an abbreviated one stands for, where it is printed among other words.
///
/// Each word of the abbreviation must be the beginning of the word in its place, or leave out letters of it
/// (`Natl`); only small words may stand between. A name of capitals before the abbreviation (`MMWR Morb Mortal Wkly
/// Rep`) may be missing.
func printedName(of abbreviation: String, in printed: PrintedWords) -> String? {
    let parts = words(abbreviation).map { Array(abbreviationKey($0).utf8) }.filter { !$0.isEmpty }
    guard parts.count >= 2 else { return nil }
    if let name = sequence(parts, in: printed) { return name }
    let first = words(abbreviation)[0]
    let isAcronym = first.utf8.count > 2 && first.unicodeScalars.allSatisfy { $0.properties.isUppercase }
    return isAcronym && parts.count >= 3 ? sequence(Array(parts.dropFirst()), in: printed) : nil
}

/// Small words that may stand between two words of a name that an abbreviation leaves out.
private let longestGap = 3

private func sequence(_ parts: [[UInt8]], in printed: PrintedWords) -> String? {
    for start in printed.keys.indices where stands(parts[0], for: printed.keys[start]) {
        guard isCapitalised(printed.words[start]), let end = end(of: parts, in: printed, from: start) else { continue }
        let name = printed.words[start..<end].filter { $0 != lineBreak }.joined(separator: " ")
        let tidied = name.trimming { [".", ",", ":", ";", ")"].contains($0) }
        if tidied.utf8.count > parts.reduce(0, { $0 + $1.count + 1 }) { return tidied }
    }
    return nil
}

private func end(of parts: [[UInt8]], in printed: PrintedWords, from start: Int) -> Int? {
    var position = start + 1
    for part in parts.dropFirst() {
        var gap = 0
        while position < printed.keys.count, !stands(part, for: printed.keys[position]) {
            let word = printed.words[position]
            guard smallWords.contains(word.lowercased()) || word == lineBreak, gap < longestGap else { return nil }
            gap += 1
            position += 1
        }
        // A sentence that ends between two words parts them.
        guard position < printed.keys.count, ![".", ":", ";"].contains(printed.words[position - 1].last) else {
            return nil
        }
        position += 1
    }
    return position
}

/// Whether an abbreviated word may stand for a printed one. Of single letters only J and N are abbreviations that
/// titles have, of Journal and New.
private func stands(_ short: [UInt8], for long: [UInt8]) -> Bool {
    guard let first = short.first, short.count <= long.count, first == long[0] else { return false }
    if short.count == 1 { return long == short || long.starts(with: "journal".utf8) || long.starts(with: "new".utf8) }
    return long.starts(with: short) || isContraction(short, of: long)
}

/// `natl` of `national`, `hlth` of `health`: letters in their order, others left out in between.
private func isContraction(_ short: [UInt8], of long: [UInt8]) -> Bool {
    guard short.count >= 3, long.count >= short.count + 2 else { return false }
    var position = 0
    for byte in long where position < short.count && short[position] == byte { position += 1 }
    return position == short.count
}

extension String {
    /// The text without scalars at its ends that meet a condition.
    fileprivate func trimming(where isOuter: (Unicode.Scalar) -> Bool) -> String {
        var scalars = Substring(self).unicodeScalars
        while let last = scalars.last, isOuter(last) { scalars.removeLast() }
        while let first = scalars.first, isOuter(first) { scalars.removeFirst() }
        return String(scalars)
    }
}

// MARK: By the vocabulary of titles

/// An abbreviated name with its words in full, as far as the vocabulary of journals' titles has them.
///
/// Titles leave out articles and prepositions when they are abbreviated (ISO 4); those that nearly every title has
/// come back: "Journal of", "Annals of", "the American College of".
func expandedName(_ abbreviation: String) -> String {
    let parts = words(abbreviation)
    var name: [String] = []
    var followsAttribute = false
    for (position, part) in parts.enumerated() {
        let next = position + 1 < parts.count ? abbreviationKey(parts[position + 1]) : nil
        let isReview = position == 0 && abbreviationKey(part) == "rev"
        let full = isReview ? reviewWord(parts) : expandedWord(part, next: followsAttribute ? nil : next)
        // Of two words that may describe the next only the first does: "Clinical Medicine Research".
        followsAttribute = !followsAttribute && attributes[abbreviationKey(part)] == full
        name.append(full)
        guard let next, !smallWords.contains(next) else { continue }
        name += linkingWords(after: full, in: parts[(position + 1)...])
    }
    return name.joined(separator: " ")
}

/// - Parameter next: the word behind it, which it may describe.
private func expandedWord(_ part: String, next: String?) -> String {
    if let hyphen = part.firstIndex(of: "-") {
        let head = String(part[..<hyphen])
        let tail = String(part[part.index(after: hyphen)...])
        return (isAbbreviation(head) ? expandedWord(head, next: nil) : head) + "-" + expandedWord(tail, next: next)
    }
    let key = abbreviationKey(part)
    guard let noun = fullWords[key] else { return part }
    if isFullWord(part), attributes[key] == nil { return part }
    let isFollowed = next.map { !smallWords.contains($0) } ?? false
    return isFollowed ? attributes[key] ?? noun : noun
}

/// "Rev" at the head of a title: a review in English, a revista if its other words are no English ones.
private func reviewWord(_ parts: [String]) -> String {
    parts.dropFirst().allSatisfy { smallWords.contains($0) || isAbbreviation($0) } ? "Reviews in" : "Revista"
}

/// The small words behind a word of a title when others follow.
private func linkingWords(after word: String, in rest: ArraySlice<String>) -> [String] {
    let following = rest.map { fullWords[abbreviationKey($0)] ?? $0 }
    let isBody = following.contains { bodies.contains($0) }
    switch word {
    case "Journal", "Annals", "Archives", "Bulletin", "Proceedings", "Transactions":
        return isBody ? ["of", "the"] : ["of"]
    case "Advances", "Frontiers", "Trends", "Opinion", "Progress": return ["in"]
    case "Society", "College", "Academy", "Association", "Institute":
        return following.count == 1 && following[0] == "Journal" ? [] : ["of"]
    default: return []
    }
}

/// Bodies that a journal may belong to.
private let bodies: Set<String> = ["Society", "College", "Academy", "Association", "Institute", "Organization"]
