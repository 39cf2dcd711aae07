import DocumentModel

/// Joins coded passages that say the same (abstract, key points, body) to one statement with its mentions.
///
/// They say the same when their letters and digits are the same. The first that stands in the chart is the
/// statement, or the first of all if none does; its codes are the statement's, the other places are mentions.
///
/// - Parameter codings: in document order.
/// - Returns: in document order of the statements.
func joiningMentions(_ codings: [CodedPassage]) -> [CodedPassage] {
    var groups: [[UInt8]: [Int]] = [:]
    for (number, coding) in codings.enumerated() { groups[letters(of: coding.statement), default: []].append(number) }
    var statements: [Int: [Mention]] = [:]
    for group in groups.values {
        let statement = group.first { codings[$0].charted == .yes } ?? group[0]
        statements[statement] = group.filter { $0 != statement }.map { number in
            Mention(page: codings[number].page, start: codings[number].start, end: codings[number].end)
        }
    }
    return codings.indices.compactMap { number in
        guard let mentions = statements[number] else { return nil }
        var coding = codings[number]
        coding.mentions = mentions
        return coding
    }
}
