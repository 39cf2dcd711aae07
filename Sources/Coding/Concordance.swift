package import Codebooks
package import DocumentModel

/// A hit of an expression in a document, with the text around it.
package struct ConcordanceLine: Sendable, Hashable {
    /// 1-based page on which the passage of the hit begins.
    package var page: Int
    package var section: SectionKind?
    /// Heading path of the passage, outermost first.
    package var headings: [String]
    /// Offsets of the hit into the document's text, from its first word to its last.
    package var start: Int
    package var end: Int
    /// The text before the hit, at most so much of the block as was asked for.
    package var left: String
    /// The text from the first word of the hit to the last.
    package var match: String
    package var right: String
    /// The words of the hit: code points of ``match``.
    package var words: [Range<Int>]
}

/// Every hit of an expression in the passages of a document, in document order.
///
/// - Parameter context: code points of the block that are given before and after each hit.
package func concordance(
    of search: ExpressionSearch, in document: Document, context: Int
) -> [ConcordanceLine] {
    let index = TextIndex(document.text)
    let passages = DocumentPassages(of: document, index: index)
    let hits = search.hits(
        in: index.bytes, parts: passages.batch.items.map(\.text), offset: index.offset(ofByte:),
        byteOffset: index.byteOffset(of:))
    return hits.compactMap { hit in
        guard let start = hit.words.first?.lowerBound, let end = hit.words.map(\.upperBound).max() else { return nil }
        let place = passages.place(hit.part)
        let block = document.blocks[place.block]
        return ConcordanceLine(
            page: passages.page(place), section: block.section, headings: block.headings, start: start,
            end: end, left: index.text(max(block.start, start - context), start), match: index.text(start, end),
            right: index.text(end, min(block.end, end + context)),
            words: hit.words.map { $0.lowerBound - start..<$0.upperBound - start })
    }
}
