import Reading

/// What `codechart worker` does: answers requests on standard input by reading documents, until that ends.
///
/// Call it on the main thread before any other thread exists.
///
/// - Throws: `Failure` if the protocol's descriptors fail.
package func runReadingWorker() throws(Failure) {
    try runWorker(reader: readerVersion) { bytes, path in
        let result = readDocument(bytes, path: path)
        return WorkerOutcome(document: result.document, letters: result.letters)
    }
}
