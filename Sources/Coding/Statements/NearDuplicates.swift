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
/// What has all words of a statement has the rarest of them too, so only statements with that word are compared (prefix
/// filter, Chaudhuri, Ganti and Kaushik 2006), and at most ``mostCompared`` of them: the time is linear in the text,
/// whatever repeats.
///
/// - Parameter kinds: of each statement; those of two kinds never say the same.
func leaders(of statements: [StatementWords], kinds: [Int]) -> [Int] {
    var known = LongerStatements(statements, kinds: kinds)
    var result = Array(statements.indices)
    let longestFirst = statements.indices.filter { statements[$0].words.count >= fewestWords }
        .sorted { (statements[$1].words.count, $0) < (statements[$0].words.count, $1) }
    for number in longestFirst {
        if let leader = known.shortest(saying: number) {
            result[number] = leader
        } else {
            known.add(number)
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

/// Statements that belong to no other, found by their words.
private struct LongerStatements {
    private struct Key: Hashable {
        var kind: Int
        var word: UInt64
    }

    private let statements: [StatementWords]
    private let kinds: [Int]
    /// In how many statements a word stands.
    private var frequency: [UInt64: Int] = [:]
    /// In the order in which they were added.
    private var numbers: [Key: [Int]] = [:]

    init(_ statements: [StatementWords], kinds: [Int]) {
        self.statements = statements
        self.kinds = kinds
        for statement in statements {
            for word in Set(statement.words) { frequency[word, default: 0] += 1 }
        }
    }

    /// - Precondition: it is not longer than those that were added before.
    mutating func add(_ number: Int) {
        for word in Set(statements[number].words) {
            numbers[Key(kind: kinds[number], word: word), default: []].append(number)
        }
    }

    /// The last that was added of those that say what a statement says.
    func shortest(saying number: Int) -> Int? {
        let words = statements[number].words
        guard let rarest = words.min(by: { frequency[$0, default: 0] < frequency[$1, default: 0] }) else { return nil }
        let candidates = numbers[Key(kind: kinds[number], word: rarest)] ?? []
        return candidates.suffix(mostCompared).last { says(statements[$0], words) }
    }

    private func says(_ statement: StatementWords, _ words: [UInt64]) -> Bool {
        let missing = statement.words.count - words.count
        guard missing * wordsForOneMissing <= statement.words.count else { return false }
        var found = 0
        for (word, isDecisive) in zip(statement.words, statement.isDecisive) {
            if found < words.count, words[found] == word {
                found += 1
            } else if isDecisive {
                return false
            }
        }
        return found == words.count
    }
}
