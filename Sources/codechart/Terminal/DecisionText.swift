import Decisions
import Diagnostics
import DocumentModel
import JSON
import Pipeline

extension DecidedItems {
    /// What the list decides, and each decision that another one takes the place of.
    var text: String {
        let taken = merged.replacements.count { $0.new == nil }
        let counts = [
            "\(merged.new.count) new", "\(merged.replacements.count - taken) changed", "\(merged.unchanged) as before",
            taken > 0 ? "\(taken) taken back" : nil,
        ].compactMap(\.self)
        var lines = ["answers     \(rows): " + counts.joined(separator: ", ")]
        for replacement in merged.replacements {
            let now = replacement.new.map(inWords) ?? "taken back"
            let cell = replacement.row.place.nameInFile ?? ""
            lines.append("changed     \(cell): \(inWords(replacement.old)) → \(now): \(quoted(replacement.old))")
        }
        let standing = Dictionary(grouping: merged.decisions, by: \.verdict).mapValues(\.count)
        lines.append("decisions   \(merged.decisions.count): " + verdictCounts(standing))
        return lines.joined(separator: "\n")
    }

    private func inWords(_ decision: Decision) -> String {
        let codes = decision.codes.map { "\($0.dimension): \($0.codes.joined(separator: ", "))" }
        let quote = decision.quote.map { "quote '\(abbreviated($0, to: shownOfQuote))'" }
        let wording = decision.wording.map { "wording '\(abbreviated($0, to: shownOfQuote))'" }
        let edit = (codes + [quote, wording].compactMap(\.self)).joined(separator: "; ")
        return decision.verdict.rawValue + (edit.isEmpty ? "" : " (\(edit))")
    }
}

extension DecisionSummary {
    /// The line at the end of a run.
    var line: String {
        let count = standing.values.reduce(0, +)
        let open = loose.isEmpty ? "" : ", \(loose.count) not applied"
        let rest = undecided == 0 ? "every item is decided" : "\(undecided) items undecided"
        return "decisions   \(count): \(verdictCounts(standing))\(open); \(rest)"
    }

    /// A line for each decision that cannot be applied, the first of them.
    var looseLines: [String] {
        let lines = loose.prefix(shownDecisions).map { loose in
            let anchor = loose.decision.anchor
            return "warning: not applied: \(anchor.document.path), page \(anchor.page), "
                + "\(loose.decision.verdict.rawValue): \(quoted(loose.decision)): \(loose.reason)"
        }
        let more = loose.count - lines.count
        return lines + (more > 0 ? ["warning: \(more) more decisions are not applied; run.json has all of them"] : [])
    }
}

extension RunSummary {
    /// What was written under another name, because a person has edited the file.
    var keptLines: [String] {
        kept.map { "note: \($0.edited) was edited since it was written; the new one is \($0.written)" }
    }
}

private func verdictCounts(_ counts: [Decision.Verdict: Int]) -> String {
    Decision.Verdict.allCases.map { "\(counts[$0, default: 0]) \($0.rawValue)" }.joined(separator: ", ")
}

private func quoted(_ decision: Decision) -> String {
    "'" + abbreviated(decision.anchor.quote, to: shownOfQuote) + "'"
}

/// Code points: enough to recognise a sentence.
private let shownOfQuote = 80
/// Enough to see what they have in common.
private let shownDecisions = 20
