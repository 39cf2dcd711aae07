import DocumentModel

/// The authors as a citation lists them: family names with initials.
struct CitedPeople: Sendable {
    var names: [PersonName]
    /// False where "et al." ends the list.
    var isComplete: Bool
}

/// The authors at the start of a citation: `Hill A, Wood BC, de Vries L. Title …`, `Hill, A.; Wood, B.C. Title`,
/// `Hill A and Lee C (2018) Title`; nil if it does not begin with two at least, or with one and a year.
func citedPeople(in citation: String) -> CitedPeople? {
    var pieces: [String] = [""]
    for word in words(citation) {
        if word == "and" || word == "&" {
            pieces.append("")
            continue
        }
        let endsPiece = word.hasSuffix(",") || word.hasSuffix(";")
        pieces[pieces.count - 1] +=
            (pieces[pieces.count - 1].isEmpty ? "" : " ") + (endsPiece ? String(word.dropLast()) : word)
        if endsPiece { pieces.append("") }
    }
    var names: [PersonName] = []
    var rest = pieces.filter { !$0.isEmpty }[...]
    while let piece = rest.popFirst() {
        if piece.hasPrefix("et al") { return names.count >= 1 ? CitedPeople(names: names, isComplete: false) : nil }
        guard let (name, isWhole) = citedName(piece, next: rest.first) else { break }
        names.append(name.person)
        if name.tookNext { rest = rest.dropFirst() }
        if !isWhole {
            let tail = name.tookNext ? "" : piece
            return finished(names, isComplete: !tail.contains(" et al"))
        }
    }
    return finished(names, isComplete: true)
}

private func finished(_ names: [PersonName], isComplete: Bool) -> CitedPeople? {
    names.count >= 2 ? CitedPeople(names: names, isComplete: isComplete) : nil
}

/// A piece of a citation as a name, and whether nothing but the name stands in it.
///
/// `Hill A`, `de la Cruz M-J`, `Lee C. Title of the work`, `Lee C (2018) Title`; or `Hill` with `A.` as the next piece.
private func citedName(
    _ piece: String, next: String?
) -> (name: (person: PersonName, tookNext: Bool), isWhole: Bool)? {
    let tokens = words(piece)
    if let end = tokens.indices.dropFirst().first(where: { isCitedInitials(tokens[$0]) }), isFamily(tokens[..<end]) {
        let person = PersonName(given: initials(tokens[end]), family: tokens[..<end].joined(separator: " "))
        let isLast = tokens[end].hasSuffix(".") && end + 1 < tokens.count
        return ((person, false), end + 1 == tokens.count && !isLast)
    }
    guard let next, isFamily(tokens[...]) else { return nil }
    let given = words(next).prefix { isCitedInitials($0) }
    guard !given.isEmpty else { return nil }
    let person = PersonName(given: given.map { initials($0) }.joined(), family: piece)
    return ((person, true), given.count == words(next).count)
}

/// `A`, `BC`, `M-J`, `A.`, `B.C.`
private func isCitedInitials(_ word: String) -> Bool {
    let capitals = word.unicodeScalars.filter { ![".", "-", "‐", "‑"].contains($0) }
    return (1...4).contains(capitals.count) && capitals.allSatisfy { $0.properties.isUppercase }
}

private func initials(_ word: String) -> String {
    word.filter { $0 != "." }
}

/// Words of a family name: capitals with small letters behind, and particles.
private func isFamily(_ tokens: ArraySlice<String>) -> Bool {
    guard (1...4).contains(tokens.count) else { return false }
    return tokens.allSatisfy {
        particles.contains($0.lowercased()) || isCapitalised($0) && !$0.contains(where: \.isNumber)
    }
        && tokens.contains { $0.unicodeScalars.contains { $0.properties.isLowercase } && isCapitalised($0) }
        && !tokens.contains { $0.hasSuffix(".") || $0.hasSuffix(":") }
}

func isCapitalised(_ word: String) -> Bool {
    word.unicodeScalars.first?.properties.isUppercase == true
}

