import Codebooks
import DocumentModel
import Evaluation
import JSON

/// What rules do over a corpus, as tables.
struct RuleReport {
    let tally: RuleTally
    let sections: SectionTally
    /// Empty without gold.
    let precision: [RulePrecision]
    /// As long as ``precision``.
    let removals: [RuleRemoval]

    /// What was asked for.
    struct Parts {
        var dead: Bool
        var overlap: Bool
        var conflicts: Bool
        var sections: Bool

        var isOverview: Bool { !(dead || overlap || conflicts || sections) }
    }

    /// All rules unless something else was asked for; then what was asked for, a blank line between.
    func text(_ asked: Parts) -> String {
        var parts: [String] = []
        if asked.dead || asked.isOverview { parts.append(rules(onlyDead: asked.dead)) }
        if asked.isOverview, let starved = starvedCount { parts.append(starved) }
        if asked.overlap { parts.append(overlaps) }
        if asked.conflicts { parts.append(conflicts) }
        if asked.sections { parts += [starvedRules, unknownSections] }
        if !precision.isEmpty { parts += [wrongInstances] }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    // MARK: Rules

    private func rules(onlyDead: Bool) -> String {
        let dead = tally.uses.filter { $0.passages == 0 }
        let total =
            "\(dead.count) of \(counted(tally.uses.count, "rule")) hold nowhere in "
            + "\(counted(tally.passages, "passage")) of \(counted(tally.documents, "document"))"
        if onlyDead, dead.isEmpty { return total }
        var table =
            precision.isEmpty
            ? TextTable(["rule": .left, "weight": .right, "passages": .right, "documents": .right])
            : TextTable([
                "rule": .left, "weight": .right, "passages": .right, "documents": .right, "right": .right,
                "precision": .right, "without it": .left,
            ])
        for use in onlyDead ? dead : tally.uses {
            var row = [
                use.rule.name, decimal(thousandths: use.weight), String(use.passages), String(use.documents),
            ]
            if let gold = precision.first(where: { $0.rule == use.rule }) {
                row += [
                    "\(gold.right)/\(gold.right + gold.wrong.count)", gold.thousandths.map(percent) ?? "–",
                    removals.first { $0.rule == use.rule }.map(\.text) ?? "",
                ]
            }
            table.append(row)
        }
        return table.text + "\n\n" + total
    }

    private var wrongInstances: String {
        precision.filter { !$0.wrong.isEmpty }.map { rule in
            let lines = rule.wrong.map { gold in
                let given = gold.codes(in: rule.rule.code.dimension)
                return "    \(gold.place.file ?? ""):\(gold.place.line ?? 0): "
                    + "[\(given.isEmpty ? "no code" : given.joined(separator: ", "))] "
                    + shortened(showable(gold.passage.text), to: shownText)
            }
            return (["  \(rule.rule.name): wrong in \(rule.wrong.count) of \(rule.right + rule.wrong.count)"] + lines)
                .joined(separator: "\n")
        }.reduce("where rules hold and people gave another code:") { $0 + "\n" + $1 }
    }

    // MARK: Pairs

    private var overlaps: String {
        var table = TextTable([
            "rules of one code": .left, "": .left, "both": .right, "first only": .right, "second only": .right,
            "jaccard": .right, "of the rarer": .right,
        ])
        for pair in tally.overlaps {
            table.append([
                RuleReference(code: pair.code, rule: pair.first).name, pair.second, String(pair.both),
                String(pair.onlyFirst), String(pair.onlySecond), decimal(thousandths: pair.jaccard),
                percent(pair.share),
            ])
        }
        return table.isEmpty ? "no two rules of a code hold in one passage" : table.text
    }

    private var conflicts: String {
        let found = tally.ruleConflicts
        guard !found.isEmpty else { return "no two codes that exclude each other reach in one passage" }
        return found.map { conflict in
            """
            \(counted(conflict.passages, "passage")): \(conflict.first.name) (assigned in \(conflict.firstWins)) \
            and \(conflict.second.name) (assigned in \(conflict.secondWins))
                \(conflict.example.document):\(conflict.example.page): \
            \(shortened(showable(conflict.example.text), to: shownText))
            """
        }.joined(separator: "\n")
    }

    /// Cells of a passage in a list: enough to know it again.
    private var shownText: Int { 110 }
}

extension RuleRemoval {
    /// `−3 right, −1 wrong`: codes that the gold would have or lack.
    fileprivate var text: String {
        func signed(_ count: Int) -> String { (count < 0 ? "−" : count > 0 ? "+" : "") + String(count.magnitude) }
        return right == 0 && wrong == 0 ? "the same" : "\(signed(right)) right, \(signed(wrong)) wrong"
    }
}

extension RuleReference {
    var name: String { "\(code.dimension).\(code.code) \(rule)" }
}
