import DocumentModel
import JSON

/// The data of one document in the report: its cells, the texts that quotes stand in, and its items.
///
/// Texts and heading paths are given once and named by their index; offsets are code points of these texts.
struct ReportDocument {
    private let row: ChartRow
    private let settings: ReportSettings
    private let text: TextIndex
    private let context: QuoteContext

    // By bytes: Swift's strings would call é and e with U+0301 the same.
    private var texts: [String] = []
    private var textNumbers: [[UInt8]: Int] = [:]
    private var excerptNumbers: [QuoteContext.Excerpt: Int] = [:]
    private var paths: [[String]] = []
    private var pathNumbers: [[[UInt8]]: Int] = [:]

    init(_ row: ChartRow, of document: Document, settings: ReportSettings) {
        self.row = row
        self.settings = settings
        text = TextIndex(document.text)
        context = QuoteContext(document.blocks)
    }

    /// Writes the document: what filters look at, which every reader needs at once; and the evidence of its items in the
    /// same order, which is read when they come on the screen.
    ///
    /// - Parameter rules: learns the rules that held in it.
    mutating func write(
        to json: inout JSONWriter, evidence: inout JSONWriter, rules: inout ReportRules
    ) {
        let groups = row.itemsByStatement(settings.chart)
        let cells = Array(zip(settings.chart.columns, row.cells))
        json.object { json in
            json.member("path", row.document)
            json.member("href", settings.chart.link(to: row.document))
            if !row.status.isRead { json.member("unread", true) }
            json.key("fields")
            json.array(of: cells.filter { $0.0.category == nil }) { json, field in
                write(field.1, of: field.0, to: &json)
            }
            json.key("absent")
            json.array(of: cells.filter { $0.0.category != nil }) { $0.value($1.1.plainText) }
            json.key("items")
            json.array(of: groups) { write($1, to: &$0) }
        }
        evidence.object { json in
            json.key("items")
            json.array(of: groups) { writeEvidence(of: $1[0].item.passage, to: &$0, rules: &rules) }
            // Known only now.
            json.member("texts", texts)
            json.key("paths")
            json.array(of: paths) { $0.array($1) }
        }
    }

    /// What a search looks at: the fields of the document, then of each item wording, quote, headings, lead-in and themes.
    func searchText() -> [UInt8] {
        var text = SearchText()
        text.add(zip(settings.chart.columns, row.cells).filter { $0.0.category == nil }.map(\.1.plainText))
        for items in row.itemsByStatement(settings.chart) {
            let (item, passage) = (items[0].item, items[0].item.passage)
            let wording = passage.wording == nil ? [] : [item.printed]
            text.add(
                wording + [passage.statement] + passage.headings + [passage.leadIn].compactMap(\.self) + item.themes)
        }
        return text.bytes
    }

    // MARK: Cells

    /// Text, whether it is one that only says why there is none, and where it leads.
    private func write(_ cell: ChartCell, of column: ChartColumn, to json: inout JSONWriter) {
        let isStated = if case .text = cell { true } else { false }
        let link: String? =
            switch column.content {
            case .file: settings.chart.link(to: row.document)
            case .doiOrURL: webLink(cell.plainText)
            case .field, .items, .documentDimension, .status: nil
            }
        json.array { json in
            json.value(cell.plainText)
            if let link, isStated {
                json.value(false)
                json.value(link)
            } else if !isStated {
                json.value(true)
            }
        }
    }

    // MARK: Items

    private func write(_ group: [(category: Int, item: ChartItem)], to json: inout JSONWriter) {
        let passage = group[0].item.passage
        json.object { json in
            json.member("id", passage.id)
            json.key("in")
            json.array(of: group) { json, entry in
                json.array { json in
                    json.value(entry.category)
                    json.value(entry.item.number)
                    json.value(score(of: entry.item.category, in: settings.chart.categoryDimension, passage))
                }
            }
            writeThemes(group[0].item, to: &json)
            if passage.state != .machine { json.member("state", passage.state.rawValue) }
            if passage.wording != nil { json.member("printed", group[0].item.printed) }
            if !passage.mentions.isEmpty {
                json.key("mentions")
                json.array(of: passage.mentions) { $0.value($1.page) }
            }
        }
    }

