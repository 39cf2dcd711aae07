import Diagnostics
import DocumentModel
import YAML

/// An example in the lines of a cell: its text, then a line with `>` for each key of its context.
///
///     Too little time for visits
///     > heading: Challenges
///     > codes: category = barrier; theme = time, staff
enum ExampleLines {
    static func text(_ example: Example) -> String {
        let passage = example.passage
        var lines = [CellItems.text(passage.text)]
        for heading in passage.headings { lines.append(detail("heading", heading)) }
        if let leadIn = passage.leadIn { lines.append(detail("lead-in", leadIn)) }
        if let previous = passage.previous { lines.append(detail("previous", previous)) }
        if let section = passage.section { lines.append(detail("section", section.rawValue)) }
        if let codes = example.codes { lines.append(detail("codes", text(codes))) }
        return lines.joined(separator: "\n")
    }

    private static func detail(_ name: String, _ value: String) -> String {
        let lines = value.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        let first = "> \(name):" + (lines[0].isEmpty ? "" : " " + lines[0])
        return ([first] + lines.dropFirst().map { CellItems.continuation($0) }).joined(separator: "\n")
    }

    private static func text(_ codes: [DimensionCodes]) -> String {
        codes.map { $0.dimension + " =" + ($0.codes.isEmpty ? "" : " " + $0.codes.joined(separator: ", ")) }
            .joined(separator: "; ")
    }

    // MARK: Reading

    /// Names of lines with their keys in YAML.
    private static let keys = [
        ("heading", "heading"), ("lead-in", "lead_in"), ("previous", "previous"), ("section", "section"),
        ("codes", "codes"),
    ]

    /// An example as a node, and what is wrong with its lines.
    static func node(_ item: CellItem) -> (node: SourceNode, diagnostics: [Diagnostic]) {
        guard !item.details.isEmpty else { return (item.node, []) }
        var values: [String: [SourceNode]] = [:]
        var codes: SourceNode?
        var diagnostics: [Diagnostic] = []
        for detail in item.details {
            guard let (name, value) = parts(of: detail) else {
                diagnostics.append(unknownDetail(detail, name: nil))
                continue
            }
            guard let key = keys.first(where: { $0.0 == normalized(name) })?.1 else {
                diagnostics.append(unknownDetail(detail, name: name))
                continue
            }
            if key != "heading", values[key] != nil || key == "codes" && codes != nil {
                diagnostics.append(
                    .error(
                        "duplicate-key", "'\(name)' stands twice in this example", at: detail.place,
                        help: "keep one of them; only 'heading' may stand several times, the outermost first"))
            } else if key == "codes" {
                let (node, problems) = codesNode(value)
                codes = node
                diagnostics += problems
            } else {
                values[key, default: []].append(value.node)
            }
        }
        var pairs = [pair("text", item.node)]
        if let headings = values["heading"] {
            pairs.append(pair("heading", SourceNode(content: .list(headings), style: .cell, place: headings[0].place)))
        }
        for key in ["lead_in", "previous", "section"] {
            if let value = values[key]?.first { pairs.append(pair(key, value)) }
        }
        if let codes { pairs.append(pair("codes", codes)) }
        return (SourceNode(content: .mapping(pairs), style: .cell, place: item.place), diagnostics)
    }

    private static func parts(of detail: CellItem) -> (name: String, value: CellItem)? {
        let scalars = Array(detail.text.unicodeScalars)
        guard let colon = scalars.firstIndex(of: ":") else { return nil }
        var value = detail
        value.text = trimmingBlanks(String(String.UnicodeScalarView(scalars[(colon + 1)...])))
        let blanks = scalars[(colon + 1)...].prefix { $0 == " " || $0 == "\t" }.count
        value.place.column = (detail.place.column ?? 1) + colon + 1 + blanks
        return (trimmingBlanks(String(String.UnicodeScalarView(scalars[..<colon]))), value)
    }

    private static func normalized(_ name: String) -> String {
        let words = name.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
        return words == "headings" ? "heading" : words
    }

    private static func unknownDetail(_ detail: CellItem, name: String?) -> Diagnostic {
        let names = keys.map(\.0)
        let message = name.map { "unknown key '\($0)' in an example" } ?? "a line with '>' has a key and a colon"
        var place = detail.place
        place.length = name?.unicodeScalars.count ?? detail.text.unicodeScalars.count
        return .error(
            "unknown-key", message, at: place,
            help: allowedHelp(names)
                + "\nwrite: > heading: Challenges\nan example that begins with '>' has a backslash before it",
            suggestion: name.flatMap { nearestName(to: normalized($0), among: names) })
    }

    // MARK: Codes

    /// `category = barrier; theme = time, staff`, nothing behind the equals sign for no code.
    private static func codesNode(_ value: CellItem) -> (SourceNode, [Diagnostic]) {
        var pairs: [SourceNode.Pair] = []
        var diagnostics: [Diagnostic] = []
        for part in pieces(of: value, at: ";") where !part.text.isEmpty {
            let sides = pieces(of: part, at: part.text.contains("=") ? "=" : ":")
            guard sides.count == 2 else {
                diagnostics.append(
                    .error(
                        "wrong-form", "'codes' names a dimension and its codes", at: part.place,
                        help: "write: > codes: category = barrier; theme = time, staff"))
                continue
            }
            let codes = sides[1].text.isEmpty ? [] : pieces(of: sides[1], at: ",").map { idNode($0) }
            let list = SourceNode(content: .list(codes), style: .cell, place: sides[1].place)
            pairs.append(SourceNode.Pair(key: idNode(sides[0]), value: list))
        }
        return (SourceNode(content: .mapping(pairs), style: .cell, place: value.place), diagnostics)
    }
}

/// The pieces of an item between signs, without blanks at their ends, each at its place.
func pieces(of item: CellItem, at sign: Unicode.Scalar) -> [CellItem] {
    var pieces: [CellItem] = []
    var column = item.place.column ?? 1
    for part in item.text.unicodeScalars.split(separator: sign, omittingEmptySubsequences: false) {
        let blanks = part.prefix { $0 == " " || $0 == "\t" || $0 == "\n" }.count
        var place = item.place
        if item.isOneLine { place.column = column + blanks }
        pieces.append(CellItem(text: trimmingBlanks(String(part)), place: place, isOneLine: item.isOneLine))
        column += part.count + 1
    }
    return pieces
}

/// A node for an id that people may have written as a name: `Shared goals` is `shared-goals`.
func idNode(_ item: CellItem) -> SourceNode {
    var node = item.node
    node.content = .text(ownOrSuggestedID(item.text))
    return node
}

/// The id that a text is or suggests; the text itself if it suggests none.
func ownOrSuggestedID(_ text: String) -> String {
    isID(text) || !text.unicodeScalars.contains(where: { isID(String($0)) }) ? text : suggestedID(for: text)
}

func pair(_ key: String, _ value: SourceNode) -> SourceNode.Pair {
    SourceNode.Pair(key: SourceNode(content: .text(key), style: .cell, place: value.place), value: value)
}
