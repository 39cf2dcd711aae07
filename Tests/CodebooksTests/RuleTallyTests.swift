import Codebooks
import DocumentModel
import Testing

struct RuleTallyTests {
    private let soil = CodeReference(dimension: "theme", code: "soil")
    private let water = CodeReference(dimension: "theme", code: "water")

    /// A tally of documents, each a list of passages.
    private func tally(_ documents: [[String]], assign: String = "best") throws -> RuleTally {
        let book = try codebook(
            """
            codebook: test
            dimensions:
              - dimension: theme
                assign: \(assign)
                codes:
                  - code: soil
                    rules: [{rule: soil, match: soil, weight: 2}, {rule: earth, match: soil OR earth}, {rule: mud, match: mud}]
                  - code: water
                    threshold: 2
                    rules: [{rule: rain, match: rain, weight: 2}, {rule: drop, match: drop*}]
            """)
        let coder = PassageCoder([book])
        var tally = RuleTally([book])
        for (number, passages) in documents.enumerated() {
            tally.beginDocument()
            for text in passages {
                tally.add(coder.code(passage(text)), PassageMention(document: "\(number)", page: 1, text: text))
            }
        }
        return tally
    }

    @Test func rulesCountPassagesAndDocuments() throws {
        let tally = try tally([["Soil.", "Earth.", "None."], ["Soil and earth."]])
        #expect(tally.documents == 2 && tally.passages == 4)
        #expect(tally.uses.map(\.passages) == [2, 3, 0, 0, 0])
        #expect(tally.uses.map(\.documents) == [2, 2, 0, 0, 0])
        #expect(tally.uses.map(\.rule.rule) == ["soil", "earth", "mud", "rain", "drop"])
    }

    @Test func rulesOfOneCodeThatHoldTogetherOverlap() throws {
        let tally = try tally([["Soil.", "Earth.", "Soil and mud."]])
        #expect(
            tally.overlaps.map { [$0.first, $0.second, "\($0.both)", "\($0.jaccard)", "\($0.share)"] } == [
                ["soil", "earth", "2", "666", "1000"], ["soil", "mud", "1", "500", "1000"],
                ["earth", "mud", "1", "333", "1000"],
            ])
    }

    @Test func rulesOfCodesThatExcludeEachOtherConflictWhereBothReach() throws {
        let tally = try tally([["Rain and a drop.", "Soil, earth, rain.", "Soil and drops."], ["Mud and rain."]])
        let found = tally.ruleConflicts
        #expect(found.map { "\($0.first.rule) \($0.second.rule)" } == ["soil rain", "earth rain", "mud rain"])
        #expect(found.map(\.firstWins) == [1, 1, 0] && found.map(\.secondWins) == [0, 0, 1])
        #expect(found.map(\.example.document) == ["0", "0", "1"])
        #expect(found[0].first == RuleReference(code: soil, rule: "soil"))
        #expect(found[0].second == RuleReference(code: water, rule: "rain"))
    }

    @Test func codesThatMayStandTogetherDoNotConflict() throws {
        #expect(try tally([["Soil and rain."]], assign: "all").ruleConflicts.isEmpty)
    }
}
