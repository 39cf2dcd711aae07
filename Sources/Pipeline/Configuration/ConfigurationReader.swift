import Charting
import Decisions
import Diagnostics
import Evaluation
import YAML

/// Turns the tree of pipeline.yaml into a configuration. What cannot be read is reported and left out, so
/// that the rest is checked too.
struct ConfigurationReader: FieldReader {
    let source: SourceText
    var diagnostics: [Diagnostic]
    var fixes: [SourceEdit] = []

    mutating func configuration(_ node: SourceNode) -> PipelineConfiguration? {
        guard let root = readFields(node, of: "pipeline.yaml", allowed: ConfigurationKeys.pipeline) else { return nil }
        let corpus = root["corpus"].flatMap {
            readFields($0, of: "'corpus'", allowed: ConfigurationKeys.corpus)
        }
        let documents = corpus?["documents"].map { placedTexts($0, "'documents'") } ?? []
        if documents.isEmpty {
            require("corpus: documents", at: root["corpus"]?.place ?? root.place, "files, folders and globs")
        }
        let codebooks = root["codebooks"].map { placedTexts($0, "'codebooks'") } ?? []
        if codebooks.isEmpty { require("codebooks", at: root.place, "paths of codebooks, such as Codebooks/care.yaml") }
        let references = corpus?["references"].map { readReferenceLists($0) } ?? []
        let settings = root["read"].map { read($0) } ?? ReadSettings()
        let evaluation = root["evaluate"].map { evaluate($0) } ?? EvaluateSettings()
        guard let chart = readChart(root) else { return nil }
        return PipelineConfiguration(
            title: readText(root, "pipeline"),
            documents: documents,
            references: references,
            settled: corpus?["settled"].flatMap { placedText($0, "'settled'") },
            codebooks: codebooks,
            read: settings,
            chart: chart,
            evaluate: evaluation,
            decisions: root["decisions"].flatMap { readText($0, "'decisions'") } ?? "decisions.ndjson",
            output: root["output"].flatMap { readText($0, "'output'") } ?? "out")
    }

    private mutating func readReferenceLists(_ node: SourceNode) -> [ReferenceListSetting] {
        node.elements.compactMap { element in
            if let text = element.text {
                return ReferenceListSetting(path: PlacedText(text: text, place: element.place))
            }
            guard let list = readFields(element, of: "a reference list", allowed: ConfigurationKeys.references)
            else { return nil }
            guard let path = list["path"].flatMap({ placedText($0, "'path'") }) else {
                require(
                    "path", at: list.place,
                    "the path of a reference list or of a folder with one, such as Corpus/hmic.ris")
                return nil
            }
            return ReferenceListSetting(path: path, database: list["database"].flatMap { readText($0, "'database'") })
        }
    }

    // MARK: read

    private mutating func read(_ node: SourceNode) -> ReadSettings {
        var settings = ReadSettings()
        guard let read = readFields(node, of: "'read'", allowed: ConfigurationKeys.read) else { return settings }
        if let node = read["deadline"], let seconds = quantity(node, Self.times) { settings.deadline = seconds }
        if let node = read["memory"], let bytes = quantity(node, Self.sizes) { settings.memory = bytes }
        if let node = read["ocr"], let isWanted = flag(node, "'ocr'") { settings.ocr = isWanted }
        return settings
    }

    /// Units with how many of the smallest one they are, and what is allowed.
    private typealias Units = (units: [(name: String, size: Int)], range: ClosedRange<Int>, help: String)

    private static let times: Units = (
        [("s", 1), ("min", 60)], 1...WorkerLimits.longestDeadline,
        "a number of seconds or minutes, at most a day: 60s, 2min"
    )
    /// Poppler cannot open an ordinary report in less than 128 MiB of address space.
    private static let sizes: Units = (
        [("MiB", 1 << 20), ("GiB", 1 << 30)], (128 << 20)...(1 << 40), "128MiB to 1024GiB, in MiB or GiB: 512MiB, 1GiB"
    )

    private mutating func quantity(_ node: SourceNode, _ allowed: Units) -> Int? {
        guard let text = readText(node, "a quantity") else { return nil }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let name = text.dropFirst(digits.count).drop { $0 == " " }
        if let unit = allowed.units.first(where: { $0.name == name }), let number = Int(digits),
            case (let value, let overflow) = number.multipliedReportingOverflow(by: unit.size), !overflow,
            allowed.range.contains(value)
        {
            return value
        }
        diagnostics.append(
            .error("bad-quantity", "'\(text)' cannot be used here", at: node.place, help: allowed.help))
        return nil
    }

