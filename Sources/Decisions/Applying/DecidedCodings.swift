import DocumentModel

extension QuoteFinder {
    /// Where a quote stands that shares words with a place; of several places the nearest.
    func place(of quote: String, overlapping place: Range<Int>) -> Range<Int>? {
        places(of: quote).filter { $0.overlaps(place) }
            .min { abs($0.lowerBound - place.lowerBound) < abs($1.lowerBound - place.lowerBound) }
    }

    /// The coding of a statement that a person decided: its place from the document, what is known of its codes from
    /// the machine's coding of the same statement.
    ///
    /// - Parameters:
    ///   - place: in one block.
    ///   - machine: nil if the machine does not code it.
    func coding(at place: Range<Int>, of document: Document, from machine: CodedPassage?) -> CodedPassage {
        guard let block = block(of: place) else { preconditionFailure("a decided statement lies in one block") }
        var coding =
            machine
            ?? CodedPassage(
                id: "", document: document.source.path, codebook: "", statement: "", codes: PassageCodes(), page: 1,
                start: place.lowerBound, end: place.upperBound, headings: block.headings, leadIn: block.leadIn,
                section: block.section)
        coding.statement = text(of: place)
        coding.page = block.page(from: place.lowerBound, to: place.upperBound)
        coding.boxes = block.boxes(from: place.lowerBound, to: place.upperBound)
        (coding.start, coding.end) = (place.lowerBound, place.upperBound)
        if let machine {
            coding.codes = codes(of: machine, at: place)
            coding.mentions = mentions(of: machine, at: place)
        }
        return coding
    }

    /// The machine's codes with the words that decided where they stand in the statement of these bounds.
    private func codes(of machine: CodedPassage, at place: Range<Int>) -> PassageCodes {
        if place.overlaps(machine.start..<machine.end) {
            return machine.codes.relative(to: place.lowerBound - machine.start, length: place.count)
        }
        // The same letters at another place, where signs may stand otherwise.
        return machine.codes.relative(to: machine.statement.scalarCount, length: 0)
    }

    /// A statement is no mention of itself; the machine may have taken a mention for the statement.
    private func mentions(of machine: CodedPassage, at place: Range<Int>) -> [Mention] {
        let all = machine.mentions + [Mention(page: machine.page, start: machine.start, end: machine.end)]
        return all.filter { !place.overlaps($0.start..<$0.end) }.sorted { $0.start < $1.start }
    }
}
