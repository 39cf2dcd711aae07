import DocumentModel

/// What was found in a passage and its context.
struct Evidence {
    /// What holds in the texts of a batch, one list for each language.
    let texts: [HitLists]
    var context: ContextEvidence
    /// The passage's number in the batch.
    var passage = 0
    /// The passage's text, where it stands in the batch.
    var utf8 = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// One list for each language, or none at all.
    var previous: [HitList] = []
    var section: SectionKind?

    var text: String { String(decoding: utf8, as: UTF8.self) }

    var isEmpty: Bool { hasNothingInText && context.isEmpty && previous.allSatisfy { $0.isEmpty } }

    var hasNothingInText: Bool {
        for text in texts where !text.isEmpty(passage) { return false }
        return true
    }
}

/// What was found in the headings and the lead-in over a passage.
struct ContextEvidence {
    /// A heading or the lead-in.
    struct Level {
        var source: MatchSpan.Source
        /// Index into the heading path for headings.
        var heading: Int?
        /// One for each language.
        var hits: [HitList]
    }

    /// The nearest first.
    let levels: [Level]
    /// For each dimension the nearest level where one of its rules' `under` holds.
    let decidingLevels: [Int?]
    /// Whether nothing holds in any of them.
    let isEmpty: Bool

    init(levels: [Level], dimensions: [DimensionProgram]) {
        self.levels = levels
        decidingLevels = dimensions.map { dimension in
            levels.firstIndex { $0.hits[dimension.language].contains(anyOf: dimension.rules.contextEntries) }
        }
        isEmpty = levels.allSatisfy { $0.hits.allSatisfy { $0.isEmpty } }
    }
}
