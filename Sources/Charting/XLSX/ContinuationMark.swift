/// What tells a row that goes on with the row above it from a row of its own: `continued, row 2 of 3`.
///
/// It stands in a column whose own texts never begin like it: Status in the chart, State in its provenance.
struct ContinuationMark: Equatable {
    /// From 2.
    var row: Int
    /// Rows that belong together, the first included.
    var count: Int

    private static let beginning = "continued, row "
    private static let middle = " of "

    init(row: Int, count: Int) {
        self.row = row
        self.count = count
    }

    /// - Returns: nil when the text is no mark.
    init?(_ text: String) {
        guard text.hasPrefix(Self.beginning) else { return nil }
        let numbers = text.dropFirst(Self.beginning.count).split(separator: Self.middle).map { Int($0) }
        guard numbers.count == 2, let row = numbers[0], let count = numbers[1] else { return nil }
        self.init(row: row, count: count)
    }

    var text: String { "\(Self.beginning)\(row)\(Self.middle)\(count)" }
}
