import Diagnostics
import XML

/// A workbook to be read, as codechart, Excel and LibreOffice write it (ECMA-376 part 1).
package final class XLSXFile {
    package struct Sheet {
        package var name: String
        /// Its name in the archive.
        var entry: String
    }

    package let path: String
    /// In the workbook's order; hidden ones too.
    package private(set) var sheets: [Sheet] = []
    private(set) var sharedTexts: [String] = []
    private(set) var numberForms = NumberForms()
    /// What may still be unpacked: a zip archive of a few kilobytes can hold gigabytes.
    private var bytesLeft: Int

    /// - Parameter limit: of the bytes that are unpacked, all sheets together.
    /// - Throws: ``FileError`` when the file is no workbook or is larger than the limit.
    package init(path: String, limit: Int = .max) throws {
        self.path = path
        bytesLeft = limit
        let workbook = WorkbookParts()
        let relations = Relations()
        try readEntry(Self.workbookEntry, handler: workbook, isRequired: true)
        try readEntry("xl/_rels/workbook.xml.rels", handler: relations, isRequired: true)
        sheets = workbook.sheets.compactMap { name, id in
            relations.targets[id].map { Sheet(name: name, entry: Self.entry(of: $0)) }
        }
        let texts = SharedTexts()
        try readEntry("xl/sharedStrings.xml", handler: texts)
        sharedTexts = texts.texts
        let styles = Styles()
        try readEntry("xl/styles.xml", handler: styles)
        numberForms = NumberForms(styles: styles, countsFrom1904: workbook.countsFrom1904)
    }

    private static let workbookEntry = "xl/workbook.xml"

    /// The archive name of a relation's target, which is absolute or relative to the workbook's folder.
    private static func entry(of target: String) -> String {
        target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }

    /// The next bytes of an entry, counted against the limit; nil at its end.
    func chunk(of entry: ArchiveEntry) throws -> [UInt8]? {
        guard let chunk = try entry.chunk() else { return nil }
        bytesLeft -= chunk.count
        guard bytesLeft >= 0 else {
            throw FileError(path: path, message: "holds more than a workbook of texts can hold")
        }
        return chunk
    }

    func parser(for handler: any XMLHandler) -> XMLParser {
        XMLParser(handler: handler, path: path, allowsDoctype: false)
    }

    private func readEntry(_ name: String, handler: any XMLHandler, isRequired: Bool = false) throws {
        guard let entry = try ArchiveEntry(name, in: path) else {
            guard isRequired else { return }
            throw FileError(path: path, message: "is no XLSX workbook: there is no \(name) in it")
        }
        let parser = parser(for: handler)
        while let chunk = try chunk(of: entry) { try parser.parse(chunk) }
        try parser.parse([], isLast: true)
    }
}

/// The sheets of xl/workbook.xml.
private final class WorkbookParts: XMLHandler {
    /// Names with the ids of their relations.
    private(set) var sheets: [(name: String, id: String)] = []
    private(set) var countsFrom1904 = false

    func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "sheet":
            if let name = attributes["name"], let id = attributes["id"] { sheets.append((name, id)) }
        case "workbookPr": countsFrom1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true"
        default: break
        }
    }

    func end(_ element: String) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// What the ids of xl/_rels/workbook.xml.rels name.
private final class Relations: XMLHandler {
    private(set) var targets: [String: String] = [:]

    func start(_ element: String, _ attributes: [String: String]) {
        guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        targets[id] = target
    }

    func end(_ element: String) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The texts of xl/sharedStrings.xml, which cells name by their numbers.
private final class SharedTexts: XMLHandler {
    private(set) var texts: [String] = []
    private var collector = TextCollector()

    func start(_ element: String, _ attributes: [String: String]) {
        if element == "si" { collector.removeAll() }
        collector.start(element)
    }

    func end(_ element: String) {
        collector.end(element)
        if element == "si" { texts.append(XLSXText.decode(collector.text)) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { collector.append(bytes) }
}
