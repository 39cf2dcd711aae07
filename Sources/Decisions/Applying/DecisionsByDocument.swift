package import DocumentModel

/// Which decisions are about which document of a corpus.
///
/// A document is known by its bytes; one that came again as another file by its DOI, or by its title where not both
/// have a DOI.
///
/// - Parameter documents: the corpus, in its order.
/// - Returns: decisions by the position of their document, in the given order, and those whose document is not there.
package func decisionsByDocument(
    _ decisions: [Decision], documents: [DecidedDocument]
) -> (byPosition: [Int: [Decision]], without: [LooseDecision]) {
    let index = DocumentNames(documents)
    var byPosition: [Int: [Decision]] = [:]
    var without: [LooseDecision] = []
    for decision in decisions {
        let positions = index.positions(of: decision.anchor.document)
        for position in positions { byPosition[position, default: []].append(decision) }
        if positions.isEmpty {
            without.append(LooseDecision(decision: decision, reason: "its document is not in the corpus"))
        }
    }
    return (byPosition, without)
}

private struct DocumentNames {
    private let documents: [DecidedDocument]
    private let bySHA256: [String: [Int]]
    private let byDOI: [String: Int]
    private let byTitle: [[UInt8]: Int]

    init(_ documents: [DecidedDocument]) {
        self.documents = documents
        let numbered = documents.enumerated().filter { !$0.element.sha256.isEmpty }
        bySHA256 = Dictionary(grouping: numbered.map(\.offset)) { documents[$0].sha256 }
        byDOI = Dictionary(
            numbered.compactMap { number, document in document.doi.map { ($0.lowercased(), number) } },
            uniquingKeysWith: { first, _ in first })
        byTitle = Dictionary(
            numbered.compactMap { number, document in titleKey(document).map { ($0, number) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// All copies of a file, or the document that came in its place.
    func positions(of document: DecidedDocument) -> [Int] {
        if let same = bySHA256[document.sha256] { return same }
        if let doi = document.doi, let position = byDOI[doi.lowercased()] { return [position] }
        guard let key = titleKey(document), let position = byTitle[key],
            document.doi == nil || documents[position].doi == nil
        else { return [] }
        return [position]
    }
}

private func titleKey(_ document: DecidedDocument) -> [UInt8]? {
    let key = letters(of: document.title ?? "")
    return key.count >= shortestTitle ? key : nil
}

/// Letters: `Introduction` and `Annual report` are titles of many documents.
private let shortestTitle = 20
