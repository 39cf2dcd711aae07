import DocumentModel

/// Writes items: the printed form, then a line with page, state and headings that opens what decided.
struct HTMLItemMarkup {
    let settings: ChartSettings

    /// Tints that the style sheet has for themes.
    private static let tints = 8

    /// - Parameter isFirst: whether the item stands in no cell before: links lead there.
    func write(_ item: ChartItem, document: String, isFirst: Bool, to markup: inout HTMLMarkup) {
        let evidence = Evidence(item: item, settings: settings)
        markup.element("li", ["id": isFirst ? evidenceAnchor(of: item.passage.id) : nil]) { markup in
            writeStatement(item, evidence, to: &markup)
            markup.element("details") { markup in
                writeSummary(item.passage, evidence, to: &markup)
                writeEvidence(item, evidence, document: document, to: &markup)
            }
        }
        markup.raw("\n")
    }

    /// What separates number, themes and statement is there to be copied and read aloud; the style hides it
    /// where shapes say the same.
    private func writeStatement(_ item: ChartItem, _ evidence: Evidence, to markup: inout HTMLMarkup) {
        markup.element("span", ["class": "number"], text: "\(item.number))")
        markup.raw(" ")
        markup.element("span", ["class": "themes"]) { markup in
            for (index, theme) in item.themes.enumerated() {
                if index > 0 { writeSeparator(ItemText.themeSeparator, to: &markup) }
                let tint = settings.themes.firstIndex(of: theme).map { "theme tint-\($0 % Self.tints)" }
                markup.element("span", ["class": tint ?? "theme"], text: theme)
            }
        }
        writeSeparator(ItemText.statementSeparator, to: &markup)
        markup.element("span", ["class": "statement", "dir": "auto"]) { markup in
            if item.passage.wording == nil {
                writeQuote(item, evidence, to: &markup)
            } else {
                markup.text(item.printed)
            }
        }
    }

    private func writeQuote(_ item: ChartItem, _ evidence: Evidence, to markup: inout HTMLMarkup) {
        markup.text(item.statement, marks: evidence.spans(in: .text, of: item.statement))
    }

    /// The last space stands outside the hidden sign, so that lines can break there.
    private func writeSeparator(_ separator: String, to markup: inout HTMLMarkup) {
        markup.element("span", ["class": "separator"], text: String(separator.dropLast()))
        markup.raw(" ")
    }

    private func writeSummary(_ passage: CodedPassage, _ evidence: Evidence, to markup: inout HTMLMarkup) {
        markup.element("summary") { markup in
            markup.text("p. \(passage.page) ")
            markup.element("span", ["class": "state " + passage.state.rawValue], text: passage.state.rawValue)
            markup.raw(" ")
            markup.element("span", ["class": "headings"]) { markup in
                for (level, heading) in passage.headings.enumerated() {
                    markup.element("span") { markup in
                        markup.text(heading, marks: evidence.spans(in: .heading, level: level, of: heading))
                        if level < passage.headings.count - 1 { markup.raw(" › ") }
                    }
                }
            }
        }
    }

    private func writeEvidence(
        _ item: ChartItem, _ evidence: Evidence, document: String, to markup: inout HTMLMarkup
    ) {
        let passage = item.passage
        markup.element("dl") { markup in
            if passage.wording != nil {
                markup.element("dt", text: "Quote")
                markup.element("dd", ["dir": "auto"]) { writeQuote(item, evidence, to: &$0) }
            }
            if let leadIn = passage.leadIn {
                markup.element("dt", text: "Lead-in")
                markup.element("dd") { $0.text(leadIn, marks: evidence.spans(in: .leadIn, of: leadIn)) }
            }
            for (term, text) in [("Rules", evidence.rules), ("Words", evidence.words), ("Score", evidence.scores)] {
                markup.element("dt", text: term)
                markup.element("dd", text: text)
            }
            markup.element("dt", text: "Source")
            markup.element("dd") { markup in
                let place = "\(document), page \(passage.page)"
                if let link = settings.link(to: document, page: passage.page) {
                    markup.element("a", ["href": link], text: place)
                } else {
                    markup.text(place)
                }
            }
            markup.element("dt", text: "Item")
            markup.element("dd", text: passage.id)
        }
    }
}
