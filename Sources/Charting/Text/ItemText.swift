import DocumentModel

/// The printed form of items: `N) Theme - statement`, several themes `N) Economic; Political - statement`.
///
/// The first ` - ` of an item ends its themes, which is why ``itemLabel(_:)`` keeps it out of labels.
enum ItemText {
    static let themeSeparator = "; "
    static let statementSeparator = " - "

    /// What stands before the statement.
    static func prefix(of item: ChartItem, marksState: Bool) -> String {
        let mark = marksState ? stateMark(item.passage.state) : ""
        let themes = item.themes.joined(separator: themeSeparator)
        return "\(item.number)) \(mark)\(themes)\(statementSeparator)"
    }

    /// The item as one text.
    static func text(of item: ChartItem, marksState: Bool) -> String {
        prefix(of: item, marksState: marksState) + item.printed
    }

    static func stateMark(_ state: ItemState) -> String {
        state == .machine ? "" : "[\(state.rawValue)] "
    }

    private static let stateMarks = ItemState.allCases.filter { $0 != .machine }.map { Array(stateMark($0).utf8) }

    // MARK: Reading

    /// The items of a cell, or nil when the text is none.
    ///
    /// A line that does not begin with the next number belongs to the statement above it.
    static func items(in cell: String, category: String) -> [ChartedStatement]? {
        var items: [ChartedStatement] = []
        for line in Array(cell.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if let item = item(line, number: items.count + 1, category: category) {
                items.append(item)
            } else if items.isEmpty {
                return nil
            } else {
                items[items.count - 1].statement += "\n" + String(decoding: line, as: UTF8.self)
            }
        }
        return items
    }

    private static func item(_ line: ArraySlice<UInt8>, number: Int, category: String) -> ChartedStatement? {
        let numbering = Array("\(number)) ".utf8)
        guard line.starts(with: numbering) else { return nil }
        var rest = line.dropFirst(numbering.count)
        if let mark = stateMarks.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(mark.count) }
        guard let end = rest.firstIndex(of: Array(statementSeparator.utf8)) else { return nil }
        let themes = String(decoding: rest[..<end], as: UTF8.self)
        return ChartedStatement(
            category: category, number: number, themes: labels(in: themes),
            statement: String(decoding: rest[(end + statementSeparator.utf8.count)...], as: UTF8.self))
    }

    /// The theme labels of `Economic; Political`: labels have no semicolon of their own.
    static func labels(in themes: String) -> [String] {
        themes.utf8.split(separator: UInt8(ascii: ";")).enumerated().map { index, label in
            String(decoding: label.dropFirst(index == 0 ? 0 : 1), as: UTF8.self)
        }
    }
}

/// A theme's label as it stands before items: spaces are single, and what separates themes, statements and
/// marks (`;`, a lone `-`, brackets) gives way to what looks alike, so that printed items read back exactly.
func itemLabel(_ label: String) -> String {
    let words = label.unicodeScalars.split { $0.properties.isWhitespace }.map { word in
        word.elementsEqual("-".unicodeScalars) ? "–" : String(String.UnicodeScalarView(word.map(lookalike)))
    }
    return words.isEmpty ? "–" : words.joined(separator: " ")
}

private func lookalike(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case ";": ","
    case "[": "("
    case "]": ")"
    default: scalar
    }
}
