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
/// What has all words of a statement has the longest of them too, and at most so many longer ones as it has words more.
/// So only statements with that word among their longest are compared (prefix filter, Chaudhuri, Ganti and Kaushik
/// 2006; long words are rare ones), and at most ``mostCompared`` of them: the time is linear in the text, whatever
/// repeats.
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

/// Statements that belong to no other, found by their longest words.
private struct LongerStatements {
    private struct Key: Hashable {
        var kind: Int
        var word: UInt64
    }

    private let statements: [StatementWords]
    private let kinds: [Int]
    /// In the order in which they were added.
    private var numbers: [Key: [Int]] = [:]

    init(_ statements: [StatementWords], kinds: [Int]) {
        self.statements = statements
        self.kinds = kinds
    }

    /// - Precondition: it is not longer than those that were added before.
    mutating func add(_ number: Int) {
        let words = statements[number].words
        for word in longest(1 + words.count / wordsForOneMissing, of: words) {
            numbers[Key(kind: kinds[number], word: word), default: []].append(number)
        }
    }

    /// The last that was added of those that say what a statement says.
    func shortest(saying number: Int) -> Int? {
        let words = statements[number].words
        guard let longest = words.min(by: comesFirst) else { return nil }
        let candidates = numbers[Key(kind: kinds[number], word: longest.fingerprint)] ?? []
        return candidates.suffix(mostCompared).last { says(statements[$0].words, words) }
    }

    /// The fingerprints of so many different words, the longest first.
    private func longest(_ count: Int, of words: [StatementWords.Word]) -> [UInt64] {
        var found: [UInt64] = []
        for word in words.sorted(by: comesFirst) where found.last != word.fingerprint {
            found.append(word.fingerprint)
            if found.count == count { break }
        }
        return found
    }

    private func comesFirst(_ one: StatementWords.Word, _ other: StatementWords.Word) -> Bool {
        (other.length, one.fingerprint) < (one.length, other.fingerprint)
    }

    private func says(_ longer: [StatementWords.Word], _ words: [StatementWords.Word]) -> Bool {
        guard (longer.count - words.count) * wordsForOneMissing <= longer.count else { return false }
        var found = 0
        for word in longer {
            if found < words.count, words[found].fingerprint == word.fingerprint {
                found += 1
            } else if word.isDecisive {
                return false
            }
        }
        return found == words.count
    }
}
