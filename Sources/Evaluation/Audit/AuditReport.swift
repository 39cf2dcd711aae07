package import JSON

extension AuditRecord {
    /// What an honest text says of the audit: `48 of 60 items checked by 2 people; precision 0.812 (95 % interval 0.701 to
    /// 0.889), recall …`.
    package var sentence: String {
        let figures = figures
        guard figures.checkedItems > 0 else { return Self.noItemChecked }
        let people = people == 1 ? "1 person" : "\(people) people"
        return "\(figures.checkedItems) of \(figures.items) items checked blind by \(people); "
            + "precision \(inWords(figures.item.precision)), recall \(inWords(figures.item.recall))"
    }

    /// What such a text says where nobody has answered yet.
    package static let noItemChecked = "No item was checked by a person."

    private func inWords(_ estimate: Estimate) -> String {
        switch (estimate.figure, estimate.interval) {
        case (.value(let value), .range(let low, let high)):
            "\(fixed(value)) (95 % interval \(fixed(low)) to \(fixed(high)))"
        default: estimate.text
        }
    }

    /// The figures as a table for people.
    package var textReport: String {
        let figures = figures
        let head =
            "checked: \(figures.checkedItems) of \(figures.items) items, \(figures.checkedOthers) of "
            + "\(figures.others) other passages, by \(people == 1 ? "1 person" : "\(people) people")"
        var table = [["", "in chart", "given", "precision", "recall"]]
        table.append(["item", String(figures.checkedItems), "", figures.item.precision.text, figures.item.recall.text])
        for code in figures.codes {
            table.append([
                "\(code.code.dimension).\(code.code.code)", String(code.charted), String(code.given),
                code.rates.precision.text, code.rates.recall.text,
            ])
        }
        let cells = figures.cells.map { cells in
            "documents by \(cells.dimension), cells filled or empty in what was checked: "
                + "\(cells.counts.both + cells.counts.neither) of \(cells.counts.all) alike, "
                + "Cohen's kappa \(cells.counts.sums.cohensKappa.text)"
        }
        let open = rows.count { $0.answer == nil }
        let rest = open == 0 ? "" : "; \(open) of \(rows.count) rows have no answer yet"
        return ([head + rest, "", aligned(table), "", "in brackets: 95 % intervals, by documents drawn"] + cells)
            .joined(separator: "\n")
    }
}

// MARK: JSON

extension AuditRecord {
    /// Writes the figures with their intervals, as run.json has them.
    package func writeFigures(to json: inout JSONWriter) {
        let figures = figures
        json.object { json in
            json.member("text", sentence)
            json.member("seed", seed)
            json.member("people", people)
            json.member("items", figures.items)
            json.member("checked_items", figures.checkedItems)
            json.member("other_passages", figures.others)
            json.member("checked_other_passages", figures.checkedOthers)
            write(figures.item, to: &json)
            json.key("codes")
            json.array(of: figures.codes) { json, code in
                json.object { json in
                    json.member("dimension", code.code.dimension)
                    json.member("code", code.code.code)
                    json.member("in_chart", code.charted)
                    json.member("given", code.given)
                    write(code.rates, to: &json)
                }
            }
            json.key("cells")
            json.array(of: figures.cells) { json, cells in
                json.object { json in
                    json.member("dimension", cells.dimension)
                    json.member("documents", cells.documents)
                    json.member("both", cells.counts.both)
                    json.member("chart_only", cells.counts.foundOnly)
                    json.member("people_only", cells.counts.goldOnly)
                    json.member("neither", cells.counts.neither)
                    write(cells.counts.sums.cohensKappa, "kappa", to: &json)
                }
            }
        }
    }

    private func write(_ rates: AuditFigures.Rates, to json: inout JSONWriter) {
        for (name, estimate) in [("precision", rates.precision), ("recall", rates.recall)] {
            write(estimate.figure, name, to: &json)
            guard case .range(let low, let high) = estimate.interval else { continue }
            json.key(name + "_interval")
            json.array(of: [low, high]) { json, bound in json.value(thousandths: Int((bound * 1000).rounded())) }
        }
    }

    /// A figure, or the reason why there is none.
    private func write(_ figure: Figure, _ name: String, to json: inout JSONWriter) {
        switch figure {
        case .value(let value):
            json.key(name)
            json.value(thousandths: Int((value * 1000).rounded()))
        case .undefined(let reason): json.member(name, "n/a: " + reason)
        }
    }
}
