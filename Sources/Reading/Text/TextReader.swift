import Diagnostics
import DocumentModel

/// Reads plain text: decode → pages → lines → groups between blank lines → blocks → assemble.
func readText(_ bytes: [UInt8], path: String, sha256: String) -> ReadResult {
    let decoded = decodeText(bytes)
    let pages = textPages(of: decoded.bytes)
    let assembled = assemble(textBlocks(of: pages))
    var diagnostics = decoded.diagnostics
    let status: DocumentStatus
    if assembled.text.isEmpty {
        diagnostics.append(.warning("no-text", "the file holds no text"))
        status = .noText
    } else {
        status = diagnostics.contains { $0.severity != .note } ? .partial : .ok
    }
    return ReadResult(
        document: Document(
            source: DocumentSource(path: path, sha256: sha256, format: .text, pages: pages.count), status: status,
            diagnostics: diagnostics, text: assembled.text, joins: assembled.joins, blocks: assembled.blocks),
        letters: pages.map { page in
            let text = page.map(\.text).joined(separator: "\n")
            return String(decoding: letters(of: text), as: UTF8.self)
        })
}
