/// A line of authors without the marks of affiliations and footnotes.
///
/// A mark between a name and a capital parts two names even where the comma is missing: `Jian Qu1 Ann Hill2`.
func withoutMarks(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var followsMark = false
    for scalar in line.unicodeScalars {
        // "Covid-19" is no name with a mark.
        if isMark(scalar), result.last != "-" || scalar.properties.numericType == nil {
            followsMark = true
            continue
        }
        if followsMark, scalar.properties.isUppercase { result.append(",") }
        if !scalar.properties.isWhitespace { followsMark = false }
        result.append(scalar)
    }
    return withoutGluedLetters(withoutIcons(collapsingWhiteSpace(String(result))))
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    ["*", "†", "‡", "§", "¶", "#", "✉", "⁎", "∗", "●", "®"].contains(scalar) || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .format
}

/// The letters that the icon of ORCID gives where it is set in a font: `Anna Hill ID, Ben Wood`. A name of two words
/// may have them as initials.
private func withoutIcons(_ line: String) -> String {
    line.split(separator: ",", omittingEmptySubsequences: false).map { part in
        let tokens = words(String(part))
        let isIcon: (String) -> Bool = { ["ID", "iD", "ORCID", "Orcid", "orcid"].contains($0) }
        guard tokens.count >= 3, tokens.contains(where: isIcon) else { return String(part) }
        return tokens.filter { !isIcon($0) }.joined(separator: " ")
    }.joined(separator: ",")
}

/// Letters that mark affiliations: journals with more of these use numbers.
private let markLetters: ClosedRange<Character> = "a"..."h"

/// A line without letters that mark affiliations and stick to the names: `Anna Hilla, Ben Woodb,c, Cleo Leea,b`.
///
/// A letter alone between commas shows that there are such marks. The letter at the end of the name before it is one
/// too (`Woodb,c`), unless marks follow the comma in this list (`Anna Hill,a Ben Wood,b`); and if all names end with
/// such letters, all are marked.
private func withoutGluedLetters(_ line: String) -> String {
    var parts = line.split(separator: ",", omittingEmptySubsequences: false).map { collapsingWhiteSpace($0) }
    let isLetter: (String) -> Bool = { $0.count == 1 && $0.first.map(markLetters.contains) == true }
    guard parts.contains(where: isLetter) else { return line }
    let isName: (String) -> Bool = { words($0).count >= 2 && !isDegree(words($0).last ?? "") }
    let followsComma = parts.contains { part in
        let tokens = words(part)
        return tokens.count >= 2 && isLetter(tokens[0]) && tokens[1].first?.isUppercase == true
    }
    let isGlued: (String) -> Bool = { part in
        guard let last = words(part).last, last.count > 2, let letter = last.last else { return false }
        return isName(part) && markLetters.contains(letter)
    }
    let areAllGlued = !followsComma && parts.filter(isName).allSatisfy(isGlued)
    for index in parts.indices where isGlued(parts[index]) {
        let isFollowed = index + 1 < parts.count && isLetter(parts[index + 1])
        let isLast = index + 2 == parts.count
        if areAllGlued || isFollowed && (!followsComma || isLast) { parts[index].removeLast() }
    }
    return parts.filter { !isLetter($0) }.joined(separator: ", ")
}
