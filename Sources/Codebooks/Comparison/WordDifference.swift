/// A piece of a text that was compared with another, word by word.
package enum WordChange: Sendable, Hashable {
    case kept(String)
    case removed(String)
    case added(String)
}

/// How one text becomes another: runs of words that stay, go and come, in the order of the new text (Myers 1986).
///
/// Long texts that differ in most words are replaced as a whole: time would grow with the square of the difference.
package func wordDifference(_ old: String, _ new: String) -> [WordChange] {
    let (before, after) = (words(old), words(new))
    guard before.count + after.count <= longestCompared else { return [.removed(old), .added(new)] }
    let difference = after.difference(from: before)
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in difference {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
    }
    var result: [WordChange] = []
    var position = 0
    for index in 0...after.count {
        while position < before.count, removed.contains(position) {
            result.append(.removed(before[position]))
            position += 1
        }
        guard index < after.count else { break }
        if added.contains(index) {
            result.append(.added(after[index]))
        } else {
            result.append(.kept(after[index]))
            position += 1
        }
    }
    return joined(result)
}

/// Words of both texts together.
private let longestCompared = 4000

private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
}

/// Neighbours of one kind as one piece; in a run of changes what goes stands before what comes.
private func joined(_ changes: [WordChange]) -> [WordChange] {
    var result: [WordChange] = []
    var (gone, come, kept): ([String], [String], [String]) = ([], [], [])
    func flush() {
        if !gone.isEmpty { result.append(.removed(gone.joined(separator: " "))) }
        if !come.isEmpty { result.append(.added(come.joined(separator: " "))) }
        if !kept.isEmpty { result.append(.kept(kept.joined(separator: " "))) }
        (gone, come, kept) = ([], [], [])
    }
    for change in changes {
        switch change {
        case .kept(let word):
            if !gone.isEmpty || !come.isEmpty { flush() }
            kept.append(word)
        case .removed(let word):
            if !kept.isEmpty { flush() }
            gone.append(word)
        case .added(let word):
            if !kept.isEmpty { flush() }
            come.append(word)
        }
    }
    flush()
    return result
}
