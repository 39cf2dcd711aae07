import DocumentModel
import Matching

/// What was found in a passage and its context.
struct Evidence {
    /// What holds in the texts of a batch, one list for each language.
    let texts: [HitLists]
    /// The passage's number in the batch.
    var passage = 0
    /// The passage's text, where it stands in the batch.
    var utf8 = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The nearest first.
    var levels: [ContextMemory.Level] = []
    /// One list for each language, or none at all.
    var previous: [HitList] = []
    var section: SectionKind?

    var text: String { String(decoding: utf8, as: UTF8.self) }

    var isEmpty: Bool { hasNothingInText && levels.allSatisfy(\.isEmpty) && previous.allSatisfy(\.isEmpty) }

    var hasNothingInText: Bool {
        for text in texts where !text.isEmpty(passage) { return false }
        return true
    }
}
