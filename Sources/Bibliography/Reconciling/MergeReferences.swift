import DocumentModel

/// The works of reference lists, each once: records that agree are one reference.
///
/// Two records agree if their DOIs are the same, or if titles (letters compared) and years are and their DOIs do
/// not contradict that; short titles like "Annual report" also need the same first author. The first record's
/// fields win, the others' fill in what it lacks, and `database` names all databases in the order of the lists.
/// Merging what is merged already changes nothing.
package func mergedReferences(_ references: [Reference]) -> [Reference] {
    var groups = ReferenceGroups(references)
    for number in references.indices { groups.join(number) }
    var merged: [Reference] = []
    var positions: [Int: Int] = [:]
    for (number, reference) in references.enumerated() {
        let group = groups.first(of: number)
        if let position = positions[group] {
            merged[position].complete(with: reference)
        } else {
            positions[group] = merged.count
            merged.append(reference)
        }
    }
    return merged
}

/// Which records agree; a group is known by its first record's number.
private struct ReferenceGroups {
    private let references: [Reference]
    private var firsts: [Int]
    private var dois: [String?]
    private var byDOI: [String: Int] = [:]
    private var byTitle: [TitleKey: [Int]] = [:]

    init(_ references: [Reference]) {
        self.references = references
        firsts = Array(references.indices)
        dois = references.map { $0.metadata.text("doi")?.lowercased() }
    }

    func first(of number: Int) -> Int {
        var number = number
        while firsts[number] != number { number = firsts[number] }
        return number
    }

    /// Joins a record with those before it that agree with it.
    mutating func join(_ number: Int) {
        if let doi = dois[number] {
            if let other = byDOI[doi] { unite(number, other) } else { byDOI[doi] = number }
        }
        guard let key = TitleKey(references[number].metadata) else { return }
        if let other = byTitle[key]?.first(where: { mayUnite($0, number) }) {
            unite(number, other)
        } else {
            byTitle[key, default: []].append(number)
        }
    }

    private func mayUnite(_ first: Int, _ second: Int) -> Bool {
        guard let one = dois[self.first(of: first)], let other = dois[self.first(of: second)] else { return true }
        return one == other
    }

    private mutating func unite(_ first: Int, _ second: Int) {
        let (one, other) = (self.first(of: first), self.first(of: second))
        let (head, tail) = (min(one, other), max(one, other))
        firsts[tail] = head
        dois[head] = dois[head] ?? dois[tail]
    }
}

/// What two records without DOI share if they are of one work.
private struct TitleKey: Hashable {
    var title: [UInt8]
    var year: String?
    var author: [UInt8]?

    init?(_ metadata: DocumentMetadata) {
        guard let title = metadata.text("title").map({ letters(of: $0) }), !title.isEmpty else { return nil }
        self.title = title
        year = metadata.text("year")
        if title.count < tellingLetters { author = metadata.firstAuthor.map { letters(of: $0.family) } }
    }
}

extension Reference {
    /// Adds what another record of the same work says.
    fileprivate mutating func complete(with other: Reference) {
        for field in other.metadata.fields {
            guard let own = metadata[field.name] else {
                metadata.set(field)
                continue
            }
            if field.name == "database" { metadata.set(joined(own, field)) }
        }
        attachments += other.attachments.filter { !attachments.contains($0) }
        let places = [place] + furtherPlaces
        furtherPlaces += ([other.place] + other.furtherPlaces).filter { !places.contains($0) }
    }
}

/// Two databases as one field; one that is named already is not named again.
private func joined(_ first: MetadataField, _ second: MetadataField) -> MetadataField {
    guard case .text(let text) = first.value, case .text(let more) = second.value else { return first }
    var field = first
    field.value = .text(listed(text, more))
    field.origin = listed(first.origin, second.origin)
    return field
}

/// A list with `; ` between its items, with another list's items that it lacks.
private func listed(_ text: String, _ more: String) -> String {
    let items = text.split(separator: "; ")
    return (items + more.split(separator: "; ").filter { !items.contains($0) }).joined(separator: "; ")
}
