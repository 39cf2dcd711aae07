package import DocumentModel

/// What a person's words lead to in a document.
package enum FoundPassages: Sendable, Hashable {
    /// The passages that have the words, with their pages; on the page that was asked for, if any is.
    case passages([FoundPassage])
    /// The words stand in a block that gives no passages, such as a heading or a caption.
    case uncoded(BlockKind, page: Int)
    /// No text has the words; these passages share most of them, the nearest first.
    case nearest([FoundPassage])
}

/// A passage and the page on which it begins, 1-based.
package struct FoundPassage: Sendable, Hashable {
    package var passage: Passage
    package var page: Int
}

/// The passages of a document that have the words a person quotes: the same letters and digits in a row, whatever
/// stands between them. Words that run over several passages lead to all of them.
///
/// - Parameter page: where to look first; nil is anywhere.
package func findPassages(with words: String, page wanted: Int?, in document: Document) -> FoundPassages {
    let all = passages(of: document).map { FoundPassage(passage: $0, page: page(of: $0, in: document)) }
    let quote = letters(of: words)
    let having = all.filter { contains(letters(of: $0.passage.text), quote) }
    let onPage = having.filter { wanted == nil || $0.page == wanted }
    if !onPage.isEmpty { return .passages(onPage) }
    if !having.isEmpty { return .passages(having) }
    let across = passagesAcross(quote, all)
    if !across.isEmpty { return .passages(across) }
    let index = TextIndex(document.text)
    let block = document.blocks.first { contains(letters(of: index.text($0.start, $0.end)), quote) }
    if let block { return .uncoded(block.kind, page: block.page) }
    return .nearest(nearest(to: words, page: wanted, all))
}

/// The passages of one block that a quote runs over.
private func passagesAcross(_ quote: [UInt8], _ all: [FoundPassage]) -> [FoundPassage] {
    var rest = all[...]
    while let first = rest.first {
        let group = rest.prefix { $0.passage.place?.block == first.passage.place?.block }
        rest = rest.dropFirst(group.count)
        guard group.count > 1 else { continue }
        var text: [UInt8] = []
        var ranges: [Range<Int>] = []
        for found in group {
            let start = text.count
            text += letters(of: found.passage.text)
            ranges.append(start..<text.count)
        }
        if let start = occurrences(of: quote, in: text, limit: 1).first {
            return zip(group, ranges).filter { $0.1.overlaps(start..<start + quote.count) }.map(\.0)
        }
    }
    return []
}

/// Passages with at least two fifths of the words, most first; on the page that was asked for before others.
private func nearest(to words: String, page: Int?, _ all: [FoundPassage]) -> [FoundPassage] {
    let wanted = wordSet(words)
    let scored = all.enumerated().map { number, found in
        (found: found, shared: wanted.intersection(wordSet(found.passage.text)).count, number: number)
    }
    return scored.filter { $0.shared * 5 >= wanted.count * 2 && $0.shared > 0 }
        .sorted {
            ($1.shared, $0.found.page == page ? 0 : 1, $0.number) < (
                $0.shared, $1.found.page == page ? 0 : 1, $1.number
            )
        }
        .prefix(shownSuggestions).map(\.found)
}

private let shownSuggestions = 3

private func wordSet(_ text: String) -> Set<[UInt8]> {
    Set(text.split(whereSeparator: \.isWhitespace).map { letters(of: String($0)) }.filter { !$0.isEmpty })
}

private func contains(_ text: [UInt8], _ quote: [UInt8]) -> Bool { !occurrences(of: quote, in: text, limit: 1).isEmpty }
