import Codebooks
import DocumentModel
import Evaluation
import JSON
import Tables

extension RuleReport {
    /// One table, for spreadsheets.
    func csv(_ asked: Parts) -> String {
        var records: [[String]]
        if asked.sections {
            records = starvedRecords
        } else if asked.overlap {
            records = [
                ["Dimension", "Code", "First rule", "Second rule", "Both", "First only", "Second only", "Jaccard"]
            ]
            records += tally.overlaps.map { pair in
                [
                    pair.code.dimension, pair.code.code, pair.first, pair.second, String(pair.both),
                    String(pair.onlyFirst), String(pair.onlySecond), decimal(thousandths: pair.jaccard),
                ]
            }
        } else if asked.conflicts {
            records = [
                [
                    "Dimension", "First code", "First rule", "Second code", "Second rule", "Passages",
                    "First assigned", "Second assigned", "Document", "Page", "Text",
                ]
            ]
            records += tally.ruleConflicts.map { conflict in
                [
                    conflict.first.code.dimension, conflict.first.code.code, conflict.first.rule,
                    conflict.second.code.code, conflict.second.rule, String(conflict.passages),
                    String(conflict.firstWins), String(conflict.secondWins), conflict.example.document,
                    String(conflict.example.page), conflict.example.text,
                ]
            }
        } else {
            records = [
                [
                    "Dimension", "Code", "Rule", "Weight", "Passages", "Documents", "Right", "Wrong", "Precision",
                    "Right without it", "Wrong without it",
                ]
            ]
            records += tally.uses.filter { !asked.dead || $0.passages == 0 }.map { use in
                let gold = precision.first { $0.rule == use.rule }
                let removal = removals.first { $0.rule == use.rule }
                return [
                    use.rule.code.dimension, use.rule.code.code, use.rule.rule, decimal(thousandths: use.weight),
                    String(use.passages), String(use.documents), gold.map { String($0.right) } ?? "",
                    gold.map { String($0.wrong.count) } ?? "",
                    gold?.thousandths.map { decimal(thousandths: $0) } ?? "", removal.map { String($0.right) } ?? "",
                    removal.map { String($0.wrong) } ?? "",
                ]
            }
        }
        return records.map(csvRecord).joined()
    }

    /// All tables in one object.
    var json: String {
        var json = JSONWriter(indent: 2)
        json.object { json in
            json.member("documents", tally.documents)
            json.member("passages", tally.passages)
            json.key("rules")
            json.array(of: tally.uses) { json, use in write(use, to: &json) }
            json.key("overlaps")
            json.array(of: tally.overlaps) { json, pair in
                json.object { json in
                    json.member("dimension", pair.code.dimension)
                    json.member("code", pair.code.code)
                    json.member("rules", [pair.first, pair.second])
                    json.member("both", pair.both)
                    json.member("only_first", pair.onlyFirst)
                    json.member("only_second", pair.onlySecond)
                    json.key("jaccard")
                    json.value(thousandths: pair.jaccard)
                }
            }
            json.key("conflicts")
            json.array(of: tally.ruleConflicts) { json, conflict in
                json.object { json in
                    json.member("dimension", conflict.first.code.dimension)
                    json.member("codes", [conflict.first.code.code, conflict.second.code.code])
                    json.member("rules", [conflict.first.rule, conflict.second.rule])
                    json.member("passages", conflict.passages)
                    json.member("first_assigned", conflict.firstWins)
                    json.member("second_assigned", conflict.secondWins)
                    json.key("example")
                    conflict.example.write(to: &json)
                }
            }
            writeSections(to: &json)
        }
        return json.text
    }

    private func write(_ use: RuleUse, to json: inout JSONWriter) {
        json.object { json in
            json.member("dimension", use.rule.code.dimension)
            json.member("code", use.rule.code.code)
            json.member("rule", use.rule.rule)
            json.key("weight")
            json.value(thousandths: use.weight)
            json.member("passages", use.passages)
            json.member("documents", use.documents)
            guard let gold = precision.first(where: { $0.rule == use.rule }) else { return }
            json.member("right", gold.right)
            json.key("wrong")
            json.array(of: gold.wrong) { json, passage in
                json.object { json in
                    json.member("id", passage.passage.id)
                    json.member("text", passage.passage.text)
                    json.member("codes", passage.codes(in: use.rule.code.dimension))
                }
            }
            if let value = gold.thousandths {
                json.key("precision")
                json.value(thousandths: value)
            }
            guard let removal = removals.first(where: { $0.rule == use.rule }) else { return }
            json.key("without_it")
            json.object { json in
                json.member("right", removal.right)
                json.member("wrong", removal.wrong)
            }
        }
    }
}

extension PassageMention {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("document", document)
            json.member("page", page)
            json.member("text", text)
        }
    }
}
