/// The tags of RIS (Reference Manager's specification of 2001 and 2011, and what exporters of databases and
/// reference managers make of it).
let risTags: [String: FieldRole] = [
    "TY": .type,
    "TI": .text("title"), "T1": .text("title", rank: 1), "CT": .text("title", rank: 2), "BT": .text("title", rank: 3),
    "AU": .author, "A1": .author,
    "A2": .list("editors"), "ED": .list("editors"), "A3": .list("series_editors"),
    "PY": .year(), "Y1": .year(rank: 1), "YR": .year(rank: 2), "DA": .year(rank: 3),
    // T2 is the journal's full name where JF is missing; JO, J2 and JA may be abbreviated.
    "JF": .text("journal"), "T2": .text("journal", rank: 1), "JO": .text("journal", rank: 2),
    "J2": .text("journal", rank: 3), "JA": .text("journal", rank: 4), "J1": .text("journal", rank: 5),
    "T3": .text("series"),
    "DO": .doi, "DI": .doi,
    "UR": .url, "L2": .url, "LK": .url,
    "L1": .attachment, "L4": .attachment,
    "DB": .text("database"), "DP": .text("database", rank: 1), "DS": .text("database", rank: 2),
    "AN": .text("accession"), "ID": .text("record"),
    "AB": .text("abstract"), "N2": .text("abstract", rank: 1),
    "KW": .list("keywords"),
    "VL": .text("volume"), "IS": .text("issue"), "CP": .text("issue", rank: 1), "SP": .firstPage, "EP": .lastPage,
    "SN": .text("issn"), "PB": .text("publisher"), "CY": .text("place"), "PP": .text("place", rank: 1),
    "ET": .text("edition"), "LA": .text("language"), "M3": .text("type_of_work"), "Y2": .text("accessed"),
    "AD": .list("addresses"),
    "N1": .custom, "RN": .custom,
    "C1": .custom, "C2": .custom, "C3": .custom, "C4": .custom, "C5": .custom, "C6": .custom, "C7": .custom,
    "C8": .custom,
    "U1": .custom, "U2": .custom, "U3": .custom, "U4": .custom, "U5": .custom,
    "M1": .custom, "M2": .custom,
]
