import DocumentModel

/// A name as reference lists write it, family name first: `Taylor, Julia R. A.`, `Taylor JRA`; without either
/// form it is an organisation, which stays whole. A comma at the end marks an organisation too (EndNote).
func invertedName(_ written: String) -> PersonName {
    let name = collapsingWhiteSpace(written)
    if name.contains(",") { return nameWithComma(name) }
    return nameWithInitialsLast(name, atMost: 4) ?? PersonName(family: name)
}

/// A name as documents write it: `Julia R. A. Taylor`, `Taylor, Julia`, `Taylor JRA`, `World Health Organization`.
func writtenName(_ written: String) -> PersonName {
    let name = collapsingWhiteSpace(written)
    if isOrganisation(name) { return PersonName(family: name) }
    if name.contains(",") { return nameWithComma(name) }
    // "Li WANG" has its family name in capitals; four initials have hardly any.
    return nameWithInitialsLast(withoutDegrees(name), atMost: 3) ?? nameGivenFirst(withoutDegrees(name))
}

/// Whether a name has a word that only organisations have.
func isOrganisation(_ name: String) -> Bool {
    words(name).contains { organisationWords.contains($0.lowercased()) }
}

/// The words between spaces.
func words(_ text: String) -> [String] {
    text.utf8.split(separator: 0x20).map { String(Substring($0)) }
}

/// `Family, Given`, `Family, Given, Jr`, `Family, Jr, Given`.
private func nameWithComma(_ name: String) -> PersonName {
    let parts = name.split(separator: ",").map { collapsingWhiteSpace($0) }.filter { !$0.isEmpty && !isDegree($0) }
    guard let first = parts.first else { return PersonName(family: name) }
    // "Anna Hill, PhD" has its family name last.
    if parts.count == 1 {
        return words(first).count > 1 && name.contains(",") && !name.hasSuffix(",")
            ? nameGivenFirst(first) : PersonName(family: first)
    }
    // "Department of Health, Social Services and Public Safety"
    if words(first).contains(where: { organisationWords.contains($0.lowercased()) }) { return PersonName(family: name) }
    let generation = parts.dropFirst().first { generations.contains($0.lowercased()) }
    let given = parts.dropFirst().first { !generations.contains($0.lowercased()) } ?? ""
    return PersonName(given: given, family: generation.map { first + " " + $0 } ?? first)
}

/// `Taylor JRA`, `van der Berg J`: the last word is some capitals. nil for other names.
private func nameWithInitialsLast(_ name: String, atMost longest: Int) -> PersonName? {
    let words = words(name)
    guard words.count >= 2, let initials = words.last, isInitials(initials),
        initials.unicodeScalars.count(where: { $0.properties.isUppercase }) <= longest
    else { return nil }
    let family = words.dropLast()
    // "NHS UK" has capitals only, and so has no initials to be told.
    guard !isOrganisation(name), family.contains(where: { $0.unicodeScalars.contains { $0.properties.isLowercase } })
    else { return nil }
    // In "Julia R. A" the words before are no family name.
    if family.dropFirst().contains(where: isInitials) { return nil }
    return PersonName(given: initials, family: family.joined(separator: " "))
}

/// `Julia R. A. Taylor`, `Jan van der Berg`, `Martin Luther King Jr.`
private func nameGivenFirst(_ name: String) -> PersonName {
    var words = words(name)
    guard words.count >= 2 else { return PersonName(family: name) }
    var suffix = ""
    if words.count >= 3, let last = words.last, generations.contains(last.lowercased()) {
        suffix = " " + last
        words.removeLast()
    }
    let firstParticle = words.indices.dropFirst().dropLast().first { particles.contains(words[$0].lowercased()) }
    let familyStart = firstParticle ?? words.count - 1
    return PersonName(
        given: words[..<familyStart].joined(separator: " "),
        family: words[familyStart...].joined(separator: " ") + suffix)
}

private func isInitials(_ word: String) -> Bool {
    let capitals = word.unicodeScalars.filter { $0 != "." && $0 != "-" }
    return (1...4).contains(capitals.count) && capitals.allSatisfy { $0.properties.isUppercase }
}

func isDegree(_ word: String) -> Bool {
    degrees.contains(word.lowercased().filter { $0 != "." })
}

private func withoutDegrees(_ name: String) -> String {
    words(name).filter { !isDegree($0) || isInitials($0) && $0.count <= 2 }.joined(separator: " ")
}
