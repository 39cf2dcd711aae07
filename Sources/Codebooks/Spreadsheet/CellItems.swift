import Diagnostics
import YAML

/// What stands in the lines of a cell, one item a line.
///
/// A line that begins with `|` goes on with the item above it, in a new line; one that begins with `>` says more of it.
/// An item that itself begins like that has a backslash before it, and a backslash alone is the empty item.
enum CellItems {
    /// A cell's text for items.
    static func text(_ items: [String]) -> String { items.map { text($0) }.joined(separator: "\n") }

    /// The lines of one item.
    static func text(_ item: String) -> String {
        let lines = item.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        let needsMark = lines[0].isEmpty || lines[0].utf8.first.map { marks.contains($0) } ?? false
        return ([needsMark ? "\\" + lines[0] : lines[0]] + lines.dropFirst().map(continuation)).joined(separator: "\n")
    }

    /// A line that goes on with the one above.
    static func continuation(_ line: String) -> String { line.isEmpty ? "|" : "| " + line }

    private static let marks = Array("\\|>".utf8)

    /// The lines of a cell that are not blank.
    static func lines(_ cell: CellText) -> [CellLine] {
        var result: [CellLine] = []
        var number = 0
        for line in cell.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let content = line.drop { isBlank($0) }
            guard let first = content.first else { continue }
            var place = cell.place
            place.line = number
            place.column = line.count - content.count + 1
            let kind: CellLine.Kind = first == "|" ? .continuation : first == ">" ? .detail : .item
            let isMarked = kind != .item || first == "\\"
            var rest = isMarked ? content.dropFirst() : content
            // One blank parts the mark from the text; more are the text's.
            if kind == .continuation, rest.first == " " { rest = rest.dropFirst() }
            if kind == .detail { rest = rest.drop { isBlank($0) } }
            place.column! += content.count - rest.count
            result.append(CellLine(kind: kind, text: String(rest), place: place))
        }
        return result
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}

/// The text of a cell, its line ends as line feeds.
struct CellText {
    var text: String
    /// The cell.
    var place: Place
}

/// A line of a cell without its mark.
struct CellLine {
    enum Kind { case item, continuation, detail }

    var kind: Kind
    var text: String
    /// Its first code point behind the mark.
    var place: Place
}

/// An item of a cell with what its further lines say.
struct CellItem {
    var text: String
    var place: Place
    /// Whether it stands in one line, so that its code points are those of the cell.
    var isOneLine = true
    /// Lines with `>`, each with what continues it.
    var details: [CellItem] = []

    /// - Parameter hasDetails: whether `>` has a meaning in this cell; else it begins an item like any other sign.
    static func items(_ lines: [CellLine], hasDetails: Bool) -> (items: [CellItem], diagnostics: [Diagnostic]) {
        var items: [CellItem] = []
        var diagnostics: [Diagnostic] = []
        for line in lines {
            if line.kind == .item || line.kind == .detail && !hasDetails {
                let mark = line.kind == .detail ? "> " : ""
                items.append(CellItem(text: mark + line.text, place: line.place))
            } else if items.isEmpty {
                diagnostics.append(
                    .error(
                        "nothing-above", "this line says more of the line above it, and there is none", at: line.place,
                        help: "an item that begins with this sign has a backslash before it"))
            } else {
                items[items.count - 1].take(line)
            }
        }
        for index in items.indices { items[index].trim() }
        return (items, diagnostics)
    }

    private mutating func take(_ line: CellLine) {
        if line.kind == .detail {
            details.append(CellItem(text: line.text, place: line.place))
        } else if details.isEmpty {
            text += "\n" + line.text
            isOneLine = false
        } else {
            details[details.count - 1].text += "\n" + line.text
            details[details.count - 1].isOneLine = false
        }
    }

    private mutating func trim() {
        text = trimmingBlanks(text)
        for index in details.indices { details[index].text = trimmingBlanks(details[index].text) }
    }

    /// The text as a node; where it stands in several lines, its place is that of the first.
    var node: SourceNode { node(text, offset: 0) }

    /// A piece of the text as a node.
    ///
    /// - Parameter offset: code points before the piece.
    func node(_ piece: String, offset: Int) -> SourceNode {
        var place = place
        if isOneLine { place.column = (place.column ?? 1) + offset }
        place.length = max(1, piece.unicodeScalars.prefix { $0 != "\n" }.count)
        return SourceNode(content: .text(piece), style: isOneLine || piece.isEmpty ? .cell : .plain, place: place)
    }
}
