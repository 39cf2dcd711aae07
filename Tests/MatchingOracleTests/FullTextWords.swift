import Foundation

/// A text, or a term, written so that FTS5 parts it into our words. An apostrophe within a word becomes U+02BC, which
/// is a letter; the sign within a number a middle dot, which ``FullTextQuery/tokenizer`` keeps.
func writtenForFullText(_ text: String) -> String {
    // In this order: the s of a possessive ending is no part of the word.
    let rewritings = [
        ("(?<=[\\p{L}\\p{M}\\p{N}])['’]s(?![\\p{L}\\p{N}])", ""),
        ("(?<=[\\p{L}\\p{M}\\p{N}])['’](?=\\p{L})", "\u{2BC}"),
        ("(?<=[0-9])[.,](?=[0-9])", "·"),
    ]
    return rewritings.reduce(text) {
        $0.replacingOccurrences(of: $1.0, with: $1.1, options: .regularExpression)
    }
}

/// A part of a term as FTS5 has the words that it finds: lower-case, without diacritics and the apostrophe of a plural.
func patternForFullText(_ part: String) -> String {
    writtenForFullText(part.lowercased().folding(options: .diacriticInsensitive, locale: nil))
        .trimmingCharacters(in: CharacterSet(charactersIn: "'’"))
}
