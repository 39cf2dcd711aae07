import Diagnostics
import DocumentModel
import YAML

/// What is wrong with a codebook that could be read.
///
/// - Parameter references: the codes that its rules and examples name.
func check(_ codebook: Codebook, references: [NamedCode]) -> [Diagnostic] {
    var diagnostics = checkNames(codebook) + checkReferences(references, in: codebook)
    diagnostics += checkOrder(codebook)
    for dimension in codebook.dimensions {
        for code in dimension.codes { diagnostics += checkExamples(code, in: dimension) }
        diagnostics += checkExamplesTogether(dimension)
    }
    return diagnostics
}

/// A code, or a dimension alone, where a rule or an example names it.
struct NamedCode {
    var dimension: String
    var code: String?
    var place: Place
}

/// Names of dimensions and codes that there are not.
private func checkReferences(_ references: [NamedCode], in codebook: Codebook) -> [Diagnostic] {
    let codes = Dictionary(codebook.dimensions.map { ($0.id, Set($0.codes.map(\.id))) }) { first, _ in first }
    var diagnostics: [Diagnostic] = []
    for reference in references where diagnostics.count < maximumDiagnostics {
        guard let known = codes[reference.dimension] else {
            let ids = codebook.dimensions.map(\.id)
            diagnostics.append(
                .error(
                    "unknown-dimension", "unknown dimension '\(abbreviated(reference.dimension))'", at: reference.place,
                    help: allowedHelp(ids), suggestion: nearestName(to: reference.dimension, among: ids)))
            continue
        }
        guard let code = reference.code, !known.contains(code) else { continue }
        let ids = codebook.dimension(reference.dimension)?.codes.map(\.id) ?? []
        diagnostics.append(
            .error(
                "unknown-code", "unknown code '\(abbreviated(code))' in the dimension '\(reference.dimension)'",
                at: reference.place, help: allowedHelp(ids), suggestion: nearestName(to: code, among: ids)))
    }
    return diagnostics
}

// MARK: - Names

/// Ids that stand twice, and names that gold and imports could not tell apart.
private func checkNames(_ codebook: Codebook) -> [Diagnostic] {
    var diagnostics = checkUnique(codebook.dimensions.map { ($0.id, $0.place) }, "dimension")
    for dimension in codebook.dimensions {
        let codes = checkUnique(dimension.codes.map { ($0.id, $0.place) }, "code")
        diagnostics += codes
        if codes.isEmpty { diagnostics += checkAliases(dimension) }
        for code in dimension.codes { diagnostics += checkUnique(code.rules.map { ($0.id, $0.place) }, "rule") }
    }
    return diagnostics
}

private func checkUnique(_ ids: [(id: String, place: Place?)], _ thing: String) -> [Diagnostic] {
    var first: [String: Place?] = [:]
    return ids.compactMap { id, place in
        guard let earlier = first.updateValue(place, forKey: id), !id.isEmpty else { return nil }
        first[id] = earlier
        let line = earlier?.nameInFile.map { ", first in \($0)" } ?? ""
        return .error(
            "duplicate-id", "the \(thing) '\(id)' stands twice\(line)", at: place, help: "give one of them another id")
    }
}

private func checkAliases(_ dimension: Dimension) -> [Diagnostic] {
    var owners: [String: String] = [:]
    var diagnostics: [Diagnostic] = []
    for code in dimension.codes {
        for name in [code.id, code.label] + code.aliases {
            let owner = owners[name.lowercased()] ?? code.id
            owners[name.lowercased()] = owner
            guard owner != code.id else { continue }
            diagnostics.append(
                .error(
                    "ambiguous-name", "'\(name)' names the code '\(owner)' too", at: code.place,
                    help: "id, label and aliases of a code belong to no other code of its dimension"))
        }
    }
    return diagnostics
}
