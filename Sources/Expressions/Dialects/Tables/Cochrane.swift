extension Dialect {
    /// The Cochrane Library: truncation and phrases need NEXT.
    static let cochrane = Dialect(
        name: "cochrane", title: "Cochrane Library",
        precedence: .notAndOr,
        adjacency: .conjunction,
        proximities: [
            ProximityForm(sign: "NEAR/", isOrdered: false, standard: 6),
            ProximityForm(sign: "NEXT/", isOrdered: true, standard: 0),
        ],
        wildcards: ["*": .many, "?": .optional],
        fieldForms: [.colonAfter, .headingBrackets],
        fields: fields(
            text: "ti|ab|kw|tx|all", heading: "mh", limit: "au|so|pt|do|an|crn|an|yr|la|ct"),
        lineForms: [.hash],
        writing: WritingRules(
            opening: "(", closing: "):ti,ab,kw", phraseWildcards: .nowhere, hasLeadingWildcard: true))
}
