import DocumentModel

/// Which quotes of a document say the same (abstract, key points, body), and are mentions of one statement.
///
/// They say the same when their letters and digits are the same, or when they have the same categories and themes and
/// nearly the same words (``leaders(of:kinds:)``). The statement is the one for whose codes most speaks (a sentence of
/// the text that the list of recommendations repeats is a recommendation), the first among equals; one that stands in
/// the chart comes before one that does not. The other places are mentions.
///
/// - Parameters:
///   - quotes: in document order.
///   - text: the document's, as UTF-8.
/// - Returns: for each quote the index of the one that is its statement, often itself.
func statements(of quotes: [CodedQuote], in text: [UInt8]) -> [Int] {
    let sameLetters = firstsWithSameLetters(quotes, in: text)
    let nearlySame = joiningNearlySame(sameLetters, of: quotes, in: text)
    let best = bestOfGroups(nearlySame, of: quotes)
    return nearlySame.map { best[$0] }
}

// A group is named by the index of a quote in it.

/// For each quote the first that has the same letters and digits.
private func firstsWithSameLetters(_ quotes: [CodedQuote], in text: [UInt8]) -> [Int] {
    var table = FingerprintTable()
    var known: [(letters: [UInt8], first: Int)] = []
    var knownAsText: [String: Int] = [:]
    return quotes.indices.map { number in
        let letters = lettersAndDecimals(of: text[quotes[number].bytes])
        if letters.reduce(0, |) < 0x80 {
            let found = table.number(of: letters.withUnsafeBytes { fingerprint($0) })
            if found == known.count { known.append((letters, number)) }
            if known[found].letters == letters { return known[found].first }
        }
        // What is not ASCII may be written with other code points, and what has another's fingerprint is not the same.
        let asText = String(decoding: letters, as: UTF8.self)
        let first = knownAsText[asText] ?? number
        knownAsText[asText] = first
        return first
    }
}

/// The letters and digits of a text, and its decimal numbers with their points: 1.5 is not 15, nor 11.1 1.11.
private func lettersAndDecimals(of text: ArraySlice<UInt8>) -> [UInt8] {
    text.withUnsafeBufferPointer { text in
        var result = letters(of: text)
        for index in text.indices.dropFirst().dropLast()
        where text[index] == UInt8(ascii: ".") && isASCIIDigit(text[index - 1]) && isASCIIDigit(text[index + 1]) {
            let start = text[..<index].lastIndex { !isASCIIDigit($0) }.map { $0 + 1 } ?? 0
            let end = text[(index + 1)...].firstIndex { !isASCIIDigit($0) } ?? text.count
            result += [0x20] + text[start..<end]
        }
        return result
    }
}

/// Joins groups whose statements have the same categories and themes and nearly the same words.
private func joiningNearlySame(_ groups: [Int], of quotes: [CodedQuote], in text: [UInt8]) -> [Int] {
    let best = bestOfGroups(groups, of: quotes)
    let firsts = quotes.indices.filter { groups[$0] == $0 }
    var words = StatementWords()
    for first in firsts { words.append(quotes[best[first]].bytes, of: text) }
    let leaders = leaders(of: words, kinds: firsts.map { quotes[best[$0]].kind })
    var joined = Array(quotes.indices)
    for (first, leader) in zip(firsts, leaders) { joined[first] = firsts[leader] }
    return groups.map { joined[$0] }
}

/// For each group, at the index that names it, the quote that is its statement.
private func bestOfGroups(_ groups: [Int], of quotes: [CodedQuote]) -> [Int] {
    var best = Array(groups.indices)
    var isEmpty = [Bool](repeating: true, count: groups.count)
    for (number, group) in groups.enumerated() {
        if isEmpty[group] || quotes[number].isBetter(than: quotes[best[group]]) { best[group] = number }
        isEmpty[group] = false
    }
    return best
}

extension CodedQuote {
    fileprivate func isBetter(than other: CodedQuote) -> Bool {
        (charted == .yes ? 1 : 0, score) > (other.charted == .yes ? 1 : 0, other.score)
    }
}
