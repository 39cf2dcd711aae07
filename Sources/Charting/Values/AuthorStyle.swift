import DocumentModel

/// How authors are written.
package enum AuthorStyle: String, Sendable, CaseIterable {
    /// Given name first: `Alison Tweed, Andrew Singfield`.
    case full
    /// `Tweed A, Singfield A`.
    case surnameInitials = "surname-initials"
    /// `Tweed et al.`; one and two authors are named: `Tweed and Singfield`.
    case etAl = "et-al"

    /// The authors in this style. An organisation always stands as it is.
    func text(of authors: [PersonName]) -> String {
        switch self {
        case .full: return authors.map(\.full).joined(separator: ", ")
        case .surnameInitials: return authors.map(surnameAndInitials).joined(separator: ", ")
        case .etAl:
            let families = authors.map(\.family)
            return families.count > 2 ? families[0] + " et al." : families.joined(separator: " and ")
        }
    }
}

private func surnameAndInitials(_ name: PersonName) -> String {
    let letters = name.given.split { $0 == " " || $0 == "." || $0 == "-" }.map(initials).joined()
    return letters.isEmpty ? name.family : name.family + " " + letters
}

/// A block of capitals (`Julia RA Taylor`) is initials already; names in capitals are longer.
private let longestBlockOfInitials = 3

private func initials(of givenName: Substring) -> String {
    let isBlock = givenName.count <= longestBlockOfInitials && givenName.allSatisfy(\.isUppercase)
    return isBlock ? String(givenName) : givenName.prefix(1).uppercased()
}
