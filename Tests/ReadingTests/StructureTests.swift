import DocumentModel
import Testing

@testable import Reading

struct StructureTests {
    @Test(arguments: [
        ("2. Methods", SectionKind.methods), ("METHODS", .methods), ("Materials and methods", .methods),
        ("3.1 Data & methods", .methods), ("IV. Methodology", .methods), ("What we did", .methods),
        ("Key findings", .results), ("Results and discussion", .results), ("What we found", .results),
        ("Chapter 3: Findings of the survey", .results), ("What did we find?", .results),
        ("A B S T R A C T", .abstract), ("Executive summary", .abstract), ("Summary: what we learned", .abstract),
        ("1 Introduction", .introduction), ("Aims and objectives", .introduction),
        ("Strengths and limitations", .discussion), ("5. Discussion and implications", .discussion),
        ("Conclusion – care that fits", .conclusions), ("Concluding remarks", .conclusions),
        ("What we recommend", .recommendations), ("Recommendations for commissioners", .recommendations),
        ("Conclusions and recommendations", .recommendations), ("Literature", .references),
        ("Bibliography", .references), ("REFERENCES", .references), ("Acknowledgments", .acknowledgements),
        ("Appendix B. Search terms", .appendix), ("Annex 2", .appendix), ("Table of contents", .contents),
        ("Competing interests", .other), ("Author’s contributions", .other),
    ])
    func tellsASectionByItsHeading(heading: String, kind: SectionKind) {
        // "Author’s contributions" and "Authors' contributions" are one wording.
        #expect(sectionKind(ofHeading: heading) == kind)
    }

    @Test(arguments: ["Barriers to integration", "Funding", "I", "2019", "Workforce", "", "Method in their madness"])
    func leavesOtherHeadingsOpen(heading: String) {
        #expect(sectionKind(ofHeading: heading) == nil)
    }

    @Test func inheritsTheSectionUntilAHeadingOfTheSameLevel() {
        #expect(
            kinds([
                ("1 Findings", 1), ("1.1 Money", 2), ("1.2 People", 2), ("2 Case studies", 1), ("2.1 North", 2),
            ]) == [.results, .results, .results, nil, nil])
    }

    @Test func movesOnButNotBackInsideASection() {
        #expect(
            kinds([("Discussion", 1), ("Main findings", 2), ("Conclusions", 2), ("Methods of the future", 2)])
                == [.discussion, .discussion, .conclusions, .discussion])
    }

    @Test func keepsSubheadingsOfTheAbstractInIt() {
        #expect(
            kinds([("Abstract", 1), ("Background", 2), ("Methods", 2), ("Results", 2), ("Methods", 1)])
                == [.abstract, .abstract, .abstract, .abstract, .methods])
    }

    @Test func keepsLabelsOfTheSameLevelInTheAbstractWhenTheyComeAgain() {
        #expect(
            kinds([
                ("Abstract", 1), ("Methods", 1), ("Results", 1), ("Introduction", 1), ("Methods", 1), ("Results", 1),
            ]) == [.abstract, .abstract, .abstract, .introduction, .methods, .results])
        #expect(kinds([("Abstract", 1), ("Introduction", 1), ("Methods", 1)]) == [.abstract, .introduction, .methods])
    }

    @Test(arguments: ["Abstract", "ABSTRACT: Teams met.", "Abstract Background: Teams met every week for years."])
    func takesAParagraphForTheAbstractBeforeTheFirstHeading(marker: String) {
        let sections = sections(of: [
            ReadBlock(kind: .title, text: "Joint care"), ReadBlock(kind: .frontMatter, text: "A. Person"),
            ReadBlock(kind: .paragraph, text: marker), ReadBlock(kind: .paragraph, text: "They shared records."),
            ReadBlock(kind: .heading, level: 1, text: "Care"), ReadBlock(kind: .paragraph, text: "It went on."),
        ])
        #expect(sections == [nil, nil, .abstract, .abstract, nil, nil])
    }

    @Test func doesNotTakeAbstractIdeasForAnAbstract() {
        let blocks = [ReadBlock(kind: .paragraph, text: "Abstract ideas are hard to teach to anyone.")]
        #expect(sections(of: blocks) == [nil])
    }

    private func kinds(_ headings: [(String, Int)]) -> [SectionKind?] {
        sections(of: headings.map { ReadBlock(kind: .heading, level: $1, text: $0) })
    }
}
