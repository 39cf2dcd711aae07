import DocumentModel

/// Joins coded passages that say the same (abstract, key points, body) to one statement with its mentions.
///
/// They say the same when their letters and digits are the same. The statement is the one for whose codes most speaks
/// (a sentence of the text that the list of recommendations repeats is a recommendation), the first among equals; one
/// that stands in the chart comes before one that does not. The other places are mentions.
///
/// - Parameter codings: in document order.
/// - Returns: in document order of the statements.
func joiningMentions(_ codings: [CodedPassage]) -> [CodedPassage] {
    var firstWithLetters: [String: Int] = [:]
    // Of passages that say the same as one before; there are few.
    var others: [Int: [Int]] = [:]
    for number in codings.indices {
        let letters = String(decoding: letters(of: codings[number].statement), as: UTF8.self)
        if let first = firstWithLetters[letters] {
            others[first, default: []].append(number)
        } else {
            firstWithLetters[letters] = number
        }
    }
    if others.isEmpty { return codings }
    var result = codings
    var isMention = [Bool](repeating: false, count: codings.count)
    for (first, others) in others {
        let group = [first] + others
        let charted = group.filter { codings[$0].charted == .yes }
        let statement = mostCertain(charted.isEmpty ? group : charted, of: codings)
        for number in group where number != statement {
            isMention[number] = true
            result[statement].mentions.append(
                Mention(page: codings[number].page, start: codings[number].start, end: codings[number].end))
        }
    }
    return zip(result, isMention).filter { !$0.1 }.map(\.0)
}

/// The number of the coding with the highest score, the first among equals.
private func mostCertain(_ numbers: [Int], of codings: [CodedPassage]) -> Int {
    guard numbers.count > 1 else { return numbers[0] }
    let scores = numbers.map { codings[$0].codes.scoreOfTheBest }
    let best = scores.max()
    return numbers[scores.firstIndex { $0 == best } ?? 0]
}

extension PassageCodes {
    /// What speaks for the first code of each dimension, in thousandths.
    fileprivate var scoreOfTheBest: Int {
        assigned.reduce(0) { sum, found in
            let best = found.codes.first.map { CodeReference(dimension: found.dimension, code: $0) }
            return sum + (scores.first { $0.code == best }?.thousandths ?? 0)
        }
    }
}
