package import DocumentModel

/// Finds the record of a document in reference lists.
package struct ReferenceIndex: Sendable {
    /// In the order of the lists.
    private let references: [Reference]
    private var byAttachment: [String: [Int]] = [:]
    private var byDOI: [String: [Int]] = [:]
    private var byTitle: [[UInt8]: [Int]] = [:]

    package init(_ references: [Reference]) {
        self.references = references
        for (number, reference) in references.enumerated() {
            for attachment in reference.attachments {
                byAttachment[letterKey(fileName(decodingPercents(attachment))), default: []].append(number)
            }
            if let doi = reference.metadata.text("doi") { byDOI[doi.lowercased(), default: []].append(number) }
            if let title = reference.metadata.text("title") { byTitle[letters(of: title), default: []].append(number) }
        }
    }

    /// The record of a document, by the first kind of evidence that one record alone has: an attachment's path,
    /// the DOI, the title, the file's name.
    ///
    /// - Parameters:
    ///   - path: the document's path.
    ///   - metadata: what was found in the document itself.
    package func match(path: String, metadata: DocumentMetadata) -> ReferenceMatch? {
        match(attachment: path) ?? match(doi: metadata) ?? match(title: metadata) ?? match(fileName: path)
    }

    // MARK: Kinds of evidence

    private func match(attachment path: String) -> ReferenceMatch? {
        let candidates = byAttachment[letterKey(fileName(path))] ?? []
        if candidates.count > 1 {
            // Two folders may hold files of one name: more of the path decides.
            let exact = candidates.filter { number in
                references[number].attachments.contains { hasSameEnd($0, path) }
            }
            return match(exact, by: .attachment)
        }
        return match(candidates, by: .attachment)
    }

    private func match(doi metadata: DocumentMetadata) -> ReferenceMatch? {
        guard let doi = metadata.text("doi").flatMap(normalizedDOI) else { return nil }
        return match(byDOI[doi] ?? [], by: .doi)
    }

    private func match(title metadata: DocumentMetadata) -> ReferenceMatch? {
        guard let title = metadata.text("title").map({ letters(of: $0) }), title.count >= tellingLetters else {
            return nil
        }
        let candidates = byTitle[title] ?? []
        guard candidates.count > 1, let year = metadata.text("year") else { return match(candidates, by: .title) }
        return match(candidates.filter { references[$0].metadata.text("year") == year }, by: .title)
    }

    /// `Hill-2019.pdf`, `hill_2019_shared-budgets.pdf`, `Shared budgets.pdf`.
    private func match(fileName path: String) -> ReferenceMatch? {
        let stem = letters(of: withoutExtension(fileName(path)))
        let candidates = references.indices.filter { isNamed(stem, after: references[$0].metadata) }
        return match(candidates, by: .fileName)
    }

    /// Evidence that more than one record has decides nothing.
    private func match(_ candidates: [Int], by evidence: ReferenceMatch.Evidence) -> ReferenceMatch? {
        guard candidates.count == 1, let number = candidates.first else { return nil }
        return ReferenceMatch(reference: references[number], by: evidence)
    }
}

/// A document's record and what told it.
package struct ReferenceMatch: Sendable, Hashable {
    package enum Evidence: String, Sendable, Hashable, Codable, CaseIterable {
        case attachment, doi, title
        case fileName = "file name"
    }

    package var reference: Reference
    package var by: Evidence
}

/// Letters that a title or a file's name must share with a record to tell it: "Introduction" does not.
private let tellingLetters = 15

private func isNamed(_ stem: [UInt8], after metadata: DocumentMetadata) -> Bool {
    if let first = metadata.firstAuthor, let year = metadata.text("year") {
        let family = letters(of: first.family)
        if family.count >= 3, stem.starts(with: family + Array(year.utf8)) { return true }
    }
    if let title = metadata.text("title").map({ letters(of: $0) }), stem.count >= tellingLetters {
        if title.starts(with: stem) || stem.suffix(title.count).elementsEqual(title) { return true }
    }
    if let doi = metadata.text("doi"), let suffix = doi.split(separator: "/", maxSplits: 1).last {
        let suffix = letters(of: String(suffix))
        if suffix.count >= 6, suffix == stem { return true }
    }
    return false
}

private func letterKey(_ name: String) -> String {
    name.lowercased()
}

private func withoutExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
}

/// Whether one path ends with the other, folder by folder.
private func hasSameEnd(_ attachment: String, _ path: String) -> Bool {
    let first = components(decodingPercents(attachment))
    let second = components(path)
    let shared = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    return shared == min(first.count, second.count) || shared >= 2
}

private func components(_ path: String) -> [String] {
    path.lowercased().split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." && !$0.hasSuffix(":") }
}

/// A text with `%20` and the like decoded; as it is if that gives no UTF-8.
func decodingPercents(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2,
            let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
            bytes.append(decoded)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
}
