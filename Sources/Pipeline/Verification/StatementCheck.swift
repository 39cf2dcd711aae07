import DocumentModel

/// Holds the statements of one document against its text and against its pages.
struct StatementCheck {
    private let text: TextIndex
    private var pages: PageLetters

    init(_ document: Document, letters: [String]) {
        text = TextIndex(document.text)
        pages = PageLetters(pages: letters)
    }

    /// Whether a statement is the document's text at its place.
    func isText(_ coding: CodedPassage) -> Bool {
        0 <= coding.start && coding.start < coding.end && coding.end <= text.count
            && text.text(coding.start, coding.end).utf8.elementsEqual(coding.statement.utf8)
    }

    /// Whether the letters of a statement stand on its pages as the format's library gives them.
    mutating func standsOnItsPages(_ coding: CodedPassage) -> Bool {
        let quote = letters(of: coding.statement)
        let lastPage = coding.boxes.map(\.page).max() ?? coding.page
        return pages.contains(quote, from: coding.page, through: lastPage, pieces: pieces(coding, quote.count))
    }

    /// Each line of a PDF may be broken by a mark; without geometry there are no lines, so as many letters as
    /// a line has count for one.
    private func pieces(_ coding: CodedPassage, _ letters: Int) -> Int {
        let lines = coding.boxes.isEmpty ? letters / Self.lettersOfALine + 1 : coding.boxes.count
        return lines * 3 + 1
    }

    private static let lettersOfALine = 60
}

/// What is wrong with a statement in a written output.
package struct VerificationFinding: Sendable, Hashable {
    package var document: String
    package var statement: String
    /// What is wrong, as the rest of a sentence that begins with the statement.
    package var problem: String
}
