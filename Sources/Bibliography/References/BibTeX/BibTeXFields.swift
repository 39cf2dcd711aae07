/// The fields of BibTeX, biblatex and reference managers; others are carried under their own name.
let bibTeXFields: [String: FieldRole] = [
    "journal": .text("journal"), "journaltitle": .text("journal"), "fjournal": .text("journal"),
    "booktitle": .text("journal", rank: 1), "maintitle": .text("journal", rank: 2),
    "shortjournal": .text("journal", rank: 3),
    "year": .year(), "date": .year(rank: 1),
    "doi": .doi, "url": .url, "issn": .text("issn"), "isbn": .text("isbn"), "pmid": .text("pmid"),
    "pmcid": .text("pmcid"), "abstract": .text("abstract"), "keywords": .list("keywords"), "keyword": .list("keywords"),
    "volume": .text("volume"), "number": .text("issue"), "issue": .text("issue"), "pages": .pages,
    "publisher": .text("publisher"), "institution": .text("publisher", rank: 1),
    "organization": .text("publisher", rank: 2), "school": .text("publisher", rank: 3),
    "address": .text("place"), "location": .text("place"), "edition": .text("edition"), "series": .text("series"),
    "language": .text("language"), "langid": .text("language", rank: 1), "editor": .list("editors"),
    "type": .text("type_of_work"), "urldate": .text("accessed"), "database": .text("database"),
    "note": .custom, "annote": .custom, "annotation": .custom, "comment": .custom, "extra": .custom,
    "file": .attachment, "pdf": .attachment, "local-url": .attachment,
]

/// Fields that LaTeX does not typeset.
let bibTeXVerbatimFields: Set<String> = ["doi", "url", "eprint", "pmid", "pmcid", "issn", "isbn"]
