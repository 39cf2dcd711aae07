package import DocumentModel

extension PassageCoder {
    /// The codes and scores that dimensions with `unit: document` give a document, whose passages' scores they sum up;
    /// without matches, whose spans belong to passages.
    package func documentCodes(of passages: BatchCodes) -> PassageCodes {
        var sums = [Int?](repeating: nil, count: program.names.codes.count)
        for score in passages.findings.scores { sums[score.code] = (sums[score.code] ?? 0) + score.thousandths }
        return documentCodes(ofSums: sums)
    }

    /// The same from the codes of all passages.
    package func documentCodes(of passages: [PassageCodes]) -> PassageCodes {
        var sums: [CodeReference: Int] = [:]
        for score in passages.lazy.flatMap(\.scores) { sums[score.code, default: 0] += score.thousandths }
        return documentCodes(ofSums: program.names.codes.indices.map { sums[program.names.reference($0)] })
    }

    /// - Parameter sums: by the code's number.
    private func documentCodes(ofSums sums: [Int?]) -> PassageCodes {
        var result = BatchCodes(names: program.names)
        var reached: [BatchCodes.Score] = []
        for dimension in program.dimensions where dimension.unit == .document {
            let start = result.findings.scores.count
            for code in dimension.thresholds.indices.map({ $0 + dimension.first.code }) {
                guard let sum = sums[code] else { continue }
                result.findings.scores.append(BatchCodes.Score(code: code, thousandths: sum))
            }
            dimension.assign(result.findings.scores[start...], to: &result.findings.assigned, &reached)
        }
        result.endPassage()
        return result[0]
    }
}
