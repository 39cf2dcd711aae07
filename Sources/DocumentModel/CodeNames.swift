package import JSON

/// The names of what a run's codebooks can find, by number.
package struct CodeNames: Sendable {
    /// A string, and the same as JSON writes it.
    package struct Name: Sendable {
        package let text: String
        package let json: QuotedName

        package init(_ text: String) {
            self.text = text
            json = QuotedName(text)
        }
    }

    /// A code, or a rule of one.
    package struct Member: Sendable {
        /// Number of the dimension of a code, or of the code of a rule.
        package let owner: Int
        package let name: Name

        package init(owner: Int, name: String) {
            self.owner = owner
            self.name = Name(name)
        }
    }

    package private(set) var dimensions: [Name] = []
    package private(set) var codes: [Member] = []
    package private(set) var rules: [Member] = []

    package init() {}

    /// Each is appended after what it belongs to, and numbered in that order.
    package mutating func appendDimension(_ name: String) { dimensions.append(Name(name)) }

    package mutating func appendCode(_ name: String) {
        codes.append(Member(owner: dimensions.count - 1, name: name))
    }

    package mutating func appendRule(_ name: String) { rules.append(Member(owner: codes.count - 1, name: name)) }

    package func reference(_ code: Int) -> CodeReference {
        CodeReference(dimension: dimensions[codes[code].owner].text, code: codes[code].name.text)
    }
}
