import Codebooks
import DocumentModel
import Expressions
import Testing

struct LoadCodebookTests {
    @Test func readsEveryPartOfACodebook() throws {
        let found = try codebook(Self.whole)
        #expect(found.id == "school-gardens")
        #expect(found.title == "What school gardens need: a review")
        #expect(found.version == "1.10")
        #expect(found.source == "no")
        #expect(found.language == "en")
        #expect(found.terms.map(\.name) == ["poor", "earth", "soil", "ground"])
        #expect(found.terms.map(\.sources) == [["poor", "lack*"], ["$soil", "earth"], ["soil"], ["$earth"]])
        #expect(found.negation?.sources == ["no", "not", "never", "without"])
        #expect(found.negation?.expression.source == "no OR \"not\" OR never OR without")
        #expect(found.skip == [.references, .contents])
        #expect(found.dimensions.map(\.id) == ["theme", "study"])
        #expect(found.dimensions.map(\.label) == ["Themes", "study"])
        #expect(found.dimensions.map(\.unit) == [.passage, .document])
        #expect(found.dimensions.map(\.assign) == [.within(thousandths: 1500), .best])
        let soil = try #require(found.code(CodeReference(dimension: "theme", code: "soil")))
        #expect(soil.label == "Soil")
        #expect(soil.column == "What the soil needs")
        #expect(soil.aliases == ["Ground", "no", "Earth, compost"])
        #expect(soil.brief == "What the soil needs.")
        #expect(soil.definition == "Said of soil: that it is poor,\nor rich.")
        #expect(soil.useWhen == "the bed #2 is meant")
        #expect(soil.notWhen == "a text goes on over lines")
        #expect(soil.threshold == 1250)
        #expect(soil.place?.line == 23)
    }

    @Test func readsRulesAndExamples() throws {
        let soil = try codebook(Self.whole).dimensions[0].codes[0]
        #expect(soil.rules.map(\.id) == ["poor", "rule-2"])
        #expect(soil.rules.map(\.weight) == [3000, -250])
        #expect(soil.rules[0].match?.sources == ["$poor NEAR/3 $ground", "*sand*"])
        #expect(
            soil.rules[0].match?.expression.source == "(poor OR lack*) NEAR/3 (soil OR earth) OR *sand*")
        #expect(soil.rules[0].inSections == [.results, .discussion])
        #expect(soil.rules[1].notInSections == [.methods])
        #expect(soil.rules[1].when == [])
        #expect(soil.examples.map(\.passage.text) == ["The soil was poor.", "Poor earth"])
        #expect(soil.examples.map(\.passage.id) == ["theme.soil.example-1", "theme.soil.example-2"])
        #expect(soil.examples[1].passage.headings == ["Results", "Beds"])
        #expect(soil.examples[1].codes == [DimensionCodes(dimension: "theme", codes: ["soil"])])
        #expect(soil.nearMisses.map(\.passage.text) == ["Challenges: broadband"])
    }

    @Test func readsTheSameFromWindowsLineEnds() throws {
        let windows = Self.whole.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(try codebook(windows) == codebook(Self.whole))
    }

    @Test(arguments: [
        ("1", 1000), ("0.5", 500), ("-2.125", -2125), ("10", 10000), ("strong", 3000), ("normal", 1000), ("weak", 500),
    ])
    func readsWeightsInThousandths(weight: String, thousandths: Int) throws {
        let found = try codebook(
            """
            codebook: test
            dimensions: [{dimension: theme, codes: [{code: a, rules: [{match: a, weight: \(weight)}, {match: b, weight: 9}]}]}]
            """)
        #expect(found.dimensions[0].codes[0].rules[0].weight == thousandths)
    }

    @Test(arguments: ["1.2345", "1e3", "+1", ".5", "1.", "1,5", "", "10000000", "half", "--1"])
    func refusesOtherWeights(weight: String) {
        let (found, diagnostics) = loadCodebook(
            yaml: """
                codebook: test
                dimensions: [{dimension: theme, codes: [{code: a, rules: [{match: a, weight: "\(weight)"}]}]}]
                """, file: "test.yaml")
        #expect(found == nil)
        #expect(diagnostics.map(\.identifier) == ["bad-weight"])
    }

    private static let whole = """
        # A codebook with every key.
        codebook: school-gardens
        title: "What school gardens need: a review"
        version: 1.10
        source: no
        language: en            # a comment
        terms:
          poor: [poor, lack*]
          earth: [$soil,
            earth]
          soil: soil
          ground: $earth
        negation: [no, not, never, without]
        skip:
        - references
        - contents
        dimensions:
          - dimension: theme
            label: Themes
            unit: passage
            assign: all within 1.5 of the best
            codes:
              - code: soil
                label: Soil      # a comment
                column: What the soil needs
                aliases: [Ground, no, "Earth, compost"]
                brief: What the soil needs.
                definition: |
                  Said of soil: that it is poor,
                  or rich.
                use when: 'the bed #2 is meant'
                not when: a text goes on
                  over lines
                threshold: 1.25
                rules:
                  - rule: poor
                    match:
                      - $poor NEAR/3 $ground
                      - "*sand*"
                    in: [results, discussion]
                    weight: strong
                  - match: plan
                    not in: methods
                    weight: -0.25
                examples:
                  - The soil was poor.
                  - text: Poor earth
                    heading: [Results, Beds]
                    codes: {theme: soil}
                near misses:
                  - "Challenges: broadband"
          - dimension: study
            unit: document
            codes:
              - code: trial
                rules:
                  - match: trial
        """
}
