package import Codebooks
package import DocumentModel

/// A passage of a document with all that coding says of it, assigned or not.
package struct CodedText: Sendable, Hashable {
    package var passage: Passage
    /// 1-based page on which the passage begins.
    package var page: Int
    package var codes: PassageCodes
}

/// The passages of a document in reading order, each coded.
///
/// Unlike ``DocumentCoder`` it keeps passages without a code and joins none: for tools that compare rules.
package func codedPassages(of document: Document, with coder: PassageCoder) -> [CodedText] {
    let passages = DocumentPassages(of: document, index: TextIndex(document.text))
    return zip(passages.all, coder.code(passages.batch)).map { passage, codes in
        CodedText(passage: passage, page: page(of: passage, in: document), codes: codes)
    }
}

/// 1-based page on which a passage of a document begins.
package func page(of passage: Passage, in document: Document) -> Int {
    guard let place = passage.place else { preconditionFailure("a passage of a document has a place") }
    return document.blocks[place.block].page(from: place.start, to: place.end)
}
