/// Running heads and page numbers stand in this share of the page's height at its top and bottom.
private let marginShare: Float = 0.12
/// Furniture stands at the same place on its pages, give or take this many points.
private let placeTolerance: Float = 4
/// From so many pages on, two equal lines at the same place may be chance and three are needed.
private let pagesOfLongDocument = 8

/// Takes running heads, page numbers and watermarks out of the pages.
///
/// Furniture is what repeats at the same place on several pages, but for a number that counts with the pages; such
/// a number alone; the title again with a page number; text turned on its side on a page of upright text.
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

/// Counts on how many pages the same text stands at the same place.
private struct RepetitionCounter {
    private var pagesOfKey: [UInt64: Int] = [:]
    private var keysOfPage: Set<UInt64> = []
    /// Texts with numbers, whatever those are, that stand outside the margins, with their sizes.
    private var formsOfText: Set<UInt64> = []
    private static let shortestWatermark = 8
    /// A numbered heading, "Recommendation 35", has at most so many characters without its wording.
    private static let longestForm = 40

    mutating func count(_ fragment: Fragment, on page: PageFragments) {
        for key in keys(of: fragment, on: page) { keysOfPage.insert(key) }
        if isInMargin(fragment, on: page) {
            for key in foldedKeys(of: fragment, on: page) { keysOfPage.insert(key) }
        } else if fragment.count <= Self.longestForm, numbers(in: fragment, on: page) > 0 {
            formsOfText.insert(formHash(of: fragment, on: page))
        }
    }

    mutating func closePage() {
        for key in keysOfPage { pagesOfKey[key, default: 0] += 1 }
        keysOfPage.removeAll(keepingCapacity: true)
    }

    func repeats(_ fragment: Fragment, on page: PageFragments, times: Int, ofPages pages: Int) -> Bool {
        // In the middle of a page text must be the same on most pages to be furniture, and no single word.
        if !isInMargin(fragment, on: page), fragment.count < Self.shortestWatermark { return false }
        let needed = isInMargin(fragment, on: page) ? times : max(3, pages / 2 + 1)
        let most = max(3, Int(Float(pages) * Self.shareOfOtherNumbers) + 1)
        // What is also set in the middle of pages, "Recommendation 35", may count with a few of them by chance.
        if fragment.count <= Self.longestForm, formsOfText.contains(formHash(of: fragment, on: page)) {
            return keys(of: fragment, on: page, isForm: true).contains { pagesOfKey[$0, default: 0] >= needed }
                || keys(of: fragment, on: page).contains { pagesOfKey[$0, default: 0] >= most }
        }
        if keys(of: fragment, on: page).contains(where: { pagesOfKey[$0, default: 0] >= needed }) { return true }
        guard isInMargin(fragment, on: page) else { return false }
        return foldedKeys(of: fragment, on: page).contains { pagesOfKey[$0, default: 0] >= most }
    }

    /// Texts that differ in numbers which do not count with the pages (spreads, parts numbered anew) are furniture
    /// on more than this share of the pages; on fewer they are headings, "Recommendation 8", that begin a page.
    private static let shareOfOtherNumbers: Float = 0.4

    /// The keys of a text at its place: two, whose grids of places are shifted by half, so that neighbours share
    /// one. A number alone in the margin has one key, its distance from the page's number, wherever it stands.
    /// - Parameter isForm: whether only equal numbers count.
    private func keys(of fragment: Fragment, on page: PageFragments, isForm: Bool = false) -> [UInt64] {
        guard isInMargin(fragment, on: page) else {
            return placed(exactHash(of: fragment, on: page), fragment, on: page)
        }
        if let number = number(of: fragment, on: page) {
            // A number that stays is the number of pages, apart from "Page 2 of".
            return [pageNumberHash(number - page.number), placedHash(of: fragment, on: page)]
        }
        return (0...(isForm ? 0 : min(numbers(in: fragment, on: page), Self.mostNumbers))).flatMap {
            placed(textHash(of: fragment, on: page, counting: $0), fragment, on: page)
        }
    }

    /// A running head has a date, a volume and pages; more numbers are a row of a table.
    private static let mostNumbers = 6

    /// The keys of a text whatever its numbers are; none for a text without numbers or of numbers only.
    private func foldedKeys(of fragment: Fragment, on page: PageFragments) -> [UInt64] {
        guard number(of: fragment, on: page) == nil, numbers(in: fragment, on: page) > 0 else { return [] }
        return placed(foldedHash(of: fragment, on: page), fragment, on: page)
    }

    /// A content's keys at a fragment's place.
    private func placed(_ content: UInt64, _ fragment: Fragment, on page: PageFragments) -> [UInt64] {
        let fromBottom = fragment.box.y0 > page.height / 2
        let distance = fromBottom ? page.height - fragment.box.y1 : fragment.box.y0
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

    private func numbers(in fragment: Fragment, on page: PageFragments) -> Int {
        var count = 0
        var wasDigit = false
        for scalar in page.scalars[fragment.start..<fragment.end] {
            let isDigit = isDigit(scalar)
            if isDigit, !wasDigit { count += 1 }
            wasDigit = isDigit
        }
        return count
    }

    /// The text with one of its numbers, counted from 1, as its distance from the page's number; 0 is none of them.
    private func textHash(of fragment: Fragment, on page: PageFragments, counting counted: Int) -> UInt64 {
        var hash = ScalarHash()
        hash.add(UInt64(counted))
        var seen = 0
        var number: Int?
        func close(_ number: Int, _ hash: inout ScalarHash) {
            hash.add(UInt64(bitPattern: Int64(seen == counted ? number &- page.number : number)))
        }
        for scalar in page.scalars[fragment.start..<fragment.end] {
            if isDigit(scalar) {
                if number == nil { seen += 1 }
                number = (number ?? 0) &* 10 &+ Int(scalar - 0x30)
                continue
            }
            if let read = number { close(read, &hash) }
            number = nil
            hash.add(UInt64(scalar))
        }
        if let read = number { close(read, &hash) }
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

    /// The text with every number as one zero, with its size in half points.
    private func formHash(of fragment: Fragment, on page: PageFragments) -> UInt64 {
        var hash = ScalarHash()
        hash.add(foldedHash(of: fragment, on: page))
        hash.add(UInt64((min(max(fragment.size, 0), 1000) * 2).rounded()))
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
