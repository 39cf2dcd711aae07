import DocumentModel

/// What a section is for, judged by its heading; nil when the wording says nothing.
///
/// Numbering (`2.1`, `IV.`, `Chapter 3`), case, punctuation, letter-spacing and what follows a colon do not
/// count.
func sectionKind(ofHeading heading: String) -> SectionKind? {
    if let kind = sectionKind(ofWords: headingWords(heading)) { return kind }
    let scalars = heading.unicodeScalars
    guard let mark = scalars.firstIndex(where: { [":", "–", "—", "|"].contains($0) }) else { return nil }
    return sectionKind(ofWords: headingWords(String(heading[..<mark])))
}

private func sectionKind(ofWords words: [String]) -> SectionKind? {
    let words = withoutNumbering(words[...])
    guard let first = words.first else { return nil }
    if let kind = kindOfWording[words.joined(separator: " ")] { return kind }
    // "IV Methods", "A Methods": what may be a numeral is first taken for a word.
    if words.count > 1, isNumeral(first) { return sectionKind(ofWords: Array(words.dropFirst())) }
    return kindOfOpening[first] ?? (words.count > 2 ? kindOfOpening[words[0] + " " + words[1]] : nil)
}

/// Lower-case words of letters and digits; apostrophes are dropped, `&` is "and".
private func headingWords(_ heading: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
    }
    for scalar in heading.unicodeScalars {
        if let byte = asciiLetterOrDigit(scalar) {
            word.append(asciiLowercased(byte))
        } else if !scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            word += scalar.properties.lowercaseMapping.utf8
        } else if scalar == "&" {
            close()
            words.append("and")
        } else if scalar != "'" && scalar != "’" && scalar != "\u{AD}" {
            close()
        }
    }
    close()
    // A B S T R A C T, as some journals print it.
    let isSpaced = words.count >= 5 && words.allSatisfy { $0.unicodeScalars.count == 1 }
    return isSpaced ? [words.joined()] : words
}

private func asciiLetterOrDigit(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.isASCII else { return nil }
    let byte = UInt8(scalar.value)
    return isASCIILetter(byte) || isASCIIDigit(byte) ? byte : nil
}

private func withoutNumbering(_ words: ArraySlice<String>) -> [String] {
    var words = words
    if words.count > 2, ["chapter", "section", "part"].contains(words.first!), isOrdinal(words[words.startIndex + 1]) {
        words = words.dropFirst(2)
    }
    return Array(words.drop { $0.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } })
}

private func isOrdinal(_ word: String) -> Bool {
    isNumeral(word) || word.utf8.first.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } == true
        || ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].contains(word)
}

/// A Roman numeral or a single letter.
private func isNumeral(_ word: String) -> Bool {
    word.utf8.count == 1 || word.utf8.allSatisfy { "ivx".utf8.contains($0) }
}

/// First words after which anything may follow: `Appendix B`, `Recommendations for policy`.
private let kindOfOpening: [String: SectionKind] = [
    "acknowledgements": .acknowledgements, "acknowledgments": .acknowledgements,
    "annex": .appendix, "annexe": .appendix, "annexes": .appendix, "appendices": .appendix, "appendix": .appendix,
    "conclusion and": .conclusions, "conclusions and": .conclusions, "conclusions from": .conclusions,
    "discussion and": .discussion, "discussion of": .discussion,
    "findings and": .results, "findings from": .results, "findings of": .results, "findings on": .results,
    "implications for": .recommendations,
    "introduction and": .introduction, "introduction to": .introduction,
    "methodology and": .methods, "methods and": .methods, "methods of": .methods, "methods used": .methods,
    "recommendation": .recommendations, "recommendations": .recommendations,
    "results and": .results, "results from": .results, "results of": .results,
]

private let kindOfWording: [String: SectionKind] = {
    var kinds: [String: SectionKind] = [:]
    for (kind, wordings) in sectionWordings {
        for wording in wordings { kinds[wording] = kind }
    }
    return kinds
}()

