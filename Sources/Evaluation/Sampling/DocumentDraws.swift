package import SeededRandom

/// Items of one stratum, drawn by documents.
package struct DocumentDraws: Sendable, Hashable {
    /// Items that were drawn together, of one document.
    package struct Draw: Sendable, Hashable {
        /// Index of the document.
        package var document: Int
        /// Indices into the document's items of the stratum, ascending.
        package var items: [Int]
    }

    /// How many items the stratum has in all documents.
    package var population: Int
    /// In the order of drawing. A document, and an item, may be in several.
    package var draws: [Draw]
    /// Whether the draws are all items, one draw each, and nothing was left to chance.
    package var isCensus: Bool
}

/// Draws items by documents: a document in proportion to its number of items, with replacement, then some of its items,
/// without (Cochran 1977, sections 9A.3 and 11.9).
///
/// The mean over draws of what is true of the items of each draw is then an unbiased estimate of what is true of all
/// items, whatever the sizes of the documents; and draws are independent of each other, so that they show how far it
/// may be off, however alike the items of one document are.
///
/// - Parameters:
///   - sizes: how many items of the stratum each document has.
///   - count: items to draw, counting those twice that are drawn twice; where the stratum has no more, all are taken.
///   - take: items of a document in each draw at most; above 0.
package func drawByDocument(
    sizes: [Int], count: Int, take: Int, random: inout SeededGenerator
) -> DocumentDraws {
    let population = sizes.reduce(0, +)
    guard population > count else {
        let all = sizes.indices.flatMap { document in
            (0..<sizes[document]).map { (DocumentDraws.Draw(document: document, items: [$0]), key: random.next()) }
        }
        // In any order, for they are a sample while not all of them are checked.
        let draws = all.sorted { $0.key < $1.key }.map(\.0)
        return DocumentDraws(population: population, draws: draws, isCensus: true)
    }
    var ends: [Int] = []
    for size in sizes { ends.append((ends.last ?? 0) + size) }
    var draws: [DocumentDraws.Draw] = []
    var drawn = 0
    while drawn < count {
        let document = firstEnd(above: random.index(below: population), in: ends)
        let items = random.sample(min(take, sizes[document], count - drawn), of: sizes[document])
        draws.append(DocumentDraws.Draw(document: document, items: items))
        drawn += items.count
    }
    return DocumentDraws(population: population, draws: draws, isCensus: false)
}

private func firstEnd(above item: Int, in ends: [Int]) -> Int {
    var low = 0
    var high = ends.count - 1
    while low < high {
        let middle = (low + high) / 2
        if ends[middle] <= item { low = middle + 1 } else { high = middle }
    }
    return low
}

extension SeededGenerator {
    /// So many different numbers below a bound, ascending, each set of them as likely as any other (selection sampling:
    /// Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S).
    mutating func sample(_ count: Int, of bound: Int) -> [Int] {
        var chosen: [Int] = []
        for number in 0..<bound where chosen.count < count {
            if index(below: bound - number) < count - chosen.count { chosen.append(number) }
        }
        return chosen
    }
}
