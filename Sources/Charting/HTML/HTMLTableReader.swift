import Diagnostics
import XML

/// Reads a table that was written as a page: what the page shows, row by row.
final class HTMLTableReader: TableReader {
    private let input: FileInput
    private let parser: XMLParser
    private let page = HTMLTablePage()
    private let table: TableHead
    private let path: String
    private var isAtEnd = false

    init(_ table: TableHead, path: String) throws {
        input = try FileInput(path: path)
        parser = XMLParser(handler: page, path: path)
        self.table = table
        self.path = path
    }

    func next() throws -> [String]? {
        while page.rows.isEmpty, !isAtEnd {
            if let chunk = try input.chunk() {
                try parser.parse(chunk)
            } else {
                try parser.parse([], isLast: true)
                isAtEnd = true
            }
        }
        guard let row = page.rows.popFirst() else {
            try table.check(headings: page.headings, path: path)
            return nil
        }
        try table.check(row: row, path: path)
        return row
    }
}

/// Collects headings and rows of a page, or of a part of one, with a table.
final class HTMLTablePage: XMLHandler {
    private(set) var headings: [String] = []
    /// Complete rows that were not taken yet.
    var rows: ArraySlice<[String]> = []

    private enum Part {
        case heading, line
    }

    private var row: [String] = []
    private var part: Part?
    /// Open elements inside the part's own.
    private var depth = 0
    private var isInSign = false
    private var value: [UInt8] = []
    /// Lines of the cell so far.
    private var lines = 0

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
        if attributes["class"]?.split(separator: " ").first == "line" {
            if lines > 0 { value.append(UInt8(ascii: "\n")) }
            lines += 1
            part = .line
            return
        }
        switch element {
        case "tr": row = []
        case "td":
            value.removeAll(keepingCapacity: true)
            lines = 0
        case "th":
            value.removeAll(keepingCapacity: true)
            part = .heading
        default: break
        }
    }

    func end(_ element: String) {
        if let part, depth == 0 {
            if part == .heading { headings.append(String(decoding: value, as: UTF8.self)) }
            self.part = nil
        } else if part != nil {
            depth -= 1
            isInSign = false
        } else if element == "td" {
            row.append(String(decoding: value, as: UTF8.self))
        } else if element == "tr", !row.isEmpty {
            rows.append(row)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if part != nil, !isInSign { value.append(contentsOf: bytes) }
    }
}
