/// A word of the text, in UTF-8 offsets; a possessive ending is outside.
struct TextWord: BitwiseCopyable {
    var start: Int32
    var end: Int32
}

/// Words of the text that match a pattern: one word, or several joined by hyphens.
struct Hit: BitwiseCopyable {
    var pattern: Int32
    var words: WordInterval
    /// Index of the pattern's hit before this one, or −1.
    var previous: Int32
}
