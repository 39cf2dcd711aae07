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
        "How to cite this article: Author A.", "Citation: Author A. A book. https://doi.org/10.1000/1",
        "E-mail: author@example.org",
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
        "Received 12 answers from nurses.", "Published 2019 rules were not known.", "Email-based notes were ignored.",
        "Accepted: 14 of the 20 steps, and no more.", "Revised: the aim was changed in May 2019.",
        "Published in May 2014, the rules told us to wait.", "Email: nurses get too many.",
        "Licensee duties should be made clear.", "Editor tools were liked by all.",
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

    @Test func itemsOfListsAreNoImprints() {
        let items = ["• Email: write to a@example.org", "• Received: 5 June 2020"]
        let page = filler("before", lines: 4, x: 40, y: 100) + printed(items, x: 40, y: 180)
        #expect(texts(PrintedDocument([page]).blocks(), of: .listItem) == items)
    }

    @Test(arguments: ["Correspondence", "Copyright", "Open access", "Email"])
    func aSectionOfAReportNamedLikeAnImprintIsText(heading: String) {
        let page =
            [PrintedLine(text: "A study of the work of nurses in the night", x: 40, y: 40, size: 20)]
            + filler("before", lines: 4, x: 40, y: 100) + printed([heading], x: 40, y: 180, font: bold)
            + printed(["Letters were late in most of the towns."], x: 40, y: 196)
            + [PrintedLine(text: "What was found", x: 40, y: 240, font: bold)]
            + filler("after", lines: 4, x: 40, y: 256)
        let blocks = PrintedDocument([page]).blocks()
        #expect(texts(blocks, of: .heading) == [heading, "What was found"])
        #expect(texts(blocks, of: .paragraph).contains("Letters were late in most of the towns."))
    }
}
