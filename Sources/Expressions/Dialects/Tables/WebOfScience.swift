extension Dialect {
    /// Web of Science: no operator keeps words in order.
    static let webOfScience = Dialect(
        name: "wos", title: "Web of Science",
        precedence: .notAndOr,
        adjacency: .conjunction,
        proximities: [ProximityForm(sign: "NEAR/", isOrdered: false, standard: 15)],
        wildcards: ["*": .many, "?": .one, "$": .optional],
        fieldForms: [.equalsBefore],
        fields: fields(
            text: "ts|ti|ab|ak|kp|all|ft|tmsh|to",
            heading: "mh|mhx|mj|ma|mq|mesh",
            limit:
                "py|dt|la|so|au|ai|gp|ed|ad|og|oo|sg|sa|ci|ps|cu|zp|fo|fg|fd|wc|su|is|do|ut|pmid|cf|fpy|ldt|dop|pub|ai"
                + "|sdg|pt"),
        lineForms: [.hash],
        writing: WritingRules(opening: "TS=(", closing: ")", hasLeadingWildcard: true))
}
