/// What a tag of the MEDLINE format says of the record.
enum NBIBRole: Sendable, Hashable {
    case field(FieldRole)
    /// An organisation among the authors, whole.
    case organisation
    /// A number with its kind in brackets: `10.1000/abc [doi]`.
    case identifier
    /// A value with a remark in brackets, which is left out: `1234-5678 (Electronic)`.
    case qualified(FieldRole)
    case publicationType
}

/// The tags of the MEDLINE format (National Library of Medicine, "MEDLINE/PubMed Data Element Descriptions");
/// tags that are not here are carried as `nbib_…`.
let nbibTags: [String: NBIBRole] = [
    "PMID": .field(.text("pmid")), "UI": .field(.text("pmid", rank: 1)), "PMC": .field(.text("pmcid")),
    "AN": .field(.text("accession")),
    // TT is the title in the language of the work.
    "TI": .field(.text("title")), "BTI": .field(.text("title", rank: 1)), "TT": .field(.text("title", rank: 2)),
    "FAU": .field(.author), "AU": .field(.author), "CN": .organisation,
    "FED": .field(.list("editors")), "ED": .field(.list("short_editors")),
    "JT": .field(.text("journal")), "TA": .field(.text("journal", rank: 1)), "CTI": .field(.text("series")),
    "DP": .field(.year()), "DEP": .field(.year(rank: 1)), "YR": .field(.year(rank: 2)),
    "LID": .identifier, "AID": .identifier, "DO": .field(.doi), "UR": .field(.url),
    "VI": .field(.text("volume")), "IP": .field(.text("issue")), "PG": .field(.pages),
    "AB": .field(.text("abstract")), "OAB": .field(.text("abstract", rank: 1)),
    "OT": .field(.list("keywords")), "KW": .field(.list("keywords")), "MH": .field(.list("mesh_terms")),
    "IS": .qualified(.list("issn")), "ISBN": .qualified(.list("isbn")),
    "LA": .field(.text("language")), "PB": .field(.text("publisher")), "PL": .field(.text("place")),
    "EN": .field(.text("edition")), "AD": .field(.list("addresses")), "PT": .publicationType,
    "DB": .field(.text("database")),
    "OWN": .field(.housekeeping), "STAT": .field(.housekeeping), "DCOM": .field(.housekeeping),
    "LR": .field(.housekeeping), "EDAT": .field(.housekeeping), "MHDA": .field(.housekeeping),
    "CRDT": .field(.housekeeping), "PHST": .field(.housekeeping), "DA": .field(.housekeeping),
    "JID": .field(.housekeeping), "SB": .field(.housekeeping), "FIR": .field(.list("investigators")),
    "IR": .field(.housekeeping), "AUID": .field(.housekeeping), "SO": .field(.text("citation")),
    "GR": .field(.list("grants")), "COIS": .field(.text("competing_interests")), "PST": .field(.housekeeping),
]
