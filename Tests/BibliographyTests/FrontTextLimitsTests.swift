import Bibliography
import DocumentModel
import Testing

@Suite struct FrontTextLimitsTests {
    /// A list of thousands of citations is read once, not once for each of them.
    @Test(.timeLimit(.minutes(1))) func aListOfCitationsIsNotComparedWithItself() {
        let line = "How to cite this article: Hill A, Wood B, Lee C (2018) Some title of theirs. J Gard Care 12:34."
        var text = ""
        var blocks: [Block] = []
        for _ in 0..<20_000 {
            let start = text.utf8.count
            text += line
            blocks.append(Block(kind: .paragraph, page: 1, start: start, end: text.utf8.count))
            text += "\n\n"
        }
        let document = Document(
            source: DocumentSource(path: "works.html", sha256: "", format: .html), status: .ok, text: text,
            blocks: blocks)
        #expect(describe(document).firstAuthor?.family == "Hill")
    }
}
