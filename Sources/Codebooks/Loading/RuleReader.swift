import Diagnostics
import DocumentModel
import YAML

extension CodebookReader {
    /// - Parameter number: 1-based position in the code; names a rule without an id.
    mutating func readRule(_ node: SourceNode, number: Int) -> Rule? {
        let written = node.isEmpty ? nil : node.text ?? source.written(node)
        let example = written.map { "match: " + abbreviated($0) }
        guard
            let fields = readFields(
                node, of: "a rule", allowed: Keys.rule.names, example: "- " + (example ?? Key.Thing.rule.example))
        else { return nil }
        let id = fields["rule"].map { readID($0, "rule") ?? "" } ?? "rule-\(number)"
        let positive = ["match", "under", "previous"]
        if !positive.contains(where: { fields[$0] != nil }) {
            diagnostics.append(
                .error(
                    "rule-without-expression", "a rule needs 'match', 'under' or 'previous'",
                    at: fields["rule"]?.place ?? fields.place,
                    help: "'at', 'unless', 'in', 'not in' and 'when' only narrow what these find"))
        }
        return Rule(
            id: id, match: fields["match"].flatMap { readExpression($0) },
            at: fields["at"].flatMap { readAnchor($0, hasMatch: fields["match"] != nil) },
            under: fields["under"].flatMap { readExpression($0) },
            previous: fields["previous"].flatMap { readExpression($0) },
            unless: fields["unless"].flatMap { readExpression($0) },
            inSections: fields["in"].map { readSections($0) } ?? [],
            notInSections: fields["not in"].map { readSections($0) } ?? [],
            when: fields["when"].map { readWhen($0) } ?? [],
            weight: fields["weight"].flatMap { readWeight($0) } ?? 1000, place: fields["rule"]?.place ?? fields.place)
    }

    /// `start`, beside a `match`.
    private mutating func readAnchor(_ node: SourceNode, hasMatch: Bool) -> Rule.Anchor? {
        guard let text = readText(node, "'at'") else { return nil }
        guard let anchor = Rule.Anchor(rawValue: text) else {
            let names = Rule.Anchor.allCases.map(\.rawValue)
            diagnostics.append(
                .error(
                    "bad-anchor", "'\(abbreviated(text))' is no place in a passage", at: node.place,
                    help: allowedHelp(names), suggestion: nearestName(to: text, among: names)))
            return nil
        }
        if !hasMatch {
            diagnostics.append(
                .error(
                    "anchor-without-match", "'at' needs 'match'", at: node.place,
                    help: "it says where in the passage 'match' must hold"))
        }
        return anchor
    }

    /// `dimension.code`, one or a list.
    private mutating func readWhen(_ node: SourceNode) -> [CodeReference] {
        readTexts(node, "a condition").compactMap { text, place in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
            guard parts.count == 2, parts.allSatisfy({ isID($0) }) else {
                diagnostics.append(
                    .error(
                        "bad-reference", "'\(abbreviated(text))' is no code", at: place,
                        help: "write the dimension and the code with a dot between: category.barrier"))
                return nil
            }
            references.append(NamedCode(dimension: parts[0], code: parts[1], place: place))
            return CodeReference(dimension: parts[0], code: parts[1])
        }
    }
}
