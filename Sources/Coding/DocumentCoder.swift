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
        var namer = StatementNamer(document: document.source)
        var codings: [CodedPassage] = []
        let codes = coder.code(passages.batch)
        for number in codes.indices {
            let quote = statementBounds(in: index.bytes, passages.batch.items[number].text)
            let occurrence = namer.countOccurrence(of: index.bytes[quote])
            if codes.assigned(number).isEmpty { continue }
            let codes = codes[number]
            let statement = String(decoding: index.bytes[quote], as: UTF8.self)
            let (start, end) = (index.offset(ofByte: quote.lowerBound), index.offset(ofByte: quote.upperBound))
            let place = passages.place(number)
            let block = document.blocks[place.block]
            let context = passages.context(number)
            codings.append(
                CodedPassage(
                    id: namer.id(of: statement, occurrence: occurrence), document: document.source.path,
                    codebook: codebookIDs(of: codes), statement: statement,
                    codes: codes.relative(to: start - place.start, length: end - start),
                    page: block.page(from: start, to: end), boxes: block.boxes(from: start, to: end), start: start,
                    end: end,
                    headings: context.headings, leadIn: context.leadIn, section: block.section,
                    charted: rule.charted(codes)))
        }
        return CodedDocument(
            codings: joiningMentions(codings, rule: rule), documentCodes: coder.documentCodes(of: codes),
            passages: passages.batch.items.count)
    }

    /// Ids of the codebooks that assigned a code.
    private func codebookIDs(of codes: PassageCodes) -> String {
        codebooks.filter { codebook in codes.assigned.contains { codebook.dimension($0.dimension) != nil } }
            .map(\.id).joined(separator: ",")
    }
}
