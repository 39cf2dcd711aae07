import DocumentModel

/// The line without what introduces its authors.
func withoutBy(_ text: String) -> String {
    for start in ["By ", "by ", "Authors: ", "Author: ", "Authors "] where text.hasPrefix(start) {
        return String(text.dropFirst(start.count))
    }
    return text
}

/// Words that a person's name has at most.
private let longestName = 6

/// Whether every name of a line reads as a person's: given and family name, in capitals, no words of a cover.
func readsAsPeople(_ text: String, _ names: [PersonName]) -> Bool {
    guard !names.isEmpty, !text.contains("@"), !text.hasSuffix(".") || text.contains(",") else { return false }
    // "Updated 3 December 2025" is a date.
    guard years(in: Array(text.utf8)).isEmpty else { return false }
    return names.allSatisfy { name in
        let words = words(name.full)
        let capitalised = words.filter { $0.unicodeScalars.first?.properties.isUppercase == true }
        let isWritten = words.allSatisfy {
            $0.unicodeScalars.first?.properties.isUppercase == true || particles.contains($0.lowercased())
        }
        return !name.given.isEmpty && words.count <= longestName && capitalised.count >= 2 && isWritten
            && !isOrganisation(name.full) && !words.contains { coverWords.contains($0.lowercased()) }
    }
}

/// Words, in lower case, that stand on covers and in the lines around a title, and in no name.
private let coverWords: Set<String> = [
    "abstract", "access", "annex", "annual", "appendix", "article", "biomed", "briefing", "central", "cohort",
    "contents", "date", "document", "draft", "edition", "evaluation", "evidence", "executive", "final", "full",
    "government", "guidance", "guide", "guideline", "information", "interim", "issue", "journal", "open", "page",
    "paper", "plan", "policy", "prescribing", "protocol", "published", "report", "response", "review", "statement",
    "strategy", "summary", "support", "text", "updated", "version", "volume",
]
