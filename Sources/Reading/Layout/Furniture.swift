/// Running heads and page numbers stand in this share of the page's height at its top and bottom.
private let marginShare: Float = 0.12
/// Furniture stands at the same place on its pages, give or take this many points.
private let placeTolerance: Float = 4
/// From so many pages on, two equal lines at the same place may be chance and three are needed.
private let pagesOfLongDocument = 8
/// Words of one line are less than so many ems apart, a number such as 1.6.25 and its item a tab at most.
private let widestWordGap: Float = 2
private let widestNumberGap: Float = 6

/// Takes running heads, page numbers and watermarks out of the pages.
///
/// Furniture is what repeats at the same place on several pages, numbers folded; a number that counts with
/// the pages; the title again with a page number; text turned on its side on a page of upright text.
/// - Returns: what was taken, for each page in its order.
func takeFurniture(from pages: inout [PageFragments]) -> [[Fragment]] {
    var counter = RepetitionCounter()
    for page in pages where page.hasGeometry {
        for fragment in page.fragments { counter.count(fragment, on: page) }
        counter.closePage()
    }
    let needed = pages.count < pagesOfLongDocument ? 2 : 3
    let titles = RunningTitles(pages)
    var taken: [[Fragment]] = []
    for index in pages.indices {
        let page = pages[index]
        guard page.hasGeometry else {
            taken.append([])
            continue
        }
        let upright = page.fragments.reduce(0) { $0 + ($1.isUpright ? $1.count : -$1.count) }
        func isFurniture(_ fragment: Fragment) -> Bool {
            if !fragment.isUpright { return upright > 0 }
            return counter.repeats(fragment, on: page, times: needed, ofPages: pages.count)
        }
        let heads = titles.runningHead(of: page) { isInMargin($0, on: page) }
        let found = page.fragments.indices.map { heads.contains($0) || isFurniture(page.fragments[$0]) }
        let isTaken = page.fragments.indices.map { found[$0] && !adjoinsText($0, of: page, furniture: found) }
        taken.append(page.fragments.indices.filter { isTaken[$0] }.map { page.fragments[$0] })
        pages[index].fragments = page.fragments.indices.filter { !isTaken[$0] }.map { page.fragments[$0] }
    }
    return taken
}

private func isInMargin(_ fragment: Fragment, on page: PageFragments) -> Bool {
    fragment.box.y1 < page.height * marginShare || fragment.box.y0 > page.height * (1 - marginShare)
}

/// Whether a fragment's neighbour on its line is no furniture: a word of a loose line may stand where another
/// page has the same one, and items of many pages begin with a number at its top.
private func adjoinsText(_ index: Int, of page: PageFragments, furniture: [Bool]) -> Bool {
    let fragments = page.fragments
    let fragment = fragments[index]
    let scalars = page.scalars[fragment.start..<fragment.end]
    let isDecimal = scalars.contains(0x2E) && scalars.allSatisfy { isDigit($0) || $0 == 0x2E }
    guard fragment.isUpright else { return false }
    return [index - 1, index + 1].contains { other in
        guard fragments.indices.contains(other), !furniture[other] else { return false }
        let box = fragments[other].box
        let gap = max(box.x0 - fragment.box.x1, fragment.box.x0 - box.x1)
        let reach: Float = other > index && isDecimal ? widestNumberGap : widestWordGap
        return gap < reach * fragment.size && linesUp(box, fragment.box)
    }
}

/// Counts on how many pages the same text stands at the same place.
private struct RepetitionCounter {
    private var pagesOfKey: [UInt64: Int] = [:]
    private var keysOfPage: Set<UInt64> = []
    private static let shortestWatermark = 8

    mutating func count(_ fragment: Fragment, on page: PageFragments) {
        for key in keys(of: fragment, on: page) { keysOfPage.insert(key) }
    }

    mutating func closePage() {
        for key in keysOfPage { pagesOfKey[key, default: 0] += 1 }
        keysOfPage.removeAll(keepingCapacity: true)
    }

    func repeats(_ fragment: Fragment, on page: PageFragments, times: Int, ofPages pages: Int) -> Bool {
        // In the middle of a page text must be the same on most pages to be furniture, and no single word.
        if !isInMargin(fragment, on: page), fragment.count < Self.shortestWatermark { return false }
        let needed = isInMargin(fragment, on: page) ? times : max(3, pages / 2 + 1)
        return keys(of: fragment, on: page).contains { pagesOfKey[$0, default: 0] >= needed }
    }

    /// The keys of a text at its place: two, whose grids of places are shifted by half, so that neighbours share
    /// one. A number alone in the margin has one key, its distance from the page's number, wherever it stands.
    private func keys(of fragment: Fragment, on page: PageFragments) -> [UInt64] {
        let fromBottom = fragment.box.y0 > page.height / 2
        let distance = fromBottom ? page.height - fragment.box.y1 : fragment.box.y0
        let content: UInt64
        if isInMargin(fragment, on: page) {
            if let number = number(of: fragment, on: page) {
                // A number that stays is the number of pages, apart from "Page 2 of".
                return [pageNumberHash(number - page.number), placedHash(of: fragment, on: page)]
            }
            content = foldedHash(of: fragment, on: page)
        } else {
            content = exactHash(of: fragment, on: page)
        }
        let cell = distance / (2 * placeTolerance)
        let side: UInt64 = fromBottom ? 1 : 0
        return [(cell, UInt64(0)), (cell + 0.5, 1)].map { cell, grid in
            var hash = ScalarHash()
            hash.add(content)
            hash.add(UInt64(bitPattern: Int64(cell.rounded(.down))) &* 4 &+ grid &* 2 &+ side)
            return hash.value
        }
    }

    /// The text as a number of at most four digits.
    private func number(of fragment: Fragment, on page: PageFragments) -> Int? {
        guard fragment.count <= 4 else { return nil }
        var number = 0
        for scalar in page.scalars[fragment.start..<fragment.end] {
            guard isDigit(scalar) else { return nil }
            number = number * 10 + Int(scalar - 0x30)
        }
        return number
    }

    private func pageNumberHash(_ distance: Int) -> UInt64 {
        var hash = ScalarHash()
        hash.add(UInt64(bitPattern: Int64(distance)))
        return hash.value
    }

    /// The text with every number as one zero.
    private func foldedHash(of fragment: Fragment, on page: PageFragments) -> UInt64 {
        var hash = ScalarHash()
        var wasDigit = false
        for scalar in page.scalars[fragment.start..<fragment.end] {
            let isDigit = isDigit(scalar)
            if !isDigit || !wasDigit { hash.add(isDigit ? 0x30 : UInt64(scalar)) }
            wasDigit = isDigit
        }
        return hash.value
    }

    /// The text as it is, with where it stands.
    private func placedHash(of fragment: Fragment, on page: PageFragments) -> UInt64 {
        var hash = ScalarHash()
        hash.add(exactHash(of: fragment, on: page))
        hash.add(UInt64(bitPattern: Int64(fragment.box.y0.rounded())))
        return hash.value
    }

    /// The text as it is, with where it stands horizontally.
    private func exactHash(of fragment: Fragment, on page: PageFragments) -> UInt64 {
        var hash = ScalarHash()
        for scalar in page.scalars[fragment.start..<fragment.end] { hash.add(UInt64(scalar)) }
        hash.add(UInt64(bitPattern: Int64(fragment.box.x0.rounded())))
        return hash.value
    }
}
