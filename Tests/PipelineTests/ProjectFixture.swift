import DocumentModel
import Foundation
import Reading

@testable import Pipeline

/// A small review in a folder of its own, read without workers.
struct ProjectFixture: ~Copyable {
    let folder: URL

    static let codebook = """
        codebook: garden
        dimensions:
          - dimension: aspect
            codes:
              - code: strength
                column: What grew
                rules:
                  - rule: grew
                    match: grew OR flourish*
          - dimension: domain
            assign: all
            codes:
              - code: soil
                label: Soil
                rules:
                  - rule: soil
                    match: soil OR beds
              - code: people
                label: People
                rules:
                  - rule: people
                    match: pupils
        """

    static let configuration = """
        pipeline: Gardens
        corpus: { documents: [papers] }
        codebooks: [garden.yaml]
        chart: { category: aspect, theme: domain }
        """

    /// - Parameter papers: name and text of each document.
    init(
        papers: [String: String] = [:], configuration: String = Self.configuration, codebook: String = Self.codebook
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("project-\(UUID().uuidString)")
        let documents = folder.appendingPathComponent("papers")
        try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
        try configuration.write(to: file("pipeline.yaml"), atomically: false, encoding: .utf8)
        try codebook.write(to: file("garden.yaml"), atomically: false, encoding: .utf8)
        for (name, text) in papers {
            try text.write(to: documents.appendingPathComponent(name), atomically: false, encoding: .utf8)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func file(_ path: String) -> URL { folder.appendingPathComponent(path) }

    func project() throws -> Project { try Project(file: file("pipeline.yaml").path) }

    /// The store of a run over the documents of the project.
    func store(of project: Project) throws -> RunStore {
        let store = try RunStore(in: file(".codechart"), reading: readingKey(project.configuration.read))
        let stages = DocumentStages(project: project)
        for (position, paper) in project.corpus.enumerated() {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: paper.location.text)))
            let result = readDocument(bytes, path: paper.name.text)
            let outcome = WorkerOutcome(document: result.document, letters: result.letters)
            try store.add(stages.record(of: outcome), at: position)
        }
        return store
    }
}
