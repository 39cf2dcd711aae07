/// The elements of a record in EndNote's XML, with the element around them where that decides; others are carried as
/// `endnote_…`.
let endNoteElements: [String: FieldRole] = [
    "authors/author": .author, "secondary-authors/author": .list("editors"),
    "tertiary-authors/author": .list("series_editors"), "subsidiary-authors/author": .list("contributors"),
    "title": .text("title"), "secondary-title": .text("journal", rank: 1), "tertiary-title": .text("series"),
    "short-title": .text("short_title"), "translated-title": .text("translated_title"),
    "alt-title": .text("journal", rank: 3),
    "periodical/full-title": .text("journal"), "alt-periodical/full-title": .text("journal", rank: 2),
    "abbr-1": .text("journal", rank: 4), "abbr-2": .text("journal", rank: 5), "abbr-3": .text("journal", rank: 6),
    "year": .year(), "pub-dates/date": .text("date"), "copyright-dates/date": .text("copyright_date"),
    "pages": .pages, "volume": .text("volume"), "number": .text("issue"), "edition": .text("edition"),
    "section": .text("section"), "isbn": .text("issn"), "publisher": .text("publisher"),
    "pub-location": .text("place"), "abstract": .text("abstract"), "keyword": .list("keywords"),
    "electronic-resource-num": .doi, "accession-num": .text("accession"), "call-num": .text("call_number"),
    "work-type": .text("type_of_work"), "language": .text("language"), "access-date": .text("accessed"),
    "auth-address": .list("addresses"), "remote-database-name": .text("database"),
    "remote-database-provider": .text("database", rank: 1), "label": .text("label"),
    "related-urls/url": .url, "web-urls/url": .url, "url": .url, "pdf-urls/url": .attachment,
    "text-urls/url": .attachment, "rec-number": .text("record"),
    "notes": .custom, "research-notes": .custom, "custom1": .custom, "custom2": .custom, "custom3": .custom,
    "custom4": .custom, "custom5": .custom, "custom6": .custom, "custom7": .custom, "custom8": .custom,
    // The library that the record was in, the program, and its own keys.
    "database": .housekeeping, "source-app": .housekeeping, "foreign-keys": .housekeeping, "key": .housekeeping,
    "ref-type": .housekeeping,
]
