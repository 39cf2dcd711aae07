import DocumentModel

/// For each block the kind of section it stands in; a heading counts to the section it begins.
///
/// A heading's wording decides; a sub-heading that says nothing inherits, and one that does can only move on
/// in the order of a report, because "Main findings" inside a discussion is discussion still. Everything
/// inside an abstract is abstract. Before the first heading only a paragraph that calls itself the abstract
/// has a kind, with what follows it.
func sections(of blocks: [ReadBlock]) -> [SectionKind?] {
    let ownKinds = blocks.map { opensSection($0) ? sectionKind(ofHeading: $0.text) : nil }
    let insideAbstract = labelsInsideAbstract(of: blocks, ownKinds)
    var open: [(level: Int, kind: SectionKind?)] = []
    var beforeHeadings: SectionKind?
    return blocks.indices.map { index in
        let block = blocks[index]
        switch block.kind {
        case .heading where opensSection(block):
            let level = block.level ?? 1
            open.removeAll { $0.level >= level }
            let kind =
                insideAbstract.contains(index)
                ? .abstract : kind(of: ownKinds[index], inside: open.last?.kind)
            open.append((level, kind))
            return kind
        case .title:
            open = []
            return nil
        default:
            if let last = open.last { return last.kind }
            if block.kind == .paragraph, marksAbstract(block.text) { beforeHeadings = .abstract }
            return beforeHeadings
        }
    }
}

/// Headings of boxes stand beside the sections.
private func opensSection(_ block: ReadBlock) -> Bool { block.kind == .heading && block.boxTitle == nil }

private func kind(of own: SectionKind?, inside outer: SectionKind?) -> SectionKind? {
    guard let outer, let outerRank = rank(outer) else { return own ?? outer }
    guard let own, let ownRank = rank(own) else { return outer }
    return ownRank >= outerRank ? own : outer
}

/// Place in the order of a report; nil for what may stand anywhere.
private func rank(_ kind: SectionKind) -> Int? {
    switch kind {
    case .introduction: 1
    case .methods: 2
    case .results: 3
    case .discussion: 4
    case .conclusions: 5
    case .recommendations: 6
    case .acknowledgements: 7
    // Each may hold the other.
    case .appendix, .references: 8
    case .abstract, .contents, .other: nil
    }
}

/// Indexes of headings that are parts of an abstract.
///
/// Sub-headings of "Abstract" are, up to one that goes back in the order of a report. Headings of the same
/// level are when they are the labels of a structured abstract and the report repeats one of them later.
///
/// - Parameter ownKinds: what the wording of each block says if it is such a heading.
private func labelsInsideAbstract(of blocks: [ReadBlock], _ ownKinds: [SectionKind?]) -> Set<Int> {
    let headings = blocks.indices.filter { opensSection(blocks[$0]) }
    let kinds = headings.map { ownKinds[$0] }
    guard let abstract = kinds.firstIndex(of: .abstract) else { return [] }
    let level = blocks[headings[abstract]].level ?? 1
    var deeper: [Int] = []
    var labels: [Int] = []
    var lastRank = 0
    for index in (abstract + 1)..<max(headings.count, abstract + 1) {
        let headingLevel = blocks[headings[index]].level ?? 1
        let ownRank = kinds[index].flatMap(rank)
        if headingLevel < level || ownRank.map({ $0 < lastRank }) == true { break }
        if headingLevel > level, labels.isEmpty {
            deeper.append(index)
        } else if let ownRank, ownRank < 8 {
            labels.append(index)
        } else {
            break
        }
        lastRank = ownRank ?? lastRank
    }
    let later = Set(kinds[((labels.last ?? abstract) + 1)...].compactMap { $0 })
    let repeated = labels.contains { later.contains(kinds[$0]!) }
    return Set((deeper + (repeated ? labels : [])).map { headings[$0] })
}

/// Whether a paragraph is the word "Abstract" or "Summary", or begins with it as a run-in heading.
private func marksAbstract(_ text: String) -> Bool {
    guard text.utf8.count > 24 else { return sectionKind(ofHeading: text) == .abstract }
    let head = text.utf8.prefix(10).map(asciiLowercased)
    for marker in ["abstract", "summary"] where head.starts(with: marker.utf8) {
        let next = head[marker.utf8.count]
        if [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(next) || next >= 0x80 { return true }
        // "Abstract Background: …" where the label was set in bold only; "Abstract ideas are" is none.
        let rest = text.utf8.dropFirst(marker.utf8.count + 1).first
        if marker == "abstract", next == UInt8(ascii: " "), let rest, rest != asciiLowercased(rest) { return true }
    }
    return false
}
