extension Dialect {
    /// PubMed: NLM's "PubMed User Guide"; proximity: NLM Technical Bulletin 2022 Nov-Dec e4.
    static let pubmed = Dialect(
        name: "pubmed", title: "PubMed",
        needsUpperCase: true,
        precedence: .leftToRight,
        adjacency: .conjunction,
        proximities: [],
        wildcards: ["*": .many],
        fieldForms: [.bracketsAfter],
        fields: fields(
            text: "ti|title|tiab|title/abstract|ab|abstract|tw|text word|text words|text|ot|other term|tt"
                + "|transliterated title|all|all fields|nm|supplementary concept|rn",
            heading: "mh|mesh|mesh terms|mesh term|majr|mesh major topic|sh|mesh subheading|subheading|mj",
            limit: "pt|publication type|ptyp|la|lang|language|dp|pdat|date - publication|publication date|edat"
                + "|date - entry|entrez date|crdt|date - create|create date|mhda|date - mesh|epdat|ppdat|lr|dcom|au"
                + "|author|auth|fau|1au|lastau|author - first|author - last|cn|corporate author|ad|affiliation|affl|ta"
                + "|journal|jour|vi|volume|ip|issue|pg|pagination|pmid|uid|aid|doi|lid|is|issn|filter|sb|subset|gr"
                + "|grants and funding|pl|pubn|ed|ir|fir|isbn|book|si|ps|cois"),
        lineForms: [.hash],
        wordsWithoutField: "PubMed also searches headings and synonyms for words without a field",
        writing: WritingRules(
            tag: "[tiab]", phraseWildcards: .lastWord, hasInnerTruncation: false, lettersBeforeTruncation: 4))
}
