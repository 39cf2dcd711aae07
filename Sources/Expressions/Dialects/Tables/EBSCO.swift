extension Dialect {
    /// EBSCOhost (CINAHL, PsycINFO…): `#` and `?` are Ovid's, swapped.
    static let ebsco = Dialect(
        name: "ebsco", title: "EBSCO",
        precedence: .notAndOr,
        adjacency: .phrase,
        proximities: [
            ProximityForm(sign: "N", isOrdered: false), ProximityForm(sign: "W", isOrdered: true),
        ],
        wildcards: ["*": .many, "?": .one, "#": .optional],
        fieldForms: [.wordBefore],
        fields: fields(
            text: "ti|ab|tx|kw|ft|nt|ct",
            heading: "mh|mm|mj|su|de|zu|zg|dh|hw|ze",
            limit: "au|af|so|jn|jt|pt|py|la|dt|rt|zt|zd|zr|zl|is|ib|an|ui|em|ps|vi|ip|rf|lk|gn|pm"),
        lineForms: [.letterS, .hash],
        writing: WritingRules(hasFinalCharacter: false))
}
