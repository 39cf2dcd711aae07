import DocumentModel

/// First words of notes below tables.
private let noteWords: Set<String> = ["abbreviations", "note", "notes", "source", "sources"]

extension ExhibitPage {
    /// The notes below the last row of a table.
    func notes(of members: [Int]) -> [Int] {
        Array(members.reversed().prefix { isNote($0, of: members) })
    }

    /// Whether a block says of itself that it is a note, by a mark or its first word, or is smaller than the rows.
    private func isNote(_ index: Int, of members: [Int]) -> Bool {
        let block = blocks[index]
        guard block.kind == .paragraph, isAlone(index), !isItem(block, in: context) else { return false }
        if beginsWithMark(block, in: context) { return true }
        let word = string(context.scalars(of: block.first).prefix(while: isLetter).map(lowercased))
        if noteWords.contains(word) { return true }
        let size = members.map { blocks[$0].size }.max() ?? 0
        return block.count > charactersOfLabel && block.size < smallerThanBody * size
    }

    /// The blocks of a table without the sentences below it that are no notes.
    func withoutText(_ members: [Int]) -> [Int] {
        let text = members.reversed().prefix {
            blocks[$0].kind == .paragraph && isAlone($0) && blocks[$0].count > charactersOfLabel
                && context.endsSentence(blocks[$0].last) && !isNote($0, of: members)
        }
        return Array(members.dropLast(text.count))
    }
}
