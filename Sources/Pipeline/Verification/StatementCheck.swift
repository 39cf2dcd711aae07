import DocumentModel

/// Holds the statements of one document against its stored text and against its pages.
struct StatementCheck {
    private let path: String
    private let text: TextIndex
    private let pages: PageLetters

    init(_ record: DocumentRecord) {
        path = record.document.source.path
        text = TextIndex(record.document.text)
        pages = PageLetters(pages: record.letters)
    }

    /// What is wrong with a coded passage: nothing, or one finding.
    func finding(for coding: CodedPassage) -> VerificationFinding? {
        let range = coding.start..<max(coding.start, coding.end)
        guard coding.end <= text.count, range.count == coding.end - coding.start,
            text.text(coding.start, coding.end) == coding.statement
        else {
            return VerificationFinding(
                document: path, statement: coding.statement,
                problem: "is not the document's text at \(coding.start)..<\(coding.end)")
        }
        let lastPage = coding.boxes.map(\.page).max() ?? coding.page
        let quote = letters(of: coding.statement)
        // Without geometry there are no lines to count: the DOM gives a sentence whole, or cut by what stands inside.
        let pieces = coding.boxes.isEmpty ? Self.piecesWithoutLines : coding.boxes.count + 1
        guard pages.contains(quote, from: coding.page, through: lastPage, pieces: pieces) else {
            return VerificationFinding(
                document: path, statement: coding.statement,
                problem: "has letters that do not stand on page \(coding.page)")
        }
        return nil
    }

    /// A sentence of a web page with a footnote mark and a dropped element inside is in three pieces.
    private static let piecesWithoutLines = 4
}

/// A statement in a written output that does not stand in its document.
package struct VerificationFinding: Sendable, Hashable {
    package var document: String
    package var statement: String
    /// What is wrong, as the rest of a sentence that begins with the statement.
    package var problem: String
}
