import Codebooks
import Coding
import DocumentModel
import Testing

struct PassageFinderTests {
    private let document: Document = {
        var sample = SampleDocument()
        sample.add(.heading, "What grew in the beds")
        sample.add(.paragraph, "The soil was dry. It rained in “late” summer.", page: 1, headings: ["What grew"])
        sample.add(.paragraph, "Pupils carried water to the co-", "operative beds.", page: 2)
        return sample.document
    }()

    private func find(_ words: String, page: Int? = nil) -> FoundPassages {
        findPassages(with: words, page: page, in: document)
    }

    private func texts(_ found: FoundPassages) -> [String]? {
        if case .passages(let passages) = found { passages.map { "\($0.page) \($0.passage.text)" } } else { nil }
    }

    @Test func findsAPassageByItsLettersWhateverTheMarks() {
        #expect(texts(find("rained in 'late' Summer", page: 1)) == ["1 It rained in “late” summer."])
        #expect(texts(find("the cooperative beds")) == ["2 Pupils carried water to the co-operative beds."])
    }

    @Test func anotherPageIsBetterThanNothing() {
        #expect(texts(find("the soil was dry", page: 2)) == ["1 The soil was dry."])
    }

    @Test func wordsOverTwoSentencesLeadToBoth() {
        #expect(texts(find("was dry. It rained")) == ["1 The soil was dry.", "1 It rained in “late” summer."])
    }

    @Test func wordsOfAHeadingLeadToNoPassage() {
        #expect(find("grew in the beds") == .uncoded(.heading, page: 1))
    }

    @Test func theNearestPassagesAreSuggested() throws {
        guard case .nearest(let nearest) = find("pupils carried the water") else {
            Issue.record("these words do not stand in a row")
            return
        }
        #expect(nearest.map(\.passage.text) == ["Pupils carried water to the co-operative beds."])
        #expect(find("nothing like it at all") == .nearest([]))
    }
}

struct ConcordanceTests {
    @Test func givesThePlaceAndTheTextAroundEachHit() throws {
        var sample = SampleDocument()
        sample.add(.paragraph, "Before. The soil, dry as it was, lacked rain.", page: 2, section: .results)
        let expression = try #require(readExpression("soil NEAR/6 lack*", names: NamedExpressions()).expression)
        let search = ExpressionSearch(expression, language: "en")
        let lines = concordance(of: search, in: sample.document, context: 6)
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        #expect([line.left, line.match, line.right] == [". The ", "soil, dry as it was, lacked", " rain."])
        #expect(line.words == [0..<4, 21..<27])
        #expect(line.page == 2 && line.section == .results && line.start == 12)
    }
}
