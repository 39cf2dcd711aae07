package import Codebooks
package import DocumentModel

/// Codes documents with the codebooks of a run; immutable, so any number of threads can share one.
package struct DocumentCoder: Sendable {
    private let coder: PassageCoder
    private let codebooks: [Codebook]
    private let rule: ChartingRule

    /// - Parameters:
    ///   - codebooks: without errors, and with different dimensions.
    ///   - categoryDimension: the dimension that makes the chart's columns of items; nil if the chart has none.
    ///   - themeDimension: the dimension named before each item; nil if the chart names none.
    package init(codebooks: [Codebook], categoryDimension: String?, themeDimension: String?) {
        coder = PassageCoder(codebooks)
        self.codebooks = codebooks
        rule = ChartingRule(category: categoryDimension, theme: themeDimension)
    }

    /// The statements of a document: every passage with a code, and with it the passages that say the same.
    ///
    /// Time is linear in the document's text.
    package func code(_ document: Document) -> CodedDocument {
        let index = TextIndex(document.text)
        let passages = DocumentPassages(of: document, index: index)
        let codes = coder.code(passages.batch)
        var namer = StatementNamer(document: document.source)
        let quotes = quotes(of: passages, codes, in: index.bytes, &namer)
        let maker = StatementMaker(
            document: document, index: index, passages: passages, codes: codes, namer: namer,
            codebookNames: CodebookNames(codebooks, codes.names))
        return CodedDocument(
            codings: maker.codings(quotes, statements: statements(of: quotes, in: index.bytes)),
            documentCodes: coder.documentCodes(of: codes), passages: passages.batch.items.count)
    }

    /// The quotes of passages with a code, in document order.
    private func quotes(
        of passages: DocumentPassages, _ codes: BatchCodes, in text: [UInt8], _ namer: inout StatementNamer
    ) -> [CodedQuote] {
        var coding = QuoteCoding(codes, rule: rule)
        var quotes: [CodedQuote] = []
        for (number, passage) in passages.batch.items.enumerated() {
            let quote = statementBounds(in: text, passage.text)
            let occurrence = namer.countOccurrence(of: text[quote])
            if codes.assigned(number).isEmpty { continue }
            quotes.append(coding.quote(of: number, at: quote, occurrence: occurrence))
        }
        return quotes
    }
}
