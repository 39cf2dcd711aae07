extension Dialect {
    /// ProQuest (BNI, ASSIA, ERIC…): proquest.libguides.com/proquestplatform/tips.
    static let proquest = Dialect(
        name: "proquest", title: "ProQuest",
        precedence: .andOrNot,
        adjacency: .conjunction,
        proximities: [
            ProximityForm(sign: "NEAR/", isOrdered: false, standard: 4),
            ProximityForm(sign: "N/", isOrdered: false),
            ProximityForm(sign: "PRE/", isOrdered: true, standard: 4),
            ProximityForm(sign: "P/", isOrdered: true),
        ],
        wildcards: ["*": .many, "?": .one],
        limitedTruncation: .brackets,
        hasBraces: true,
        fieldForms: [.callBefore],
        fields: fields(
            text: "ti|ab|noft|ft|tiab|if|all|anywhere|diskw|ttl|tx|title|abstract|summary|main",
            heading: "su|su.exact|mainsubject|mainsubject.exact|mainsubject.exact.explode|mainsubject.explode"
                + "|subject|subject.exact|mesh|mesh.exact|mesh.exact.explode|mesh.explode|mjmesh|mjmesh.exact|emb"
                + "|emb.exact|emb.exact.explode|emb.explode|mjemb|mjemb.exact|mjsub|mjsub.exact|subt|subt.exact",
            limit: "au|author|la|lan|ln|language|pd|yr|pubdate|pub|pubid|publication|stype|rtype|dtype|at|pt|ps|af|issn"
                + "|isbn|loc|co|country|an|pmid|do|doi|pb|so|udate|ud|peer|fdb|dg|sc"),
        lineForms: [.letterS, .hash],
        writing: WritingRules(
            opening: "TI,AB(", closing: ")", hasLeadingWildcard: true, truncationReach: 5))
}
