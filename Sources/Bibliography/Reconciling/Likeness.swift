import DocumentModel

/// Which record a file is most like and the other way round, by the words that both have: of titles and file names,
/// first authors and years.
///
/// Only for people who look for what belongs together; nothing is matched by it.
struct Likeness: Sendable {
    private let documents: [Set<String>]
    private let references: [Set<String>]
    private let documentsByWord: [String: [Int]]
    private let referencesByWord: [String: [Int]]

    init(documents: [DocumentMatch], references: [Reference]) {
        self.documents = documents.map { document in
            tellingWords(document.found)
                .union(longWords(withoutExtension(fileName(document.path))))
        }
        self.references = references.map { tellingWords($0.metadata) }
        documentsByWord = inverted(self.documents)
        referencesByWord = inverted(self.references)
    }

    func reference(nearestTo document: Int) -> Int? {
        nearest(to: documents[document], among: references, byWord: referencesByWord)
    }

    func document(nearestTo reference: Int) -> Int? {
        nearest(to: references[reference], among: documents, byWord: documentsByWord)
    }

    /// The first of those that share most words, if that is a fair part of all.
    private func nearest(to words: Set<String>, among others: [Set<String>], byWord: [String: [Int]]) -> Int? {
        var shared: [Int: Int] = [:]
        for word in words { for number in byWord[word] ?? [] { shared[number, default: 0] += 1 } }
        var best: (number: Int, percent: Int)?
        for (number, count) in shared.sorted(by: { $0.key < $1.key }) {
            let percent = 200 * count / (words.count + others[number].count)
            if percent >= leastLikeness, percent > best?.percent ?? 0 { best = (number, percent) }
        }
        return best?.number
    }
}

/// Percent of their words that two have in common at least (Dice's coefficient): below a third two titles share the
/// words of their field only.
private let leastLikeness = 34

/// Letters of the shortest word that tells something: "care" does, "and" and "the" do not.
private let shortestTellingWord = 4

private func inverted(_ sets: [Set<String>]) -> [String: [Int]] {
    var result: [String: [Int]] = [:]
    for (number, words) in sets.enumerated() {
        for word in words { result[word, default: []].append(number) }
    }
    return result
}

private func tellingWords(_ metadata: DocumentMetadata) -> Set<String> {
    let author = metadata.firstAuthor.map { String(decoding: letters(of: $0.family), as: UTF8.self) }
    let words = longWords(metadata.text("title") ?? "").union(longWords(metadata.text("year") ?? ""))
    return words.union([author].compactMap(\.self).filter { !$0.isEmpty })
}

private func longWords(_ text: String) -> Set<String> {
    let words = text.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    return Set(
        words.map { String(decoding: letters(of: String(String.UnicodeScalarView($0))), as: UTF8.self) }
            .filter { $0.utf8.count >= shortestTellingWord })
}
