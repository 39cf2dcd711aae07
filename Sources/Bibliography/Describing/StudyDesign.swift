import DocumentModel

/// Percent by which a study's design is believed: words about designs are words about other studies too.
private enum Confidence {
    static let title = 60
    static let label = 50
    static let abstract = 45
}

/// The design that a document says it has: in its title, in the publisher's label, or where the abstract says what
/// was done. What it says of other studies is none.
func studyDesign(_ front: FrontText, title: String?) -> MetadataField? {
    let isProtocol = title.map { plainWords($0).contains("protocol") } ?? false
    if let title, let design = design(in: plainWords(title)) {
        return field(isProtocol ? design.name + " (protocol)" : design.name, Confidence.title, "title")
    }
    // A web page has its site's sections around it: "Opinion".
    let label =
        !front.hasPages
        ? nil
        : front.blocks.lazy.filter { $0.block.page == 1 && $0.block.kind != .paragraph }.flatMap {
            [$0.text] + $0.lines
        }.compactMap(
            labelledDesign
        ).first
    let stated = statedDesign(front)
    if isProtocol || label == studyProtocol {
        return field(
            stated.map { $0 + " (protocol)" } ?? studyProtocol, Confidence.title, isProtocol ? "title" : "label")
    }
    // "Review" and "Case study" as labels say less than an abstract that names its method.
    if let stated, label == nil || stated.lowercased().contains(label?.lowercased() ?? "") {
        return field(stated, Confidence.abstract, "abstract")
    }
    return label.map { field($0, Confidence.label, "label") }
}

private let studyProtocol = "Study protocol"

private func field(_ name: String, _ confidence: Int, _ origin: String) -> MetadataField {
    MetadataField("study_type", .text(name), origin: origin, confidence: confidence)
}

/// Words in lower case, hyphens as spaces, spelled as in Britain.
private func plainWords(_ text: some StringProtocol) -> [String] {
    let words = text.utf8.split { byte in
        !isDigit(byte) && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
    }
    return words.map { word in
        let plain = String(decoding: word.map { $0 < 0x80 ? $0 | 0x20 : $0 }, as: UTF8.self)
        return plain.hasPrefix("randomiz") ? "randomis" + plain.dropFirst(8) : plain
    }
}

/// The designs by the first word of their phrase, each with its place in the list.
private let designsByWord = Dictionary(
    grouping: studyDesigns.enumerated().map { rank, design in
        (words: design.phrase.split(separator: " ").map(String.init), name: design.name, rank: rank)
    }, by: { $0.words[0] })

/// The most telling design among words and where it begins.
private func design(in words: [String]) -> (name: String, start: Int)? {
    var best: (name: String, start: Int, rank: Int)?
    for start in words.indices {
        for design in designsByWord[words[start]] ?? []
        where design.rank < best?.rank ?? .max && words[start...].starts(with: design.words) {
            best = (design.name, start, design.rank)
        }
    }
    return best.map { ($0.name, $0.start) }
}

/// Words of a label at most: "Letter to the editor".
private let longestLabel = 4

private func labelledDesign(_ line: String) -> String? {
    guard line.utf8.count <= 60 else { return nil }
    var words = plainWords(line)
    for rest in [["open", "access"], ["free"], ["open"]]
    where words.count > rest.count && words.suffix(rest.count) == rest[...] {
        words.removeLast(rest.count)
    }
    return words.count <= longestLabel ? articleLabels[words.joined(separator: " ")] : nil
}

// MARK: Abstract

/// Words of a paragraph that may be an abstract without its heading.
private let abstractWords = 60...600

/// The design in the sentence in which an abstract says what was done, or behind its heading "Design".
private func statedDesign(_ front: FrontText) -> String? {
    let inSection = front.blocks.filter { $0.block.section == .abstract }
    let abstract =
        inSection.isEmpty
        ? front.blocks.first { $0.block.kind == .paragraph && abstractWords.contains(words($0.text).count) }.map {
            [$0]
        } ?? []
        : inSection
    for (position, block) in abstract.enumerated() {
        let heading = plainWords(position > 0 ? abstract[position - 1].text : "")
        if isDesignHeading(heading), let found = design(in: plainWords(firstSentence(block.text))) { return found.name }
        for sentence in sentences(block.text) {
            let words = plainWords(sentence)
            if isDesignHeading(Array(words.prefix(2))) || isDesignHeading(Array(words.prefix(1))),
                let found = design(in: words)
            {
                return found.name
            }
            if let found = design(in: words), states(words, designAt: found.start) { return found.name }
        }
    }
    return nil
}

private func isDesignHeading(_ words: [String]) -> Bool {
    [["design"], ["study", "design"], ["methods", "design"], ["research", "design"]].contains(words)
}

/// Words before a design with which an abstract speaks of its own study, and behind it with which it says it was done.
private let ownVerbs: Set<String> = [
    "conducted", "performed", "undertook", "undertaken", "did", "report", "reports", "used", "using", "employed",
    "applied", "designed", "completed", "present", "presents", "adopted",
]

/// Words before a verb or a design that make it the document's own.
private let ownSubjects: Set<String> = ["we", "this", "our", "here", "present"]

/// Words between "this" and the design it names: "this multicentre prospective cohort study".
private let reachOfThis = 4

private func states(_ words: [String], designAt start: Int) -> Bool {
    let before = words[..<start]
    let isOthers = [
        "previous", "future", "needed", "need", "other", "few", "no", "several", "existing", "recent", "published",
        "included", "eligible", "identified",
    ].contains { before.suffix(3).contains($0) }
    if isOthers { return false }
    if before.suffix(reachOfThis).contains(where: { ["this", "our"].contains($0) }) { return true }
    if before.contains(where: ownSubjects.contains),
        before.contains(where: { ownVerbs.contains($0) || $0 == "is" || $0 == "was" })
    {
        return true
    }
    // "A cross-sectional survey was conducted …" at the head of its sentence.
    let after = words[start...]
    let isPassive = after.contains { ["was", "is", "were"].contains($0) } && after.contains(where: ownVerbs.contains)
    let isAlone =
        before.count <= 1 && words.count <= 6 && !words.contains { ["is", "are", "was", "were"].contains($0) }
    return before.count <= reachOfThis && (isPassive || isAlone)
}

private func firstSentence(_ text: String) -> Substring {
    sentences(text).first ?? text[...]
}

/// A text at its full stops, colons and semicolons; an abbreviation's full stop does no harm here.
private func sentences(_ text: String) -> [Substring] {
    text.utf8.split { [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";")].contains($0) }.map { Substring($0) }
}
