import Diagnostics
import Spreadsheets
import XML

/// Reads the rows of the table in a Word document of ours, the headings first.
final class WordRows {
    struct Paragraph {
        var style: String
        var text: String
    }

    private let entry: ArchiveEntry
    private let parser: XMLParser
    private let cells = WordCells()
    private var isAtEnd = false

    /// - Throws: ``FileError`` when the file is no Word document.
    init(path: String) throws {
        guard let entry = try ArchiveEntry(WordPart.document, in: path) else {
            throw FileError(path: path, message: "is no Word document: there is no \(WordPart.document) in it")
        }
        self.entry = entry
        parser = XMLParser(handler: cells, path: path, allowsDoctype: false)
    }

    /// The cells of the next row; nil after the last.
    func next() throws -> [[Paragraph]]? {
        while cells.rows.isEmpty, !isAtEnd {
            if let chunk = try entry.chunk() {
                try parser.parse(chunk)
            } else {
                try parser.parse([], isLast: true)
                isAtEnd = true
            }
        }
        return cells.rows.popFirst()
    }
}

extension [WordRows.Paragraph] {
    /// The lines of a cell as one text.
    var text: String { map(\.text).joined(separator: "\n") }
}

private final class WordCells: XMLHandler {
    /// Complete rows that were not taken yet.
    var rows: ArraySlice<[[WordRows.Paragraph]]> = []
    private var row: [[WordRows.Paragraph]] = []
    private var isInCell = false
    private var isInText = false
    private var style = ""
    private var value: [UInt8] = []

    func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "tr": row = []
        case "tc":
            row.append([])
            isInCell = true
        case "p":
            style = ""
            value.removeAll(keepingCapacity: true)
        case "pStyle": style = attributes["val"] ?? ""
        case "t": isInText = true
        case "br": value.append(UInt8(ascii: "\n"))
        case "tab": value.append(UInt8(ascii: "\t"))
        default: break
        }
    }

    func end(_ element: String) {
        switch element {
        case "t": isInText = false
        case "p":
            guard isInCell, !row.isEmpty else { return }
            let text = XLSXText.decode(String(decoding: value, as: UTF8.self))
            row[row.count - 1].append(WordRows.Paragraph(style: style, text: text))
        case "tc": isInCell = false
        case "tr": rows.append(row)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInText { value.append(contentsOf: bytes) }
    }
}
