package import DocumentModel

/// The scores of dimensions with `unit: document`, summed over a document's passages.
package struct DocumentTally: Sendable {
    private var sums: [CodeReference: Int] = [:]

    package init() {}

    /// Adds what a passage coder said of one passage.
    package mutating func add(_ codes: PassageCodes) {
        for score in codes.scores { sums[score.code, default: 0] += score.thousandths }
    }

    fileprivate func sum(_ code: CodeReference) -> Int? { sums[code] }
}

extension PassageCoder {
    /// The codes and scores of a document; without matches, whose spans belong to passages.
    package func documentCodes(of tally: DocumentTally) -> PassageCodes {
        var result = PassageCodes()
        for dimension in program.dimensions where dimension.unit == .document {
            let scores = dimension.codes.enumerated().compactMap { index, code in
                tally.sum(code.reference).map { (code: index, thousandths: $0) }
            }
            result.scores += scores.map {
                CodeScore(code: dimension.codes[$0.code].reference, thousandths: $0.thousandths)
            }
            let assigned = dimension.assigned(scores)
            if !assigned.isEmpty {
                let codes = assigned.map { dimension.codes[$0].reference.code }
                result.assigned.append(DimensionCodes(dimension: dimension.id, codes: codes))
            }
        }
        return result
    }

    /// The same from the codes of all passages.
    package func documentCodes(of passages: [PassageCodes]) -> PassageCodes {
        var tally = DocumentTally()
        for codes in passages { tally.add(codes) }
        return documentCodes(of: tally)
    }
}
