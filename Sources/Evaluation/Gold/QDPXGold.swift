import Diagnostics
import DocumentModel
import Spreadsheets

/// Reads a REFI-QDA project (`.qdpx`), as NVivo, MAXQDA, ATLAS.ti, QualCoder and others write it: the text of each source
/// with the codes that people gave its pieces. Each person who coded is a coder.
///
/// Programs count a line break of Windows as two code points or as one; which of them a project does is told by its
/// selections, where they name their text, else by the program that wrote it.
func readQDPX(_ file: String) -> (gold: GoldFile, diagnostics: [Diagnostic]) {
    do {
        let archive = try QDPXArchive(file)
        let project = try QDEProject(archive.project(), file: file)
        var gold = GoldFile()
        var diagnostics: [Diagnostic] = []
        for source in project.sources where !source.selections.isEmpty || source.text != nil || source.path != nil {
            guard let text = try source.text ?? source.path.flatMap(archive.text) else {
                diagnostics.append(
                    .error(
                        "missing-text", "the project has no text of '\(source.name)'", at: Place(file: file),
                        help: "its \(source.selections.count) coded pieces are left out"))
                continue
            }
            var reader = QDPXSource(source, text: text, project: project, file: file)
            gold.documents.append(reader.read())
            diagnostics += reader.diagnostics
        }
        return (gold, diagnostics)
    } catch let error as FileError {
        return (GoldFile(), [.error("bad-project", "\(error)", at: Place(file: file))])
    } catch {
        return (GoldFile(), [.error("bad-project", "the project cannot be read: \(error)", at: Place(file: file))])
    }
}

/// The files of a project.
private struct QDPXArchive {
    private let file: String
    private let names: [String]
    /// Texts of a project; more would not be read by any person.
    private static let mostBytes = 256 << 20

    init(_ file: String) throws {
        self.file = file
        names = try archiveNames(file)
    }

    func project() throws -> [UInt8] {
        guard let name = names.first(where: { $0.lowercased().hasSuffix("project.qde") }) else {
            throw FileError(path: file, message: "has no project.qde")
        }
        return try bytes(name)
    }

    /// The text at `internal://…`; programs differ in the case of the folder's name.
    func text(_ path: String) throws -> String? {
        let wanted = path.replacingPrefix("internal://").lowercased()
        guard let name = names.first(where: { $0.lowercased().hasSuffix("/" + wanted) || $0.lowercased() == wanted })
        else { return nil }
        var text = try bytes(name)[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        return String(decoding: text, as: UTF8.self)
    }

    private func bytes(_ name: String) throws -> [UInt8] {
        guard let entry = try ArchiveEntry(name, in: file) else {
            throw FileError(path: file, message: "has no \(name)")
        }
        var bytes: [UInt8] = []
        while let chunk = try entry.chunk() {
            bytes += chunk
            guard bytes.count <= Self.mostBytes else {
                throw FileError(path: file, message: "\(name) is larger than \(Self.mostBytes >> 20) MiB")
            }
        }
        return bytes
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}

private struct QDPXSource {
    private let source: QDEProject.Source
    private let project: QDEProject
    private let file: String
    /// The text with each line break as one code point, and the offset in it of each offset in the text.
    private let plain: TextIndex
    private let offsets: [Int32]
    private let isWindows: Bool
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: QDEProject.Source, text: String, project: QDEProject, file: String) {
        self.source = source
        self.project = project
        self.file = file
        var scalars: [Unicode.Scalar] = []
        var offsets: [Int32] = []
        var isAfterReturn = false
        var hasPairs = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", isAfterReturn {
                hasPairs = true
                offsets.append(Int32(scalars.count - 1))
            } else {
                offsets.append(Int32(scalars.count))
                scalars.append(scalar == "\r" ? "\n" : scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        offsets.append(Int32(scalars.count))
        self.offsets = offsets
        isWindows = hasPairs
        plain = TextIndex(String(String.UnicodeScalarView(scalars)))
    }

    mutating func read() -> GoldDocument {
        let countsPairs = isWindows && countsTwoForALineBreak
        var items: [GoldItem] = []
        for selection in source.selections {
            let place = Place(file: file)
            guard let range = range(of: selection, countsPairs) else {
                diagnostics.append(
                    .error(
                        "bad-span", "the selection \(selection.start) to \(selection.end) lies outside of the text",
                        at: place, help: "the text of '\(source.name)' has \(plain.count) code points"))
                continue
            }
            for coding in selection.codings {
                guard let code = project.codes[coding.code] else {
                    diagnostics.append(
                        .error("unknown-code", "the project has no code with the id \(coding.code)", at: place))
                    continue
                }
                items.append(
                    GoldItem(
                        quote: plain.text(range.lowerBound, range.upperBound), start: range.lowerBound,
                        codes: [DimensionCodes(dimension: "", codes: [code])],
                        coder: coding.user.map { project.users[$0] ?? $0 }, place: place))
            }
        }
        return GoldDocument(
            DecidedDocument(path: source.name, sha256: ""), text: plain.text(0, plain.count), items: items)
    }

    private func range(of selection: QDEProject.Selection, _ countsPairs: Bool) -> Range<Int>? {
        var (start, end) = (selection.start, selection.end)
        if countsPairs {
            guard start >= 0, start < end, end < offsets.count else { return nil }
            (start, end) = (Int(offsets[start]), Int(offsets[end]))
        }
        return start >= 0 && start < end && end <= plain.count ? start..<end : nil
    }

    /// What the selections' own texts say; else NVivo counts two, as Windows keeps texts, and ATLAS.ti one.
    private var countsTwoForALineBreak: Bool {
        for counts in [true, false] {
            let named = source.selections.filter { $0.name.utf8.count > 3 }
            let fitting = named.filter { selection in
                range(of: selection, counts).map {
                    letters(of: plain.text($0.lowerBound, $0.upperBound)).starts(with: letters(of: selection.name))
                } ?? false
            }
            if fitting.count * 2 > named.count { return counts }
        }
        if source.selections.contains(where: { $0.end > plain.count }) { return true }
        return !project.origin.lowercased().contains("atlas")
    }
}
