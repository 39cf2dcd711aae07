import Codebooks
import DocumentModel
import Testing

struct AlternativeCoverageTests {
    /// Owners with the alternatives that no example fires.
    private func unfired(_ examples: String, nearMisses: String = "[]") throws -> [String: [String]] {
        let coverage = alternativeCoverage(
            of: try codebook(
                """
                codebook: test
                terms: {water: [rain*, tap, well], bed: bed*}
                dimensions:
                  - dimension: theme
                    assign: all
                    codes:
                      - code: soil
                        rules:
                          - {rule: wet, match: $water NEAR/3 (soil OR $bed), unless: [sand, gravel]}
                          - {rule: heading, under: [ground, earth], weight: -1}
                        examples: \(examples)
                        near misses: \(nearMisses)
                """))
        var result: [String: [String]] = [:]
        for item in coverage {
            switch item.owner {
            case .term(let name): result["$" + name] = item.unfired
            case .rule(_, let rule, let key): result["\(rule) \(key)"] = item.unfired
            }
        }
        return result
    }

    @Test func anAlternativeIsFiredWhereItsWordsMakeARuleHold() throws {
        let found = try unfired("[Rain on the soil., A well.]")
        #expect(found["$water"] == ["tap", "well"], "a well alone makes no rule hold")
        #expect(found["$bed"] == ["bed*"])
        #expect(found["wet match"] == ["$bed"])
    }

    @Test func namesAreFiredThroughTheRulesThatUseThem() throws {
        let found = try unfired("[The tap by the beds.]")
        #expect(found["$water"] == ["rain*", "well"])
        #expect(found["$bed"] == [])
        #expect(found["wet match"] == ["soil"])
    }

    @Test func aNearMissFiresWhatTakesAway() throws {
        let found = try unfired("[Rain on soil]", nearMisses: "[Gravel., {text: Rain on beds., heading: The earth}]")
        #expect(found["wet unless"] == ["sand"])
        #expect(found["heading under"] == ["ground"])
        #expect(found["$bed"] == ["bed*"], "the rule adds, so a near miss is no proof of it")
    }
}
