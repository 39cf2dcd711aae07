import CSandbox
import Diagnostics
import DocumentModel
import Glibc
import Hashing
import JSON

/// Does what is wanted of one document, never failing, whatever its bytes are.
package typealias WorkerHandler = (WorkerDocument) -> WorkerOutcome

/// The most bytes of a request: the recognised words of a book of a thousand pages take half of it.
private let longestRequest = 1 << 26

/// The worker: restricts itself, says hello, then answers each request on standard input with one line on
/// standard output, until standard input ends.
///
/// Call it on the main thread before any other thread exists (landlock binds threads, not processes).
///
/// - Parameters:
///   - reader: the version of what reads documents.
///   - handler: reads a document.
/// - Throws: `Failure` if the protocol's descriptors fail.
package func runWorker(reader: Int, handler: WorkerHandler) throws(Failure) {
    let sandbox = restrictThisProcess()
    let channel = try WorkerChannel()
    // With nobody left to read the reply, a worker that hangs would stay for ever.
    let watched = csandbox_exit_when_unread(channel.output)
    guard watched == 0 else { throw Failure.worker("the worker cannot start a thread: \(errorText(-watched))") }
    try channel.send(WorkerHello(version: workerProtocolVersion, reader: reader, sandbox: sandbox).line)

    var lines = LineBuffer()
    while try channel.receive(into: &lines) {
        while let line = lines.takeLine() {
            try channel.send(answer(to: line, handler: handler))
            returnMemory()
        }
        guard lines.count <= longestRequest else {
            let help = "send one JSON object a line"
            return try channel.send(WorkerReply.line(id: nil, error: "bad-request", "the line is too long", help: help))
        }
    }
    if let line = lines.takeRest() { try channel.send(answer(to: line, handler: handler)) }
}

/// Physical memory in bytes up to which a worker keeps what a document took: twice what it has when it begins. The
/// next document takes it again, and page faults for that were half of all.
private let keptMemory: Int64 = 64 << 20

/// Gives memory back to the system after a large document, so that those after it do not hold on to it.
private func returnMemory() {
    if csandbox_resident_memory() > keptMemory { csandbox_return_memory() }
}

private func answer(to line: [UInt8], handler: WorkerHandler) -> [UInt8] {
    let request: WorkerRequest
    do {
        request = try decodeJSON(WorkerRequest.self, from: line)
    } catch {
        struct Named: Decodable { var id: RequestID }
        let named = try? decodeJSON(Named.self, from: line)
        return WorkerReply.line(
            id: named?.id, error: "bad-request", "the line is no request",
            help: #"write {"id": 1, "do": ["read"], "path": "FILE"}; "path_base64" for names that are no UTF-8"#)
    }
    guard let task = request.task else {
        return WorkerReply.line(
            id: request.id, error: "unknown-task", "the worker cannot do that",
            help: #"allowed: "do": ["read"] or "do": ["render"]"#)
    }
    let outcome = perform(task, request, handler: handler)
    if let picture = outcome.picture, let problem = store(picture.bytes) {
        return WorkerReply.line(
            id: request.id, error: "no-descriptor",
            "the picture cannot be written to descriptor \(pictureDescriptor): \(errorText(problem))",
            help: "start the worker with a file opened for writing as descriptor \(pictureDescriptor)")
    }
    return WorkerReply.line(id: request.id, outcome: outcome, resident: max(0, Int(csandbox_resident_memory())))
}

/// Writes a picture into the file that the parent opened.
///
/// - Returns: nil, or the error number.
private func store(_ picture: [UInt8]) -> Int32? {
    var written = 0
    while written < picture.count {
        let length = picture[written...].withUnsafeBytes {
            pwrite(pictureDescriptor, $0.baseAddress, $0.count, off_t(written))
        }
        if length > 0 {
            written += length
        } else if errno != EINTR {
            return errno
        }
    }
    return nil
}

private func perform(_ task: WorkerTask, _ request: WorkerRequest, handler: WorkerHandler) -> WorkerOutcome {
    let path = request.path.text
    for failed in [
        csandbox_limit_memory(UInt64(request.memory)), csandbox_limit_cpu(UInt64(request.cpuSeconds)),
    ] where failed != 0 {
        // Without its limits a document is not read at all.
        let problem = "the worker cannot limit itself: \(errorText(-failed))"
        return WorkerOutcome(failing: path, status: .unsupported, .error("no-limits", problem))
    }
    do {
        // Half: what a parser makes of the bytes is never smaller than the bytes.
        let bytes = try readRegularFile(request.path, limit: request.memory / 2)
        var outcome = handler(WorkerDocument(bytes: bytes, path: path, task: task))
        if case .read = task, outcome.document.source.sha256.isEmpty { outcome.document.source.sha256 = sha256(bytes) }
        return outcome
    } catch {
        return WorkerOutcome(failing: path, status: error.status, error.diagnostic)
    }
}

extension WorkerOutcome {
    /// The outcome of a document of which nothing could be read.
    init(failing path: String, sha256: String = "", status: DocumentStatus, _ diagnostic: Diagnostic) {
        let source = DocumentSource(path: path, sha256: sha256)
        self.init(document: Document(source: source, status: status, diagnostics: [diagnostic]))
    }
}
