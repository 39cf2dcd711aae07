import DocumentModel

/// How authors stand in the cells of a list.
enum CSVNameOrder: Sendable {
    /// `Hill, Anna B.; de la Cruz, Maria`, `Hill, A and Cruz, M`: a name without a comma is an organisation.
    case inverted
    /// `Hill Anna B; Cruz Maria`: the family name first without a comma.
    case familyFirst
    /// `Anna Hill, Maria Cruz`, `Hill AB, Cruz M`: as in print.
    case printed

    /// The order that the cells of a column have: one name with a comma tells it for all.
    init(of cells: [String]) {
        self = cells.contains { isInverted($0) } ? .inverted : .printed
    }
}

/// The authors of a cell; semicolons part names, then `and`, then commas.
func csvAuthors(_ cell: String, _ order: CSVNameOrder) -> [PersonName] {
    switch order {
    case .inverted: splitAuthors(cell).map(invertedName)
    case .familyFirst: splitAuthors(cell).map { $0.contains(",") ? invertedName($0) : familyFirst($0) }
    case .printed: authorList(cell)
    }
}

private func splitAuthors(_ cell: String) -> [String] {
    var parts = cell.split(separator: ";").map { collapsingWhiteSpace($0) }.filter { !$0.isEmpty }
    // "Hill, Anna and Cruz, Maria": without commas "and" may be part of an organisation's name.
    if parts.count == 1, cell.contains(",") { parts = splitAtAnd(cell) }
    return parts
}

private func splitAtAnd(_ cell: String) -> [String] {
    var parts: [[String]] = [[]]
    for word in words(cell) {
        if word == "and" { parts.append([]) } else { parts[parts.count - 1].append(word) }
    }
    let names = parts.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
    // Each part a name of its own, not "Hill, Wood and Lee".
    return names.count > 1 && names.allSatisfy { $0.contains(",") || isOrganisation($0) } ? names : [cell]
}

/// Whether family names stand before a comma: `Hill, Anna B.`, and in lists before each semicolon or `and`.
private func isInverted(_ cell: String) -> Bool {
    splitAuthors(cell).contains { name in
        let parts = name.split(separator: ",").map { collapsingWhiteSpace($0) }
        guard (2...3).contains(parts.count), !isOrganisation(name) else { return false }
        // "Anna Hill, Maria Cruz" are two names.
        return cell.contains(";") || words(parts[0]).count == 1 || words(parts[1]).count == 1
    }
}

/// `de la Cruz Maria`: particles and one word are the family name; an organisation stays whole.
private func familyFirst(_ name: String) -> PersonName {
    let words = words(name)
    guard words.count > 1, !isOrganisation(name) else { return PersonName(family: name) }
    let family = words.prefix { particles.contains($0.lowercased()) }.count + 1
    guard family < words.count else { return PersonName(family: name) }
    return PersonName(
        given: words[family...].joined(separator: " "), family: words[..<family].joined(separator: " "))
}
