/// For each statement of a document the one that it belongs to, because it says the same in nearly the same words, as
/// abstract, key points and body of a report do; itself if there is none.
///
/// One statement says what another says when its words (``StatementWords``) stand in the other's in the same order, at
/// most one word in five of the longer is missing in the shorter, and none of these is a number, a negation, a condition
/// or a quantity. So words may be added but never exchanged: where two sentences share most of their words, those that
/// differ are often the point ("in pregnancy", "in breastfeeding"). That is why resemblance as sets of words (Broder
/// 1997) is not enough. Statements of fewer than four such words belong to none.
///
/// A shorter statement belongs to the shortest longer one that has it, and takes none with it: else two that both
/// add something would become one by what they share.
///
/// Few statements of a kind are all compared; of many, those that have the rarest word (``WordIndex``), and at most
/// ``mostCompared`` of them: the time is linear in the text, whatever repeats.
///
/// - Parameter kinds: of each statement; those of two kinds never say the same.
func leaders(of statements: StatementWords, kinds: [Int]) -> [Int] {
    var result = Array(kinds.indices)
    var longer = LongerStatements(statements)
    let longestFirst = kinds.indices.filter { statements[$0].count >= fewestWords }
        .sorted { (kinds[$0], -statements[$0].count, $0) < (kinds[$1], -statements[$1].count, $1) }
    var rest = longestFirst[...]
    while let first = rest.first {
        let sameKind = rest.prefix { kinds[$0] == kinds[first] }
        rest = rest.dropFirst(sameKind.count)
        longer.begin(sameKind.count)
        for number in sameKind {
            if let leader = longer.shortest(saying: number) {
                result[number] = leader
            } else {
                longer.add(number)
            }
        }
    }
    return result
}

/// Of so many words of a statement a shorter one may lack one.
private let wordsForOneMissing = 5

/// Fewer words tell nothing apart.
private let fewestWords = 4

/// Statements that one is compared with.
private let mostCompared = 32

/// Statements of a kind that belong to no other.
private struct LongerStatements {
    private let statements: StatementWords
    /// The longest first.
    private var added: [Int] = []
    /// Of the added; nil until a kind is too large to compare all.
    private var index: WordIndex?
    private var isIndexed = false

    init(_ statements: StatementWords) {
        self.statements = statements
    }

    /// Begins a kind of so many statements.
    mutating func begin(_ count: Int) {
        if isIndexed { index?.remove(added) }
        added.removeAll(keepingCapacity: true)
        isIndexed = count > mostCompared
        if isIndexed, index == nil { index = WordIndex(statements) }
    }

    /// - Precondition: it is not longer than those that were added before.
    mutating func add(_ number: Int) {
        added.append(number)
        if isIndexed { index?.add(number) }
    }

    /// The last that was added of those that say what a statement says.
    func shortest(saying number: Int) -> Int? {
        guard isIndexed, let index else { return added.last { says($0, number) } }
        return index.lastStatements(withRarestWordOf: number, limit: mostCompared).first { says($0, number) }
    }

    private func says(_ longer: Int, _ shorter: Int) -> Bool {
        let (longer, shorter) = (statements[longer], statements[shorter])
        var missing = longer.count - shorter.count
        guard missing * wordsForOneMissing <= longer.count else { return false }
        var next = shorter.lowerBound
        for word in longer {
            if next < shorter.upperBound, statements.words[word] == statements.words[next] {
                next += 1
            } else if missing == 0 || statements.isDecisive[word] {
                return false
            } else {
                missing -= 1
            }
        }
        return true
    }
}
