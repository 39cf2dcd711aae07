import Diagnostics
package import DocumentModel
import Foundation
import Reading

/// The documents of a corpus, one after another, without a run: those that the last run stored and whose files are
/// still the same, and the others read anew.
///
/// Memory is that of a few documents, whatever the number of files.
package struct CorpusDocuments: Sendable {
    /// In corpus order.
    package let files: [CorpusFile]
    private let plan: ReadPlan
    private let reading: String
    /// Where a run keeps its store; nil for files without a configuration.
    private let work: URL?

    /// The corpus of a configuration.
    ///
    /// - Throws: a ``Failure`` when the configuration or its documents cannot be found.
    package init(configuration file: String, jobs: Int? = nil) throws {
        var loader = ProjectLoader(file: file)
        let configuration = try loader.configuration()
        files = loader.corpus(configuration)
        try loader.failOnErrors()
        plan = ReadPlan(configuration.read, jobs: jobs)
        reading = readingKey(configuration.read)
        work = projectFolder(of: file).appendingPathComponent(".codechart")
    }

    /// Files by their paths, in the order given, all of them read.
    package init(paths: [String], jobs: Int? = nil) {
        files = paths.map { CorpusFile(name: FileName($0), location: FileName($0)) }
        plan = ReadPlan(ReadSettings(), jobs: jobs)
        reading = readingKey(ReadSettings())
        work = nil
    }

    /// The same documents without all but these.
    private init(_ corpus: CorpusDocuments, files: [CorpusFile]) {
        self.files = files
        plan = corpus.plan
        reading = corpus.reading
        work = corpus.work
    }

    /// Only the files that satisfy a condition.
    package func filter(_ isIncluded: (CorpusFile) -> Bool) -> CorpusDocuments {
        CorpusDocuments(self, files: files.filter(isIncluded))
    }

    /// What the last run left; nil while another is at work, or if there is none.
    var stored: StoredDocuments? { StoredDocuments(in: work, reading: reading) }

    /// Hands over what is made of each document that could be read, in corpus order.
    ///
    /// - Parameters:
    ///   - transform: what is made of a document, on any thread, while others are read.
    ///   - body: called on one task at a time, with what was made and the document's path.
    /// - Returns: the documents that could not be read.
    /// - Throws: what `body` throws, a ``Failure``, `CancellationError`.
    package func forEach<Result: Sendable>(
        progress: any RunProgress, transform: @escaping @Sendable (Document) -> Result,
        body: (String, Result) throws -> Void
    ) async throws -> [UnreadDocument] {
        let stored = stored
        let files = files
        var done = 0
        var unread: [UnreadDocument] = []
        let visit: @Sendable (Document) -> Visit<Result> = { document in
            document.status.isRead
                ? .read(path: document.source.path, transform(document)) : .unread(UnreadDocument(document))
        }
        func handOver(_ visit: Visit<Result>) throws {
            done += 1
            switch visit {
            case .read(let path, let result):
                progress.read(path, done: done, of: files.count)
                try body(path, result)
            case .unread(let document):
                progress.read(document.path, done: done, of: files.count)
                unread.append(document)
            }
        }
        try await readInOrder(
            files, plan, known: { index in try stored?.document(of: files[index]).map(visit) },
            transform: { visit($0.document) }, handOver)
        return unread
    }
}

/// What came of one document.
private enum Visit<Result: Sendable>: Sendable {
    case read(path: String, Result)
    case unread(UnreadDocument)
}

/// What the last run left in its store, as long as no other begins.
final class StoredDocuments: Sendable {
    private let lock: RunLock
    private let store: RunStore
    private let positions: [String: (position: Int, sha256: String)]

    /// - Parameter folder: where a run keeps its store.
    init?(in folder: URL?, reading: String) {
        guard let folder, let lock = RunLock(readingIn: folder), let store = try? RunStore(existingIn: folder),
            let positions = try? store.stored(reading: reading)
        else { return nil }
        self.lock = lock
        self.store = store
        self.positions = positions
    }

    /// Whether it holds no document that was read as it would be now.
    var isEmpty: Bool { positions.isEmpty }

    /// The document of a file whose bytes are still those that were read; nil if they are not, or none was read.
    func document(of file: CorpusFile) throws -> Document? {
        guard let known = positions[file.name.text], !known.sha256.isEmpty,
            known.sha256 == digestOfRegularFile(file.location)
        else { return nil }
        return try Document(json: store.documentJSON(at: known.position))
    }
}

/// What a document depends on besides its file's bytes: the version of the readers, and what `read:` asks of them.
func readingKey(_ settings: ReadSettings) -> String {
    "reader \(readerVersion), deadline \(settings.deadline), memory \(settings.memory), ocr \(settings.ocr)"
}

extension ReadPlan {
    /// How documents of a configuration are read.
    init(_ settings: ReadSettings, jobs: Int?) {
        self.init(
            jobs: jobs,
            limits: WorkerLimits(deadline: .seconds(settings.deadline), memory: settings.memory),
            recognisesText: settings.ocr)
    }
}

extension CorpusDocuments {
    /// One document: of the configuration, by its path, the end of its path, or its file name with or without extension;
    /// else any file of that path.
    ///
    /// - Throws: a ``Failure`` when there is none, or several documents go by that name.
    package init(named name: String, configuration: String) throws {
        let hasConfiguration = FileManager.default.fileExists(atPath: configuration)
        let corpus = hasConfiguration ? try CorpusDocuments(configuration: configuration) : CorpusDocuments(paths: [])
        let paths = corpus.files.map(\.name.text)
        let named = paths.contains(name) ? [name] : paths.filter { $0.goes(by: name) }
        if named.count > 1 {
            throw Failure(
                .usage, "ambiguous-document", "several documents go by the name '\(name)'",
                help: "write more of the path: " + named.joined(separator: ", "))
        }
        if let path = named.first {
            self = corpus.filter { $0.name.text == path }
        } else if FileManager.default.fileExists(atPath: name) {
            self.init(paths: [name])
        } else {
            let names = paths.map { ($0 as NSString).lastPathComponent }
            let wanted = (name as NSString).lastPathComponent
            throw Failure(
                .usage,
                [
                    .error(
                        "no-document", "there is no document '\(name)'",
                        help: "the path of a file, or the name of a document of \(configuration)",
                        suggestion: names.first { $0.contains(wanted) } ?? nearestName(to: wanted, among: names))
                ])
        }
    }
}

extension String {
    /// Whether a path may be meant by a part of it.
    fileprivate func goes(by name: String) -> Bool {
        let last = (self as NSString).lastPathComponent
        return hasSuffix("/" + name) || last == name || (last as NSString).deletingPathExtension == name
    }
}
