extension Dialect {
    /// Embase.com: NEAR/n and NEXT/n have n − 1 words between.
    static let embase = Dialect(
        name: "embase", title: "Embase.com",
        precedence: .notAndOr,
        adjacency: .conjunction,
        proximities: [
            ProximityForm(sign: "NEAR/", isOrdered: false, offset: 1),
            ProximityForm(sign: "NEXT/", isOrdered: true, offset: 1),
        ],
        wildcards: ["*": .many, "?": .one, "$": .optional],
        hasSingleQuotes: true,
        fieldForms: [.colonAfter, .slashAfter],
        fields: fields(
            text: "ti|ab|kw|tt|df|tn|dn|mn|ok|lnk|all",
            heading: "exp|de|mj|br|syn",
            limit: "au|ff|ta|jt|py|la|it|pt|lim|cy|ad|is|do|ui|ca|sd|dtype|source|sp|fa|co|ed"),
        lineForms: [.hash],
        writing: WritingRules(opening: "(", closing: "):ti,ab,kw"))
}
