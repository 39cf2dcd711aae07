import Diagnostics
import XML

/// Reads a chart that ``HTMLChartWriter`` wrote: what the page shows, element by element.
func readHTMLChart(path: String, settings: ChartSettings, _ body: (ReadBackRow) throws -> Void) throws {
    let page = HTMLChartPage()
    let parser = XMLParser(handler: page, path: path)
    let input = try FileInput(path: path)
    func deliver() throws {
        if let malformation = page.malformation { throw FileError(path: path, message: malformation) }
        for row in page.rows { try body(row) }
        page.rows.removeAll()
    }
    while let chunk = try input.chunk() {
        try parser.parse(chunk)
        try deliver()
    }
    try parser.parse([], isLast: true)
    try deliver()
    let headings = ["Document"] + settings.columns.filter { $0.category != nil }.map(\.heading)
    guard page.headings == headings else {
        throw FileError(path: path, message: "the headings are \(page.headings), expected \(headings)")
    }
}

/// Collects headings and documents of the page.
private final class HTMLChartPage: XMLHandler {
    var headings: [String] = []
    /// Complete rows that were not taken yet.
    var rows: [ReadBackRow] = []
    var malformation: String?

    /// What the text inside an element belongs to.
    private enum Part {
        case heading, file, number, theme, statement
    }

    private var row = ReadBackRow(document: "", statements: [])
    private var category = ""
    private var part: Part?
    /// Open elements inside the part's own.
    private var depth = 0
    private var isInSign = false
    private var value: [UInt8] = []

    func start(_ element: String, _ attributes: [String: String]) {
        if part != nil {
            depth += 1
            if let number = attributes["data-u"] {
                isInSign = true
                let scalar = UInt32(number).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
                value.append(contentsOf: String(Character(scalar)).utf8)
            }
            return
        }
        let kind = attributes["class"] ?? ""
        switch element {
        case "tr": row = ReadBackRow(document: "", statements: [])
        case "td": category = attributes["data-category"] ?? ""
        case "li":
            row.statements.append(ChartedStatement(category: category, number: 0, themes: [], statement: ""))
        default: break
        }
        part = part(of: element, kind: kind, attributes)
        value.removeAll(keepingCapacity: true)
    }

    func end(_ element: String) {
        if let part, depth == 0 {
            take(String(decoding: value, as: UTF8.self), as: part)
            self.part = nil
        } else if part != nil {
            depth -= 1
            isInSign = false
        } else if element == "tr", !row.document.isEmpty {
            rows.append(row)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if part != nil, !isInSign { value.append(contentsOf: bytes) }
    }

    private func part(of element: String, kind: String, _ attributes: [String: String]) -> Part? {
        switch kind.prefix(while: { $0 != " " }) {
        case "file": .file
        case "number": .number
        case "theme": .theme
        case "statement": .statement
        default: element == "th" && attributes["scope"] == "col" ? .heading : nil
        }
    }

    private func take(_ text: String, as part: Part) {
        let last = row.statements.count - 1
        switch part {
        case .heading: headings.append(text)
        case .file: row.document = text
        case .number, .theme, .statement:
            guard last >= 0 else {
                malformation = "‘\(text)’ stands outside an item"
                return
            }
            switch part {
            case .number: row.statements[last].number = Int(text.utf8.count > 1 ? String(text.dropLast()) : "") ?? 0
            case .theme: row.statements[last].themes.append(text)
            default: row.statements[last].statement = text
            }
        }
    }
}
