import DocumentModel

/// Finds titles of references in the letters of a page, in one pass however many there are.
struct PrintedTitleIndex: Sendable {
    private var byStart: [ArraySlice<UInt8>: [(title: [UInt8], number: Int)]] = [:]

    /// Adds the letters of a title; short ones are left out, they stand on pages of other works too.
    mutating func add(_ title: [UInt8], _ number: Int) {
        guard title.count >= shortestPrintedTitle else { return }
        byStart[title.prefix(shortestPrintedTitle), default: []].append((title, number))
    }

    /// The numbers of the titles that stand in a page, without those that only stand there within a longer one.
    func titles(in page: [UInt8]) -> [Int] {
        guard !byStart.isEmpty, page.count >= shortestPrintedTitle else { return [] }
        var found: [Int: Range<Int>] = [:]
        for start in 0...(page.count - shortestPrintedTitle) {
            for (title, number) in byStart[page[start..<(start + shortestPrintedTitle)]] ?? []
            where page[start...].starts(with: title) {
                let range = start..<(start + title.count)
                if found[number] == nil { found[number] = range }
            }
        }
        return found.keys.sorted().filter { number in
            guard let range = found[number] else { return false }
            return !found.values.contains { $0 != range && $0.contains(range) }
        }
    }
}

/// Letters that a title has at least to be looked for in print: shorter ones are phrases of running text.
private let shortestPrintedTitle = 25

/// Letters from the start that count as the first page in formats without pages.
private let openingLength = 1500

/// The letters of a document's first page, without the works that it cites.
func openingLetters(of document: Document) -> [UInt8] {
    let index = TextIndex(document.text)
    let hasPages = document.source.format == .pdf
    var opening: [UInt8] = []
    for block in document.blocks {
        guard hasPages ? block.page == 1 : opening.count < openingLength else { break }
        if [.reference, .footnote].contains(block.kind) || block.section == .references { continue }
        opening += letters(of: index.text(block.start, block.end))
    }
    return hasPages ? opening : Array(opening.prefix(openingLength))
}
