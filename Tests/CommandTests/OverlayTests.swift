import Foundation
import Testing

/// Pages as pictures, and pages that are pictures.
@Suite struct OverlayTests {
    private static let hasTesseract = FileManager.default.isExecutableFile(atPath: "/usr/bin/tesseract")

    @Test func drawsEachPageOnce() async throws {
        let workspace = try Workspace()
        let (output, status) = try await workspace.run(
            """
            mkdir other; cp Corpus/documents/quayle-2011-leading.pdf other; \
            codechart extract --overlay pictures/of/pages Corpus/documents/quayle-2011-leading.pdf \
            Corpus/documents/norland-1994-minutes.pdf other/quayle-2011-leading.pdf > text; ls -A pictures/of/pages
            """)
        #expect(status == 0)
        let files = output.split(separator: "\n").filter { $0.hasSuffix(".png") }
        #expect(
            files == [
                "norland-1994-minutes-1.png", "quayle-2011-leading-1.png", "quayle-2011-leading-2.png",
                "quayle-2011-leading~2-1.png", "quayle-2011-leading~2-2.png",
            ])
        let folder = "pictures/of/pages/"
        for file in files {
            #expect(try workspace.contents(of: folder + file).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
        #expect(
            try workspace.contents(of: folder + files[1]) == workspace.contents(of: folder + files[3]))
    }

    @Test func whatHasNoPagesIsSaidToHaveNone() async throws {
        let workspace = try Workspace()
        let (output, status) = try await workspace.run(
            "codechart extract --overlay pictures Corpus/documents/wenmoor-evening-visits.html > text; ls pictures")
        #expect(output == "note: there are no pages to draw: only PDF has pages\n")
        #expect(status == 0)
    }

    @Test func aFolderThatCannotBeWrittenIsAnError() async throws {
        let workspace = try Workspace()
        let (output, status) = try await workspace.run(
            ": > file; codechart extract --overlay file Corpus/documents/quayle-2011-leading.pdf")
        #expect(output.contains("'file' cannot be written"))
        #expect(status == 2)
    }

    @Test(.enabled(if: hasTesseract, "tesseract is not installed"))
    func recognisesTheWordsOfPageImages() async throws {
        let workspace = try Workspace()
        let (output, status) = try await workspace.run(
            "codechart extract --ocr --everything Corpus/documents/norland-1994-minutes.pdf")
        #expect(status == 0)
        #expect(output.contains("Norland Joint Consultative Committee"))
        #expect(output.contains("would agree to pay for the van. The committee resolved that the van should"))
        #expect(output.contains("page 1: note: the text of this page was recognised in its image"))
    }

    @Test(.enabled(if: hasTesseract, "tesseract is not installed"))
    func chartsAndVerifiesRecognisedText() async throws {
        let workspace = try Workspace()
        let (output, status) = try await workspace.run(
            """
            sed 's/memory: 1GiB }/memory: 1GiB, ocr: true }/' pipeline.yaml > ocr.yaml; \
            codechart run --config ocr.yaml --jobs 2; grep -c '"document":"Corpus/documents/norland' out/codings.jsonl
            """)
        #expect(status == 0)
        #expect(output.contains("1 encrypted") && !output.contains("no-text"), "\(output)")
        #expect((output.split(separator: "\n").last.flatMap { Int($0) } ?? 0) > 0, "\(output)")
    }

    @Test func withoutTesseractTheReasonIsGiven() async throws {
        let workspace = try Workspace()
        let (output, status) = try await workspace.run(
            "PATH=${PATH%%:*} codechart extract --ocr Corpus/documents/norland-1994-minutes.pdf")
        #expect(output.contains("page 1: warning: this page is an image without text"))
        #expect(output.contains("tesseract is not installed"))
        #expect(status == 3)
    }
}