    private mutating func writeEvidence(
        of passage: CodedPassage, to json: inout JSONWriter, rules: inout ReportRules
    ) {
        let quote = quote(of: passage)
        let leadIn = passage.leadIn.map { number(of: $0) }
        let path = passage.headings.isEmpty ? nil : number(of: passage.headings)
        json.object { json in
            json.member("page", passage.page)
            json.key("quote")
            json.array { json in
                for number in [quote.text, quote.start, quote.end] { json.value(number) }
            }
            if quote.cut > 0 { json.member("cut", quote.cut) }
            json.member("under", path)
            json.member("leadIn", leadIn)
            json.member("section", passage.section?.rawValue)
            writeMatches(of: passage, to: &json, rules: &rules)
        }
    }

    /// Label and score of each theme.
    private func writeThemes(_ item: ChartItem, to json: inout JSONWriter) {
        let codes = item.passage.codes.codes(in: settings.chart.themeDimension)
        json.key("themes")
        json.array(of: zip(codes, item.themes)) { json, theme in
            json.array { json in
                json.value(theme.1)
                json.value(score(of: theme.0, in: settings.chart.themeDimension, item.passage))
            }
        }
    }

    /// Of every rule that held for a category or theme of the item: its number, then the words that made it hold.
    private func writeMatches(of passage: CodedPassage, to json: inout JSONWriter, rules: inout ReportRules) {
        let dimensions = [settings.chart.categoryDimension, settings.chart.themeDimension]
        let assigned = passage.codes.matches.filter { match in
            dimensions.contains(match.code.dimension)
                && passage.codes.codes(in: match.code.dimension).contains(match.code.code)
        }
        json.key("matches")
        json.array(of: assigned) { json, match in
            json.array { json in
                json.value(rules.number(of: match))
                json.array(of: match.spans) { json, span in
                    json.array { json in
                        json.value(span.source.rawValue)
                        json.value(span.start)
                        json.value(span.end)
                        if let level = span.level { json.value(level) }
                    }
                }
            }
        }
    }

    /// In thousandths; 0 for a code that a person gave.
    private func score(of code: String, in dimension: String, _ passage: CodedPassage) -> Int {
        let reference = CodeReference(dimension: dimension, code: code)
        return passage.codes.scores.first { $0.code == reference }?.thousandths ?? 0
    }

    // MARK: Texts

    /// The text of a quote, the place of the quote in it, and at which ends the paragraph goes on: 1 before, 2 after.
    private mutating func quote(of passage: CodedPassage) -> (text: Int, start: Int, end: Int, cut: Int) {
        let excerpt =
            settings.quotesOnly
            ? QuoteContext.Excerpt(start: passage.start, end: passage.end) : context.excerpt(around: passage)
        let number: Int
        if let known = excerptNumbers[excerpt] {
            number = known
        } else {
            number = texts.count
            excerptNumbers[excerpt] = number
            texts.append(text.text(excerpt.start, excerpt.end))
        }
        let cut = (excerpt.isCutBefore ? 1 : 0) + (excerpt.isCutAfter ? 2 : 0)
        return (number, passage.start - excerpt.start, passage.end - excerpt.start, cut)
    }

    private mutating func number(of text: String) -> Int {
        let bytes = Array(text.utf8)
        if let number = textNumbers[bytes] { return number }
        textNumbers[bytes] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    private mutating func number(of path: [String]) -> Int {
        let bytes = path.map { Array($0.utf8) }
        if let number = pathNumbers[bytes] { return number }
        pathNumbers[bytes] = paths.count
        paths.append(path)
        return paths.count - 1
    }
}
