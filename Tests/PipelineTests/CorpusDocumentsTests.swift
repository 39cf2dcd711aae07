import Diagnostics
import DocumentModel
import Foundation
import Testing

@testable import Pipeline

/// Documents without a run: from the store of the last one where they are still the same.
struct CorpusDocumentsTests {
    private struct Silence: RunProgress {
        func read(_ path: String, done: Int, of total: Int) {}
        func writing() {}
    }

    private func texts(_ fixture: borrowing ProjectFixture) async throws -> [String] {
        let corpus = try CorpusDocuments(configuration: fixture.file("pipeline.yaml").path)
        var texts: [String] = []
        let unread = try await corpus.forEach(
            progress: Silence(), transform: { $0.text }, body: { texts.append("\($0): \($1)") })
        #expect(unread.isEmpty)
        return texts
    }

    /// Fills the store and marks it, so that what comes from it can be told.
    private func store(_ fixture: borrowing ProjectFixture) throws {
        let project = try fixture.project()
        let store = try fixture.store(of: project)
        for position in project.corpus.indices {
            var record = try store.record(at: position)
            record.document.text = "stored"
            record.document.blocks = []
            try store.add(record, at: position)
        }
        try #require(FileManager.default.createFile(atPath: fixture.file(".codechart/lock").path, contents: nil))
    }

    @Test func unchangedFilesComeFromTheStore() async throws {
        let fixture = try ProjectFixture(papers: ["a.txt": "Soil grew.", "b.txt": "Beds grew."])
        try store(fixture)
        #expect(try await texts(fixture) == ["papers/a.txt: stored", "papers/b.txt: stored"])
    }

    @Test func aStoreOfAnotherWayOfReadingIsNotUsed() async throws {
        let fixture = try ProjectFixture(papers: ["a.txt": "Soil grew."])
        try store(fixture)
        #expect(try CorpusDocuments(configuration: fixture.file("pipeline.yaml").path).stored?.isEmpty == false)
        let slower = ProjectFixture.configuration + "\nread: { deadline: 90s }"
        try slower.write(to: fixture.file("pipeline.yaml"), atomically: false, encoding: .utf8)
        #expect(try CorpusDocuments(configuration: fixture.file("pipeline.yaml").path).stored?.isEmpty == true)
    }

    @Test func aRunAtWorkKeepsItsStoreToItself() throws {
        let fixture = try ProjectFixture(papers: ["a.txt": "Soil grew."])
        try store(fixture)
        let lock = try RunLock(in: fixture.file(".codechart"))
        defer { withExtendedLifetime(lock) {} }
        #expect(try CorpusDocuments(configuration: fixture.file("pipeline.yaml").path).stored == nil)
    }

    @Test func aDocumentGoesByItsFileName() throws {
        let fixture = try ProjectFixture(papers: ["soil-beds.txt": "Soil.", "b.txt": "Beds."])
        let configuration = fixture.file("pipeline.yaml").path
        for name in ["papers/soil-beds.txt", "soil-beds.txt", "soil-beds"] {
            let corpus = try CorpusDocuments(named: name, configuration: configuration)
            #expect(corpus.files.map(\.name.text) == ["papers/soil-beds.txt"])
        }
        let failure = try #require(throws: Failure.self) {
            _ = try CorpusDocuments(named: "soil-bets.txt", configuration: configuration)
        }
        #expect(failure.diagnostics.map(\.suggestion) == ["soil-beds.txt"])
    }
}
