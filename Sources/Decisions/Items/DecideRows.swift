package import Diagnostics
package import DocumentModel
import Hashing

/// Turns answers about the items of one document into decisions.
package struct RowDecider {
    private let document: Document
    private let form: ItemForm
    private let charting: ChartingRule
    private let reviewer: Reviewer
    private let finder: QuoteFinder
    private let codings: [String: CodedPassage]
    private let byPlace: [Range<Int>: CodedPassage]
    private let decided: [String: Decision]
    package private(set) var diagnostics: [Diagnostic] = []
    /// Quotes that the document does not have.
    private var missing = 0

    /// - Parameters:
    ///   - codings: the document's codings as the last run left them.
    ///   - decided: what was decided about the document before, by the id of the statement.
    package init(
        _ document: Document, codings: [CodedPassage], decided: [String: Decision], form: ItemForm,
        charting: ChartingRule, reviewer: Reviewer
    ) {
        self.document = document
        self.form = form
        self.charting = charting
        self.reviewer = reviewer
        self.decided = decided
        finder = QuoteFinder(document)
        self.codings = Dictionary(codings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        byPlace = Dictionary(codings.map { ($0.start..<$0.end, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a row decides; nil, and an error, if it cannot be read.
    package mutating func decision(of row: ItemAnswerRow) -> RowDecision? {
        guard let answer = ItemAnswer(written: row.answer.words) else {
            diagnostics.append(
                .error(
                    "unknown-answer", "unknown decision '\(row.answer.words)'", at: row.answer.place, help: answersHelp,
                    suggestion: nearestName(to: row.answer.words, among: ItemAnswer.allCases.map(\.rawValue))))
            return nil
        }
        guard let anchor = anchor(of: row, answer) else { return nil }
        if answer == .none { return RowDecision(change: .takeBack(anchor), place: row.answer.place) }
        return decision(row, answer, about: anchor).map {
            RowDecision(change: .decide($0), place: row.answer.place)
        }
    }

    // MARK: Anchor

    /// What the row is about: a decision's anchor, a statement of the run, or a quote of the document.
    private mutating func anchor(of row: ItemAnswerRow, _ answer: ItemAnswer) -> DecisionAnchor? {
        let id = row.id.words
        if let known = decided[id] { return known.anchor }
        if let coding = codings[id] {
            return anchor(at: coding.start..<coding.end, id: id, codes: coding.codes.assigned)
        }
        if id.isEmpty && answer != .add {
            diagnostics.append(
                .error(
                    "no-id", "the row names no item", at: row.id.place,
                    help: "a row of your own has 'add' as its decision; the rows of the run keep their id"))
            return nil
        }
        if !id.isEmpty && !isID(id) {
            diagnostics.append(
                .error(
                    "unknown-id", "no item of '\(document.source.path)' has the id '\(id)'", at: row.id.place,
                    help: "ids are those of the last run; a row of your own has none",
                    suggestion: nearestName(to: id, among: codings.keys.sorted())))
            return nil
        }
        return anchorOfQuote(row, id: id)
    }

    /// An id of another run, whose statement may be found by its quote.
    private func isID(_ text: String) -> Bool { text.utf8.count == idLength && text.allSatisfy(\.isHexDigit) }

    private mutating func anchorOfQuote(_ row: ItemAnswerRow, id: String) -> DecisionAnchor? {
        guard !row.quote.isEmpty else {
            diagnostics.append(
                .error("no-quote", "the row has no quote", at: row.quote.place, help: "copy it from the document"))
            return nil
        }
        let places = finder.places(of: row.quote.text)
        let onPage = places.first { place in
            Int(row.page.words) == finder.block(of: place)?.page(from: place.lowerBound, to: place.upperBound)
        }
        guard let place = onPage ?? places.first else {
            reportMissing(row, id: id)
            return nil
        }
        let same = byPlace[place]
        let codes = id.isEmpty ? same?.codes.assigned : codes(row.coded)
        guard let codes = codes ?? (id.isEmpty ? [] : nil) else { return nil }
        let known = same?.id ?? (id.isEmpty ? addedID(place) : id)
        return decided[known]?.anchor ?? anchor(at: place, id: known, codes: codes)
    }

    /// The id of a statement that people added: of its own kind, so that none of the machine's is like it.
    private func addedID(_ place: Range<Int>) -> String {
        let name = [document.source.sha256, finder.text(of: place), "added at \(place.lowerBound)"]
        return String(sha256(name.joined(separator: "\n")).prefix(idLength))
    }

    private mutating func reportMissing(_ row: ItemAnswerRow, id: String) {
        let found = whatIsFound(of: row.quote.text)
        let unknown = id.isEmpty ? "" : "no item has the id '\(id)' and "
        diagnostics.append(
            .error(
                id.isEmpty ? "quote-not-found" : "unknown-id",
                "\(unknown)the quote is not in '\(document.source.path)'", at: row.quote.place,
                help: found ?? "a quote is a piece of one paragraph, list item or table cell, copied from the document")
        )
    }

    private func anchor(at place: Range<Int>, id: String, codes: [DimensionCodes]) -> DecisionAnchor {
        let length = DecisionAnchor.contextLength
        let count = document.text.scalarCount
        return DecisionAnchor(
            document: DecidedDocument(document), id: id, quote: finder.text(of: place),
            prefix: finder.text(of: max(0, place.lowerBound - length)..<place.lowerBound),
            suffix: finder.text(of: place.upperBound..<min(count, place.upperBound + length)),
            start: place.lowerBound,
            page: finder.block(of: place)?.page(from: place.lowerBound, to: place.upperBound) ?? 1, codes: codes)
    }

    // MARK: Decision

    private mutating func decision(
        _ row: ItemAnswerRow, _ answer: ItemAnswer, about anchor: DecisionAnchor
    ) -> Decision? {
        let isNew = row.id.isEmpty
        guard let recoded = codes(isNew ? givenCodes(row) : row.recoded), let quote = newQuote(row, anchor) else {
            return nil
        }
        let wording = row.wording.isEmpty ? nil : row.wording.words
        // As the file keeps them, so that what is read twice is the same.
        let changes = recoded.filter { !anchor.codes.contains($0) }.sorted { $0.dimension < $1.dimension }
        var decision = Decision(
            anchor: anchor, verdict: .accepted, codes: changes, quote: quote.isEmpty ? nil : quote, wording: wording,
            note: row.note.isEmpty ? nil : row.note.words, by: reviewer.by, date: reviewer.date,
            isBlind: reviewer.isBlind)
        let isChanged = !changes.isEmpty || decision.quote != nil || wording != nil
        decision.verdict = verdict(answer, about: anchor, isChanged: isChanged)
        guard isPossible(decision, row, isChanged: isChanged) else { return nil }
        return decision
    }

    /// What was added by a person stays added, and the machine's own items cannot be.
    private func verdict(
        _ answer: ItemAnswer, about anchor: DecisionAnchor, isChanged: Bool
    ) -> Decision.Verdict {
        let isAdded = decided[anchor.id]?.verdict == .added
        switch answer {
        case .reject: return .rejected
        case .accept: return isAdded ? .added : isChanged ? .edited : .accepted
        case .edit, .none: return isAdded ? .added : .edited
        case .add:
            let isItem = !isAdded && codings[anchor.id]?.charted == .yes
            return isItem ? (isChanged ? .edited : .accepted) : .added
        }
    }

    /// A row of one's own may have its codes in either column.
    private func givenCodes(_ row: ItemAnswerRow) -> [ItemAnswerRow.Field] {
        zip(row.recoded, row.coded).map { $0.isEmpty ? $1 : $0 }
    }

    private mutating func isPossible(_ decision: Decision, _ row: ItemAnswerRow, isChanged: Bool) -> Bool {
        switch decision.verdict {
        case .rejected where isChanged:
            diagnostics.append(
                .error(
                    "rejected-edit", "a rejected item has no new codes, quote or wording", at: row.answer.place,
                    help: "empty those cells, or choose 'edit'"))
            return false
        case .edited where !isChanged:
            diagnostics.append(
                .error(
                    "no-edit", "the row changes nothing", at: row.answer.place,
                    help: "fill in new codes, a new quote or a short wording, or choose 'accept'"))
            return false
        case .rejected: return true
        case .accepted, .edited, .added: return hasChartCodes(decision, row)
        }
    }

    private mutating func hasChartCodes(_ decision: Decision, _ row: ItemAnswerRow) -> Bool {
        let codes = PassageCodes(assigned: decision.standingCodes.filter { !$0.codes.isEmpty })
        guard case .no(let reason) = charting.charted(codes) else { return true }
        let missing = [charting.category, charting.theme].compactMap(\.self).filter { codes.codes(in: $0).isEmpty }
        let number = form.dimensions.firstIndex { $0.id == missing.first } ?? 0
        diagnostics.append(
            .error(
                "no-codes", "the item has \(reason)", at: row.recoded[number].place,
                help: "codes: " + form.dimensions[number].codes.map(\.label).joined(separator: codeSeparator)))
        return false
    }

    // MARK: Cells

    /// How far a missing quote is there after all; only said of the first, for it takes several searches.
    private mutating func whatIsFound(of quote: String) -> String? {
        missing += 1
        guard missing <= mostExplained, let beginning = finder.longestBeginning(of: quote) else { return nil }
        return "the document has '\(abbreviated(beginning))', and not what follows it"
    }

    /// The new bounds of the quote as the document has them; empty if the row gives none, nil and an error if they do
    /// not share words with the item.
    private mutating func newQuote(_ row: ItemAnswerRow, _ anchor: DecisionAnchor) -> String? {
        guard !row.newQuote.isEmpty else { return "" }
        let place = finder.place(of: anchor) ?? anchor.start..<anchor.start
        guard let found = finder.place(of: row.newQuote.text, overlapping: place) else {
            let found = whatIsFound(of: row.newQuote.text)
            diagnostics.append(
                .error(
                    "quote-not-found", "the new quote is not a piece of the document around the item",
                    at: row.newQuote.place,
                    help: found ?? "cut the quote at its ends; words of your own stand under 'Short wording'"))
            return nil
        }
        return finder.text(of: found) == anchor.quote ? "" : finder.text(of: found)
    }

    /// The codes that cells name, by dimension; nil and errors if one is unknown.
    private mutating func codes(_ cells: [ItemAnswerRow.Field]) -> [DimensionCodes]? {
        var result: [DimensionCodes] = []
        var isWhole = true
        for (dimension, cell) in zip(form.dimensions, cells) where !cell.isEmpty {
            let (codes, unknown) = dimension.codes(named: cell.text)
            for name in unknown {
                isWhole = false
                diagnostics.append(
                    .error(
                        "unknown-code", "unknown code '\(name)'", at: cell.place,
                        help: "codes: " + dimension.codes.map(\.label).joined(separator: codeSeparator),
                        suggestion: nearestName(to: name, among: dimension.codes.flatMap { [$0.label, $0.id] })))
            }
            result.append(DimensionCodes(dimension: dimension.id, codes: codes))
        }
        return isWhole ? result : nil
    }
}

/// Hexadecimal digits of a statement's id.
private let idLength = 16

/// Missing quotes of a document that are looked into.
private let mostExplained = 100
