import Codebooks
import DocumentModel

/// Makes the codings of a document of the quotes that are its statements.
struct StatementMaker {
    let document: Document
    let index: TextIndex
    let passages: DocumentPassages
    let codes: BatchCodes
    let namer: StatementNamer
    let codebookNames: CodebookNames

    /// - Parameters:
    ///   - quotes: in document order.
    ///   - statements: for each quote the index of the one that is its statement.
    func codings(_ quotes: [CodedQuote], statements: [Int]) -> [CodedPassage] {
        var mentions: [Int: [Mention]] = [:]
        for (number, statement) in statements.enumerated() where statement != number {
            mentions[statement, default: []].append(mention(quotes[number]))
        }
        return quotes.indices.filter { statements[$0] == $0 }.map { coding(quotes[$0], mentions[$0] ?? []) }
    }

    private func mention(_ quote: CodedQuote) -> Mention {
        let (start, end) = (index.offset(ofByte: quote.bytes.lowerBound), index.offset(ofByte: quote.bytes.upperBound))
        return Mention(
            page: document.blocks[passages.block(quote.passage)].page(from: start, to: end), start: start, end: end)
    }

    private func coding(_ quote: CodedQuote, _ mentions: [Mention]) -> CodedPassage {
        let text = index.bytes[quote.bytes]
        let (start, end) = (index.offset(ofByte: quote.bytes.lowerBound), index.offset(ofByte: quote.bytes.upperBound))
        let passage = passages.batch.items[quote.passage].text
        let block = passages.block(quote.passage)
        let context = passages.context(quote.passage)
        let trimmed = start - index.offset(ofByte: passage.lowerBound)
        return CodedPassage(
            id: namer.id(of: text, occurrence: quote.occurrence), document: document.source.path,
            codebook: codebookNames.ids(of: codes.assigned(quote.passage)),
            statement: String(decoding: text, as: UTF8.self),
            codes: codes.codes(of: quote.passage, relativeTo: trimmed, length: end - start),
            page: document.blocks[block].page(from: start, to: end),
            boxes: document.blocks[block].boxes(from: start, to: end), start: start, end: end,
            headings: context.headings, leadIn: context.leadIn, section: document.blocks[block].section,
            mentions: mentions,
            charted: quote.charted)
    }
}

/// Which codebooks codes belong to.
struct CodebookNames {
    private let ids: [String]
    /// By a code's number: the number of its codebook.
    private let codebooks: [Int]

    init(_ codebooks: [Codebook], _ names: CodeNames) {
        ids = codebooks.map(\.id)
        let ofDimension = names.dimensions.map { name in
            codebooks.firstIndex { $0.dimension(name.text) != nil } ?? codebooks.count
        }
        self.codebooks = names.codes.map { ofDimension[$0.owner] }
    }

    /// Ids of the codebooks of some codes, joined by a comma.
    ///
    /// - Parameter codes: numbers of at least one.
    func ids(of codes: ArraySlice<Int>) -> String {
        let found = ids.indices.filter { codebook in codes.contains { codebooks[$0] == codebook } }
        return found.count == 1 ? ids[found[0]] : found.map { ids[$0] }.joined(separator: ",")
    }
}
