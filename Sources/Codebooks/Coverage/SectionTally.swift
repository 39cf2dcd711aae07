package import DocumentModel

/// How much text of a document stands in sections of each kind.
package struct DocumentSections: Sendable, Hashable {
    package var document: String
    package var passages = 0
    /// Code points of passages.
    package var text = 0
    /// Code points of passages whose section is unknown: neither `in` nor `not in` keeps a rule out of them.
    package var unknown = 0
    /// Code points by section kind, where it is known.
    package var known: [SectionKind: Int] = [:]

    package init(document: String) { self.document = document }

    /// The unknown part of the text, in thousandths; nil without text.
    package var unknownShare: Int? { text > 0 ? unknown * 1000 / text : nil }
}

/// How much of the text that is coded the `in` and `not in` of a rule keep it out of.
package struct SectionLoss: Sendable, Hashable {
    package var rule: RuleReference
    package var inSections: [SectionKind]
    package var notInSections: [SectionKind]
    /// Of all documents, in thousandths.
    package var share: Int
    /// Documents with text that is coded.
    package var documents: Int
    /// Documents of which the rule is kept out of more than half.
    package var starved: Int
    /// The document of which it is kept out most, the first among equals.
    package var worstDocument: String
    /// Of that document, in thousandths.
    package var worstShare: Int
}

/// Counts the text of documents by section; memory is that of the documents, not of their passages.
package struct SectionTally: Sendable {
    /// In the order in which they came.
    package private(set) var documents: [DocumentSections] = []
    private let rules: [(reference: RuleReference, rule: Rule, skip: [SectionKind])]

    package init(_ codebooks: [Codebook]) {
        rules = codebooks.flatMap { codebook in
            codebook.rules.filter { !$0.rule.inSections.isEmpty || !$0.rule.notInSections.isEmpty }
                .map { (RuleReference(code: $0.code, rule: $0.rule.id), $0.rule, codebook.skip) }
        }
    }

    /// The passages that are added next are of this document.
    package mutating func beginDocument(_ name: String) { documents.append(DocumentSections(document: name)) }

    package mutating func add(_ passage: Passage) {
        let length = passage.place.map { $0.end - $0.start } ?? passage.text.unicodeScalars.count
        let last = documents.count - 1
        documents[last].passages += 1
        documents[last].text += length
        if let section = passage.section {
            documents[last].known[section, default: 0] += length
        } else {
            documents[last].unknown += length
        }
    }

    /// The rules that are kept out of more than half of the text of a document, or of all documents: those that lose
    /// most first, then in the codebooks' order.
    ///
    /// What the codebook's `skip` leaves out counts as no text. Where the section is unknown a rule is not kept out.
    package var losses: [SectionLoss] {
        rules.compactMap { loss(of: $0.reference, $0.rule, skip: $0.skip) }.enumerated()
            .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.map(\.element)
    }

    private func loss(of reference: RuleReference, _ rule: Rule, skip: [SectionKind]) -> SectionLoss? {
        var (text, lost, starved, number) = (0, 0, 0, 0)
        var worst: (document: String, share: Int)?
        for document in documents {
            let coded = document.known.filter { !skip.contains($0.key) }
            let whole = coded.values.reduce(document.unknown, +)
            let closed = coded.filter { rule.isKeptOut(of: $0.key) }.values.reduce(0, +)
            guard whole > 0 else { continue }
            (text, lost, number) = (text + whole, lost + closed, number + 1)
            if 2 * closed > whole { starved += 1 }
            let share = closed * 1000 / whole
            if share > worst?.share ?? -1 { worst = (document.document, share) }
        }
        guard let worst, starved > 0 || 2 * lost > text else { return nil }
        return SectionLoss(
            rule: reference, inSections: rule.inSections, notInSections: rule.notInSections,
            share: lost * 1000 / text, documents: number, starved: starved,
            worstDocument: worst.document, worstShare: worst.share)
    }
}

extension Rule {
    /// Whether the rule cannot hold in a section of that kind.
    func isKeptOut(of section: SectionKind) -> Bool {
        notInSections.contains(section) || !inSections.isEmpty && !inSections.contains(section)
    }
}
