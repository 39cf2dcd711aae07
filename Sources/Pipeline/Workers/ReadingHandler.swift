import DocumentModel
import Reading

/// What `codechart worker` does: answers requests on standard input by reading documents, until that ends.
///
/// Call it on the main thread before any other thread exists.
///
/// - Throws: `Failure` if the protocol's descriptors fail.
package func runReadingWorker() throws(Failure) {
    try runWorker(reader: readerVersion) { document in
        switch document.task {
        case .read(let recognised, let rulings):
            let result = readDocument(
                document.bytes, path: document.path, recognised: recognised, seeksRulings: rulings)
            return WorkerOutcome(document: result.document, letters: result.letters)
        case .draw(let drawing): return draw(drawing, of: document)
        }
    }
}

private func draw(_ drawing: PageDrawing, of document: WorkerDocument) -> WorkerOutcome {
    let (picture, diagnostic) = drawPage(drawing, of: document.bytes)
    let source = DocumentSource(path: document.path, format: .pdf)
    if let diagnostic {
        return WorkerOutcome(document: Document(source: source, status: .damaged, diagnostics: [diagnostic]))
    }
    return WorkerOutcome(document: Document(source: source, status: .ok), picture: picture)
}
