/// What the lines of a strategy give, by their numbers.
struct StrategyLines {
    private var results: [Int: SearchOperand] = [:]
    private var used: Set<Int> = []
    /// Terms of all references so far.
    private var terms = 0

    /// Far beyond any strategy; lines that each use the one before twice would reach any number.
    static let maximumTerms = 1_000_000

    var areTooLarge: Bool { terms > Self.maximumTerms }

    /// The search of a line, which is now part of another.
    mutating func use(_ number: Int) -> SearchOperand? {
        used.insert(number)
        let result = results[number]
        terms += result?.terms ?? 0
        return result
    }

    mutating func set(_ operand: SearchOperand, _ number: Int) { results[number] = operand }

    func isUsed(_ number: Int) -> Bool { used.contains(number) }
}

/// A line of a strategy.
struct StrategyLine {
    var number: Int
    /// Code points of its search in the whole text.
    var range: Range<Int>
}
