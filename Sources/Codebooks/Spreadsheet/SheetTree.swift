import Diagnostics
import Tables
import YAML

/// Turns the sheets of a codebook into the tree that its YAML would be, with cells for places, so that one reader
/// reads and checks both.
struct SheetTree {
    var reader: SheetReader
    private var dimensions: [DimensionParts] = []
    /// Indices into ``dimensions`` and into the codes of one.
    private var dimensionNumbers: [String: Int] = [:]
    private var codeNumbers: [String: [String: Int]] = [:]

    struct DimensionParts {
        var pairs: [SourceNode.Pair]
        var codes: [CodeParts] = []
        var id: String
        var place: Place
    }

    struct CodeParts {
        var pairs: [SourceNode.Pair]
        var rules: [SourceNode] = []
        var examples: [SourceNode.Pair] = []
        var place: Place
    }

    init(file: String) { reader = SheetReader(file: file) }

    /// - Parameter id: of a codebook that has none.
    /// - Returns: nil and errors when there are no codes.
    mutating func root(_ sheets: ChosenSheets, id: String) -> SourceNode? {
        for record in records(sheets, .dimensions) { readDimension(record) }
        readCodes(records(sheets, .codes))
        readRules(records(sheets, .rules))
        var pairs = readSettings(records(sheets, .codebook))
        let place = Place(file: reader.file)
        if !pairs.contains(where: { $0.key.text == "codebook" }) {
            pairs.insert(pair("codebook", SourceNode(content: .text(id), style: .cell, place: place)), at: 0)
        }
        let terms = readTerms(records(sheets, .terms))
        if !terms.isEmpty {
            pairs.append(pair("terms", SourceNode(content: .mapping(terms), style: .cell, place: place)))
        }
        let nodes = dimensions.compactMap { node(of: $0) }
        guard !nodes.isEmpty else {
            if !reader.diagnostics.hasErrors {
                reader.diagnostics.append(
                    .error(
                        "empty-codebook", "there are no codes", at: place,
                        help: "a row in the sheet 'Codes' is a code, with Dimension, Code, Brief, Look for, Examples"))
            }
            return nil
        }
        pairs.append(pair("dimensions", SourceNode(content: .list(nodes), style: .cell, place: place)))
        return SourceNode(content: .mapping(pairs), style: .cell, place: place)
    }

    private mutating func records(_ sheets: ChosenSheets, _ form: SheetForm) -> [SheetRecord] {
        sheets[form].map { reader.records(of: $0, form) } ?? []
    }

    mutating func report(_ diagnostic: Diagnostic) { reader.diagnostics.append(diagnostic) }

    private mutating func node(of dimension: DimensionParts) -> SourceNode? {
        guard !dimension.codes.isEmpty else {
            report(
                .error(
                    "no-codes", "the dimension '\(dimension.id)' has no codes", at: dimension.place,
                    help: "a row in the sheet 'Codes' with this dimension is one of its codes"))
            return nil
        }
        let codes = dimension.codes.map { code in
            let rules = code.rules.isEmpty ? [] : [pair("rules", listNode(code.rules))]
            return SourceNode(
                content: .mapping(code.pairs + rules + code.examples), style: .cell, place: code.place)
        }
        return SourceNode(
            content: .mapping(dimension.pairs + [pair("codes", listNode(codes))]), style: .cell, place: dimension.place)
    }

    // MARK: Dimensions and codes

    private mutating func readDimension(_ record: SheetRecord) {
        guard let cell = record.text(Heading.dimension) else { return }
        let number = dimension(cell)
        guard dimensions[number].pairs.count == 1 else {
            return report(
                .error(
                    "duplicate-id", "the dimension '\(cell.text)' stands twice", at: cell.place,
                    help: "keep one of the rows"))
        }
        var pairs: [SourceNode.Pair] = []
        if let label = record.name(Heading.label) ?? madeLabel(cell) { pairs.append(pair("label", label)) }
        if let unit = record.node(Heading.unit) { pairs.append(pair("unit", unit)) }
        if let assign = record.node(Heading.assign, withDecimalPoint: true) { pairs.append(pair("assign", assign)) }
        dimensions[number].pairs = dimensions[number].pairs.prefix(1) + pairs
    }

    /// The number of the dimension that a cell names, which is made if it is new.
    private mutating func dimension(_ cell: CellText) -> Int {
        let id = ownOrSuggestedID(cell.text)
        if let number = dimensionNumbers[id] { return number }
        dimensionNumbers[id] = dimensions.count
        noteSuggestedID(cell, "dimension")
        let label = madeLabel(cell).map { [pair("label", $0)] } ?? []
        dimensions.append(
            DimensionParts(pairs: [pair("dimension", cell.node(id))] + label, id: id, place: cell.place))
        return dimensions.count - 1
    }

    private mutating func readCodes(_ records: [SheetRecord]) {
        var current: Int?
        for record in records {
            if let cell = record.text(Heading.dimension) { current = dimension(cell) }
            guard let cell = record.text(Heading.code) else {
                // A row with a dimension alone is a title above its codes.
                if record.headings != [Heading.dimension] { missing(Heading.code, record) }
                continue
            }
            guard let current else {
                missing(Heading.dimension, record)
                continue
            }
            let id = ownOrSuggestedID(cell.text)
            noteSuggestedID(cell, "code")
            codeNumbers[dimensions[current].id, default: [:]][id] = dimensions[current].codes.count
            dimensions[current].codes.append(readCode(record, cell, id))
        }
    }

