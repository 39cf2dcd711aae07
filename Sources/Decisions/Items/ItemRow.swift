package import DocumentModel

/// A row of the list in which a reviewer checks items.
package struct ItemRow: Sendable, Hashable, Decodable {
    /// A text, and where it leads.
    package struct Link: Sendable, Hashable, Decodable {
        package var text: String
        /// nil when there is no way there.
        package var url: String?

        package init(text: String, url: String?) {
            self.text = text
            self.url = url
        }
    }

    /// What was decided: an answer of the column Decision; empty while nobody has.
    package var answer: String
    package var before: String
    package var quote: String
    package var after: String
    /// Labels of the codes with which the item stands, for each dimension of the form.
    package var coded: [String]
    /// Thousandths.
    package var score: Int
    /// Labels of the codes that a person gave, for each dimension of the form.
    package var recoded: [String]
    package var newQuote: String
    package var wording: String
    package var note: String
    /// Headings and lead-in.
    package var under: String
    package var document: String
    package var page: Link
    /// Each rule that decided, in words, one a line.
    package var rules: String
    package var evidence: Link
    package var state: String
    package var id: String
}

/// Makes the rows of a document's items.
package struct ItemRowBuilder {
    private let document: Document
    private let text: TextIndex
    private let form: ItemForm
    private let charting: ChartingRule
    private let decisions: [String: Decision]

    /// - Parameter decisions: what was decided about the document, by the id of the statement.
    package init(_ document: Document, form: ItemForm, charting: ChartingRule, decisions: [String: Decision]) {
        self.document = document
        text = TextIndex(document.text)
        self.form = form
        self.charting = charting
        self.decisions = decisions
    }

    /// The row of a statement; nil for what is no item: nobody decided it, and it does not stand in the chart.
    ///
    /// - Parameters:
    ///   - rule: a rule in words.
    ///   - evidence: where the item's evidence is shown.
    ///   - page: where the item's page is shown.
    package func row(
        of coding: CodedPassage, rule: (RuleMatch) -> String, evidence: String?, page: String?
    ) -> ItemRow? {
        let decision = decisions[coding.id]
        guard coding.charted == .yes || decision != nil else { return nil }
        let block = document.blocks.last { $0.start <= coding.start }
        let start = max(block?.start ?? 0, coding.start - contextLength)
        let end = min(block?.end ?? text.count, coding.end + contextLength)
        return ItemRow(
            answer: decision.map { answer(of: $0).rawValue } ?? "",
            before: contextBefore(start, coding.start, isCut: start > block?.start ?? 0),
            quote: coding.statement,
            after: contextAfter(coding.end, end, isCut: end < block?.end ?? 0),
            coded: form.dimensions.map { labels(coding.codes.codes(in: $0.id), of: $0) },
            score: score(of: coding),
            recoded: form.dimensions.map { dimension in
                labels(decision?.codes.first { $0.dimension == dimension.id }?.codes ?? [], of: dimension)
            },
            newQuote: decision?.quote ?? "", wording: decision?.wording ?? "", note: decision?.note ?? "",
            under: (coding.headings + [coding.leadIn].compactMap(\.self)).joined(separator: " › "),
            document: coding.document,
            page: ItemRow.Link(text: String(coding.page), url: page),
            rules: deciding(coding).map(rule).joined(separator: "\n"),
            evidence: ItemRow.Link(text: evidence == nil ? "" : "evidence", url: evidence),
            state: state(of: coding, decision), id: coding.id)
    }

    private func answer(of decision: Decision) -> ItemAnswer {
        switch decision.verdict {
        case .accepted: .accept
        case .rejected: .reject
        case .edited: .edit
        case .added: .add
        }
    }

    private func state(of coding: CodedPassage, _ decision: Decision?) -> String {
        decision?.verdict == .rejected ? "rejected" : coding.state.rawValue
    }

    private func labels(_ codes: [String], of dimension: ItemForm.Dimension) -> String {
        codes.map { code in dimension.codes.first { $0.id == code }?.label ?? code }.joined(separator: codeSeparator)
    }

    /// The scores of the best category and the best theme: an item stands in the chart by both.
    private func score(of coding: CodedPassage) -> Int {
        [charting.category, charting.theme].compactMap(\.self).reduce(0) { sum, dimension in
            let scores = coding.codes.scores.filter { $0.code.dimension == dimension }.map(\.thousandths)
            return sum + (scores.max() ?? 0)
        }
    }

    /// The rules that held for the codes with which the item stands.
    private func deciding(_ coding: CodedPassage) -> [RuleMatch] {
        coding.codes.matches.filter { coding.codes.codes(in: $0.code.dimension).contains($0.code.code) }
    }

    private func contextBefore(_ start: Int, _ end: Int, isCut: Bool) -> String {
        let context = text.text(start, end)
        guard isCut, let space = context.firstIndex(of: " ") else { return trimmed(context[...]) }
        return "… " + trimmed(context[space...])
    }

    private func contextAfter(_ start: Int, _ end: Int, isCut: Bool) -> String {
        let context = text.text(start, end)
        guard isCut, let space = context.lastIndex(of: " ") else { return trimmed(context[...]) }
        return trimmed(context[..<space]) + " …"
    }

    private func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

/// Code points before a quote and after it: about two lines of a page.
private let contextLength = 160
