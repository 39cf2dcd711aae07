import Diagnostics
import DocumentModel

/// Examples of a code that contradict it or each other.
func checkExamples(_ code: Code, in dimension: Dimension) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for example in code.examples {
        guard let codes = named(example, dimension), !codes.contains(code.id) else { continue }
        diagnostics.append(
            .error(
                "contradicting-example", "an example of '\(code.id)' must get '\(code.id)', its 'codes' leave it out",
                at: example.place, help: "add '\(code.id)' to \(dimension.id), or make it a near miss"))
    }
    let passages = Set(code.examples.map { anonymous($0.passage) })
    for nearMiss in code.nearMisses {
        if let codes = named(nearMiss, dimension), codes.contains(code.id) {
            diagnostics.append(
                .error(
                    "contradicting-example", "a near miss of '\(code.id)' must not get '\(code.id)', its 'codes' do",
                    at: nearMiss.place, help: "take '\(code.id)' from \(dimension.id), or make it an example"))
        }
        if passages.contains(anonymous(nearMiss.passage)) {
            diagnostics.append(
                .error(
                    "contradicting-example", "the same passage is an example and a near miss of '\(code.id)'",
                    at: nearMiss.place, help: "keep one of them"))
        }
    }
    return diagnostics
}

/// Passages that are examples of two codes of which only one can be assigned.
func checkExamplesTogether(_ dimension: Dimension) -> [Diagnostic] {
    guard dimension.assign == .best, dimension.unit == .passage else { return [] }
    var owners: [Passage: (code: String, place: Place?)] = [:]
    var diagnostics: [Diagnostic] = []
    for code in dimension.codes {
        for example in code.examples {
            let passage = anonymous(example.passage)
            guard let owner = owners[passage], owner.code != code.id else {
                owners[passage] = (code.id, example.place)
                continue
            }
            let line = owner.place?.nameInFile.map { " in \($0)" } ?? ""
            diagnostics.append(
                .error(
                    "contradicting-example",
                    "this example of '\(code.id)' is one of '\(owner.code)' too\(line), and '\(dimension.id)' assigns "
                        + "the best code only", at: example.place,
                    help: "keep it at one of them, or write 'assign: all'"))
        }
    }
    return diagnostics
}

private func named(_ example: Example, _ dimension: Dimension) -> [String]? {
    example.codes?.first { $0.dimension == dimension.id }?.codes
}

private func anonymous(_ passage: Passage) -> Passage {
    var passage = passage
    passage.id = ""
    return passage
}
