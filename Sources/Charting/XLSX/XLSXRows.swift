/// Reads the rows of a workbook's sheets of one name (`Chart`, `Chart 2`…), one at a time, heads left out.
struct XLSXRows {
    let headings: [String]
    private let path: String
    /// Archive names of the sheets still to read.
    private var files: ArraySlice<String>
    private var sheet: SheetRows

    /// - Throws: ``ChartError`` when the workbook has no such sheet.
    init(of name: String, in path: String) throws {
        self.path = path
        files = try sheetFiles(of: name, in: path)[...]
        guard let first = files.popFirst() else { throw ChartError(path: path, message: "no sheet ‘\(name)’") }
        sheet = try SheetRows(file: first, in: path)
        headings = try sheet.headings()
    }

    /// The next row, as long as the headings; nil after the last.
    mutating func next() throws -> [String]? {
        while true {
            if let row = try sheet.next() {
                return headings.indices.map { $0 < row.count ? row[$0] : "" }
            }
            guard let file = files.popFirst() else { return nil }
            sheet = try SheetRows(file: file, in: path)
            guard try sheet.headings() == headings else {
                throw ChartError(path: path, message: "\(file) has other headings")
            }
        }
    }
}

/// Archive names of the sheets whose name is `name`, alone or with a number.
private func sheetFiles(of name: String, in path: String) throws -> [String] {
    let names = SheetNames()
    try readEntry("xl/workbook.xml", in: path, handler: names)
    return names.names.enumerated()
        .filter { $0.element == name || $0.element.hasPrefix(name + " ") }
        .map { "xl/worksheets/sheet\($0.offset + 1).xml" }
}

private func readEntry(_ name: String, in path: String, handler: any XMLHandler) throws {
    guard let entry = try ArchiveEntry(name, in: path) else {
        throw ChartError(path: path, message: "no \(name) inside")
    }
    let parser = XMLParser(handler: handler, path: path)
    while let chunk = try entry.chunk() { try parser.parse(chunk) }
    try parser.parse([], isLast: true)
}

/// Collects the names of the sheets of xl/workbook.xml.
private final class SheetNames: XMLHandler {
    var names: [String] = []

    func start(_ element: String, _ attributes: [String: String]) {
        if element == "sheet", let name = attributes["name"] { names.append(name) }
    }

    func end(_ element: String) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Pulls the rows of one sheet.
private final class SheetRows {
    private let entry: ArchiveEntry
    private let parser: XMLParser
    private let cells = SheetCells()
    private var isAtEnd = false

    init(file: String, in path: String) throws {
        guard let entry = try ArchiveEntry(file, in: path) else {
            throw ChartError(path: path, message: "no \(file) inside")
        }
        self.entry = entry
        parser = XMLParser(handler: cells, path: path)
    }

    func next() throws -> [String]? {
        while cells.rows.isEmpty, !isAtEnd {
            if let chunk = try entry.chunk() {
                try parser.parse(chunk)
            } else {
                try parser.parse([], isLast: true)
                isAtEnd = true
            }
        }
        return cells.rows.isEmpty ? nil : cells.rows.removeFirst()
    }

    /// Skips what stands above the headings: lines of one cell.
    func headings() throws -> [String] {
        while let row = try next() {
            if row.dropFirst().contains(where: { !$0.isEmpty }) { return row }
        }
        return []
    }
}

/// Collects the cells of a sheet's rows.
private final class SheetCells: XMLHandler {
    /// Complete rows that were not taken yet.
    var rows: [[String]] = []
    private var row: [String] = []
    private var column = 0
    private var value: [UInt8] = []
    private var isInValue = false

    func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "row": row = []
        case "c":
            column = columnIndex(attributes["r"] ?? "")
            value = []
        case "v", "t": isInValue = true
        default: break
        }
    }

    func end(_ element: String) {
        switch element {
        case "v", "t": isInValue = false
        case "c":
            guard columns.contains(column) else { return }
            while row.count <= column { row.append("") }
            row[column] = XLSXText.decode(String(decoding: value, as: UTF8.self))
        case "row": rows.append(row)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInValue { value.append(contentsOf: bytes) }
    }
}

/// Columns that Excel allows.
private let columns = 0..<16_384

/// 0-based column of a cell reference: 27 for `AB12`.
private func columnIndex(_ reference: String) -> Int {
    reference.utf8.prefix(3).prefix { $0 >= UInt8(ascii: "A") }.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
        - 1
}
