import Foundation
import Glibc
import Testing

@testable import Pipeline

@Suite struct CorpusDiscoveryTests {
    private func names(_ patterns: [String], in fixture: borrowing ProjectFixture) -> [String] {
        discoverCorpus(patterns: patterns.map { ($0, nil) }, relativeTo: FileName(fixture.folder.path))
            .files.map(\.name.text)
    }

    private func fixture() throws -> ProjectFixture {
        let fixture = try ProjectFixture(papers: ["b.pdf": "", "a.html": "", "B.txt": "", ".hidden": ""])
        try FileManager.default.createDirectory(
            at: fixture.file("papers/more/deep"), withIntermediateDirectories: true)
        try "".write(to: fixture.file("papers/more/deep/c.pdf"), atomically: false, encoding: .utf8)
        return fixture
    }

    @Test(arguments: [
        (["papers"], ["papers/B.txt", "papers/a.html", "papers/b.pdf", "papers/more/deep/c.pdf"]),
        (["papers/"], ["papers/B.txt", "papers/a.html", "papers/b.pdf", "papers/more/deep/c.pdf"]),
        (["./papers/*.pdf"], ["papers/b.pdf"]),
        (["papers/**/*.pdf"], ["papers/b.pdf", "papers/more/deep/c.pdf"]),
        (["papers/**"], ["papers/B.txt", "papers/a.html", "papers/b.pdf", "papers/more/deep/c.pdf"]),
        (["papers/[ab].*", "papers/a.html"], ["papers/a.html", "papers/b.pdf"]),
        (["*/a.????"], ["papers/a.html"]),
    ])
    func findsWhatPatternsNameInTheOrderOfBytes(_ patterns: [String], _ expected: [String]) throws {
        #expect(names(patterns, in: try fixture()) == expected)
    }

    @Test func takesANameWithBracketsAsItStands() throws {
        let fixture = try ProjectFixture(papers: ["report [1].html": "", "1.html": ""])
        #expect(names(["papers/report [1].html"], in: fixture) == ["papers/report [1].html"])
    }

    @Test func countsAFileOnceHoweverItIsSpelt() throws {
        let fixture = try fixture()
        let patterns = ["papers/a.html", fixture.file("papers/a.html").path, "papers/../papers/a.html"]
        #expect(names(patterns, in: fixture).count == 1)
    }

    @Test func leavesTheReviewsOwnFilesOut() throws {
        let fixture = try fixture()
        let own = ["pipeline.yaml", "papers/more"].map { FileName(fixture.file($0).path) }
        let found = discoverCorpus(
            patterns: [(".", nil)], relativeTo: FileName(fixture.folder.path), leavingOut: own)
        #expect(found.files.map(\.name.text) == ["garden.yaml", "papers/B.txt", "papers/a.html", "papers/b.pdf"])
    }

    @Test func entersTheFirstOfTwoLinksToAFolder() throws {
        let fixture = try fixture()
        try FileManager.default.createSymbolicLink(
            atPath: fixture.file("papers/alink").path, withDestinationPath: "more")
        #expect(names(["papers/**/c.pdf"], in: fixture) == ["papers/alink/deep/c.pdf"])
    }

    @Test func reportsAPatternThatNamesNothing() throws {
        let fixture = try fixture()
        let found = discoverCorpus(patterns: [("papers/*.docx", nil)], relativeTo: FileName(fixture.folder.path))
        #expect(found.files.isEmpty)
        #expect(found.diagnostics.map(\.identifier) == ["no-documents"])
    }

    @Test func keepsNamesThatAreNoUTF8AndDanglingLinks() throws {
        let fixture = try fixture()
        let odd = FileName(bytes: Array(fixture.folder.path.utf8) + Array("/papers/caf".utf8) + [0xE9])
        close(open(odd.terminated, O_CREAT | O_WRONLY, 0o600))
        try FileManager.default.createSymbolicLink(
            atPath: fixture.file("papers/gone.pdf").path, withDestinationPath: "nowhere")
        let files = discoverCorpus(patterns: [("papers", nil)], relativeTo: FileName(fixture.folder.path)).files
        #expect(files.contains { $0.location == odd && $0.name.text == "papers/caf\\xE9" })
        #expect(files.contains { $0.name.text == "papers/gone.pdf" })
    }

    @Test func entersAFolderOnceWhenLinksLeadInCircles() throws {
        let fixture = try fixture()
        try FileManager.default.createSymbolicLink(
            atPath: fixture.file("papers/more/circle").path, withDestinationPath: "..")
        #expect(names(["papers"], in: fixture).count == 4)
    }
}
