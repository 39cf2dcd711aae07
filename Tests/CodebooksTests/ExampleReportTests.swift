import Codebooks
import DocumentModel
import Testing

struct ExampleReportTests {
    private func report(_ examples: String, _ nearMisses: String = "[]") throws -> ExampleReport {
        testExamples(
            of: try codebook(
                """
                codebook: school-gardens
                negation: [no]
                dimensions:
                  - dimension: theme
                    assign: all
                    codes:
                      - code: soil
                        rules:
                          - rule: words
                            match: soil
                          - rule: heading
                            under: ground
                          - rule: sand
                            match: sand
                            weight: -1
                        examples: \(examples)
                        near misses: \(nearMisses)
                      - code: water
                        rules:
                          - rule: water
                            match: water OR rain
                        examples:
                          - text: Rain fell on the soil.
                            codes: {theme: [water, soil]}
                """))
    }

    @Test func examplesPassWhenTheirCodeIsAssignedAndNearMissesWhenNot() throws {
        let found = try report("[Good soil., {text: It was dry., heading: [Beds, The ground]}]", "[There was no soil.]")
        #expect(found.passed)
        #expect(found.tried == 4)
        #expect(found.unfired.map(\.rule) == ["sand"])
    }

    @Test func failuresSayWhatWasExpectedAndFound() throws {
        let found = try report("[\"Rain, nothing else.\"]", "[Soil]")
        #expect(found.failures.map(\.kind) == [.example, .nearMiss])
        #expect(found.failures.map(\.expected) == [["soil"], []])
        #expect(found.failures.map(\.found) == [["water"], ["soil"]])
        #expect(found.failures.map { $0.place?.line } == [16, 17])
    }

    @Test func codesOfAnExampleAreAllItShouldGet() throws {
        #expect(
            try report("[{text: Soil and rain., codes: {theme: [soil]}}]").failures.map(\.found) == [["soil", "water"]])
        #expect(try report("[{text: Soil and rain., codes: {theme: [water, soil]}}]").passed)
    }

    @Test func aRuleThatTakesAwayIsFiredByANearMiss() throws {
        #expect(try report("[Soil]", "[Soil of sand]").unfired.map(\.rule) == ["heading"])
        #expect(try report("[Soil]", "[Ground]").unfired.map(\.rule) == ["heading", "sand"])
    }

    @Test func examplesMayGiveEveryKeyOfAPassage() throws {
        let found = try codebook(
            """
            codebook: test
            dimensions:
              - dimension: theme
                codes:
                  - code: soil
                    rules:
                      - {match: soil, under: bed*, previous: worm*, in: results}
                    examples:
                      - {text: Soil., lead_in: "Beds:", previous: Worms., section: results}
            """)
        #expect(testExamples(of: found).passed)
        #expect(testExamples(of: found).unfired.isEmpty)
    }

    @Test func anExampleStandsForAWholeDocument() throws {
        let found = try codebook(
            """
            codebook: test
            dimensions:
              - dimension: study
                unit: document
                codes:
                  - code: trial
                    rules: [{match: trial*}]
                    examples: [This was a trial.]
                    near misses: [This was a survey., A trial]
            """)
        #expect(testExamples(of: found).failures.map(\.passage.text) == ["A trial"])
    }
}
