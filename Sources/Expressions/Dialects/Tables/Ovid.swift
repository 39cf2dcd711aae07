extension Dialect {
    /// Ovid (MEDLINE, Embase, HMIC, EMCARE…): `adjN` has N − 1 words between; `#` and `?` are EBSCO's, swapped.
    static let ovid = Dialect(
        name: "ovid", title: "Ovid",
        precedence: .notAndOr,
        adjacency: .phrase,
        proximities: [
            ProximityForm(sign: "adj", isOrdered: false, offset: 1, standard: 1, ordersNeighbours: true)
        ],
        wildcards: ["*": .many, "$": .many, ":": .many, "#": .one, "?": .optional],
        limitedTruncation: .digits,
        fieldForms: [.dotsAfter, .headingSlash],
        fields: fields(
            text: "ti|ab|kw|kf|tw|mp|ot|tx|tn|nm|ct|bt|af|id|tc|xs|dv|kp|rw",
            heading: "sh|hw|mh|mj|de|fs|ps|sa",
            limit: "pt|la|lg|yr|ed|dt|dp|da|ep|up|ez|au|in|ia|cs|jn|jw|jx|ja|so|is|sb|cp|pb|st|ui|an|vo|ip|pg|gr|cn|cy"
                + "|pm|do|dc|re|em|ay|ag"),
        lineForms: [.number, .hash],
        writing: WritingRules(
            and: "and", or: "or", not: "not", opening: "(", closing: ").ti,ab.", quotesPhrases: false,
            hasInnerTruncation: false))
}
