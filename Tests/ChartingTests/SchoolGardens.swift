import DocumentModel

@testable import Charting

/// A small review of another topic than the project's own, with every kind of cell.
enum SchoolGardens {
    static let settings = settings(level: level)

    static func settings(level: DocumentDimension) -> ChartSettings {
        ChartSettings(
            title: "What lets school gardens last", notes: ["Coded with school-gardens 0.3.0"],
            columns: [
                .field("author"), .field("year"), .field("title"), .field("database"), .field("study type"),
                .field("doi or url"), .documentDimension(level),
                .items("help", heading: "What helped", dimension: "influence"),
                .items("hindrance", heading: "What hindered", dimension: "influence"),
            ],
            categoryDimension: "influence", themeDimension: "domain",
            themes: [("soil", "Soil - and water"), ("people", "People"), ("money", "Money; means")],
            hasReferences: true, documentBase: "../")
    }

    static let level = DocumentDimension(
        id: "level", label: "School level",
        codes: [
            .init(id: "primary", label: "Primary", aliases: ["elementary"]), .init(id: "nursery", label: "Nursery"),
        ])

    static let rows = [raisedBeds, silentReport, lockedReport, odd].map { $0 }

    static let summary = ChartSummary(included: 4, read: 3, items: 4, checked: 1)

    /// Read, with items in both categories; one of them in each.
    private static let raisedBeds = chartRow(
        path: "documents/raised beds.pdf", status: .ok,
        metadata: metadata(
            ("authors", .names([PersonName(given: "Ada", family: "Okafor"), PersonName(family: "Green Yards Trust")])),
            ("year", .text("2017")), ("title", .text("Raised beds, raised hopes")), ("database", .text("AGRIS")),
            ("study_type", .text("Case study")), ("doi", .text("10.5555/beds.7"))),
        coded: CodedDocument(
            codings: [
                passage(
                    1, "Parents watered the beds all summer.", influences: ["help"], domains: ["people"],
                    words: [("Parents", "people")], state: .accepted),
                passage(
                    2, "A tap near the beds, paid by the council, kept pupils & staff digging.",
                    influences: ["help"], domains: ["soil", "money"], words: [("tap", "soil"), ("paid", "money")]),
                passage(
                    3, "Without money for compost the beds stayed <empty>.", influences: ["hindrance", "help"],
                    domains: ["money"], words: [("money", "money")]),
                passage(4, "Nobody counted this.", influences: ["help"], domains: [], charted: .no(reason: "no theme")),
            ],
            documentCodes: PassageCodes(assigned: [DimensionCodes(dimension: "level", codes: ["primary"])]),
            passages: 40),
        settings: settings)

    /// Read, with nothing in it for the chart.
    private static let silentReport = chartRow(
        path: "documents/silent.html", status: .partial, reason: "page 2 has no letters",
        metadata: metadata(("title", .text("=SUM(A1) and other titles")), ("url", .text("https://example.org/silent"))),
        coded: CodedDocument(passages: 3), settings: settings)

    /// Not read; a reference list knows who wrote it.
    private static let lockedReport = chartRow(
        path: "documents/locked.pdf", status: .encrypted,
        metadata: metadata(
            ("authors", .names([PersonName(given: "Li", family: "Wei")])), ("title", .text("Behind the fence"))),
        coded: CodedDocument(), settings: settings)

    /// Read, with letters that formats cannot hold.
    private static let odd = chartRow(
        path: "documents/odd.txt", status: .ok, metadata: metadata(("title", .text("Tab\tand | pipe *stars*"))),
        coded: CodedDocument(
            codings: [
                passage(
                    1, "Bell \u{7} rings, _x0041_ stays, \u{FFFE} too - 1) not an item.", influences: ["hindrance"],
                    domains: ["soil"], words: [("rings", "soil")])
            ], passages: 1),
        settings: settings)

    // MARK: Making values

    static func metadata(_ fields: (String, MetadataValue)...) -> DocumentMetadata {
        DocumentMetadata(fields: fields.map { MetadataField($0.0, $0.1, origin: "test", confidence: 100) })
    }

    /// - Parameter words: words of the statement that decided, each with the domain that it decided.
    static func passage(
        _ number: Int, _ statement: String, influences: [String], domains: [String],
        words: [(word: String, domain: String)] = [], charted: Charted = .yes, state: ItemState = .machine
    ) -> CodedPassage {
        let matches = words.map { word, domain in
            RuleMatch(
                code: CodeReference(dimension: "domain", code: domain), rule: domain + "-words",
                spans: [span(of: word, in: statement)])
        }
        let under = influences.map { influence in
            RuleMatch(
                code: CodeReference(dimension: "influence", code: influence), rule: "under-" + influence,
                spans: [MatchSpan(source: .heading, level: 1, start: 5, end: 11)])
        }
        let codes = (under + matches).map { CodeScore(code: $0.code, thousandths: 1500) }
        return CodedPassage(
            id: "000000000000000\(number)", document: "d", codebook: "school-gardens", statement: statement,
            codes: PassageCodes(
                assigned: [
                    DimensionCodes(dimension: "influence", codes: influences),
                    DimensionCodes(dimension: "domain", codes: domains),
                ], scores: codes, matches: under + matches),
            page: number + 2, start: 0, end: statement.unicodeScalars.count,
            headings: ["Findings", "What helped and hindered"], leadIn: number == 2 ? "Three things helped:" : nil,
            section: .results, charted: charted, state: state)
    }

    private static func span(of word: String, in statement: String) -> MatchSpan {
        let scalars = Array(statement.unicodeScalars)
        let pattern = Array(word.unicodeScalars)
        let start = scalars.indices.first { scalars[$0...].starts(with: pattern) }!
        return MatchSpan(source: .text, start: start, end: start + pattern.count)
    }
}
