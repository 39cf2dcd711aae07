import DocumentModel

@testable import Charting

/// A document with paragraphs, and its row: what a report is made of.
struct CodedText {
    var row: ChartRow
    var document: Document

    /// - Parameter passages: their statements stand in the paragraphs; places are found here.
    init(
        _ path: String, paragraphs: [String], passages: [CodedPassage], metadata: DocumentMetadata = DocumentMetadata(),
        documentCodes: PassageCodes = PassageCodes(), status: DocumentStatus = .ok,
        settings: ChartSettings = SchoolGardens.settings
    ) {
        var blocks: [Block] = []
        var start = 0
        for paragraph in paragraphs {
            let end = start + paragraph.unicodeScalars.count
            blocks.append(Block(kind: .paragraph, start: start, end: end))
            start = end + 2
        }
        let text = paragraphs.joined(separator: "\n\n")
        let placed = passages.map { passage in
            var passage = passage
            passage.start = Self.offset(of: passage.statement, in: text)
            passage.end = passage.start + passage.statement.unicodeScalars.count
            return passage
        }
        document = Document(
            source: DocumentSource(path: path), status: status, metadata: metadata, text: text, blocks: blocks)
        row = chartRow(
            path: path, status: status, metadata: metadata,
            coded: CodedDocument(codings: placed, documentCodes: documentCodes), settings: settings)
    }

    /// Of its statements, in document order.
    var ids: [String] {
        let passages = row.cells.flatMap(\.items).map(\.passage).sorted { $0.start < $1.start }
        return passages.reduce(into: []) { if $0.last != $1.id { $0.append($1.id) } }
    }

    private static func offset(of quote: String, in text: String) -> Int {
        let scalars = Array(text.unicodeScalars)
        let pattern = Array(quote.unicodeScalars)
        return scalars.indices.first { scalars[$0...].starts(with: pattern) }!
    }

    /// Two documents with items, one without, one that could not be read.
    static let gardens = [
        CodedText(
            "documents/raised beds.pdf",
            paragraphs: [
                "Every school was asked. Parents watered the beds all summer. Nobody was paid for it — naïvely 🌱 so.",
                "A tap near the beds, paid by the council, kept pupils & staff digging.",
            ],
            passages: [
                SchoolGardens.passage(
                    1, "Parents watered the beds all summer.", influences: ["help"], domains: ["people"],
                    words: [("Parents", "people")], state: .accepted),
                SchoolGardens.passage(
                    2, "A tap near the beds, paid by the council, kept pupils & staff digging.",
                    influences: ["help", "hindrance"], domains: ["soil", "money"],
                    words: [("tap", "soil"), ("paid", "money")]),
            ],
            metadata: SchoolGardens.metadata(("year", .text("2017")), ("title", .text("Raised beds, raised hopes"))),
            documentCodes: PassageCodes(assigned: [DimensionCodes(dimension: "level", codes: ["primary"])])),
        CodedText(
            "documents/compost.pdf",
            paragraphs: ["🌱🌱 Ohne Geld — ‘no money’, they said — compost stayed a wish. Worms did come."],
            passages: [
                SchoolGardens.passage(
                    3, "Ohne Geld — ‘no money’, they said — compost stayed a wish.", influences: ["hindrance"],
                    domains: ["money"], words: [("money", "money")])
            ],
            metadata: SchoolGardens.metadata(("year", .text("May 2011")), ("study_type", .text("Survey")))),
        CodedText("documents/silent.html", paragraphs: ["Nothing was found."], passages: []),
        CodedText("documents/locked.pdf", paragraphs: [], passages: [], status: .encrypted),
    ]

    static let settings = ReportSettings(
        chart: SchoolGardens.settings,
        rules: [
            RuleWording(
                code: CodeReference(dimension: "domain", code: "money"), rule: "money-words", label: "Money; means",
                words: [
                    RuleWording.Part("Adds 1 when the passage has "),
                    RuleWording.Part("money OR <paid>", isExpression: true), RuleWording.Part("."),
                ])
        ])
}

/// Writes a report and gives its bytes.
func report(
    of texts: [CodedText], settings: ReportSettings = CodedText.settings, sections: [ReportSection] = []
) throws -> String {
    try withReport(of: texts, settings: settings, sections: sections) {
        String(decoding: try bytes($0), as: UTF8.self)
    }
}

/// Writes a report into a folder of its own, which goes when `body` is done.
func withReport<Result>(
    of texts: [CodedText], settings: ReportSettings = CodedText.settings, sections: [ReportSection] = [],
    _ body: (String) throws -> Result
) throws -> Result {
    try withFolder { folder in
        let path = folder.appendingPathComponent("report.html").path
        let summary = ChartSummary(included: texts.count, read: texts.count, items: 3, checked: 1)
        let writer = try ReportWriter(path: path, settings: settings, summary: summary)
        for text in texts { try writer.append(text.row, of: text.document) }
        try writer.finish(sections: sections)
        return try body(path)
    }
}
