import Codebooks
import JSON

extension Dimension {
    /// How codes are assigned, in a sentence.
    var assignmentInWords: String {
        let unit = unit == .passage ? "Each passage" : "Each document"
        let rule =
            switch assign {
            case .best: "gets the code with the highest score (the first of them among equals)"
            case .all: "gets every code"
            case .within(let margin):
                "gets the code with the highest score and every code at most \(decimal(thousandths: margin)) below it"
            }
        return "\(unit) \(rule), of those that reach their threshold."
    }
}

extension Example {
    /// What stands around the passage and which codes it should get, as labels with texts.
    var context: [(label: String, text: String)] {
        var context: [(String, String)] = []
        if !passage.headings.isEmpty { context.append(("under", passage.headings.joined(separator: " > "))) }
        if let leadIn = passage.leadIn { context.append(("led in by", leadIn)) }
        if let previous = passage.previous { context.append(("after", previous)) }
        if let section = passage.section { context.append(("in", section.rawValue)) }
        for wanted in codes ?? [] {
            context.append((wanted.dimension, wanted.codes.isEmpty ? "none" : wanted.codes.joined(separator: ", ")))
        }
        return context
    }
}

extension Codebook {
    /// Version, source, language and what is never coded, as labels with texts.
    var facts: [(label: String, text: String)] {
        var facts: [(String, String)] = []
        if !version.isEmpty { facts.append(("Version", version)) }
        if !source.isEmpty { facts.append(("Source", source)) }
        facts.append(("Language", language))
        if !skip.isEmpty {
            facts.append(("Never coded", "sections of kind " + skip.map(\.rawValue).joined(separator: ", ")))
        }
        if let negation {
            facts.append(
                (
                    "Negation",
                    negation.sources.joined(separator: ", ") + ": a hit shortly behind one of these does not count"
                ))
        }
        return facts
    }
}

extension Code {
    /// What the researcher wrote about the code, as labels with texts.
    var description: [(label: String, text: String)] {
        [
            ("Brief", brief), ("Definition", definition), ("Use when", useWhen), ("Not when", notWhen),
            ("Also called", aliases.joined(separator: ", ")), ("Heading in the chart", column ?? ""),
            ("Threshold", threshold == 1000 ? "" : decimal(thousandths: threshold)),
        ].filter { !$0.1.isEmpty }.map { (label: $0.0, text: $0.1) }
    }
}
