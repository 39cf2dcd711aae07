import Matching

/// The words of a gold by their stem: `fund`, `funds` and `funding` are one family.
struct WordFamilies {
    /// Of each family its words in order of the alphabet.
    private(set) var members: [[String]] = []
    private var familyOfWord: [String: Int] = [:]
    private var familyOfStem: [String: Int] = [:]
    private let stem: (String) -> String

    init(language: String) {
        stem = stemming(language: language)
    }

    /// The family of a word, which it joins.
    mutating func family(of word: String) -> Int {
        if let known = familyOfWord[word] { return known }
        let stem = stem(word)
        let family = familyOfStem[stem] ?? members.count
        if family == members.count {
            familyOfStem[stem] = family
            members.append([])
        }
        familyOfWord[word] = family
        let place = members[family].firstIndex { word < $0 } ?? members[family].count
        members[family].insert(word, at: place)
        return family
    }
}

/// How the words of families are written as terms, once all of them are known.
struct FamilyForms {
    private let families: WordFamilies
    /// All words, in order of their UTF-8.
    private let vocabulary: [String]

    init(_ families: WordFamilies) {
        self.families = families
        vocabulary = families.members.flatMap(\.self).sorted(by: precedes)
    }

    /// A family as a part of a phrase: the beginning of its words if no other word has it, else the stem of the shortest.
    func inPhrase(_ family: Int) -> String {
        let members = families.members[family]
        guard members.count > 1 else { return members[0] }
        let beginning = commonBeginning(of: members)
        if beginning.count >= shortestBeginning, words(beginning: beginning).count == members.count {
            return beginning + "*"
        }
        return stemmed(members)
    }

    /// A family as a term of its own, in all ways to write it: the beginning of its words, which others may share; a
    /// family of one word as that word; other families by their stem.
    func asTerms(_ family: Int, isStopWord: (String) -> Bool) -> [String] {
        let members = families.members[family]
        let beginning = commonBeginning(of: members)
        let shared = words(beginning: beginning)
        // What a stop word begins with would hold nearly everywhere.
        let isBeginning =
            beginning.count >= shortestBeginning && shared.count > 1 && !shared.contains(where: isStopWord)
        let exact = members.count == 1 ? members[0] : stemmed(members)
        guard isBeginning else { return [exact] }
        return shared.count == members.count ? [beginning + "*"] : [beginning + "*", exact]
    }

    private func stemmed(_ members: [String]) -> String {
        (members.min { ($0.count, $0) < ($1.count, $1) } ?? "") + "~"
    }

    /// The words of all families that begin so.
    private func words(beginning: String) -> ArraySlice<String> {
        var low = 0
        var high = vocabulary.count
        while low < high {
            let middle = (low + high) / 2
            if precedes(vocabulary[middle], beginning) { low = middle + 1 } else { high = middle }
        }
        return vocabulary[low...].prefix { $0.hasPrefix(beginning) }
    }
}

/// A shorter beginning is one of too many words: `the*`, `con*`.
private let shortestBeginning = 4

private func precedes(_ first: String, _ second: String) -> Bool { first.utf8.lexicographicallyPrecedes(second.utf8) }

private func commonBeginning(of words: [String]) -> String {
    // Of sorted words the first and the last differ most.
    guard let first = words.first, let last = words.last else { return "" }
    return first.commonPrefix(with: last)
}
