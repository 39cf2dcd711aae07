import DocumentModel

/// Joins coded passages that say the same (abstract, key points, body) to one statement with its mentions.
///
/// They say the same when their letters and digits are the same. The first that stands in the chart is the
/// statement, or the first of all if none does; its codes are the statement's, the other places are mentions.
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
        let statement = group.first { codings[$0].charted == .yes } ?? first
        for number in group where number != statement {
            isMention[number] = true
            result[statement].mentions.append(
                Mention(page: codings[number].page, start: codings[number].start, end: codings[number].end))
        }
    }
    return zip(result, isMention).filter { !$0.1 }.map(\.0)
}