/// Whole headings by what their section is for.
private let sectionWordings: [(SectionKind, [String])] = [
    (
        .abstract,
        [
            "abstract", "at a glance", "conference abstract", "executive summary", "extended abstract", "highlights",
            "in brief", "key messages", "key points", "lay summary", "plain english summary",
            "plain language summary", "structured abstract", "summary", "synopsis", "the report in brief",
        ]
    ),
    (
        .introduction,
        [
            "about this guide", "about this paper", "about this report", "about this review", "about this study",
            "aim", "aim of the study", "aim of this study", "aims", "aims and objectives", "background",
            "background and aim", "background and aims", "background and context", "background and objectives",
            "background and purpose", "background and rationale", "context", "context and background",
            "introduction", "literature review", "objective", "objectives", "overview", "policy context", "purpose",
            "purpose of the report", "purpose of this report", "rationale", "research question",
            "research questions", "scope", "setting the scene", "study aims", "the context", "why this matters",
            "why we did this", "why we did this work",
        ]
    ),
    (
        .methods,
        [
            "analysis", "data", "data analysis", "data and methods", "data collection", "data extraction",
            "data sources", "design", "design and methods", "eligibility criteria", "experimental",
            "experimental procedures", "how the research was done", "how the study was done", "how we did it",
            "how we did this", "how we did this work", "inclusion and exclusion criteria", "inclusion criteria",
            "information sources", "material and method", "material and methods", "materials and methods", "method",
            "methodological approach", "methodology", "methods", "methods and materials", "participants",
            "patients and methods", "research approach", "research design", "research methodology",
            "research methods", "sample", "sampling", "search methods", "search strategy", "selection criteria",
            "setting and participants", "statistical analysis", "study design", "study design and methods",
            "study methods", "study population", "study selection", "subjects and methods", "theory and methods",
            "what we did",
        ]
    ),
    (
        .results,
        [
            "analysis and findings", "analysis and results", "evaluation findings", "finding", "findings",
            "key findings", "key results", "main findings", "main results", "our findings", "outcomes",
            "overview of findings", "research findings", "result", "results", "review findings",
            "study findings", "summary of findings", "summary of results", "survey findings", "survey results",
            "the findings", "the results", "what did we find", "what the evidence says", "what we found",
            "what we heard", "what we learned", "what we learnt",
        ]
    ),
    (
        .discussion,
        [
            "comments", "discussion", "general discussion", "implications", "interpretation", "limitations",
            "limitations of the study", "strengths and limitations", "strengths and weaknesses", "study limitations",
            "summary and discussion",
        ]
    ),
    (
        .conclusions,
        [
            "closing remarks", "conclusion", "conclusions", "concluding comments", "concluding remarks",
            "final remarks", "final thoughts", "in conclusion", "lessons learned", "lessons learnt",
            "our conclusions", "summary and conclusion", "summary and conclusions", "take home messages",
        ]
    ),
    (
        .recommendations,
        [
            "call to action", "conclusion and recommendation", "conclusion and recommendations",
            "conclusions and recommendations", "future directions", "key recommendations", "next steps",
            "our recommendations", "policy implications", "policy recommendations", "practice implications",
            "priorities for action", "summary of recommendations", "the recommendations", "the way forward",
            "way forward", "ways forward", "what needs to change", "what needs to happen", "what should be done",
            "what should happen", "what should happen next", "what we recommend",
        ]
    ),
    (
        .acknowledgements,
        [
            "acknowledgement", "acknowledgment", "financial support", "funding and acknowledgements",
            "funding information", "funding sources", "funding statement", "our thanks", "source of funding",
            "sources of funding", "sources of support", "thanks", "with thanks",
        ]
    ),
    (
        .appendix,
        [
            "additional file", "additional files", "supplement", "supplementary data", "supplementary information",
            "supplementary material", "supplementary materials", "supporting information",
        ]
    ),
    (
        .references,
        [
            "bibliographie", "bibliography", "citations", "cited literature", "end notes", "endnotes",
            "further reading", "list of references", "literatur", "literature", "literature cited", "notes",
            "notes and references", "reference", "reference list", "references", "references and further reading",
            "references and notes", "references cited", "referencias", "références", "selected bibliography",
            "selected references", "sources", "works cited",
        ]
    ),
    (
        .contents,
        [
            "content", "contents", "figures and tables", "in this article", "in this report", "list of figures",
            "list of figures and tables", "list of tables", "list of tables and figures", "on this page",
            "page contents",
            "table of contents", "tables and figures",
        ]
    ),
    (
        .other,
        [
            "abbreviations", "about the author", "about the authors", "about us", "additional information",
            "article history", "article info", "articleinfo", "author contributions", "author details",
            "author information", "authors contributions", "availability of data and materials",
            "competing interest", "competing interests", "conflict of interest", "conflict of interest statement",
            "conflicts of interest", "conflicts of interests", "consent for publication", "contact", "contact us",
            "contributors", "copyright", "data availability", "data availability statement",
            "declaration of competing interest", "declaration of interest", "declaration of interests",
            "declarations", "disclaimer", "disclosure", "disclosure statement", "disclosures",
            "ethical approval", "ethical considerations", "ethics", "ethics approval",
            "ethics approval and consent to participate", "ethics statement", "footnotes", "foreword", "glossary",
            "how to cite", "how to cite this article", "key words", "keywords", "list of abbreviations",
            "notes on contributors", "peer review", "preface", "provenance and peer review", "publication history",
            "publishers note", "reviewers", "rights and permissions",
        ]
    ),
]
