import DocumentModel
import Testing

@testable import Reading

/// What journals and publishers print around a text.
@Suite struct LayoutImprintTests {
    private let bold = "ABCDEF+Times-Bold"

    private func kind(of line: String) -> BlockKind? {
        let page =
            filler("before", lines: 4, x: 40, y: 100) + printed([line], x: 40, y: 200)
            + filler("after", lines: 4, x: 40, y: 260)
        return PrintedDocument([page]).blocks().dropFirst().first?.kind
    }

    @Test(arguments: [
        "© 2020 The Authors.", "Keywords: nurses; night; homes", "Keywords Nurses, night", "Received: 5 June 2020",
        "Accepted 12 May 2019", "Received May 12, 2019", "*Correspondence to: A. Author, The Town",
        "Open Access This article is licensed so",
        "How to cite this article: Author A.", "Citation: Author A. A book.", "E-mail: author@example.org",
        "Published online: 3 May 2020",
    ])
    func imprintsAreFrontMatterWhereverTheyStand(line: String) {
        #expect(kind(of: line) == .frontMatter)
    }

    @Test(arguments: [
        "Accepted practice is to wait for a nurse.", "Received wisdom is wrong in this case.",
        "Published work on nurses is rare.", "Accepted Practice in the Homes of the Town is old.",
        "Keywords were chosen by two of us.",
        "Citation of reports is not common.", "Correspondence between the teams was slow.",
    ])
    func sentencesThatBeginLikeOneAreText(line: String) {
        #expect(kind(of: line) == .paragraph)
    }

    @Test func whatStandsBelowAHeadingOfAnImprintIsOne() {
        let page =
            filler("before", lines: 4, x: 40, y: 100) + printed(["Author details"], x: 40, y: 180, font: bold)
            + printed(["1 Department of Nights, The Town"], x: 40, y: 196)
            + printed(["What was found"], x: 40, y: 240, font: bold) + filler("after", lines: 4, x: 40, y: 256)
        #expect(
            PrintedDocument([page]).blocks().map(\.kind) == [
                .paragraph, .frontMatter, .frontMatter, .heading, .paragraph,
            ])
    }
}
