import Codebooks
import DocumentModel
import Testing

/// The codebook in a YAML text that has no errors and no warnings.
func codebook(_ yaml: String) throws -> Codebook {
    let (codebook, diagnostics) = loadCodebook(yaml: yaml, file: "test.yaml")
    try #require(diagnostics.isEmpty, "\(diagnostics.map { $0.rendered(source: yaml) }.joined(separator: "\n"))")
    return try #require(codebook)
}

/// A coder for dimensions given as YAML, with anything that stands before them.
func coder(_ dimensions: String, head: String = "") throws -> PassageCoder {
    PassageCoder([try codebook("codebook: test\n\(head)\ndimensions:\n\(dimensions)")])
}

/// A dimension `theme` whose codes `a`, `b`… have the rules given as YAML, each list in one line.
func themes(_ rules: [String], assign: String = "all", head: String = "") throws -> PassageCoder {
    let names = (0..<rules.count).map { String(Unicode.Scalar(UInt8(ascii: "a") + UInt8($0))) }
    let codes = zip(names, rules).map { "      - code: \($0)\n        rules: \($1)\n" }.joined()
    return try coder("  - dimension: theme\n    assign: \(assign)\n    codes:\n\(codes)", head: head)
}

func passage(
    _ text: String, headings: [String] = [], leadIn: String? = nil, previous: String? = nil,
    section: SectionKind? = nil
) -> Passage {
    Passage(id: "p", text: text, headings: headings, leadIn: leadIn, previous: previous, section: section)
}

extension PassageCoder {
    func themes(of passage: Passage) -> [String] { code(passage).codes(in: "theme") }
}
