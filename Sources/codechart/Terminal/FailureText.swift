import Codebooks
import DocumentModel

/// Why a rule does not hold, in one sentence, and the words that it is about.
struct FailureText {
    let passage: Passage
    /// Cells of an expression in a sentence: enough to recognise it; `codebook show` has all of it.
    var longestSource = 60

    func sentence(_ failure: RuleFailure) -> String {
        switch failure {
        case .otherSection(let section, let wanted):
            "the passage is in '\(section.rawValue)', the rule holds in \(list(wanted.map(\.rawValue))) only"
        case .excludedSection(let section): "the rule does not hold in '\(section.rawValue)'"
        case .notAssigned(let codes):
            (codes.count == 1 ? "" : "none of ") + codes.map { "\($0.dimension).\($0.code)" }.joined(separator: ", ")
                + (codes.count == 1 ? " is not assigned" : " is assigned")
        case .blocked(let spans): "'unless' takes it away: \(quoted(spans, in: passage.text))"
        case .negated(let negation, let word):
            "\(quoted(negation, in: passage.text)) before \(quoted(word, in: passage.text)) takes it away"
        case .notAtStart(let spans): "the passage does not begin with \(quoted(spans, in: passage.text))"
        case .match(let failure): sentence(failure, in: passage.text)
        case .noContext: "the passage has no heading and no lead-in"
        case .under(let source): "no heading or lead-in has \(shortened(source, to: longestSource))"
        case .outranked(let own, let winner, let rule, let code):
            "the \(name(own)) is outranked by the nearer \(name(winner)) (rule '\(rule)' of \(code))"
        case .noPrevious: "no passage stands before it"
        case .previous(let failure): "in the passage before: " + sentence(failure, in: passage.previous ?? "")
        }
    }

    /// The words of the passage's text that a failure is about.
    func spans(_ failure: RuleFailure) -> [Range<Int>] {
        switch failure {
        case .blocked(let spans), .notAtStart(let spans): spans
        case .negated(let negation, let word): [negation, word]
        case .match(let failure): spans(failure)
        default: []
        }
    }

    private func sentence(_ failure: ExpressionFailure, in text: String) -> String {
        switch failure {
        case .absent(let source): "nothing of \(shortened(source, to: longestSource))"
        case .alone(let present, let missing, let words):
            "\(quoted(present, in: text)) is there, but \(sentence(missing, in: text)) (within \(words) \(words == 1 ? "word" : "words"))"
        case .tooFar(let left, let right, let words, let allowed):
            "\(words.map { "\($0)" } ?? "more than 99") words between \(quoted(left, in: text)) and "
                + "\(quoted(right, in: text)), at most \(allowed) allowed"
        case .wrongOrder(let first, let second):
            "\(quoted(first, in: text)) stands before \(quoted(second, in: text)), PRE asks for the other order"
        case .apart(let source): "the words of '\(shortened(source, to: longestSource))' do not stand side by side"
        case .excluded(let span): "\(quoted(span, in: text)) is there, which NOT excludes"
        case .incomplete(let missing, let present):
            "\(quoted(present, in: text)) is there, but \(sentence(missing, in: text))"
        }
    }

    private func spans(_ failure: ExpressionFailure) -> [Range<Int>] {
        switch failure {
        case .absent, .apart: []
        case .alone(let present, let missing, _), .incomplete(let missing, let present): [present] + spans(missing)
        case .tooFar(let left, let right, _, _): [left, right]
        case .wrongOrder(let first, let second): [first, second]
        case .excluded(let span): [span]
        }
    }

    private func name(_ place: ContextPlace) -> String {
        (place.source == .leadIn ? "lead-in" : "heading") + " '\(shortened(showable(place.text), to: longestSource))'"
    }

    private func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }

    private func quoted(_ spans: [Range<Int>], in text: String) -> String {
        var words: [String] = []
        for span in spans {
            let word = quoted(span, in: text)
            if !words.contains(word) { words.append(word) }
        }
        return words.joined(separator: ", ")
    }

    private func quoted(_ span: Range<Int>, in text: String) -> String {
        let scalars = text.unicodeScalars.dropFirst(span.lowerBound).prefix(span.count)
        return "'" + showable(String(String.UnicodeScalarView(scalars))) + "'"
    }
}
