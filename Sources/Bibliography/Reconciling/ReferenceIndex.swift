package import Diagnostics
package import DocumentModel

/// Finds the record of a document in reference lists.
package struct ReferenceIndex: Sendable {
    /// In the order of the lists, each work once.
    package let references: [Reference]
    /// What is wrong with the rows that a person settled.
    package var diagnostics: [Diagnostic] { settled.diagnostics }
    let settled: SettledPairs
    private var byAttachment = AttachmentIndex()
    private var byDOI: [String: [Int]] = [:]
    private var byTitle: [[UInt8]: [Int]] = [:]
    private var printedTitles = PrintedTitleIndex()
    /// By the numbers of the records.
    private var fileNames: [FileNameKeys] = []

    /// - Parameters:
    ///   - documents: paths of all files of the corpus: an attachment that is one of them is no other.
    ///   - settled: what a person settled between files and records.
    package init(_ references: [Reference], documents: [String] = [], settled: [SettledRow] = []) {
        let references = mergedReferences(references)
        self.references = references
        self.settled = SettledPairs(settled, finder: RecordFinder(references), documents: documents)
        let documents = Set(documents)
        for (number, reference) in references.enumerated() {
            byAttachment.add(reference, number, documents: documents)
            fileNames.append(FileNameKeys(reference.metadata))
            if let doi = reference.metadata.text("doi") { byDOI[doi.lowercased(), default: []].append(number) }
            if let title = reference.metadata.text("title") {
                byTitle[letters(of: title), default: []].append(number)
                printedTitles.add(letters(of: title), number)
            }
        }
    }

    /// The record of a document, by the first kind of evidence that one record alone has: what a person settled, an
    /// attachment's path, the DOI, the title, a title on the first page, the file's name.
    ///
    /// Records that one kind of evidence cannot tell apart are told by the next, if it speaks of them.
    ///
    /// - Parameter document: the document with what was found in it as its metadata.
    /// - Returns: the record, or nil and, if several records fit equally well, a note that names them.
    package func match(_ document: Document) -> (match: ReferenceMatch?, diagnostics: [Diagnostic]) {
        if let settled = settled.records[document.source.path] {
            return (settled.map { ReferenceMatch(reference: references[$0], by: .person) }, [])
        }
        var rivals: [Int] = []
        for evidence in ReferenceMatch.Evidence.allCases {
            let fitting = candidates(of: document, by: evidence).filter { rivals.isEmpty || rivals.contains($0) }
            if fitting.count == 1 { return (ReferenceMatch(reference: references[fitting[0]], by: evidence), []) }
            if !fitting.isEmpty { rivals = fitting }
        }
        return (nil, rivals.isEmpty ? [] : [ambiguity(rivals.map { references[$0] })])
    }

    // MARK: Kinds of evidence

    private func candidates(of document: Document, by evidence: ReferenceMatch.Evidence) -> [Int] {
        switch evidence {
        case .person: []
        case .attachment: byAttachment.records(of: document.source.path)
        case .doi: document.metadata.text("doi").flatMap(normalizedDOI).flatMap { byDOI[$0] } ?? []
        case .title: withTitle(document.metadata)
        case .printedTitle: withPrintedTitle(document)
        case .fileName: withName(document.source.path)
        }
    }

    private func withTitle(_ metadata: DocumentMetadata) -> [Int] {
        guard let title = metadata.text("title").map({ letters(of: $0) }), title.count >= tellingLetters else {
            return []
        }
        let candidates = byTitle[title] ?? []
        guard candidates.count > 1, let year = metadata.text("year") else { return candidates }
        return candidates.filter { references[$0].metadata.text("year") == year }
    }

    /// A work with another DOI is one that the document speaks of.
    private func withPrintedTitle(_ document: Document) -> [Int] {
        let doi = document.metadata.text("doi").flatMap(normalizedDOI)
        return printedTitles.titles(in: openingLetters(of: document)).filter { number in
            guard let doi, let listed = references[number].metadata.text("doi") else { return true }
            return doi == listed.lowercased()
        }
    }

    /// `Hill-2019.pdf`, `hill_2019_shared-budgets.pdf`, `Shared budgets.pdf`.
    private func withName(_ path: String) -> [Int] {
        let stem = letters(of: withoutExtension(fileName(path)))
        return fileNames.indices.filter { fileNames[$0].areIn(stem) }
    }
}

private func ambiguity(_ rivals: [Reference]) -> Diagnostic {
    .note(
        "ambiguous-reference",
        "several references fit equally well: " + rivals.map(\.description).joined(separator: " | "),
        help: "name the document's file in its record (L1), or give the records a DOI")
}

/// A document's record and what told it.
package struct ReferenceMatch: Sendable, Hashable {
    /// The surest first.
    package enum Evidence: String, Sendable, Hashable, Codable, CaseIterable {
        case person = "a person"
        case attachment
        case doi = "DOI"
        case title
        case printedTitle = "title on the first page"
        case fileName = "file name"
    }

    /// With what all records of the work say; ``Reference/ids`` names them.
    package var reference: Reference
    package var by: Evidence
}

/// Letters that a title or a file's name must share with a record to tell it: "Introduction" does not.
let tellingLetters = 15

/// The letters of a record by which files are named.
private struct FileNameKeys: Sendable {
    /// Family name of the first author and year.
    private var authorAndYear: [UInt8]?
    private var title: [UInt8]?
    /// What follows the slash of the DOI.
    private var suffixOfDOI: [UInt8]?

    init(_ metadata: DocumentMetadata) {
        if let first = metadata.firstAuthor, let year = metadata.text("year") {
            let family = letters(of: first.family)
            if family.count >= 3 { authorAndYear = family + Array(year.utf8) }
        }
        // A title of signs alone would stand at the end of every name.
        title = metadata.text("title").map { letters(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        if let suffix = metadata.text("doi")?.split(separator: "/", maxSplits: 1).last {
            let suffix = letters(of: String(suffix))
            if suffix.count >= 6 { suffixOfDOI = suffix }
        }
    }

    /// Whether a file of that name (its letters) is named after the record.
    func areIn(_ stem: [UInt8]) -> Bool {
        if let authorAndYear, stem.starts(with: authorAndYear) { return true }
        if let title, stem.count >= tellingLetters {
            if title.starts(with: stem) || stem.suffix(title.count).elementsEqual(title) { return true }
        }
        return suffixOfDOI == stem
    }
}
