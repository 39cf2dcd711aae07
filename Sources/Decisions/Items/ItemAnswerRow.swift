package import Diagnostics

/// A row of the list of items in which a person has answered.
package struct ItemAnswerRow: Sendable, Hashable {
    /// A text of the row and the cell that it stands in.
    package struct Field: Sendable, Hashable {
        package var text: String
        package var place: Place

        /// White space at the ends and in a row says nothing.
        var words: String {
            text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }
                .joined(separator: " ")
        }

        var isEmpty: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    }

    package var answer: Field
    package var id: Field
    package var document: Field
    package var page: Field
    package var quote: Field
    /// What the list showed, for each dimension of the form.
    package var coded: [Field]
    package var recoded: [Field]
    package var newQuote: Field
    package var wording: Field
    package var note: Field
}
