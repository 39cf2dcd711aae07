import Decisions
import DocumentModel

/// A review about gardens: documents, codings and the form of its items.
enum Garden {
    static let sha256 = String(repeating: "a1", count: 32)

    /// A document of paragraphs; pages are as given, or all 1.
    static func document(
        _ paragraphs: [String], pages: [Int] = [], sha256: String = Garden.sha256, doi: String? = nil,
        title: String? = nil, status: DocumentStatus = .ok
    ) -> Document {
        var blocks: [Block] = []
        var text = ""
        for (number, paragraph) in paragraphs.enumerated() {
            if number > 0 { text += "\n\n" }
            let start = text.unicodeScalars.count
            text += paragraph
            blocks.append(
                Block(
                    kind: .paragraph, page: number < pages.count ? pages[number] : 1, start: start,
                    end: text.unicodeScalars.count, headings: ["What we saw"]))
        }
        var metadata = DocumentMetadata()
        if let doi { metadata.set(MetadataField("doi", .text(doi), origin: "info", confidence: 90)) }
        if let title { metadata.set(MetadataField("title", .text(title), origin: "info", confidence: 90)) }
        return Document(
            source: DocumentSource(path: "papers/garden.pdf", sha256: sha256, format: .pdf, pages: 3), status: status,
            metadata: metadata, text: text, blocks: blocks)
    }

    /// The coding of a quote that stands in a document.
    static func coding(
        _ quote: String, in document: Document, id: String, category: String = "barrier", themes: [String] = ["soil"],
        charted: Charted = .yes
    ) -> CodedPassage {
        let place = QuoteFinder(document).places(of: quote)[0]
        return CodedPassage(
            id: id, document: document.source.path, codebook: "garden", statement: quote,
            codes: PassageCodes(
                assigned: [
                    DimensionCodes(dimension: "category", codes: [category]),
                    DimensionCodes(dimension: "theme", codes: themes),
                ],
                scores: [CodeScore(code: CodeReference(dimension: "category", code: category), thousandths: 2000)],
                matches: [
                    RuleMatch(
                        code: CodeReference(dimension: "category", code: category), rule: "lack",
                        spans: [MatchSpan(source: .text, start: 0, end: 3)])
                ]),
            page: 1, start: place.lowerBound, end: place.upperBound, headings: ["What we saw"], charted: charted)
    }

    /// The anchor of a coding.
    static func anchor(of coding: CodedPassage, in document: Document) -> DecisionAnchor {
        let scalars = Array(document.text.unicodeScalars)
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        return DecisionAnchor(
            document: DecidedDocument(document), id: coding.id, quote: coding.statement,
            prefix: text(max(0, coding.start - 64)..<coding.start),
            suffix: text(coding.end..<min(scalars.count, coding.end + 64)), start: coding.start,
            codes: coding.codes.assigned)
    }

    static let rules = DecisionRules(
        dimensions: [
            DimensionCodes(dimension: "category", codes: ["barrier", "facilitator"]),
            DimensionCodes(dimension: "theme", codes: ["soil", "people"]),
        ],
        codebooks: ["category": "garden", "theme": "garden"],
        charting: ChartingRule(category: "category", theme: "theme"), use: .apply)

    static let form = ItemForm(dimensions: [
        ItemForm.Dimension(
            id: "category", label: "Category",
            codes: [
                ItemForm.Code(id: "barrier", label: "Barriers", names: ["Challenges"]),
                ItemForm.Code(id: "facilitator", label: "Facilitators"),
            ]),
        ItemForm.Dimension(
            id: "theme", label: "Theme",
            codes: [
                ItemForm.Code(id: "soil", label: "Soil, water and weather"),
                ItemForm.Code(id: "people", label: "People"),
            ]),
    ])
}