// MARK: Given and family names

/// Printed names parted into given and family name as the citation of the same work parts them.
///
/// Where a citation is complete and the printed list is not, the citation's authors are taken, with the given names
/// that stand before their family names in print.
func reconciled(_ printed: [PersonName], with cited: CitedPeople, among words: NameWords) -> [PersonName] {
    let parted = printed.map { name in cited.names.lazy.compactMap { part(name, as: $0) }.first }
    let matched = parted.count { $0 != nil }
    let whole = zip(parted, printed).map { $0 ?? $1 }
    guard cited.isComplete, matched < cited.names.count, printed.count <= cited.names.count || matched == 0 else {
        return whole
    }
    let taken = parted.compactMap { $0 }
    return cited.names.map { name in
        taken.first { isSamePerson($0, name) } ?? givenNames(of: name, among: words) ?? name
    }
}

private func isSamePerson(_ full: PersonName, _ cited: PersonName) -> Bool {
    letters(of: full.family).suffix(letters(of: cited.family).count) == letters(of: cited.family)
        && letters(of: full.given).first == letters(of: cited.given).first
}

/// The name with the words of the cited family name, and the particles directly before them, as its family name;
/// nil if it is of another person. A letter stuck to the end of the family name is a mark: `Woodb`.
private func part(_ name: PersonName, as cited: PersonName) -> PersonName? {
    let tokens = words(name.full)
    let family = words(cited.family)
    guard tokens.count > family.count else { return nil }
    for start in tokens.indices.reversed() where start + family.count <= tokens.count {
        let end = start + family.count
        let isSame = zip(tokens[start..<end], family).allSatisfy { letters(of: $0) == letters(of: $1) }
        let marked = !isSame && end == tokens.count && withoutMark(tokens[start..<end], is: family)
        guard isSame || marked else { continue }
        var first = start
        while first > 1, particles.contains(tokens[first - 1]) { first -= 1 }
        let given = tokens[..<first] + tokens[end...]
        guard let initial = letters(of: given.first ?? "").first, initial == letters(of: cited.given).first else {
            continue
        }
        let words = tokens[first..<start] + (marked ? family[...] : tokens[start..<end])
        return PersonName(given: given.joined(separator: " "), family: words.joined(separator: " "))
    }
    return nil
}

private func withoutMark(_ tokens: ArraySlice<String>, is family: [String]) -> Bool {
    guard let last = tokens.last, last.last?.isLowercase == true else { return false }
    return letters(of: tokens.dropLast().joined() + last.dropLast()) == letters(of: family.joined())
}

/// Words in print with their letters, which names are looked for in.
struct NameWords: Sendable {
    fileprivate let words: [String]
    /// Without digits, which are marks.
    fileprivate let keys: [[UInt8]]

    init(_ words: [String]) {
        self.words = words
        keys = words.map { word in letters(of: word).filter { !isDigit($0) } }
    }
}

/// The cited name with the given names that are printed before its family name.
private func givenNames(of cited: PersonName, among printed: NameWords) -> PersonName? {
    let family = words(cited.family).map { letters(of: $0) }
    let initials = letters(of: cited.given)
    guard let first = initials.first, let head = family.first else { return nil }
    for start in printed.words.indices where printed.keys[start] == head {
        guard printed.keys[start...].starts(with: family) else { continue }
        for count in stride(from: min(initials.count, start, 3), to: 0, by: -1) {
            let range = (start - count)..<start
            let fits = zip(printed.keys[range], initials).allSatisfy { $0.first == $1 }
            let isWritten = printed.words[range].allSatisfy { word in
                isCapitalised(word) && !word.hasSuffix(",") && !word.contains(where: \.isNumber)
            }
            let isNamed =
                printed.keys[range].contains { $0.count > 1 } && printed.keys[range.lowerBound].first == first
            if fits, isWritten, isNamed {
                return PersonName(given: printed.words[range].joined(separator: " "), family: cited.family)
            }
        }
    }
    return nil
}
