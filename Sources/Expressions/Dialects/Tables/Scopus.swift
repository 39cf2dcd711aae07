extension Dialect {
    /// Scopus: OR binds before W/n and PRE/n, these before AND, AND before AND NOT.
    static let scopus = Dialect(
        name: "scopus", title: "Scopus",
        precedence: .orAndNot,
        adjacency: .conjunction,
        proximities: [
            ProximityForm(sign: "W/", isOrdered: false), ProximityForm(sign: "PRE/", isOrdered: true),
        ],
        wildcards: ["*": .many, "?": .one],
        hasBraces: true,
        fieldForms: [.callBefore],
        fields: fields(
            text: "title|abs|key|authkey|title-abs-key|title-abs|title-abs-key-auth|all|ref|chem|tradename",
            heading: "indexterms",
            limit: "limit-to|exclude|language|doctype|srctype|srctitle|exactsrctitle|subjarea|auth|authlastname"
                + "|author-name|firstauth|affil|affilcountry|affilcity|affilorg|af-id|au-id|issn|isbn|doi|pmid|confname"
                + "|conf|fund-sponsor|fund-all|openaccess|load-date|orig-load-date|pubstage|source-id|volume|issue|pages",
            comparison: "pubyear|pubdatetxt|recentness"),
        lineForms: [.hash],
        writing: WritingRules(
            not: "AND NOT", opening: "TITLE-ABS-KEY(", closing: ")", hasLeadingWildcard: true))
}
