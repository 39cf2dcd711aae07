package import Diagnostics
import DocumentModel
package import Tables
import YAML

/// The codebook as tables: Codes with one row a code, Rules, Terms, Dimensions and Codebook. What it includes stays in
/// the included files, which other codebooks share; the tables name them.
///
/// - Returns: no tables, and errors, when a text does not fit a spreadsheet.
package func tables(of codebook: Codebook) -> (tables: [Table], diagnostics: [Diagnostic]) {
    var writer = TableWriter()
    let tables = [
        writer.codes(codebook), writer.rules(codebook), writer.terms(codebook), writer.dimensions(codebook),
        writer.settings(codebook),
    ]
    return (writer.diagnostics.isEmpty ? tables : [], writer.diagnostics)
}

/// Collects what cannot be written on the way.
private struct TableWriter {
    var diagnostics: [Diagnostic] = []

    // MARK: Sheets

    mutating func codes(_ codebook: Codebook) -> Table {
        var rows: [[Table.Cell]] = []
        for dimension in codebook.dimensions {
            for code in dimension.codes { rows += self.rows(of: code, in: dimension) }
        }
        return table(.codes, rows)
    }

    private mutating func rows(of code: Code, in dimension: Dimension) -> [[Table.Cell]] {
        let short = ShortRules(code.rules)
        let more = short.count < code.rules.count ? [MoreRules.pointer] : []
        return rows(
            .codes,
            [
                Heading.dimension: .text(dimension.id), Heading.code: .text(code.id),
                Heading.label: .text(code.label == code.id ? nil : code.label), Heading.brief: .plain(code.brief),
                Heading.definition: .plain(code.definition), Heading.useWhen: .plain(code.useWhen),
                Heading.notWhen: .plain(code.notWhen),
                Heading.lookFor: .lines(short.lookFor.map { CellItems.text($0) } + more),
                Heading.underHeadings: .items(short.underHeadings), Heading.butNot: .items(short.butNot),
                Heading.examples: .lines(code.examples.map(ExampleLines.text)),
                Heading.nearMisses: .lines(code.nearMisses.map(ExampleLines.text)),
                Heading.threshold: .number(code.threshold), Heading.chartColumn: .text(code.column),
                Heading.aliases: .items(code.aliases),
            ], place: code.place)
    }

    mutating func rules(_ codebook: Codebook) -> Table {
        var rows: [[Table.Cell]] = []
        for dimension in codebook.dimensions {
            for code in dimension.codes {
                for rule in code.rules.dropFirst(ShortRules(code.rules).count) {
                    rows += self.rows(
                        .rules,
                        [
                            Heading.dimension: .text(dimension.id), Heading.code: .text(code.id),
                            Heading.rule: .text(rule.id), Heading.lookFor: .items(rule.match?.sources ?? []),
                            Heading.at: .text(rule.at?.rawValue),
                            Heading.underHeadings: .items(rule.under?.sources ?? []),
                            Heading.after: .items(rule.previous?.sources ?? []),
                            Heading.butNot: .items(rule.unless?.sources ?? []),
                            Heading.inSections: .lines(rule.inSections.map(\.rawValue)),
                            Heading.notInSections: .lines(rule.notInSections.map(\.rawValue)),
                            Heading.when: .lines(rule.when.map(\.text)), Heading.weight: .number(rule.weight),
                        ], place: rule.place)
                }
            }
        }
        return table(.rules, rows)
    }

    mutating func terms(_ codebook: Codebook) -> Table {
        table(
            .terms,
            codebook.terms.filter { !$0.isIncluded }.flatMap { term in
                rows(
                    .terms, [Heading.name: .text(term.name), Heading.lookFor: .items(term.sources)], place: term.place)
            })
    }

    mutating func dimensions(_ codebook: Codebook) -> Table {
        table(
            .dimensions,
            codebook.dimensions.flatMap { dimension in
                rows(
                    .dimensions,
                    [
                        Heading.dimension: .text(dimension.id),
                        Heading.label: .text(dimension.label == dimension.id ? nil : dimension.label),
                        Heading.unit: .text(dimension.unit == .passage ? nil : dimension.unit.rawValue),
                        Heading.assign: .text(dimension.assign.text),
                    ], place: dimension.place)
            })
    }

