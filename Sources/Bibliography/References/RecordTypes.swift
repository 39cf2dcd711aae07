import DocumentModel

/// The type of a record in words, whatever the format calls it; as it is written if that is not known.
func recordType(_ written: String) -> String {
    recordTypes[String(decoding: letters(of: written), as: UTF8.self)] ?? written
}

/// By the letters of the name: RIS, BibTeX and biblatex, EndNote, Zotero, and PubMed's publication types.
private let recordTypes: [String: String] = {
    let names: [(type: String, names: [String])] = [
        ("journal article", ["jour", "ejour", "article", "journalarticle", "electronicarticle", "articlejournal"]),
        ("journal", ["jfull", "periodical"]),
        ("magazine article", ["mgzn", "magazinearticle"]),
        ("newspaper article", ["news", "newspaperarticle"]),
        ("report", ["rprt", "report", "techreport", "technicalreport"]),
        ("government document", ["govdoc", "governmentdocument", "legaldoc"]),
        ("book", ["book", "ebook", "mvbook", "electronicbook", "editedbook", "monograph"]),
        (
            "book chapter",
            ["chap", "echap", "inbook", "incollection", "booksection", "bookchapter", "electronicbooksection"]
        ),
        (
            "conference paper",
            ["conf", "cpaper", "inproceedings", "conference", "conferencepaper", "conferenceproceedings"]
        ),
        ("abstract", ["abst", "meetingabstract"]),
        ("thesis", ["thes", "thesis", "phdthesis", "mastersthesis", "dissertation"]),
        ("web page", ["elec", "web", "online", "electronic", "www", "webpage", "website"]),
        ("blog post", ["blog", "blogpost"]),
        ("unpublished work", ["unpb", "unpublished", "unpublishedwork", "manuscript"]),
        ("presentation", ["slide", "presentation"]),
        ("preprint", ["preprint"]),
        ("other", ["gen", "generic", "misc"]),
    ]
    return Dictionary(uniqueKeysWithValues: names.flatMap { entry in entry.names.map { ($0, entry.type) } })
}()
