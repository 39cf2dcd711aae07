import DocumentModel

func characteristicsText(_ settings: TableSettings, _ summary: ChartSummary) -> TableText {
    TableText(
        notes: settings.characteristics.compactMap(note),
        columns: [
            TableColumn("characteristic", heading: "Characteristic", .group, width: 24),
            TableColumn("value", heading: "Value", width: 44),
            TableColumn("documents", heading: "No (n=\(summary.read))", .count, width: 12),
            TableColumn("percentage", heading: "Percentage (%)", .decimal(places: 1), width: 14),
        ],
        frozenColumns: 2)
}

/// How documents are counted where that goes not without saying.
private func note(_ characteristic: Characteristic) -> String? {
    let heading = characteristic.heading
    return switch characteristic.content {
    case .year, .field: nil
    case .database(.first): "\(heading): a document that was found in several counts in the first one."
    case .database(.all):
        "\(heading): a document that was found in several counts in each of them, so that the rows may add up to more "
            + "than all documents."
    case .category: "\(heading): documents with at least one such statement."
    case .dimension(let dimension):
        "\(heading): as a reference list or the document says it; else as the codebook gives it."
            + (dimension.assignsSeveral ? " A document may have several." : "")
    }
}

/// Counts the documents of each year, study type, database, category….
struct CharacteristicsCount {
    private let characteristics: [Characteristic]
    private let categories: [TableSettings.Code]
    private let settings: ChartSettings
    /// Documents read.
    private(set) var documents = 0
    /// Documents by value, for each characteristic; values that are no name of a codebook too.
    private var values: [[String: Int]]
    /// Documents without a value, for each characteristic, by what their cell in the chart says.
    private var absent: [[String: Int]]
    private var years = YearCount()
    private var inCategory: [Int]

    init(_ settings: TableSettings) {
        characteristics = settings.characteristics
        categories = settings.categories
        self.settings = settings.chart
        values = Array(repeating: [:], count: settings.characteristics.count)
        absent = values
        inCategory = Array(repeating: 0, count: settings.categories.count)
    }

    /// - Precondition: the document was read.
    mutating func add(_ document: ChartedDocument, _ tally: DocumentMentions) {
        documents += 1
        years.add(document.metadata.text("year"))
        for category in tally.categories { inCategory[category] += 1 }
        for (index, characteristic) in characteristics.enumerated() {
            switch characteristic.content {
            case .year, .category: break
            case .dimension(let dimension):
                let found = dimension.values(metadata: document.metadata, codes: document.coded.documentCodes)
                add(unique(found), or: .notStated, at: index)
            case .database(let counting):
                let cell = RowBuilder(document: document, settings: settings).field("database")
                let names = isText(cell) ? unique(cell.plainText.split(separator: "; ").map { String($0) }) : []
                add(counting == .first ? Array(names.prefix(1)) : names, or: cell, at: index)
            case .field(let name):
                let cell = RowBuilder(document: document, settings: settings).field(name)
                add(isText(cell) ? [cell.plainText] : [], or: cell, at: index)
            }
        }
    }

    /// - Parameter absent: what the chart says of a document without values.
    private mutating func add(_ found: [String], or absent: ChartCell, at index: Int) {
        for value in found { values[index][shortened(value), default: 0] += 1 }
        if found.isEmpty { self.absent[index][shortened(absent.plainText), default: 0] += 1 }
    }

    private func isText(_ cell: ChartCell) -> Bool {
        if case .text = cell { true } else { false }
    }

    private func unique(_ names: [String]) -> [String] {
        var known: Set<String> = []
        return names.filter { known.insert($0).inserted }
    }

    // MARK: Rows

    /// The rows of each characteristic: what the settings name, zeros too, then what else occurs, then what is not
    /// stated.
    func rows() -> [[[ReviewCell]]] {
        characteristics.indices.map { index in
            let heading = ReviewCell.text(shortened(characteristics[index].heading))
            let rows = counts(of: index).map { (ReviewCell.text($0.label), $0.count) }
            return (rows + absentCounts(of: index)).map { label, count in
                [heading, label, .count(count), .percentage(count, of: documents)]
            }
        }
    }

    /// Documents without a value, by what the chart says of them.
    private func absentCounts(of index: Int) -> [(ReviewCell, Int)] {
        if case .year = characteristics[index].content {
            return years.unknown > 0 ? [(ReviewCell(.notStated), years.unknown)] : []
        }
        return sorted(absent[index]).map { (ReviewCell.absent($0.label), $0.count) }
    }

    private func counts(of index: Int) -> [(label: String, count: Int)] {
        switch characteristics[index].content {
        case .year(let bands): years.counts(in: bands).map { ($0.band?.label ?? "Other years", $0.count) }
        case .category: zip(categories, inCategory).map { (shortened($0.label), $1) }
        case .dimension(let dimension):
            named(dimension.codes.map { shortened($0.label) }, values[index])
        case .database, .field: sorted(values[index])
        }
    }

    /// Values that have a name in the codebook in its order, then the others.
    private func named(_ labels: [String], _ values: [String: Int]) -> [(label: String, count: Int)] {
        let names = unique(labels)
        return names.map { ($0, values[$0] ?? 0) } + sorted(values.filter { !names.contains($0.key) })
    }

    /// The most frequent first, then by name.
    private func sorted(_ counts: [String: Int]) -> [(label: String, count: Int)] {
        counts.map { (label: $0.key, count: $0.value) }
            .sorted {
                $0.count != $1.count ? $0.count > $1.count : $0.label.utf8.lexicographicallyPrecedes($1.label.utf8)
            }
    }
}
