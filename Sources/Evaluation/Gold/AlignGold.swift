import Coding
import Decisions
package import Diagnostics
package import DocumentModel

/// How a piece of gold was found in its document.
package struct GoldAlignment: Sendable, Hashable {
    package enum Way: Sendable, Hashable {
        /// The quote stands there, to the letter or nearly; or the gold's own offsets lead there.
        case quote
        /// By words in common, percent of all words of both (Dice).
        case likeness(percent: Int)
        /// It was not found; it counts as a passage by itself.
        case none
    }

    package var document: String
    package var item: GoldItem
    package var way: Way
    /// The passages that get its codes, as they stand in the document.
    package var passages: [String]

    /// A warning for what was not found.
    package var diagnostic: Diagnostic? {
        guard way == .none else { return nil }
        return .warning(
            "unaligned-gold", "'\(abbreviated(item.quote))' was not found in \(document)", at: item.place,
            help: "it counts as a passage by itself, without the headings around it")
    }
}

/// Gold of a document as gold of its passages: each passage that an item touches gets the item's codes. Where people
/// coded the whole document, all others have none, once for each coder.
///
/// - Parameters:
///   - gold: where it brings a text of its own, that text is the document.
///   - document: nil if there is no reading of it: then items are passages by themselves.
package func aligned(
    _ gold: GoldDocument, in document: Document?
) -> (passages: [GoldPassage], alignments: [GoldAlignment]) {
    guard let document = gold.text.map({ plainDocument($0, name: gold.document.path) }) ?? document else {
        let alone = gold.items.map { GoldAlignment(document: gold.document.path, item: $0, way: .none, passages: []) }
        return (alone.enumerated().map { $1.passage(number: $0 + 1) }, alone)
    }
    return GoldAligner(gold, document).aligned()
}

/// A text without structure: each line is a paragraph.
private func plainDocument(_ text: String, name: String) -> Document {
    var blocks: [Block] = []
    var start = 0
    var position = 0
    for scalar in text.unicodeScalars {
        if scalar == "\n" {
            if position > start { blocks.append(Block(kind: .paragraph, start: start, end: position)) }
            start = position + 1
        }
        position += 1
    }
    if position > start { blocks.append(Block(kind: .paragraph, start: start, end: position)) }
    return Document(source: DocumentSource(path: name), status: .ok, text: text, blocks: blocks)
}

private struct GoldAligner {
    private let gold: GoldDocument
    private let passages: [Passage]
    private let name: String
    private let finder: QuoteFinder

    init(_ gold: GoldDocument, _ document: Document) {
        self.gold = gold
        name = document.source.path
        passages = Coding.passages(of: document)
        finder = QuoteFinder(document)
    }

    func aligned() -> (passages: [GoldPassage], alignments: [GoldAlignment]) {
        let words = gold.isReworded ? passages.map { PassageWords($0.text) } : []
        var alignments: [GoldAlignment] = []
        var touched: [(item: GoldItem, passages: [Int])] = []
        for item in gold.items {
            var (way, hits) = (GoldAlignment.Way.quote, place(of: item).map(passages(touching:)) ?? [])
            if hits.isEmpty, gold.isReworded, let best = mostLike(item.quote, words) {
                (way, hits) = (.likeness(percent: best.percent), [best.passage])
            }
            if hits.isEmpty { way = .none }
            touched.append((item, hits))
            alignments.append(
                GoldAlignment(document: name, item: item, way: way, passages: hits.map { passages[$0].text }))
        }
        var coders: [String?] = []
        for item in gold.items where !coders.contains(item.coder) { coders.append(item.coder) }
        let found = (coders.isEmpty ? [nil] : coders).flatMap { coder in
            golds(by: coder, touched.filter { $0.item.coder == coder })
        }
        let alone = alignments.enumerated().filter { $0.element.way == .none }
        return (found + alone.map { $1.passage(number: $0 + 1) }, alignments)
    }

