/// The columns that a program exports.
struct CSVProfile: Sendable {
    /// The program, for messages.
    var name: String
    /// Columns that only this program has together, by their letters.
    var signature: Set<String>
    /// What its columns say where ``generalColumns`` does not know them or means something else.
    var columns: [String: FieldRole]
    /// nil where the cells tell it.
    var names: CSVNameOrder?

    /// The first whose signature is there is taken; the last takes any list.
    static let all = [zotero, covidence, eppiReviewer, rayyan, asReview, general]

    private static let zotero = CSVProfile(
        name: "Zotero", signature: ["key", "itemtype", "publicationyear"],
        columns: [
            "key": .text("record"), "type": .text("type_of_work"), "extra": .custom, "manualtags": .list("keywords"),
            "automatictags": .list("keywords"), "librarycatalog": .text("database"),
            "archive": .text("database", rank: 1), "journalabbreviation": .text("journal", rank: 2),
            "dateadded": .housekeeping, "datemodified": .housekeeping,
        ])

    private static let covidence = CSVProfile(
        name: "Covidence", signature: ["covidence", "publishedyear"],
        columns: ["ref": .text("record"), "publishedmonth": .text("month")])

    private static let eppiReviewer = CSVProfile(
        name: "EPPI-Reviewer", signature: ["itemid", "parenttitle"],
        columns: [
            "itemid": .text("record"), "parenttitle": .text("journal"), "standardnumber": .text("issn"),
            "city": .text("place"), "institution": .text("publisher", rank: 1), "comments": .custom,
            "parentauthors": .list("editors"), "datecreated": .housekeeping, "createdby": .housekeeping,
            "editedby": .housekeeping, "dateedited": .housekeeping, "month": .text("month"),
        ],
        names: .familyFirst)

    private static let rayyan = CSVProfile(
        name: "Rayyan", signature: ["key", "authors", "issn"],
        columns: ["key": .text("record"), "location": .text("place"), "pmcid": .text("pmcid")])

    /// Its further names for the usual columns are general ones: `primary_title`, `author_names`.
    private static let asReview = CSVProfile(
        name: "ASReview", signature: ["asreviewlabel"], columns: ["recordid": .text("record")])

    private static let general = CSVProfile(name: "CSV", signature: [], columns: [:])
}

/// Columns whose names say the same in every program, by their letters.
let generalColumns: [String: FieldRole] = [
    "title": .text("title"), "primarytitle": .text("title"), "articletitle": .text("title"),
    "documenttitle": .text("title"), "authors": .author, "author": .author, "authornames": .author,
    "firstauthors": .author, "authorfullnames": .author,
    "year": .year(), "publicationyear": .year(), "publishedyear": .year(), "yearpublished": .year(),
    "date": .year(rank: 1), "publicationdate": .year(rank: 1),
    "journal": .text("journal"), "publicationtitle": .text("journal"), "journaltitle": .text("journal"),
    "journalname": .text("journal"), "sourcetitle": .text("journal", rank: 1),
    "secondarytitle": .text("journal", rank: 1),
    "doi": .doi, "url": .url, "urls": .url, "link": .url,
    "abstract": .text("abstract"), "abstractnote": .text("abstract"), "keywords": .list("keywords"),
    "authorkeywords": .list("keywords"),
    "volume": .text("volume"), "issue": .text("issue"), "number": .text("issue", rank: 1), "pages": .pages,
    "pagestart": .firstPage, "startpage": .firstPage, "pageend": .lastPage, "endpage": .lastPage,
    "issn": .text("issn"), "isbn": .text("isbn"), "publisher": .text("publisher"), "place": .text("place"),
    "edition": .text("edition"), "language": .text("language"), "series": .text("series"),
    "database": .text("database"), "accessionnumber": .text("accession"), "accession": .text("accession"),
    "pmid": .text("pmid"), "pubmedid": .text("pmid"), "pmcid": .text("pmcid"),
    "type": .type, "itemtype": .type, "typename": .type, "documenttype": .type, "publicationtype": .type,
    "referencetype": .type, "accessdate": .text("accessed"), "editor": .list("editors"), "editors": .list("editors"),
    "file": .attachment, "files": .attachment, "filename": .attachment, "pdf": .attachment,
    "attachment": .attachment, "attachments": .attachment, "fileattachments": .attachment,
    "notes": .custom, "note": .custom,
]