    mutating func settings(_ codebook: Codebook) -> Table {
        let values: [String: CellContent] = [
            "codebook": .text(codebook.id), "title": .plain(codebook.title), "version": .plain(codebook.version),
            "source": .plain(codebook.source), "language": .text(codebook.language),
            "include": .items(codebook.includes),
            "negation": .items(codebook.negation?.sources ?? []), "skip": .lines(codebook.skip.map(\.rawValue)),
        ]
        return table(
            .codebook,
            CodebookSetting.all.flatMap { setting in
                rows(
                    .codebook,
                    [
                        Heading.setting: .text(setting.name), Heading.value: values[setting.key] ?? .plain(""),
                        Heading.meaning: .plain(setting.meaning),
                    ], place: nil)
            })
    }

    // MARK: Rows

    private func table(_ form: SheetForm, _ rows: [[Table.Cell]]) -> Table {
        Table(
            name: form.name, columns: form.columns.map { Table.Column(heading: $0.heading, width: $0.width) },
            frozenColumns: form.frozenColumns, rows: rows)
    }

    /// What one thing takes: one row, and further ones, without keys, for lists that are too long for a cell.
    private mutating func rows(
        _ form: SheetForm, _ contents: [String: CellContent], place: Place?
    ) -> [[Table.Cell]] {
        let columns = form.headings.map { heading in
            cells(contents[heading] ?? .plain(""), heading: heading, place: place)
        }
        return (0..<(columns.map(\.count).max() ?? 1)).map { row in
            columns.map { row < $0.count ? $0[row] : Table.Cell("") }
        }
    }

    private mutating func cells(_ content: CellContent, heading: String, place: Place?) -> [Table.Cell] {
        let parts = content.cells
        for part in parts { check(part.text, heading: heading, place: place) }
        return parts
    }

    private mutating func check(_ text: String, heading: String, place: Place?) {
        if text.utf16.count > Table.longestCell {
            diagnostics.append(
                .error(
                    "long-cell", "'\(heading)' has a text of \(text.utf16.count) characters", at: place,
                    help: "a cell of a spreadsheet holds \(Table.longestCell)"))
        }
        guard let control = text.unicodeScalars.first(where: isLostInSpreadsheets) else { return }
        let code = String(control.value, radix: 16, uppercase: true)
        diagnostics.append(
            .error(
                "control-character",
                "'\(heading)' has a character that no spreadsheet keeps: U+"
                    + String(repeating: "0", count: 4 - code.count) + code, at: place, help: "remove it"))
    }
}

/// Controls that XML has no way to write, and carriage returns, which programs read as line ends.
private func isLostInSpreadsheets(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
}

/// What stands in a cell.
private enum CellContent {
    /// A text as it is; nothing if it is empty.
    case plain(String)
    /// A name, where an empty one differs from none.
    case text(String?)
    /// Thousandths; nothing for 1, the default.
    case number(Int)
    case items([String])
    /// Items in the form of their lines.
    case lines([String])

    /// One cell, or several for a list that is too long for one.
    var cells: [Table.Cell] {
        switch self {
        case .plain(let text): [Table.Cell(text)]
        case .text(let text): [Table.Cell(text.map { OptionalText.text($0) } ?? "")]
        case .number(let number): [number == 1000 ? Table.Cell("") : Table.Cell(decimal(number), isNumber: true)]
        case .items(let items): Self.cells(items.map { CellItems.text($0) })
        case .lines(let lines): Self.cells(lines)
        }
    }

    private static func cells(_ items: [String]) -> [Table.Cell] {
        var parts: [String] = []
        for item in items {
            if let last = parts.last, last.utf16.count + 1 + item.utf16.count <= Table.longestCell {
                parts[parts.count - 1] += "\n" + item
            } else {
                parts.append(item)
            }
        }
        return parts.isEmpty ? [Table.Cell("")] : parts.map { Table.Cell($0) }
    }
}

/// A name in a cell of its own: a backslash is the empty one, where an empty cell is none.
enum OptionalText {
    static func text(_ name: String) -> String { name.utf8.allSatisfy { $0 == .backslash } ? name + "\\" : name }

    static func name(_ text: String) -> String {
        text.utf8.allSatisfy { $0 == .backslash } ? String(text.dropLast()) : text
    }
}

extension UInt8 {
    fileprivate static let backslash = UInt8(ascii: "\\")
}
