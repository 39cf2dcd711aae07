import Codebooks
import DocumentModel
import Testing

@testable import Coding

private let yaml = """
    codebook: sample
    skip: [references]
    dimensions:
      - dimension: kind
        assign: best
        codes:
          - code: obstacle
            rules:
              - rule: lack
                match: lack* OR short*
              - rule: under
                under: obstacle*
          - code: help
            rules:
              - match: helped
      - dimension: topic
        assign: all
        codes:
          - code: money
            rules:
              - match: fund* OR money
          - code: people
            rules:
              - match: staff* OR nurse*
      - dimension: design
        unit: document
        codes:
          - code: interviews
            threshold: 2
            rules:
              - match: interview*
          - code: survey
            threshold: 2
            rules:
              - match: questionnaire*
    """

private func codebook() throws -> Codebook {
    let (codebook, diagnostics) = loadCodebook(yaml: yaml, file: "sample.yaml")
    return try #require(codebook, "\(diagnostics)")
}

private func code(_ sample: SampleDocument, category: String? = "kind", theme: String? = "topic") throws
    -> CodedDocument
{
    DocumentCoder(codebooks: [try codebook()], categoryDimension: category, themeDimension: theme).code(sample.document)
}

@Test func everyStatementIsAnExactQuoteOfTheDocument() throws {
    var sample = SampleDocument()
    sample.add(.title, "Über die Lage")
    sample.add(.paragraph, "Zoë saw a lack of staff.12 Nobody spoke. Then money helped.")
    sample.add(.listItem, "• Short funding – since 2010 [3]")
    let index = TextIndex(sample.document.text)
    let coded = try code(sample)
    #expect(
        coded.codings.map(\.statement) == [
            "Zoë saw a lack of staff.", "Then money helped.", "Short funding – since 2010",
        ])
    for coding in coded.codings {
        #expect(index.text(coding.start, coding.end) == coding.statement)
        #expect(coding.document == "sample.pdf" && coding.codebook == "sample")
    }
    #expect(coded.passages == 4)
}

@Test func matchesPointIntoTheStatement() throws {
    var sample = SampleDocument()
    sample.add(.listItem, "• Short funding", headings: ["Obstacles met"])
    let coding = try #require(try code(sample).codings.first)
    let statement = TextIndex(coding.statement)
    let words = coding.codes.matches.flatMap(\.spans).filter { $0.source == .text }.map {
        statement.text($0.start, $0.end)
    }
    #expect(words == ["Short", "funding"])
    #expect(coding.codes.matches.flatMap(\.spans).contains(MatchSpan(source: .heading, level: 0, start: 0, end: 9)))
}

@Test func spansInWhatWasTrimmedAreCutOff() {
    let reference = CodeReference(dimension: "kind", code: "obstacle")
    let spans = [(0, 2), (1, 6), (4, 9), (8, 12), (3, 5)].map { MatchSpan(source: .text, start: $0.0, end: $0.1) }
    let previous = MatchSpan(source: .previous, start: 0, end: 1)
    let codes = PassageCodes(matches: [RuleMatch(code: reference, rule: "r", spans: spans + [previous])])
    let shifted = codes.relative(to: 3, length: 5)
    let expected = [(0, 3), (1, 5), (0, 2)].map { MatchSpan(source: .text, start: $0.0, end: $0.1) }
    #expect(shifted.matches.first?.spans == expected + [previous])
}

@Test func passagesWithoutCategoryOrThemeAreKeptWithTheReason() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "It was short. Money came. Staff lack money. Nothing here.")
    #expect(try code(sample).codings.map(\.charted) == [.no(reason: "no theme"), .no(reason: "no category"), .yes])
    #expect(try code(sample, category: nil).codings.map(\.charted) == [.no(reason: "no theme"), .yes, .yes])
    #expect(
        try code(sample, category: "other", theme: "level").codings.map(\.charted)
            == Array(repeating: .no(reason: "no category or theme"), count: 3))
}

@Test func whatIsSaidTwiceIsOneStatementWithMentions() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "There was a lack of staff.", page: 1, section: .abstract)
    sample.add(.paragraph, "Money helped. There was a lack of staff.", page: 2)
    sample.add(.listItem, "• there was a lack of staff", page: 3)
    let codings = try code(sample).codings
    #expect(codings.map(\.statement) == ["There was a lack of staff.", "Money helped."])
    #expect(codings[0].page == 1)
    #expect(codings[0].mentions.map(\.page) == [2, 3])
    let index = TextIndex(sample.document.text)
    #expect(
        codings[0].mentions.map { index.text($0.start, $0.end) } == [
            "There was a lack of staff.", "there was a lack of staff",
        ])
    #expect(codings[1].mentions.isEmpty)
}

@Test func whatIsSaidTwiceInNearlyTheSameWordsIsOneStatementWithMentions() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "A lack of trained staff delayed the visits.", page: 1, section: .abstract)
    sample.add(.paragraph, "However, lack of trained staff had delayed visits (see Table 2).", page: 2)
    sample.add(.paragraph, "A lack of trained nurses delayed the visits.", page: 3)
    let codings = try code(sample).codings
    #expect(
        codings.map(\.statement) == [
            "A lack of trained staff delayed the visits.", "A lack of trained nurses delayed the visits.",
        ])
    let index = TextIndex(sample.document.text)
    #expect(
        codings[0].mentions.map { index.text($0.start, $0.end) } == [
            "lack of trained staff had delayed visits (see Table 2)."
        ])
    #expect(codings[1].mentions.isEmpty)
}