    private mutating func count(_ node: SourceNode, _ thing: String) -> Int? {
        guard let text = readText(node, thing) else { return nil }
        if text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), let count = Int(text), count > 0 {
            return count
        }
        diagnostics.append(
            .error("bad-count", "'\(text)' cannot be used here", at: node.place, help: "a whole number from 1: 10"))
        return nil
    }

    private mutating func flag(_ node: SourceNode, _ thing: String) -> Bool? {
        guard let text = readText(node, thing) else { return nil }
        if let flag = Bool(text) { return flag }
        diagnostics.append(
            .error("bad-flag", "'\(text)' cannot be used here", at: node.place, help: allowedHelp(["true", "false"])))
        return nil
    }

    // MARK: chart

    private mutating func readChart(_ root: Fields) -> ChartConfiguration? {
        guard let node = root["chart"] else {
            require("chart", at: root.place, allowedHelp(ConfigurationKeys.chart))
            return nil
        }
        guard let chart = readFields(node, of: "'chart'", allowed: ConfigurationKeys.chart) else { return nil }
        let category = chart["category"].flatMap { placedText($0, "'category'") }
        let theme = chart["theme"].flatMap { placedText($0, "'theme'") }
        if category == nil { require("category", at: chart.place, "the dimension that makes the columns of items") }
        if theme == nil { require("theme", at: chart.place, "the dimension named before each item") }
        let formats = readFormats(chart)
        let columns = chart["columns"].map { readColumns($0) } ?? []
        let authors = choice(chart["authors"], "authors", AuthorStyle.self) ?? .full
        let sort = choice(chart["sort"], "sort", ChartOrder.self) ?? .listed
        let perCell = chart["per cell"].flatMap { count($0, "'per cell'") }
        let tables = readTables(chart)
        let decisions = choice(chart["decisions"], "decisions", DecisionUse.self) ?? .apply
        guard let category, let theme else { return nil }
        if category.text == theme.text {
            diagnostics.append(
                .error(
                    "same-dimension", "'category' and 'theme' name the same dimension", at: theme.place,
                    help: "one makes the columns, the other stands before each item"))
        }
        let usual = ChartColumn.usualFields.prefix(7).map { PlacedText(text: $0, place: chart.place) } + [category]
        return ChartConfiguration(
            formats: formats, columns: columns.isEmpty ? usual.map { ColumnSetting(field: $0) } : columns,
            category: category, theme: theme, authors: authors, sort: sort, perCell: perCell, tables: tables,
            decisions: decisions)
    }

    private mutating func readFormats(_ chart: Fields) -> [ChartFormat] {
        guard let node = chart["formats"] else { return ChartFormat.all }
        let names = ChartFormat.all.map(\.name)
        let wanted = placedTexts(node, "'formats'")
        for name in wanted where !names.contains(name.text) { unknown(name, "format", among: names) }
        if wanted.isEmpty { require("formats", at: node.place, allowedHelp(names)) }
        // Each once, whatever the file repeats.
        return ChartFormat.all.filter { format in wanted.contains { $0.text == format.name } }
    }

    mutating func readColumns(_ node: SourceNode) -> [ColumnSetting] {
        node.elements.compactMap { element in
            if element.text != nil {
                return placedText(element, "a column").map { ColumnSetting(field: $0) }
            }
            guard let column = readFields(element, of: "a column", allowed: ConfigurationKeys.column) else {
                return nil
            }
            guard let field = column["field"].flatMap({ placedText($0, "'field'") }) else {
                require("field", at: column.place, "the name of a field, such as year")
                return nil
            }
            return ColumnSetting(field: field, heading: column["heading"].flatMap { readText($0, "'heading'") })
        }
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ node: SourceNode?, _ key: String, _ type: Choice.Type
    ) -> Choice? {
        guard let node, let name = placedText(node, "'\(key)'") else { return nil }
        if let choice = Choice(rawValue: name.text) { return choice }
        unknown(name, key, among: Choice.allCases.map(\.rawValue))
        return nil
    }

    // MARK: evaluate

    private mutating func evaluate(_ node: SourceNode) -> EvaluateSettings {
        var settings = EvaluateSettings()
        guard let evaluate = readFields(node, of: "'evaluate'", allowed: ConfigurationKeys.evaluate) else {
            return settings
        }
        if let node = evaluate["gold"], let gold = readFields(node, of: "'gold'", allowed: ConfigurationKeys.gold) {
            settings.develop = gold["develop"].map { placedTexts($0, "'develop'") } ?? []
            settings.report = gold["report"].map { placedTexts($0, "'report'") } ?? []
        }
        if let node = evaluate["minimum"] { settings.minimum = minimum(node) }
        settings.baseline = evaluate["baseline"].flatMap { placedText($0, "'baseline'") }
        return settings
    }

    private mutating func minimum(_ node: SourceNode) -> [Minimum] {
        guard case .mapping(let pairs) = node.content else {
            diagnostics.append(
                .error(
                    "wrong-form", "'minimum' has metrics as keys", at: node.place, help: "such as theme.macro_f1: 0.7"))
            return []
        }
        return pairs.compactMap { pair in
            guard let metric = placedText(pair.key, "a metric"), let text = readText(pair.value, "a least value") else {
                return nil
            }
            if let value = thousandths(text) {
                return Minimum(metric: metric.text, thousandths: value, place: metric.place)
            }
            diagnostics.append(
                .error(
                    "bad-number", "'\(text)' is no number", at: pair.value.place,
                    help: "a decimal number with at most three places, such as 0.7"))
            return nil
        }
    }

    // MARK: Texts

    mutating func placedText(_ node: SourceNode, _ thing: String) -> PlacedText? {
        readText(node, thing).flatMap { $0.isEmpty ? nil : PlacedText(text: $0, place: node.place) }
    }

    mutating func placedTexts(_ node: SourceNode, _ thing: String) -> [PlacedText] {
        readTexts(node, thing).map { PlacedText(text: $0.text, place: $0.place) }
    }

    private mutating func require(_ key: String, at place: Place, _ help: String) {
        diagnostics.append(.error("missing-key", "'\(key)' is missing", at: place, help: help))
    }

    private mutating func unknown(_ name: PlacedText, _ thing: String, among known: [String]) {
        diagnostics.append(
            .error(
                "unknown-\(thing)", "unknown \(thing) '\(name.text)'", at: name.place, help: allowedHelp(known),
                suggestion: nearestName(to: name.text, among: known)))
    }
}