    /// The passages that a coder coded, or all of them.
    private func golds(by coder: String?, _ touched: [(item: GoldItem, passages: [Int])]) -> [GoldPassage] {
        var items: [Int: [GoldItem]] = [:]
        for (item, hits) in touched { for hit in hits { items[hit, default: []].append(item) } }
        let file = gold.items.first?.place.file
        return passages.indices.compactMap { number in
            let own = items[number] ?? []
            guard gold.isExhaustive || !own.isEmpty else { return nil }
            var passage = passages[number]
            passage.id = name + ":" + passage.id
            return GoldPassage(
                passage: passage, codes: own.reduce([]) { merged($0, $1.codes) }, document: name, coder: coder,
                isAmbiguous: own.contains(where: \.isAmbiguous), isSeen: own.contains(where: \.isSeen),
                place: own.first?.place ?? Place(file: file))
        }
    }

    private func place(of item: GoldItem) -> Range<Int>? {
        if gold.text != nil, let start = item.start { return start..<start + item.quote.scalarCount }
        return finder.place(
            of: DecisionAnchor(
                document: gold.document, id: "", quote: item.quote, prefix: item.prefix, suffix: item.suffix,
                start: item.start ?? 0))
    }

    /// Those of which the place has half, or which have half of the place.
    private func passages(touching place: Range<Int>) -> [Int] {
        var low = 0
        var high = passages.count
        while low < high {
            let middle = (low + high) / 2
            if passages[middle].range.upperBound <= place.lowerBound { low = middle + 1 } else { high = middle }
        }
        return passages[low...].prefix { $0.range.lowerBound < place.upperBound }.indices.filter { number in
            let own = passages[number].range
            return own.clamped(to: place).count * 2 >= min(own.count, place.count)
        }
    }

    private func mostLike(_ quote: String, _ words: [PassageWords]) -> (passage: Int, percent: Int)? {
        let wanted = PassageWords(quote)
        var best: (passage: Int, percent: Int)?
        for (number, words) in words.enumerated() {
            guard let percent = wanted.likeness(to: words), percent > best?.percent ?? 0 else { continue }
            best = (number, percent)
        }
        return best
    }
}

extension Passage {
    fileprivate var range: Range<Int> { place.map { $0.start..<$0.end } ?? 0..<0 }
}

extension GoldAlignment {
    /// What was not found as a passage by itself.
    fileprivate func passage(number: Int) -> GoldPassage {
        GoldPassage(
            passage: Passage(id: "\(document)#\(number)", text: item.quote), codes: item.codes, document: document,
            coder: item.coder, isAmbiguous: item.isAmbiguous, isSeen: item.isSeen, place: item.place)
    }
}

/// The different words of a text, by their letters.
private struct PassageWords {
    private let words: Set<[UInt8]>

    /// Words that two texts must share before they are said to say the same.
    private static let fewestShared = 3
    /// Percent of the words of the shorter text that the longer one has: people shorten, and seldom put words in.
    private static let leastContained = 70
    /// Percent of all words of both (Dice); a short sentence is contained in many long ones.
    private static let leastAlike = 40

    init(_ text: String) {
        words = Set(text.split { $0.isWhitespace }.map { letters(of: String($0)) }.filter { !$0.isEmpty })
    }

    /// Percent of all words of both; nil when they do not say the same.
    func likeness(to other: PassageWords) -> Int? {
        let shared = words.intersection(other.words).count
        let shorter = min(words.count, other.words.count)
        guard shared >= Self.fewestShared, shared * 100 >= shorter * Self.leastContained else { return nil }
        let alike = 200 * shared / (words.count + other.words.count)
        return alike >= Self.leastAlike ? alike : nil
    }
}

extension GoldDocument {
    /// Whether it is gold of this document: the same bytes, path, file name with or without its ending, DOI or title.
    package func isOf(_ other: Document) -> Bool {
        if !document.sha256.isEmpty, document.sha256 == other.source.sha256 { return true }
        if fileNames(document.path).contains(where: fileNames(other.source.path).contains) { return true }
        if let doi = document.doi, let its = other.metadata.text("doi") { return doi.lowercased() == its.lowercased() }
        guard let title = document.title, let its = other.metadata.text("title") else { return false }
        return !title.isEmpty && letters(of: title) == letters(of: its)
    }
}

/// The file name of a path with its ending and without.
private func fileNames(_ path: String) -> [String] {
    let name = (path.split(separator: "/").last.map(String.init) ?? path).lowercased()
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return [name] }
    return [name, String(name[..<dot])]
}
