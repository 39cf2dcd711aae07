import DocumentModel
import Foundation
import JSON

/// The outputs that people edit: lists of items and Word documents.
///
/// One that is not as the last run wrote it, by its SHA-256 in run.json, stays as it is, and the new one is written
/// beside it: `chart-2.docx`.
struct EditableFiles {
    private let folder: URL
    /// The folder as a person names it.
    private let name: String
    /// What the last run wrote, by name, with the SHA-256 of its bytes.
    private let written: [String: String]

    init(_ project: Project) {
        folder = project.output
        name = project.path(project.configuration.output)
        written = Self.written(folder)
    }

    /// `items.xlsx`, or the first of `items-2.xlsx`, `items-3.xlsx`… that is not there or is as a run wrote it.
    func file(_ usual: String) -> EditableFile {
        var number = 1
        var free = usual
        while !isFree(free) {
            number += 1
            let name = usual as NSString
            free = "\(name.deletingPathExtension)-\(number).\(name.pathExtension)"
        }
        let folder = name as NSString
        let kept = KeptFile(
            edited: folder.appendingPathComponent(usual), written: folder.appendingPathComponent(free))
        return EditableFile(output: OutputFile(free, in: self.folder), kept: free == usual ? nil : kept)
    }

    private func isFree(_ name: String) -> Bool {
        let path = folder.appendingPathComponent(name).path
        guard FileManager.default.fileExists(atPath: path) else { return true }
        return written[name].map { digestOfRegularFile(FileName(path)) == $0 } ?? false
    }

    private static func written(_ folder: URL) -> [String: String] {
        struct Record: Decodable {
            struct File: Decodable {
                var path: String
                var sha256: String
            }
            var editable: [File]
        }
        guard let bytes = FileManager.default.contents(atPath: folder.appendingPathComponent("run.json").path),
            let record = try? decodeJSON(Record.self, from: bytes)
        else { return [:] }
        return Dictionary(record.editable.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    }
}

/// An output that people edit, under the name that it has in this run.
struct EditableFile {
    let output: OutputFile
    /// The file of the usual name, when somebody has edited it.
    let kept: KeptFile?

    /// What run.json says of the file once it is written aside.
    var record: InputFile {
        InputFile(path: output.name, sha256: digestOfRegularFile(FileName(output.temporary.path)))
    }
}
