import DocumentModel
import JSON

/// What decided the codes with which an item stands in the chart.
struct Evidence {
    /// The rules that held for the item's category and themes, in the codebook's order.
    let matches: [RuleMatch]
    let passage: CodedPassage

    init(item: ChartItem, settings: ChartSettings) {
        passage = item.passage
        let themes = passage.codes.codes(in: settings.themeDimension)
        matches = passage.codes.matches.filter { match in
            match.code.dimension == settings.categoryDimension && match.code.code == item.category
                || match.code.dimension == settings.themeDimension && themes.contains(match.code.code)
        }
    }

    /// `barrier: lack-of-means, under-barriers; economic: money`.
    var rules: String {
        byCode.map { code, matches in code.code + ": " + matches.map(\.rule).joined(separator: ", ") }
            .joined(separator: "; ")
    }

    /// `barrier 3; economic 2.5`.
    var scores: String {
        byCode.map { code, _ in
            let score = passage.codes.scores.first { $0.code == code }
            return code.code + " " + decimal(thousandths: score?.thousandths ?? 0)
        }.joined(separator: "; ")
    }

    /// The words that decided: `lack, staff; heading: Challenges`.
    var words: String {
        var words = passageTexts.map { text in
            text.label + text.spans.map { text.index.text($0.lowerBound, $0.upperBound) }.joined(separator: ", ")
        }
        if matches.contains(where: { $0.spans.contains { $0.source == .previous } }) { words.append("passage before") }
        return words.joined(separator: "; ")
    }

    /// Where in a text of the passage deciding words stand: ascending, disjoint.
    ///
    /// - Parameter level: of the heading, for headings.
    func spans(in source: MatchSpan.Source, level: Int? = nil, of text: String) -> [Range<Int>] {
        let length = text.unicodeScalars.count
        let spans = matches.flatMap(\.spans)
            .filter { $0.source == source && $0.level == level && $0.start < $0.end && $0.end <= length }
            .map { $0.start..<$0.end }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        return spans.reduce(into: []) { merged, span in
            if let last = merged.last, span.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
            } else {
                merged.append(span)
            }
        }
    }

    private var byCode: [(code: CodeReference, matches: [RuleMatch])] {
        matches.reduce(into: []) { groups, match in
            if let index = groups.firstIndex(where: { $0.code == match.code }) {
                groups[index].matches.append(match)
            } else {
                groups.append((match.code, [match]))
            }
        }
    }

    private var passageTexts: [(label: String, index: TextIndex, spans: [Range<Int>])] {
        var texts = [("", passage.statement, spans(in: .text, of: passage.statement))]
        if let leadIn = passage.leadIn {
            texts.append(("lead-in: ", leadIn, spans(in: .leadIn, of: leadIn)))
        }
        for (level, heading) in passage.headings.enumerated() {
            texts.append(("heading: ", heading, spans(in: .heading, level: level, of: heading)))
        }
        return texts.filter { !$0.2.isEmpty }.map { (label: $0.0, index: TextIndex($0.1), spans: $0.2) }
    }
}
