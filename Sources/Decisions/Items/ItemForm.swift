/// The columns of the list in which a reviewer checks items: which there are, and what they are called.
package struct ItemForm: Sendable {
    /// A dimension that items are coded on.
    package struct Dimension: Sendable {
        package var id: String
        package var label: String
        package var codes: [Code]

        package init(id: String, label: String, codes: [Code]) {
            self.id = id
            self.label = label
            self.codes = codes
        }
    }

    package struct Code: Sendable {
        package var id: String
        package var label: String
        /// What people may call it besides.
        package var names: [String]
        /// What it stands for, in a line.
        package var brief: String

        package init(id: String, label: String, names: [String] = [], brief: String = "") {
            self.id = id
            self.label = label
            self.names = names
            self.brief = brief
        }
    }

    package enum Column: Hashable, Sendable {
        case decision, before, quote, after
        /// The codes of a dimension with which the item stands, by the dimension's number.
        case coded(Int)
        case score
        /// The codes that a person gives in their place.
        case recode(Int)
        case newQuote, wording, note, under, document, page, rules, evidence, state, id

        /// Whether people fill it in.
        package var isInput: Bool {
            switch self {
            case .decision, .recode, .newQuote, .wording, .note: true
            default: false
            }
        }
    }

    /// The dimension that makes the chart's columns, that of its themes, then the others.
    package let dimensions: [Dimension]
    package let columns: [Column]
    private let names: [String]

    package init(dimensions: [Dimension]) {
        self.dimensions = dimensions
        // A label that two dimensions share would make two columns of one name.
        names = dimensions.map { dimension in
            dimensions.count { $0.label == dimension.label } > 1 ? dimension.id : dimension.label
        }
        let coded = dimensions.indices.map { Column.coded($0) }
        let recode = dimensions.indices.map { Column.recode($0) }
        columns =
            [.decision, .before, .quote, .after] + coded + [.score] + recode
            + [.newQuote, .wording, .note, .under, .document, .page, .rules, .evidence, .state, .id]
    }

    package func heading(of column: Column) -> String {
        switch column {
        case .decision: "Decision"
        case .before: "Before"
        case .quote: "Quote"
        case .after: "After"
        case .coded(let number): "Coded " + names[number]
        case .score: "Score"
        case .recode(let number): "Recode " + names[number]
        case .newQuote: "New quote"
        case .wording: "Short wording"
        case .note: "Note"
        case .under: "Under"
        case .document: "Document"
        case .page: "Page"
        case .rules: "Rules"
        case .evidence: "Evidence"
        case .state: "State"
        case .id: "Item"
        }
    }

    /// In characters.
    func width(of column: Column) -> Int {
        switch column {
        case .decision: 10
        case .before, .after: 30
        case .under: 24
        case .quote: 52
        case .coded, .recode: 18
        case .score: 8
        case .newQuote, .wording: 30
        case .note, .document: 22
        case .page: 7
        case .rules: 64
        case .evidence: 11
        case .state: 10
        case .id: 18
        }
    }
}

/// The answers in the column Decision.
package enum ItemAnswer: String, Sendable, CaseIterable {
    case accept, reject, edit, add
    /// What was decided is taken back.
    case none

    /// The answer that a person wrote: `Accept`, `accepted`.
    init?(written text: String) {
        let word = text.lowercased()
        let forms: [(word: String, answer: ItemAnswer)] = Self.allCases.flatMap { answer in
            let stem = answer.rawValue
            return [(stem, answer), (stem + "ed", answer), (stem + "s", answer)]
        }
        guard let answer = forms.first(where: { $0.word == word })?.answer else { return nil }
        self = answer
    }
}

/// Parts of a cell with several codes: `Economic; Political`.
let codeSeparator = "; "