    private mutating func readCode(_ record: SheetRecord, _ cell: CellText, _ id: String) -> CodeParts {
        var code = CodeParts(pairs: [pair("code", cell.node(id))], place: cell.place)
        if let label = record.name(Heading.label) ?? madeLabel(cell) { code.pairs.append(pair("label", label)) }
        if let column = record.name(Heading.chartColumn) { code.pairs.append(pair("column", column)) }
        if let aliases = items(record, Heading.aliases) {
            code.pairs.append(pair("aliases", listNode(aliases.map(\.node))))
        }
        let texts = [
            ("brief", Heading.brief), ("definition", Heading.definition), ("use when", Heading.useWhen),
            ("not when", Heading.notWhen),
        ]
        for (key, heading) in texts {
            if let text = record.node(heading) { code.pairs.append(pair(key, text)) }
        }
        if let threshold = record.node(Heading.threshold, withDecimalPoint: true) {
            code.pairs.append(pair("threshold", threshold))
        }
        code.rules = shortRules(record)
        for (key, heading) in [("examples", Heading.examples), ("near misses", Heading.nearMisses)] {
            guard let examples = items(record, heading, hasDetails: true) else { continue }
            let nodes = examples.map { example in
                let (node, problems) = ExampleLines.node(example)
                reader.diagnostics += problems
                return node
            }
            code.examples.append(pair(key, listNode(nodes)))
        }
        return code
    }

    private mutating func noteSuggestedID(_ cell: CellText, _ thing: String) {
        let id = ownOrSuggestedID(cell.text)
        guard id != cell.text else { return }
        report(
            .note(
                "made-id", "the \(thing) '\(cell.text)' gets the id \(id), and this text as its label", at: cell.place))
    }

    private func madeLabel(_ cell: CellText) -> SourceNode? {
        ownOrSuggestedID(cell.text) == cell.text ? nil : cell.node(cell.text)
    }

    private mutating func missing(_ heading: String, _ record: SheetRecord) {
        report(.error("missing-key", "this row has no '\(heading)'", at: record.place, help: "a row is a code"))
    }

    // MARK: Rules

    private mutating func readRules(_ records: [SheetRecord]) {
        var dimension: CellText?
        var code: CellText?
        for record in records {
            if let cell = record.text(Heading.dimension) { (dimension, code) = (cell, nil) }
            code = record.text(Heading.code) ?? code
            guard let dimension, let code else {
                missing(dimension == nil ? Heading.dimension : Heading.code, record)
                continue
            }
            guard let (first, second) = find(dimension, code), let rule = ruleNode(record) else { continue }
            dimensions[first].codes[second].rules.append(rule)
        }
    }

    /// The indices of the code that two cells name; an error if there is none.
    private mutating func find(_ dimension: CellText, _ code: CellText) -> (Int, Int)? {
        let ids = (ownOrSuggestedID(dimension.text), ownOrSuggestedID(code.text))
        guard let first = dimensionNumbers[ids.0] else {
            let names = dimensions.map(\.id)
            report(
                .error(
                    "unknown-dimension", "unknown dimension '\(dimension.text)'", at: dimension.place,
                    help: allowedHelp(names), suggestion: nearestName(to: ids.0, among: names)))
            return nil
        }
        guard let second = codeNumbers[ids.0]?[ids.1] else {
            let names = dimensions[first].codes.compactMap { $0.pairs[0].value.text }
            report(
                .error(
                    "unknown-code", "unknown code '\(code.text)' in the dimension '\(ids.0)'", at: code.place,
                    help: allowedHelp(names), suggestion: nearestName(to: ids.1, among: names)))
            return nil
        }
        return (first, second)
    }

    // MARK: Items

    /// The items in the lines of a column; nil if there are none.
    mutating func items(_ record: SheetRecord, _ heading: String, hasDetails: Bool = false) -> [CellItem]? {
        let (items, problems) = CellItem.items(
            record.cells(heading).flatMap { CellItems.lines($0) }, hasDetails: hasDetails)
        reader.diagnostics += problems
        return items.isEmpty ? nil : items
    }
}

/// A list whose place is its first element's.
func listNode(_ elements: [SourceNode]) -> SourceNode {
    SourceNode(content: .list(elements), style: .cell, place: elements.first?.place ?? Place())
}

extension CellText {
    /// A text of the cell as a node.
    func node(_ text: String) -> SourceNode {
        var place = place
        place.length = max(1, text.unicodeScalars.prefix { $0 != "\n" }.count)
        return SourceNode(content: .text(text), style: .cell, place: place)
    }
}

extension SheetRecord {
    /// The text under a heading as a node; nil where nothing stands.
    ///
    /// - Parameter withDecimalPoint: whether it is a number, or ends in a text with one.
    func node(_ heading: String, withDecimalPoint: Bool = false) -> SourceNode? {
        text(heading).map { cell in
            guard withDecimalPoint else { return cell.node(cell.text) }
            let words = cell.text.split(separator: " ").map { Codebooks.withDecimalPoint(String($0)) }
            return cell.node(words.joined(separator: " "))
        }
    }

    /// A name that may be the empty one.
    func name(_ heading: String) -> SourceNode? {
        text(heading).map { $0.node(OptionalText.name($0.text)) }
    }
}
