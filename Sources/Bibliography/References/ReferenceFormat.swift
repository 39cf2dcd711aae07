package import Diagnostics

/// A format of reference lists. To add one: a file with its reader, and a line in ``all``.
struct ReferenceFormat: Sendable {
    var name: String
    /// Lower case, without the dot.
    var extensions: [String]
    /// Whether a text is of this format, told by its content.
    var recognises: @Sendable (String) -> Bool
    var read: @Sendable (String, ReferenceList) -> (references: [Reference], diagnostics: [Diagnostic])

    static let all: [ReferenceFormat] = [.ris]
}

/// The list that is being read.
struct ReferenceList: Sendable {
    /// Path as pipeline.yaml names it.
    var file: String
    /// The database that it was exported from, if pipeline.yaml says so; it overrules what records say.
    var database: String?

    func place(line: Int) -> Place { Place(file: file, line: line) }

    func origin(line: Int) -> String { "\(file):\(line)" }
}

/// Reads a reference list of any known format.
///
/// The format is told by the content, then by the file's name. Damaged records give what they hold and
/// diagnostics with their lines.
///
/// - Parameters:
///   - bytes: the file: UTF-8 or UTF-16 with or without a byte order mark, else windows-1252.
///   - file: its path, for origins and diagnostics.
///   - database: the database that the list was exported from.
package func readReferences(
    _ bytes: [UInt8], file: String, database: String? = nil
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let (text, isLegacy) = decodedText(bytes)
    var result = readReferences(text, file: file, database: database)
    if isLegacy {
        let note = Diagnostic.note(
            "not-utf-8", "the file is not UTF-8, it was read as windows-1252", at: Place(file: file),
            help: "export it as UTF-8 if names look wrong")
        result.diagnostics.insert(note, at: 0)
    }
    return result
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
        let formats = ReferenceFormat.all.map { "\($0.name) (.\($0.extensions.joined(separator: ", .")))" }
        let unknown = Diagnostic.error(
            "unknown-reference-format", "no known format of reference lists", at: Place(file: file),
            help: "known formats: " + formats.joined(separator: ", "))
        return ([], [unknown])
    }
    return format.read(text, ReferenceList(file: file, database: database))
}
