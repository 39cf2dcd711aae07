/// Finds statements by their words: what has all words of a statement has the rarest of them too (prefix filter,
/// Chaudhuri, Ganti and Kaushik 2006).
struct WordIndex {
    /// A statement in the list of those that have a word.
    private struct Link: BitwiseCopyable {
        var statement: Int
        /// Index of the link that was added before; nil for the first.
        var previous: Int?
    }

    private let statements: StatementWords
    /// For each word of the statements its number: equal words have one.
    private var numbers: [Int] = []
    /// By a word's number: in how many statements it stands, added or not.
    private var frequencies: [Int] = []
    private var links: [Link] = []
    /// By a word's number: the link of the statement that was added last.
    private var last: [Int?] = []

    /// - Parameter statements: those that may be added, and others that tell how rare a word is.
    init(_ statements: StatementWords) {
        self.statements = statements
        var table = FingerprintTable()
        numbers = statements.words.map { table.number(of: $0) }
        frequencies = [Int](repeating: 0, count: table.count)
        last = [Int?](repeating: nil, count: table.count)
        var countedIn = [Int?](repeating: nil, count: table.count)
        for statement in statements.indices {
            for number in numbers[statements[statement]] where countedIn[number] != statement {
                countedIn[number] = statement
                frequencies[number] += 1
            }
        }
    }

    /// Adds a statement.
    mutating func add(_ statement: Int) {
        for number in numbers[statements[statement]] {
            let previous = last[number]
            // A word may stand in a statement twice.
            if let previous, links[previous].statement == statement { continue }
            last[number] = links.count
            links.append(Link(statement: statement, previous: previous))
        }
    }

    /// Removes all statements that were added.
    mutating func remove(_ added: [Int]) {
        for statement in added {
            for number in numbers[statements[statement]] { last[number] = nil }
        }
        links.removeAll(keepingCapacity: true)
    }

    /// The statements that have the rarest word of a statement, the first of the rarest among equals; the last that was
    /// added first, at most so many.
    func lastStatements(withRarestWordOf statement: Int, limit: Int) -> [Int] {
        let words = numbers[statements[statement]]
        guard let rarest = words.min(by: { frequencies[$0] < frequencies[$1] }) else { return [] }
        var result: [Int] = []
        var next = last[rarest]
        while let link = next, result.count < limit {
            result.append(links[link].statement)
            next = links[link].previous
        }
        return result
    }
}
