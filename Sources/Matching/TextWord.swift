/// A word of the text.
struct TextWord: BitwiseCopyable {
    /// UTF-8 offsets, after ``TextScan/countInCodePoints()`` code points; a possessive ending is outside.
    var start: Int32
    var end: Int32
    /// How many clause boundaries (`, ; : . ! ?` outside numbers) come before it.
    var clause: Int32
}

/// Words of the text that match a pattern: one word, or several joined by hyphens.
struct Hit: BitwiseCopyable {
    var pattern: Int32
    var words: WordInterval
    /// Index of the pattern's hit before this one, or −1.
    var previous: Int32
}
