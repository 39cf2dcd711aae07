package import Diagnostics
import Tables

/// A format of reference lists. To add one: a file with its reader, and a line in ``all``.
struct ReferenceFormat: Sendable {
    var name: String
    /// Lower case, without the dot.
    var extensions: [String]
    /// Whether a text is of this format, told by its content.
    var recognises: @Sendable (String) -> Bool
    var read: @Sendable (String, ReferenceList) -> (references: [Reference], diagnostics: [Diagnostic])

    /// In the order in which they are tried: the ones that are surest to be told come first.
    static let all: [ReferenceFormat] = [.endNoteXML, .zoteroRDF, .ris, .nbib, .bibTeX, .csv]
}

/// The list that is being read.
struct ReferenceList: Sendable {
    /// Path as pipeline.yaml names it.
    var file: String
    /// The database that it was exported from, if pipeline.yaml says so; it overrules what records say.
    var database: String?

    /// - Parameter column: only where a line may hold several records.
    func place(line: Int, column: Int? = nil) -> Place { Place(file: file, line: line, column: column) }
}

/// Reads a reference list of any known format.
///
/// The format is told by the content, then by the file's name. Damaged records give what they hold and
/// diagnostics with their lines.
///
/// - Parameters:
///   - bytes: the file: UTF-8, UTF-16 with a byte order mark, or windows-1252.
///   - file: its path, for origins and diagnostics.
///   - database: the database that the list was exported from.
package func readReferences(
    _ bytes: [UInt8], file: String, database: String? = nil
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let (text, firstLegacyLine) = decodedText(bytes)
    var result = readReferences(text, file: file, database: database)
    if let firstLegacyLine {
        let note = Diagnostic.note(
            "not-utf-8", "the line is not UTF-8; it is read as windows-1252, or without the damaged letters",
            at: Place(file: file, line: firstLegacyLine),
            help: "export it as UTF-8 if names look wrong")
        result.diagnostics.insert(note, at: 0)
    }
    return result
}

/// Whether the beginning of a file is that of a reference list.
///
/// PDFs and web pages are none, although citations to copy in any format may stand in them.
package func isReferenceList(_ beginning: [UInt8]) -> Bool {
    guard !beginning.starts(with: Array("%PDF-".utf8)) else { return false }
    let text = decodedText(beginning).text
    let start = String(decoding: firstElement(of: opening(of: text)).prefix(14), as: UTF8.self).lowercased()
    guard !start.hasPrefix("<html"), !start.hasPrefix("<!doctype html") else { return false }
    return ReferenceFormat.all.contains { $0.recognises(text) }
}

/// Whether a file's name ends like that of a reference list.
package func isNamedAsReferenceList(_ file: String) -> Bool {
    let suffix = file.split(separator: ".").dropFirst().last?.lowercased()
    return ReferenceFormat.all.contains { format in format.extensions.contains { $0 == suffix } }
}

/// The formats of reference lists with the usual ends of their names, for messages.
package var knownReferenceFormats: String {
    ReferenceFormat.all.map { "\($0.name) (.\($0.extensions.joined(separator: ", .")))" }.joined(separator: ", ")
}

/// Reads a reference list that is decoded already.
package func readReferences(
    _ text: String, file: String, database: String? = nil
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let suffix = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let format =
        ReferenceFormat.all.first { $0.recognises(text) }
        ?? ReferenceFormat.all.first { $0.extensions.contains(suffix) }
    guard let format else {
        let unknown = Diagnostic.error(
            "unknown-reference-format", "no known format of reference lists", at: Place(file: file),
            help: "known formats: " + knownReferenceFormats)
        return ([], [unknown])
    }
    var result = format.read(text, ReferenceList(file: file, database: database))
    // Records and values are checked one after the other; a list is mended from its first line to its last.
    result.diagnostics = sortedByLine(result.diagnostics)
    return result
}

/// In the order of lines, what has none at the end; findings of one line in the order in which they were made.
private func sortedByLine(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated()
        .sorted {
            ($0.element.place?.line ?? .max, $0.offset) < ($1.element.place?.line ?? .max, $1.offset)
        }
        .map(\.element)
}

/// What tells the format of a list: its beginning. Banners of databases and long first abstracts fit in.
func opening(of text: String) -> String {
    String(text.unicodeScalars.prefix(16_384))
}

/// The list has the form of its format, but no record.
func noRecords(_ list: ReferenceList, help: String) -> Diagnostic {
    .error("no-records", "no reference was found", at: Place(file: list.file), help: help)
}
