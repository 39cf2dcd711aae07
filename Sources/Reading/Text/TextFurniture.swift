/// Running heads and page numbers: first or last lines of pages that, digits aside, at least half of the
/// pages share, and numbers alone in these places.
func runningLines(of pages: [[TextLine]]) -> Set<TextLine> {
    guard pages.count >= fewestPages else { return [] }
    let edges = pages.map { page in
        let lines = page.filter { !$0.isBlank }
        return Set([lines.first, lines.last].compactMap { $0 })
    }
    var counts: [String: Int] = [:]
    for edge in edges {
        for text in Set(edge.map(withoutDigits)) { counts[text, default: 0] += 1 }
    }
    return Set(edges.joined().filter { counts[withoutDigits($0), default: 0] * 2 >= pages.count })
}

/// With fewer pages nothing can be told from what they share.
private let fewestPages = 3

private func withoutDigits(_ line: TextLine) -> String {
    String(decoding: line.text.utf8.filter { !isASCIIDigit($0) }, as: UTF8.self)
}
