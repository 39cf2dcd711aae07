import DocumentModel

/// What a written report says of one document.
package struct ReportReadBack: Sendable, Hashable {
    package var chart: ReadBackRow
    /// Of each statement once, in document order.
    package var evidence: [ReportEvidence]
}

/// What opens below an item: the quote, whatever the chart prints in its place, and where else it is said.
///
/// Two are equal when their bytes are: Swift's strings would call `é` and `e` with U+0301 the same.
package struct ReportEvidence: Sendable, Hashable {
    package var id: String
    package var quote: String
    /// Pages of further passages that say the same.
    package var mentions: [Int]

    package static func == (left: ReportEvidence, right: ReportEvidence) -> Bool {
        left.id == right.id && left.mentions == right.mentions && left.quote.utf8.elementsEqual(right.quote.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(mentions)
    }
}

extension ChartRow {
    /// What must come back from a written report.
    package func reportReadBack(_ settings: ChartSettings) -> ReportReadBack {
        let evidence = itemsByStatement(settings).map { items in
            let passage = items[0].item.passage
            return ReportEvidence(id: passage.id, quote: passage.statement, mentions: passage.mentions.map(\.page))
        }
        return ReportReadBack(chart: readBack, evidence: evidence)
    }

    /// The items of each statement, in document order: it stands in the cell of every category that it has. A category
    /// is the number of its cell among those with items.
    func itemsByStatement(_ settings: ChartSettings) -> [[(category: Int, item: ChartItem)]] {
        var groups: [[(category: Int, item: ChartItem)]] = []
        var numbers: [String: Int] = [:]
        let cells = zip(settings.columns, self.cells).filter { $0.0.category != nil }.map(\.1)
        for (category, cell) in cells.enumerated() {
            for item in cell.items {
                if let number = numbers[item.passage.id] {
                    groups[number].append((category, item))
                } else {
                    numbers[item.passage.id] = groups.count
                    groups.append([(category, item)])
                }
            }
        }
        return groups.sorted { $0[0].item.passage.start < $1[0].item.passage.start }
    }
}
