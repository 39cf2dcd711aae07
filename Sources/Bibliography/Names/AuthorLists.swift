import DocumentModel

/// Splits a line of several authors: `A Hill, B Wood and C Lee`, `Hill, A.; Wood, B.`, `Hill, A., Wood, B.`.
///
/// Marks of affiliations and footnotes (digits, asterisks, daggers, raised letters) are left out.
func authorList(_ line: String) -> [PersonName] {
    let cleaned = withoutMarks(withoutBehalf(line))
    if cleaned.contains(";") { return names(cleaned.split(separator: ";").map(String.init)) }
    let parts = splitAtAnd(cleaned).flatMap { $0.split(separator: ",").map { collapsingWhiteSpace($0) } }
        .filter { !$0.isEmpty }
    if parts.count == 2, !cleaned.contains(" and "), !parts[0].contains(" "), parts[1].split(separator: " ").count <= 3
    {
        return [writtenName(cleaned)]
    }
    if isAlternating(parts) {
        return stride(from: 0, to: parts.count - 1, by: 2).map { PersonName(given: parts[$0 + 1], family: parts[$0]) }
    }
    return names(parts)
}

private func names(_ parts: [String]) -> [PersonName] {
    parts.map(withoutLetterMark).filter { part in
        part.unicodeScalars.contains { $0.properties.isAlphabetic } && !isDegreeWithMark(part)
    }.map(writtenName)
}

/// The line without those for whom its people wrote: "on behalf of the Invented Study Group".
private func withoutBehalf(_ line: String) -> String {
    for cue in [" on behalf of ", " for the "] {
        if let start = line.ranges(of: cue).first?.lowerBound, line[..<start].contains(",") {
            return String(line[..<start]).trimmingCommas
        }
    }
    return line
}

extension String {
    fileprivate var trimmingCommas: String {
        var text = self
        while let last = text.last, last == "," || last == ";" || last == " " { text.removeLast() }
        return text
    }
}

/// `a Lin Wang` without the mark of the author before, which a comma parted from its name, `Lin Wang a` without its
/// own; `a` alone is nothing.
private func withoutLetterMark(_ part: String) -> String {
    var words = words(part)
    if let first = words.first, first.utf8.count == 1, first.first?.isLowercase == true { words.removeFirst() }
    while words.count > 2, let last = words.last, last.utf8.count == 1, last.first?.isLowercase == true {
        words.removeLast()
    }
    return words.joined(separator: " ")
}

/// `PhD`, `MD` and, with the mark of an affiliation stuck to it, `PhDa`.
private func isDegreeWithMark(_ part: String) -> Bool {
    isDegree(part) || (part.last?.isLowercase == true && isDegree(String(part.dropLast())))
}

/// `Hill, A., Wood, B.`: every second part is initials.
private func isAlternating(_ parts: [String]) -> Bool {
    guard parts.count >= 2, parts.count.isMultiple(of: 2) else { return false }
    return stride(from: 1, to: parts.count, by: 2).allSatisfy { index in
        let letters = parts[index].unicodeScalars.filter { $0.properties.isAlphabetic }
        return (1...4).contains(letters.count) && letters.allSatisfy { $0.properties.isUppercase }
    }
}

/// Splits at ` and `, ` & ` unless an organisation's name goes on: `Hill and Wood`, not `Department for Health and Care`.
private func splitAtAnd(_ text: String) -> [String] {
    var parts: [String] = [""]
    for word in words(text) {
        let isJoint = word == "and" || word == "&"
        let before = parts[parts.count - 1].split(separator: ",").last.map(String.init) ?? ""
        if isJoint, !isOrganisation(before) {
            parts.append("")
        } else {
            parts[parts.count - 1] += parts[parts.count - 1].isEmpty ? word : " " + word
        }
    }
    return parts
}
