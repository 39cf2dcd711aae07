import DocumentModel

/// Joins coded passages that say the same (abstract, key points, body) to one statement with its mentions.
///
/// They say the same when their letters and digits are the same, or when they have the same categories and themes and
/// nearly the same words (``leaders(of:kinds:)``). The statement is the one for whose codes most speaks (a sentence of
/// the text that the list of recommendations repeats is a recommendation), the first among equals; one that stands in
/// the chart comes before one that does not. The other places are mentions.
///
/// - Parameters:
///   - codings: in document order.
///   - rule: says which codes are categories and themes.
/// - Returns: in document order of the statements.
func joiningMentions(_ codings: [CodedPassage], rule: ChartingRule) -> [CodedPassage] {
    let groups = nearlySame(sameLetters(codings), of: codings, rule: rule)
    if groups.count == codings.count { return codings }
    var result = codings
    var isMention = [Bool](repeating: false, count: codings.count)
    for group in groups where group.count > 1 {
        let statement = statement(of: group, codings)
        for number in group where number != statement {
            isMention[number] = true
            result[statement].mentions.append(
                Mention(page: codings[number].page, start: codings[number].start, end: codings[number].end))
        }
    }
    return zip(result, isMention).filter { !$0.1 }.map(\.0)
}

// MARK: Groups

/// The numbers of codings with the same letters and digits, each group ascending, in the order of the first of each.
private func sameLetters(_ codings: [CodedPassage]) -> [[Int]] {
    var groups: [[Int]] = []
    var known: [String: Int] = [:]
    for number in codings.indices {
        let statement = codings[number].statement
        let key = String(decoding: letters(of: statement) + decimals(in: Array(statement.utf8)), as: UTF8.self)
        if let group = known[key] {
            groups[group].append(number)
        } else {
            known[key] = groups.count
            groups.append([number])
        }
    }
    return groups
}

/// What stands around the points of decimal numbers, which letters and digits leave out: 1.5 is not 15.
private func decimals(in text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for index in text.indices.dropFirst().dropLast()
    where text[index] == UInt8(ascii: ".") && isASCIIDigit(text[index - 1]) && isASCIIDigit(text[index + 1]) {
        result += [0x20] + text[index - 1...index + 1]
    }
    return result
}

/// Joins groups whose statements have the same categories and themes and nearly the same words.
private func nearlySame(_ groups: [[Int]], of codings: [CodedPassage], rule: ChartingRule) -> [[Int]] {
    let statements = groups.map { codings[statement(of: $0, codings)] }
    var kinds: [[Set<String>]: Int] = [:]
    let leaders = leaders(
        of: statements.map { StatementWords(Array($0.statement.utf8)) },
        kinds: statements.map { statement in
            let codes = [rule.category, rule.theme].map { Set($0.map(statement.codes.codes) ?? []) }
            let kind = kinds[codes] ?? kinds.count
            kinds[codes] = kind
            return kind
        })
    var joined = groups
    for (group, leader) in leaders.enumerated() where leader != group {
        joined[leader] += groups[group]
        joined[group] = []
    }
    return joined.filter { !$0.isEmpty }.map { $0.sorted() }
}

// MARK: The statement of a group

private func statement(of group: [Int], _ codings: [CodedPassage]) -> Int {
    let charted = group.filter { codings[$0].charted == .yes }
    return mostCertain(charted.isEmpty ? group : charted, of: codings)
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