@Test func whatHasOtherThemesIsNoMention() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "Trained staff were short on all wards.", page: 1)
    sample.add(.paragraph, "Trained staff were short on all the wards.", page: 2)
    sample.add(.paragraph, "Trained staff and money were short on all wards.", page: 3)
    #expect(try code(sample).codings.map { [$0.page] + $0.mentions.map(\.page) } == [[1, 2], [3]])
}

@Test func numbersThatOnlyAPointTellsApartAreTwoStatements() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "Staff are short by 1.5.", page: 1)
    sample.add(.paragraph, "Staff are short by 15.", page: 2)
    sample.add(.paragraph, "STAFF are short by 1.5", page: 3)
    sample.add(.paragraph, "Staff are short by 11.1.", page: 4)
    sample.add(.paragraph, "Staff are short by 1.11.", page: 5)
    #expect(try code(sample).codings.map { [$0.page] + $0.mentions.map(\.page) } == [[1, 3], [2], [4], [5]])
}

@Test func lettersBeyondASCIIAreTheSameHoweverTheyAreWritten() throws {
    var sample = SampleDocument()
    // A letter of Hangul in one code point, and in its parts.
    sample.add(.paragraph, "Staff of \u{AC00} were short.", page: 1)
    sample.add(.paragraph, "Staff of \u{1100}\u{1161} were short.", page: 2)
    sample.add(.paragraph, "Staff of \u{B098} were short.", page: 3)
    #expect(try code(sample).codings.map { [$0.page] + $0.mentions.map(\.page) } == [[1, 2], [3]])
}

@Test func theMentionThatStandsInTheChartIsTheStatement() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "The nurses left.", page: 1)
    sample.add(.paragraph, "The nurses left.", page: 2, headings: ["Obstacles"])
    let codings = try code(sample).codings
    #expect(codings.map(\.page) == [2])
    #expect(codings.map(\.charted) == [.yes])
    #expect(codings.first?.mentions.map(\.page) == [1])
}

@Test func theMentionForWhichMostSpeaksIsTheStatement() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "Short visits of nurses helped.", page: 1)
    sample.add(.paragraph, "Short visits of nurses helped.", page: 2, headings: ["Obstacles"])
    sample.add(.paragraph, "Short visits of nurses helped.", page: 3, headings: ["Obstacles"])
    let codings = try code(sample).codings
    #expect(codings.map(\.page) == [2])
    #expect(codings.first?.mentions.map(\.page) == [1, 3])
}

@Test func idsDependOnDocumentQuoteAndOccurrenceOnly() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "The nurses left.", page: 1)
    sample.add(.paragraph, "Money helped.", page: 1)
    let first = try code(sample).codings
    #expect(
        first.map(\.id)
            == ["The nurses left.", "Money helped."].map {
                StatementNamer(document: sample.document.source).id(of: Array($0.utf8)[...], occurrence: 0)
            })
    #expect(first.allSatisfy { $0.id.utf8.count == 16 })
    #expect(try code(sample, category: nil, theme: nil).codings.map(\.id) == first.map(\.id))

    // The second of two equal quotes stands in the chart: its id says that it is the second.
    var twice = SampleDocument()
    twice.add(.paragraph, "The nurses left.", page: 1)
    twice.add(.paragraph, "The nurses left.", page: 2, headings: ["Obstacles"])
    let second = try #require(try code(twice).codings.first)
    let quote = Array("The nurses left.".utf8)[...]
    #expect(second.id == StatementNamer(document: twice.document.source).id(of: quote, occurrence: 1))
    #expect(second.id != first[0].id)
}

@Test func aStatementHasThePageAndTheBoxesOfItsLines() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "Nothing here. There was ", "a lack of ", "staff. Nothing more.", page: 4)
    let coding = try #require(try code(sample).codings.first)
    #expect(coding.statement == "There was a lack of staff.")
    #expect(coding.page == 4)
    #expect(coding.boxes.map(\.y0) == [0, 10, 20])
    var short = SampleDocument()
    short.add(.paragraph, "Nothing here. ", "A lack of staff. ", "Nothing more.")
    #expect(try code(short).codings.first?.boxes.map(\.y0) == [10])
}

@Test func dimensionsOfDocumentsAreSummedOverThePassages() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "We held interviews. The interviews were long. One questionnaire was sent.")
    let coded = try code(sample)
    #expect(coded.documentCodes.codes(in: "design") == ["interviews"])
    #expect(coded.codings.isEmpty, "a code of the document makes no statement")
}

@Test func skippedSectionsGiveNoStatements() throws {
    var sample = SampleDocument()
    sample.add(.paragraph, "There was a lack of staff.", section: .references)
    let coded = try code(sample)
    #expect(coded.codings.isEmpty)
    #expect(coded.passages == 1)
}

@Test func severalCodebooksCodeTogether() throws {
    let second =
        "codebook: second\ndimensions:\n  - dimension: level\n    codes:\n      - code: team\n        rules:\n          - match: staff\n"
    let other = try #require(loadCodebook(yaml: second, file: "second.yaml").codebook)
    var sample = SampleDocument()
    sample.add(.paragraph, "There was a lack of staff. Money came.")
    let coder = DocumentCoder(codebooks: [try codebook(), other], categoryDimension: "kind", themeDimension: "topic")
    let codings = coder.code(sample.document).codings
    #expect(codings.map(\.codebook) == ["sample,second", "sample"])
    #expect(codings.first?.codes.codes(in: "level") == ["team"])
}
