import Diagnostics

/// One `@type{key, name = value, …}`.
struct BibTeXEntry: Sendable, Hashable {
    /// Lower case, without the `@`.
    var type: String
    var key: String
    var place: Place
    var fields: [BibTeXField]

    /// The field of that name.
    func field(_ name: String) -> BibTeXField? { fields.first { $0.name == name } }
}

/// One `name = value`.
struct BibTeXField: Sendable, Hashable {
    /// Lower case.
    var name: String
    /// LaTeX as written, macros and `#` resolved, without the outer braces or quotes.
    var value: String
    var place: Place
}
