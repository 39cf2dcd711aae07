import Codebooks
import Evaluation
import JSON

/// Suggested terms as a rule to paste, and what each of them does.
struct SuggestionReport {
    private let suggestions: TermSuggestions
    private let gold: [GoldPassage]
    private let codebooks: [Codebook]

    init(_ suggestions: TermSuggestions, gold: [GoldPassage], codebooks: [Codebook]) {
        self.suggestions = suggestions
        self.gold = gold
        self.codebooks = codebooks
    }

    /// The rule, with the figures as comments above it: all of it may be pasted below the code's rules.
    var yaml: String {
        let comments = ([heading, ""] + table).map { $0.isEmpty ? "#" : "# " + $0 }
        let rule = suggestions.terms.isEmpty ? [] : suggestions.rule.yaml.split(separator: "\n").map(String.init)
        return (comments + rule).map { indentation + $0 + "\n" }.joined()
    }

    private var heading: String {
        let unreachable = suggestions.unreachable
        return "\(suggestions.code.dimension).\(suggestions.code.code): of "
            + "\(counted(suggestions.gold, "gold passage")) the codebook finds \(suggestions.found) and misses "
            + "\(suggestions.missed)"
            + (unreachable == 0 ? "" : ", \(unreachable) of them in sections that it never codes")
            + "; \(counted(suggestions.others, "passage")) without the code"
    }

    private var table: [String] {
        if suggestions.terms.isEmpty { return [reasonForNone] }
        var table = TextTable([
            "term": .left, "gain": .right, "cost": .right, "held out": .right, "folds": .right, "ratio": .right,
            "G2": .right,
        ])
        for term in suggestions.terms {
            table.append([
                term.source, String(term.effect.gain), String(term.effect.cost),
                "\(term.heldOut.gain) / \(term.heldOut.cost)", "\(term.folds)/\(suggestions.folds)",
                tenths(term.ratio), tenths(term.logLikelihood),
            ])
        }
        return table.text.split(separator: "\n").map(String.init)
    }

    private var reasonForNone: String {
        if suggestions.gold == 0 { return "the gold has no passage with the code" }
        if suggestions.missed == suggestions.unreachable { return "there is no passage that a term could bring" }
        return "no term tells the missed passages from the others"
    }

    /// That of the code's other rules, where they stand in lines of their own.
    private var indentation: String {
        let rule = codebooks.lazy.compactMap { $0.code(suggestions.code) }.first?.rules.first
        // The dash and a space stand before the first key of an item.
        return String(repeating: " ", count: max(0, min(40, (rule?.place?.column ?? 1) - 3 - "rule: ".count)))
    }

    /// With the passages that each term would bring.
    var json: String {
        var json = JSONWriter(indent: 2)
        json.object { json in
            json.member("dimension", suggestions.code.dimension)
            json.member("code", suggestions.code.code)
            json.member("gold", suggestions.gold)
            json.member("found", suggestions.found)
            json.member("missed", suggestions.missed)
            json.member("unreachable", suggestions.unreachable)
            json.member("others", suggestions.others)
            json.member("folds", suggestions.folds)
            json.key("weight")
            json.value(thousandths: suggestions.rule.weight)
            json.key("terms")
            json.array(of: suggestions.terms) { json, term in write(term, to: &json) }
        }
        return json.text
    }

    private func write(_ term: SuggestedTerm, to json: inout JSONWriter) {
        json.object { json in
            json.member("term", term.source)
            json.member("gain", term.effect.gain)
            json.member("cost", term.effect.cost)
            json.member("held_out_gain", term.heldOut.gain)
            json.member("held_out_cost", term.heldOut.cost)
            json.member("folds", term.folds)
            json.key("ratio")
            json.value(thousandths: Int((term.ratio * 1000).rounded()))
            json.key("log_likelihood")
            json.value(thousandths: Int((term.logLikelihood * 1000).rounded()))
            json.key("gained")
            json.array(of: term.gained) { json, passage in gold[passage].write(to: &json) }
            json.key("wrongly_gained")
            json.array(of: term.wronglyGained) { json, passage in gold[passage].write(to: &json) }
        }
    }
}

extension GoldPassage {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", passage.id)
            json.member("text", passage.text)
        }
    }
}

/// A figure with one decimal.
private func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}
