import Codebooks
import DocumentModel

/// What a codebook says to people of a code and of the other codes of its dimension.
///
/// A term of a missed passage that the definition names is one that the author had in mind, and one that stands in the
/// definition of another code tells less: definitions count as passages that people gave their code to.
struct Definitions {
    let own: String
    let others: [String]

    init(of code: CodeReference, in codebooks: [Codebook]) {
        let codes = codebooks.lazy.compactMap { $0.dimension(code.dimension) }.first?.codes ?? []
        own = codes.first { $0.id == code.code }.map(text(of:)) ?? ""
        others = codes.filter { $0.id != code.code }.map(text(of:))
    }
}

/// All that tells when to use a code. A line break parts sentences, so that no phrase goes over it.
private func text(of code: Code) -> String {
    ([code.label] + code.aliases + [code.brief, code.definition, code.useWhen]).joined(separator: ".\n")
}
