/// What a tag, an element or a column of a reference list says of the record.
///
/// Every format is a table from its own names to these, so that one record gives the same fields from any of them.
enum FieldRole: Sendable, Hashable {
    case type
    /// One file of the record.
    case attachment
    /// One author, family name first.
    case author
    case doi, url
    /// Of several values for one field the one with the lowest rank is taken, of equal ones the first.
    case year(rank: Int = 0)
    case text(String, rank: Int = 0)
    /// Further values are joined by `; `.
    case list(String)
    case pages, firstPage, lastPage
    /// Free for what the users of a database put there: `Study type: cohort` is read as a field of its own.
    case custom
    /// Counters and styles of the exporting program, which say nothing of the work.
    case housekeeping
}
