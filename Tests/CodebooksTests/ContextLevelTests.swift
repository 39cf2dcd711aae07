import Codebooks
import DocumentModel
import Testing

struct ContextLevelTests {
    private func helpsAndHinders() throws -> PassageCoder {
        try coder(
            """
              - dimension: theme
                codes:
                  - code: hinders
                    rules:
                      - under: barrier*
                  - code: helps
                    rules:
                      - under: [helped, success]
              - dimension: place
                codes:
                  - code: bed
                    rules:
                      - under: bed*
            """)
    }

    @Test func theInnerHeadingOverrulesTheOuter() throws {
        let coder = try helpsAndHinders()
        let headings = ["Barriers", "What helped", "Timetable"]
        #expect(coder.themes(of: passage("Time.", headings: headings)) == ["helps"])
        #expect(coder.themes(of: passage("Time.", headings: ["What helped", "Barriers"])) == ["hinders"])
    }

    @Test func theLeadInIsNearerThanAnyHeading() throws {
        let coder = try helpsAndHinders()
        let found = coder.code(passage("Time.", headings: ["Success"], leadIn: "The barriers were:"))
        #expect(found.codes(in: "theme") == ["hinders"])
        #expect(found.matches.map(\.spans) == [[MatchSpan(source: .leadIn, start: 4, end: 12)]])
    }

    @Test func aLevelWhereNothingOfTheDimensionHoldsIsPassedOver() throws {
        let coder = try helpsAndHinders()
        let found = coder.code(passage("Time.", headings: ["Our barriers", "Raised beds"], leadIn: "We saw:"))
        #expect(found.codes(in: "theme") == ["hinders"])
        #expect(found.codes(in: "place") == ["bed"])
        #expect(
            found.matches.map(\.spans) == [
                [MatchSpan(source: .heading, level: 0, start: 4, end: 12)],
                [MatchSpan(source: .heading, level: 1, start: 7, end: 11)],
            ])
    }

    @Test func aLevelCountsByItsUnderEvenIfTheRuleDoesNotHold() throws {
        let coder = try themes(["[{under: barrier*}]", "[{under: helped, match: soil}]"])
        let headings = ["Barriers", "What helped"]
        #expect(coder.themes(of: passage("Time.", headings: headings)) == [])
        #expect(coder.themes(of: passage("Soil.", headings: headings)) == ["b"])
    }

    @Test func severalRulesOfTheNearestLevelHold() throws {
        let coder = try themes(["[{under: barrier*}]", "[{under: soil}]", "[{under: water}]"])
        #expect(coder.themes(of: passage("Time.", headings: ["Water", "Barriers of the soil"])) == ["a", "b"])
    }

    @Test func spansOfARuleStandByTextLeadInHeadingsPrevious() throws {
        let coder = try themes(["[{match: soil, under: results, previous: worm*}]"])
        let found = coder.code(
            passage("Ünder the soil", headings: ["Läst results"], previous: "Worms"))
        #expect(
            found.matches == [
                RuleMatch(
                    code: CodeReference(dimension: "theme", code: "a"), rule: "rule-1",
                    spans: [
                        MatchSpan(source: .text, start: 10, end: 14),
                        MatchSpan(source: .heading, level: 0, start: 5, end: 12),
                        MatchSpan(source: .previous, start: 0, end: 5),
                    ])
            ])
    }

    @Test func passagesInARowAreCodedAsOneByOne() throws {
        let coder = try helpsAndHinders()
        let passages = [
            passage("One.", headings: ["Barriers"]), passage("Two.", headings: ["Barriers", "What helped"]),
            passage("Three.", headings: ["What helped"], leadIn: "Barriers"), passage("Four."),
            passage("Five.", headings: ["Raised beds", "Barriers"]),
            // The same to a reader, but not the same code points.
            passage("Six.", headings: ["Caf\u{E9} barriers"]), passage("Seven.", headings: ["Cafe\u{301} barriers"]),
        ]
        #expect(coder.code(passages) == passages.map { coder.code($0) })
    }
}
