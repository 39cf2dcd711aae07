import Diagnostics
import DocumentModel

/// What is read of one HTML file; beyond it the file is cut and the document is partial.
let htmlByteLimit = 64 << 20

/// Reads HTML: decode → mend references → parse → survey → blocks → furniture → assemble.
///
/// - Parameter limit: how many bytes are read.
func readHTML(_ bytes: [UInt8], path: String, sha256: String, limit: Int = htmlByteLimit) -> ReadResult {
    var diagnostics: [Diagnostic] = []
    var bytes = bytes
    if bytes.count > limit {
        diagnostics.append(
            .error(
                "html-too-long", "only the first \(limit) of \(bytes.count) bytes were read", help: "split the file"))
        // A sequence must not be cut in two.
        bytes.removeSubrange((bytes[...limit].lastIndex { $0 < 0x80 } ?? limit)...)
    }
    let decoded = decodeText(bytes, declared: declaredEncoding(ofHTML: bytes))
    diagnostics += decoded.diagnostics
    if let comment = unclosedComment(in: decoded.bytes) { diagnostics.append(comment) }
    let parsed = parseHTML(mendedReferences(decoded.bytes))
    diagnostics += parsed.diagnostics
    let tree = parsed.tree
    guard !tree.nodes.isEmpty else {
        let status: DocumentStatus = parsed.ranOutOfMemory ? .memory : .noText
        let reason = parsed.diagnostics.first ?? .warning("no-text", "the file holds no element and no text")
        return unread(path: path, sha256: sha256, format: .html, status: status, because: reason)
    }
    let properties = htmlProperties(of: tree)
    let page = htmlBlocks(of: tree)
    if let note = hiddenTextNote(of: page) { diagnostics.append(note) }
    let assembled = assemble(readBlocks(of: page, properties: properties))
    let status = status(of: assembled, diagnostics: diagnostics)
    if status == .noText { diagnostics.append(.warning("no-text", "the page holds no text")) }
    return ReadResult(
        document: Document(
            source: DocumentSource(path: path, sha256: sha256, format: .html, pages: 1), status: status,
            properties: properties, diagnostics: diagnostics, text: assembled.text, joins: assembled.joins,
            blocks: assembled.blocks),
        letters: [String(decoding: letters(of: String(decoding: page.rawText, as: UTF8.self)), as: UTF8.self)])
}

private func status(of text: AssembledText, diagnostics: [Diagnostic]) -> DocumentStatus {
    if diagnostics.contains(where: { $0.severity != .note }) { return .partial }
    return text.text.isEmpty ? .noText : .ok
}
