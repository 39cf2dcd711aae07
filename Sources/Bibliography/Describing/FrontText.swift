import DocumentModel

/// What a document prints of itself: its first pages, the running heads behind them, and what it says of how it is
/// to be cited.
struct FrontText: Sendable {
    /// Blocks of the first pages in reading order, without references.
    var blocks: [FrontBlock]
    /// Running heads and feet of the pages after the first.
    var runningHeads: [FrontBlock]
    /// The citations that follow "How to cite this article" and its like, wherever they stand.
    var citations: [String]
    /// Notices of copyright, wherever they stand: they often have the journal's name in full.
    var notices: [String]
    /// Where these texts say that the document was published.
    var places: [PrintedPlace] = []
    /// Whether the document has pages, as against a web page.
    var hasPages: Bool
}

/// A block of the first pages with its text.
struct FrontBlock: Sendable {
    var block: Block
    var text: String
    /// The text of each line; one where the format knows no lines.
    var lines: [String]
    /// The text with the hyphens that were removed where lines were joined: those of a DOI or an address are its own.
    var unjoined: String
}

/// Pages that may bear what a title page bears: a cover, and the page behind it.
private let frontPages = 2

/// Behind a cover come a half title and the imprint.
private let pagesBehindCover = 4

/// Code points that the first page has at most if it is a cover: an article's has thousands.
private let coverLength = 800

/// Blocks from the start that count as front in formats without pages.
private let frontBlocks = 40

/// Pages whose running heads are looked at: those of later pages say the same.
private let runningHeadPages = 2...6

/// Most blocks, running heads, citations and notices that are looked at. A document has a few of each; one with
/// hundreds is a list of others' works, and each is compared with all the others' words.
private let mostBlocks = 400
private let mostRunningHeads = 60
private let mostCitations = 8

/// Blocks that tell of something else: no work is cited in a slide's points or a table as it cites itself.
let itemKinds: Set<BlockKind> = [.listItem, .tableRow, .caption, .quotation]

extension FrontText {
    init(_ document: Document) {
        let index = TextIndex(document.text)
        let joins = document.joins
        func read(_ block: Block) -> FrontBlock { FrontBlock(block, index, joins) }
        hasPages = document.source.format == .pdf
        let isSelf: (Block) -> Bool = { $0.kind != .reference && $0.section != .references }
        let early = document.blocks.prefix { $0.page <= runningHeadPages.upperBound }
        if hasPages {
            let firstPage = early.prefix { $0.page == 1 }
            let isCover = firstPage.reduce(0) { $0 + $1.end - $1.start } <= coverLength
            let last = isCover ? pagesBehindCover : frontPages
            blocks = early.lazy.filter { $0.page <= last && isSelf($0) }.prefix(mostBlocks).map(read)
        } else {
            blocks = early.prefix(frontBlocks).filter(isSelf).map(read)
        }
        runningHeads = early.lazy.filter { $0.kind == .furniture && runningHeadPages.contains($0.page) }
            .prefix(mostRunningHeads).map(read)
        citations = citationTexts(of: document, index)
        notices = noticeTexts(of: document, index)
        places = printedPlaces(in: self)
    }
}

extension FrontBlock {
    fileprivate init(_ block: Block, _ index: TextIndex, _ joins: [Join]) {
        self.block = block
        text = index.text(block.start, block.end)
        var unjoined = ""
        var position = block.start
        for join in joins where join.offset > block.start && join.offset < block.end {
            unjoined += index.text(position, join.offset) + "-"
            position = join.offset
        }
        self.unjoined = position == block.start ? text : unjoined + index.text(position, block.end)
        let bounds = block.lineStarts.dropFirst().filter { $0 > block.start && $0 < block.end }
        lines = zip([block.start] + bounds, bounds + [block.end]).map { index.text($0, $1) }
    }
}

// MARK: How to cite

/// Bytes at the start of a block in which a cue to its citation stands.
private let cueLength = 48

/// Bytes of a citation: long lists of authors are cut with "et al.".
private let longestCitation = 1600

/// Bytes that a cue's own block has at most when the citation comes in the blocks behind it.
private let shortestCitation = 60

/// Blocks behind a cue that may hold its citation.
private let blocksForCitation = 3

private func citationTexts(of document: Document, _ index: TextIndex) -> [String] {
    var texts: [String] = []
    for position in document.blocks.indices where texts.count < mostCitations {
        if let text = citationText(at: position, of: document, index) { texts.append(text) }
    }
    return texts
}

/// The citation that a block introduces; nil if it introduces none.
private func citationText(at position: Int, of document: Document, _ index: TextIndex) -> String? {
    let block = document.blocks[position]
    guard block.kind != .reference, block.section != .references || block.kind == .furniture else { return nil }
    let start = index.byteOffset(of: block.start)
    let limit = min(index.byteOffset(of: block.end), start + longestCitation)
    guard let cue = endOfCue(index.bytes[start..<min(limit, start + cueLength)]) else { return nil }
    var text = String(decoding: index.bytes[cue..<limit], as: UTF8.self)
    for next in document.blocks[(position + 1)...].prefix(blocksForCitation)
    where text.utf8.count < shortestCitation || (firstDOI(in: Array(text.utf8)) == nil && !endsSentence(text)) {
        text += " " + index.text(next.start, next.end)
    }
    return collapsingWhiteSpace(text)
}

private func endsSentence(_ text: String) -> Bool {
    text.hasSuffix(".") && text.utf8.count >= shortestCitation
}

/// Where a citation begins behind what introduces it; nil if nothing does.
private func endOfCue(_ bytes: ArraySlice<UInt8>) -> Int? {
    // All cues have "cit" in them, most blocks have not.
    let isLikely = bytes.indices.dropLast(2).contains { index in
        bytes[index] | 0x20 == UInt8(ascii: "c") && bytes[index + 1] | 0x20 == UInt8(ascii: "i")
            && bytes[index + 2] | 0x20 == UInt8(ascii: "t")
    }
    guard isLikely else { return nil }
    let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for cue in citationCues {
        guard let start = position(of: cue.utf8, in: lower) else { continue }
        var end = start + cue.utf8.count
        // "Citation" begins its block; elsewhere it is a word of running text, and "Citations" are other works.
        if cue == "citation", start > 0 || end < lower.count && lower[end] == UInt8(ascii: "s") { continue }
        for rest in [" article", " paper", " report", " document", " as", " this", " this article as"]
        where lower[min(end, lower.count)...].starts(with: rest.utf8) { end += rest.utf8.count }
        while end < lower.count, [0x20, UInt8(ascii: ":")].contains(lower[end]) { end += 1 }
        return bytes.startIndex + end
    }
    return nil
}

/// What stands before a document's own citation, in lower case, the longest first.
private let citationCues = [
    "suggested citation", "recommended citation", "how to cite this", "please cite this", "how to cite", "cite this",
    "to cite", "cite as", "citation",
]

/// Bytes of a notice that are looked at.
private let longestNotice = 400

private func noticeTexts(of document: Document, _ index: TextIndex) -> [String] {
    let texts = document.blocks.lazy.filter { $0.kind != .reference }.compactMap { block -> String? in
        let start = index.byteOffset(of: block.start)
        let bytes = index.bytes[start..<min(index.byteOffset(of: block.end), start + longestNotice)]
        guard bytes.starts(with: "©".utf8) || bytes.starts(with: "Copyright".utf8) || bytes.starts(with: "(c) ".utf8)
        else {
            return nil
        }
        return collapsingWhiteSpace(String(decoding: bytes, as: UTF8.self))
    }
    return Array(texts.prefix(mostCitations))
}
