/// Shorter titles may stand in a sentence by chance.
private let fewestLetters = 12
/// A running head names authors or a journal beside the title in at most so many letters.
private let mostOtherLetters = 60
/// The title is set this much larger than a running head.
private let titleSize: Float = 1.1
/// A title is among so many of the largest pieces of the first page.
private let largestPieces = 12

/// Running heads told by the document's title, which a short document repeats once only.
struct RunningTitles {
    /// Letters, in lower case, and sizes of the pieces of the first page that may be its title.
    private let titles: [(letters: [UInt32], size: Float)]
    private let firstPage: Int

    init(_ pages: [PageFragments]) {
        firstPage = pages.first?.number ?? 0
        let pieces = pages.first?.fragments.filter(\.isUpright) ?? []
        titles =
            pieces
            .sorted { ($1.size, $0.start) < ($0.size, $1.start) }
            .prefix(largestPieces)
            .map { (Self.letters(of: $0, on: pages[0]), $0.size) }
            .filter { $0.letters.count >= fewestLetters }
    }

    /// The running head of a page after the first, and the page number on its line: indices of its fragments.
    ///
    /// A piece with other words beside the title is one only when there is a number on its line.
    func runningHead(of page: PageFragments, isInMargin: (Fragment) -> Bool) -> Set<Int> {
        guard page.number != firstPage, page.hasGeometry, !titles.isEmpty else { return [] }
        var found: Set<Int> = []
        for (index, fragment) in page.fragments.enumerated() where fragment.isUpright && isInMargin(fragment) {
            let letters = Self.letters(of: fragment, on: page)
            guard let title = titles.first(where: { $0.size > titleSize * fragment.size && names($0.letters, letters) })
            else { continue }
            let numbers = page.fragments.indices.filter {
                linesUp(page.fragments[$0].box, fragment.box) && isNumber(page.fragments[$0], on: page)
            }
            let ends = [page.scalars[fragment.start], page.scalars[fragment.end - 1]]
            guard !numbers.isEmpty || ends.contains(where: isDigit) || letters == title.letters else { continue }
            found.insert(index)
            found.formUnion(numbers)
        }
        return found
    }

    private func names(_ title: [UInt32], _ letters: [UInt32]) -> Bool {
        letters.count <= title.count + mostOtherLetters
            && (letters.starts(with: title) || letters.reversed().starts(with: title.reversed()))
    }

    private func isNumber(_ fragment: Fragment, on page: PageFragments) -> Bool {
        fragment.count <= 4 && page.scalars[fragment.start..<fragment.end].allSatisfy(isDigit)
    }

    private static func letters(of fragment: Fragment, on page: PageFragments) -> [UInt32] {
        page.scalars[fragment.start..<fragment.end].filter(isLetter).map { lowercased($0) }
    }
}
