import Diagnostics
import DocumentModel
import YAML

extension CodebookReader {
    mutating func readDimension(_ node: SourceNode) -> Dimension? {
        let thing = Key.Thing.dimension
        guard
            let fields = readFields(
                node, of: "a dimension", allowed: thing.keys.names, example: "- " + example(node, thing, "dimension"))
        else { return nil }
        let id = readID(fields, "dimension", of: "a dimension", help: "write an id for it, such as: dimension: theme")
        let label = fields["label"].flatMap { readText($0, "'label'") }
        let unit = fields["unit"].flatMap { readUnit($0) } ?? .passage
        let assign = fields["assign"].flatMap { readAssignment($0) } ?? .best
        let codes = readRequiredList(
            fields, "codes", of: "a dimension", help: "write each as: - " + Key.Thing.code.example
        ).compactMap { readCode($0, dimension: id ?? "") }
        guard let id else { return nil }
        return Dimension(
            id: id, label: label, unit: unit, assign: assign, codes: codes,
            place: fields["dimension"]?.place ?? fields.place)
    }

    /// How to write what stands there as a text alone: its id with the key.
    private func example(_ node: SourceNode, _ thing: Key.Thing, _ key: String) -> String {
        node.text.map { isID($0) ? "\(key): \($0), and what belongs to it on the lines below" : thing.example }
            ?? thing.example
    }

    private mutating func readUnit(_ node: SourceNode) -> Dimension.Unit? {
        guard let text = readText(node, "'unit'") else { return nil }
        if let unit = Dimension.Unit(rawValue: text) { return unit }
        let names = Dimension.Unit.allCases.map(\.rawValue)
        diagnostics.append(
            .error(
                "bad-unit", "'\(text)' is no unit", at: node.place, help: allowedHelp(names),
                suggestion: nearestName(to: text, among: names)))
        return nil
    }

    /// `best`, `all`, or `all within N of the best`.
    private mutating func readAssignment(_ node: SourceNode) -> Dimension.Assignment? {
        guard let text = readText(node, "'assign'") else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        if words == ["best"] { return .best }
        if words == ["all"] { return .all }
        if words.count == 6, words[..<2] == ["all", "within"], words[3...] == ["of", "the", "best"],
            let margin = thousandths(String(words[2])), margin >= 0
        {
            return .within(thousandths: margin)
        }
        let forms = ["best", "all", "all within 1 of the best"]
        diagnostics.append(
            .error(
                "bad-assign", "'\(text)' is no way to assign codes", at: node.place,
                help: allowedHelp(forms) + " (or another number with at most three decimal places)",
                suggestion: nearestName(to: text, among: forms)))
        return nil
    }

    // MARK: Codes

    private mutating func readCode(_ node: SourceNode, dimension: String) -> Code? {
        let thing = Key.Thing.code
        guard
            let fields = readFields(
                node, of: "a code", allowed: thing.keys.names, example: "- " + example(node, thing, "code"))
        else { return nil }
        let id = readID(fields, "code", of: "a code", help: "write an id for it, such as: code: shared-goals")
        let reference = CodeReference(dimension: dimension, code: id ?? "")
        if let aliases = fields["aliases"] { checkCommas(aliases) }
        let code = Code(
            id: reference.code, label: fields["label"].flatMap { readText($0, "'label'") },
            column: fields["column"].flatMap { readText($0, "'column'") },
            aliases: fields["aliases"].map { readTexts($0, "an alias").map(\.text) } ?? [],
            brief: readText(fields, "brief"), definition: readText(fields, "definition"),
            useWhen: readText(fields, "use when"), notWhen: readText(fields, "not when"),
            threshold: fields["threshold"].flatMap { readThreshold($0) } ?? 1000,
            rules: readList(fields, "rules", help: "write each as: - " + Key.Thing.rule.example).enumerated().compactMap
            { readRule($0.element, number: $0.offset + 1) },
            examples: fields["examples"].map { readExamples($0, "an example", reference) } ?? [],
            nearMisses: fields["near misses"].map { readExamples($0, "a near miss", reference) } ?? [],
            place: fields["code"]?.place ?? fields.place)
        return id == nil ? nil : code
    }
}
