import Diagnostics
import YAML

extension SheetTree {
    /// The rules in the row of a code: one for each line of Under headings, then one for each of Look for.
    mutating func shortRules(_ record: SheetRecord) -> [SourceNode] {
        let exceptions = items(record, Heading.butNot).map { [pair("unless", listNode($0.map(\.node)))] } ?? []
        let under = items(record, Heading.underHeadings) ?? []
        let lookFor = (items(record, Heading.lookFor) ?? []).filter {
            $0.text.lowercased() != MoreRules.pointer.lowercased()
        }
        if under.isEmpty, lookFor.isEmpty, let first = exceptions.first {
            report(
                .error(
                    "exception-alone",
                    "'\(Heading.butNot)' narrows what '\(Heading.lookFor)' and "
                        + "'\(Heading.underHeadings)' of its row find, and nothing stands there", at: first.value.place,
                    help: "rules in the sheet 'Rules' have a column '\(Heading.butNot)' of their own"))
        }
        return under.enumerated().map { rule($0.element, "under", ShortRules.headingID($0.offset + 1), exceptions) }
            + lookFor.enumerated().map { rule($0.element, "match", ShortRules.lookForID($0.offset + 1), exceptions) }
    }

    private func rule(
        _ item: CellItem, _ key: String, _ defaultID: String, _ exceptions: [SourceNode.Pair]
    ) -> SourceNode {
        let line = RuleLine(item.text)
        let id = line.id.map { item.node($0.text, offset: $0.offset) } ?? item.node(defaultID, offset: 0)
        let sources = line.sources.map { item.node($0.text, offset: $0.offset) }
        var pairs = [pair("rule", id), pair(key, listNode(sources))] + exceptions
        if let weight = line.weight { pairs.append(pair("weight", item.node(weight.text, offset: weight.offset))) }
        return SourceNode(content: .mapping(pairs), style: .cell, place: item.place)
    }

    /// A row of the sheet Rules; nil and an error if it looks for nothing.
    mutating func ruleNode(_ record: SheetRecord) -> SourceNode? {
        var pairs: [SourceNode.Pair] = []
        if let id = record.node(Heading.rule) { pairs.append(pair("rule", id)) }
        let expressions = [
            ("match", Heading.lookFor), ("under", Heading.underHeadings), ("previous", Heading.after),
            ("unless", Heading.butNot),
        ]
        for (key, heading) in expressions {
            if let items = items(record, heading) { pairs.append(pair(key, listNode(items.map(\.node)))) }
        }
        if let anchor = record.node(Heading.at) { pairs.append(pair("at", anchor)) }
        guard pairs.contains(where: { ["match", "under", "previous"].contains($0.key.text) }) else {
            report(
                .error(
                    "rule-without-expression",
                    "a rule needs '\(Heading.lookFor)', '\(Heading.underHeadings)' or '\(Heading.after)'",
                    at: record.place, help: "the other columns only narrow what these find"))
            return nil
        }
        for (key, heading) in [("in", Heading.inSections), ("not in", Heading.notInSections)] {
            if let names = names(record, heading) { pairs.append(pair(key, listNode(names.map(\.node)))) }
        }
        if let codes = names(record, Heading.when) { pairs.append(pair("when", listNode(codes.map(reference)))) }
        if let weight = record.node(Heading.weight, withDecimalPoint: true) { pairs.append(pair("weight", weight)) }
        return SourceNode(content: .mapping(pairs), style: .cell, place: record.place)
    }

    /// Names in lines, or with commas or semicolons between them; nil if there are none.
    mutating func names(_ record: SheetRecord, _ heading: String) -> [CellItem]? {
        let names = (items(record, heading) ?? [])
            .flatMap { pieces(of: $0, at: ",") }.flatMap { pieces(of: $0, at: ";") }.filter { !$0.text.isEmpty }
        return names.isEmpty ? nil : names
    }

    /// `category.barrier`; each side may be a name that an id was made of.
    private func reference(_ item: CellItem) -> SourceNode {
        var node = item.node
        node.content = .text(pieces(of: item, at: ".").map { ownOrSuggestedID($0.text) }.joined(separator: "."))
        return node
    }

    // MARK: Terms and settings

    mutating func readTerms(_ records: [SheetRecord]) -> [SourceNode.Pair] {
        var seen: Set<String> = []
        return records.compactMap { record -> SourceNode.Pair? in
            guard let cell = record.text(Heading.name) else { return nil }
            let name = cell.text.hasPrefix("$") ? String(cell.text.dropFirst()) : cell.text
            guard seen.insert(name).inserted else {
                report(
                    .error(
                        "duplicate-key", "the name '\(name)' stands twice", at: cell.place, help: "keep one of the rows"
                    ))
                return nil
            }
            guard let items = items(record, Heading.lookFor) else {
                report(
                    .error(
                        "empty-expression", "the name '\(name)' stands for nothing", at: cell.place,
                        help: "write at least one expression under '\(Heading.lookFor)'"))
                return nil
            }
            return SourceNode.Pair(key: cell.node(name), value: listNode(items.map(\.node)))
        }
    }

    mutating func readSettings(_ records: [SheetRecord]) -> [SourceNode.Pair] {
        var pairs: [SourceNode.Pair] = []
        for record in records {
            guard let cell = record.text(Heading.setting) else { continue }
            guard
                let setting = CodebookSetting.all.first(where: { normalizedName($0.name) == normalizedName(cell.text) })
            else {
                let names = CodebookSetting.all.map(\.name)
                report(
                    .error(
                        "unknown-key", "unknown setting '\(cell.text)'", at: cell.place, help: allowedHelp(names),
                        suggestion: nearestName(to: cell.text, among: names)))
                continue
            }
            guard !pairs.contains(where: { $0.key.text == setting.key }) else {
                report(
                    .error(
                        "duplicate-key", "'\(setting.name)' stands twice", at: cell.place, help: "keep one of the rows")
                )
                continue
            }
            if let value = value(of: setting, record) { pairs.append(pair(setting.key, value)) }
        }
        return pairs
    }

    private mutating func value(of setting: CodebookSetting, _ record: SheetRecord) -> SourceNode? {
        switch setting.key {
        case CodebookSetting.negation.key, CodebookSetting.include.key:
            items(record, Heading.value).map { listNode($0.map(\.node)) }
        case CodebookSetting.skip.key: names(record, Heading.value).map { listNode($0.map(\.node)) }
        case "codebook": record.text(Heading.value).map { $0.node(ownOrSuggestedID($0.text)) }
        default: record.node(Heading.value)
        }
    }
}
