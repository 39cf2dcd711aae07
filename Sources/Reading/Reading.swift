import Diagnostics
package import DocumentModel
import Hashing

/// Raised when the same bytes give another document.
package let readerVersion: Int = 2

/// A document, and what it was made from for those who check it.
package struct ReadResult: Sendable {
    package var document: Document
    /// For each page the letters (``letters(of:)``) of its text as the format's library gives it, before any
    /// layout of ours.
    package var letters: [String]

    package init(document: Document, letters: [String] = []) {
        self.document = document
        self.letters = letters
    }
}

/// What reads one format: how to tell it by its bytes, and the reading itself.
struct DocumentReader: Sendable {
    var recognises: @Sendable (_ bytes: [UInt8]) -> Bool
    /// Never fails: what went wrong is the document's status and diagnostics.
    /// - Parameters:
    ///   - recognised: words for pages that are images; only formats with pages have them.
    ///   - seeksRulings: whether pages may be drawn to find the lines of tables.
    var read:
        @Sendable (
            _ bytes: [UInt8], _ path: String, _ sha256: String, _ recognised: [RecognisedPage], _ seeksRulings: Bool
        ) -> ReadResult
}

/// All readers; the first that recognises a file reads it.
private let documentReaders: [DocumentReader] = [
    DocumentReader(recognises: isPDF, read: { readPDF($0, path: $1, sha256: $2, recognised: $3, seeksRulings: $4) }),
    DocumentReader(
        recognises: isHTML, read: { bytes, path, sha256, _, _ in readHTML(bytes, path: path, sha256: sha256) }),
    DocumentReader(
        recognises: isText, read: { bytes, path, sha256, _, _ in readText(bytes, path: path, sha256: sha256) }),
]

/// Reads a document's bytes; never throws: what went wrong is the status and the diagnostics.
///
/// The format is told by the content, never by the name.
/// - Parameters:
///   - path: only named in the result.
///   - recognised: the words of pages, by text recognition: they replace what the file itself has there.
///   - seeksRulings: whether pages are drawn to find the lines of their tables, which may take more time and memory
///     than their text.
package func readDocument(
    _ bytes: [UInt8], path: String, recognised: [RecognisedPage] = [], seeksRulings: Bool = true
) -> ReadResult {
    let digest = sha256(bytes)
    guard !bytes.isEmpty else {
        return unread(path: path, sha256: digest, status: .damaged, because: .error("empty-file", "the file is empty"))
    }
    if let reader = documentReaders.first(where: { $0.recognises(bytes) }) {
        return reader.read(bytes, path, digest, recognised, seeksRulings)
    }
    return unread(
        path: path, sha256: digest, status: .unsupported,
        because: .error(
            "unknown-format", "no reader knows this content: \(contentName(of: bytes))",
            help: "PDF, HTML and plain text are read, whatever the file's name"))
}

/// The result for a file that gives no text.
func unread(
    path: String, sha256: String, format: DocumentFormat? = nil, status: DocumentStatus, because reason: Diagnostic
) -> ReadResult {
    ReadResult(
        document: Document(
            source: DocumentSource(path: path, sha256: sha256, format: format), status: status,
            diagnostics: [reason]))
}
