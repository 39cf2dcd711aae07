/// The keys of the codebook language, in the order in which messages list them.
enum Keys {
    static let codebook = [
        "codebook", "title", "version", "source", "language", "terms", "negation", "skip", "dimensions",
    ]
    static let dimension = ["dimension", "label", "unit", "assign", "codes"]
    static let code = [
        "code", "label", "column", "aliases", "brief", "definition", "use when", "not when", "threshold", "rules",
        "examples", "near misses",
    ]
    static let rule = ["rule", "match", "under", "previous", "unless", "in", "not in", "when", "weight"]
    static let example = ["text", "heading", "lead_in", "previous", "section", "codes"]

    static let all = Set(codebook + dimension + code + rule + example)
}
