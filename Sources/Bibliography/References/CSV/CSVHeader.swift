import Diagnostics
import DocumentModel
import Tables

/// The first row of a list: what each column says.
struct CSVHeader {
    /// A column's role, nil for one that is carried, and the field that carries it.
    var columns: [(role: FieldRole?, name: String)] = []
    var delimiter: UInt8
    var profile: CSVProfile

    /// Columns whose names are known.
    private var known: Int { columns.count { $0.role != nil } }

    /// Whether this is the header of a reference list: a title or a DOI and something else, or many usual columns.
    /// A table of something else may have a year and an author.
    var isOfReferences: Bool {
        let namesWorks = columns.contains { $0.role == .text("title") || $0.role == .doi }
        return known >= (namesWorks ? 2 : 4)
    }

    /// The header that the first row of a text makes with the delimiter under which most columns are known.
    init(of text: String) {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].map {
            CSVHeader(names: firstRow(text, delimiter: $0), delimiter: $0)
        }
        self = candidates.reduce(candidates[0]) { $1.known > $0.known ? $1 : $0 }
    }

    private init(names: [String], delimiter: UInt8) {
        self.delimiter = delimiter
        let keys = names.map(columnKey)
        profile = CSVProfile.all.first { $0.signature.isSubset(of: keys) } ?? CSVProfile.all[CSVProfile.all.count - 1]
        var hasAuthors = false
        for (name, key) in zip(names, keys) {
            var role = profile.columns[key] ?? generalColumns[key]
            // Scopus gives the authors twice; the second column is carried.
            if role == .author {
                if hasAuthors { role = nil }
                hasAuthors = true
            }
            columns.append((role, carriedNames[key] ?? fieldName(name)))
        }
    }

    /// How the authors of these rows stand in their cells.
    func nameOrder(in rows: ArraySlice<DelimitedRow>) -> CSVNameOrder {
        guard let column = columns.firstIndex(where: { $0.role == .author }) else { return .printed }
        return CSVNameOrder(of: rows.compactMap { $0.fields.indices.contains(column) ? $0.fields[column] : nil })
    }

    /// A warning for each usual field that no column gives although a column is called nearly like it.
    func misspelt(_ list: ReferenceList, line: Int) -> [Diagnostic] {
        let usual: [(field: String, roles: [FieldRole], names: [String])] = [
            ("title", [.text("title")], ["title"]), ("authors", [.author], ["authors", "author"]),
            ("year", [.year(), .year(rank: 1)], ["year", "publication_year", "published_year"]),
            ("doi", [.doi], ["doi"]),
        ]
        return usual.compactMap { field, roles, names in
            guard !columns.contains(where: { column in column.role.map(roles.contains) ?? false }) else { return nil }
            let strangers = columns.filter { $0.role == nil }.map(\.name)
            for name in names {
                guard let near = nearestName(to: name, among: strangers) else { continue }
                return .warning(
                    "unknown-column", "no column gives the field '\(field)'; '\(near)' is carried as it stands",
                    at: list.place(line: line),
                    help: "columns are known by their names, such as \(names.joined(separator: ", "))",
                    suggestion: name)
            }
            return nil
        }
    }
}

/// A column's name as it is looked up: `Covidence #` is `covidence`.
func columnKey(_ name: String) -> String {
    String(decoding: letters(of: name), as: UTF8.self)
}

/// Names of fields for columns of notes, which have a role and carry their text themselves.
private let carriedNames = ["extra": "notes", "comments": "notes", "note": "notes"]
