import Codebooks
import DocumentModel
import Testing

struct RuleTests {
    @Test func holdsOnlyWhereAllItsKeysHold() throws {
        let coder = try themes(["[{match: soil, under: results, previous: worm*, in: results, unless: sand}]"])
        func found(
            _ text: String = "The soil was rich.", _ heading: String = "Results", _ previous: String? = "Worms came.",
            _ section: SectionKind = .results
        ) -> [String] {
            coder.themes(of: passage(text, headings: [heading], previous: previous, section: section))
        }
        #expect(found() == ["a"])
        #expect(found("The beds were rich.") == [])
        #expect(found("The soil was sand.") == [])
        #expect(found("The soil was rich.", "Methods") == [])
        #expect(found("The soil was rich.", "Results", "Birds came.") == [])
        #expect(found("The soil was rich.", "Results", nil) == [])
        #expect(found("The soil was rich.", "Results", "Worms came.", .methods) == [])
    }

    @Test(arguments: [
        "Dig the soil.", "• Dig the soil.", "3. Dig the soil.", "2.1) Dig the soil.", "(a) Dig the soil.",
        "iv. Dig the soil.", "– “Dig the soil.”", "Digging the soil helps.", "Dig, and dig again.",
    ])
    func atStartHoldsWithTheFirstWordBehindAListMarker(text: String) throws {
        let coder = try themes([
            "[{match: dig*, at: start}]", "[{match: (soil OR dig*) PRE/3 (soil OR again), at: start}]",
        ])
        #expect(coder.themes(of: passage(text)) == ["a", "b"])
    }

    @Test(arguments: [
        "They dig the soil.", "12 people dig.", "A dig.", "1998 dig", "É. coli and dig", "So. Dig.", "We do not; dig",
    ])
    func atStartDoesNotHoldElsewhere(text: String) throws {
        let coder = try themes(["[{match: dig*, at: start}]"])
        #expect(coder.themes(of: passage(text)) == [])
    }

    @Test func atStartHoldsWhereNegationLeavesTheFirstWord() throws {
        let coder = try themes(["[{match: dig*, at: start}]"], head: "negation: [no]")
        #expect(coder.themes(of: passage("Dig where there was no digging.")) == ["a"])
        #expect(coder.themes(of: passage("No dig; digging.")) == [])
    }

    @Test func unlessLooksAtTheWholeText() throws {
        let coder = try themes(["[{match: soil NEAR/1 dry, unless: rain*}]"])
        #expect(coder.themes(of: passage("The soil was dry in every one of the many beds.")) == ["a"])
        #expect(coder.themes(of: passage("The soil was dry; months later, far too late, it rained.")) == [])
    }

    @Test func unlessIsNotTakenAwayByNegation() throws {
        let coder = try themes(["[{match: soil, unless: rain}]"], head: "negation: [no]")
        #expect(coder.themes(of: passage("There was no rain on this soil.")) == [])
    }

    @Test func inHoldsWhereTheSectionIsUnknown() throws {
        let coder = try themes(["[{match: soil, in: [results, discussion]}]"])
        #expect(coder.themes(of: passage("Soil.")) == ["a"])
        #expect(coder.themes(of: passage("Soil.", section: .discussion)) == ["a"])
        #expect(coder.themes(of: passage("Soil.", section: .methods)) == [])
    }

    @Test func notInTakesItsSectionsAwayAndHoldsWhereTheSectionIsUnknown() throws {
        let coder = try themes([
            "[{match: soil, not in: methods}]", "[{match: soil, in: [methods, results], not in: methods}]",
        ])
        #expect(coder.themes(of: passage("Soil.")) == ["a", "b"])
        #expect(coder.themes(of: passage("Soil.", section: .results)) == ["a", "b"])
        #expect(coder.themes(of: passage("Soil.", section: .methods)) == [])
    }

    @Test(arguments: SectionKind.allCases)
    func knowsEverySectionKind(kind: SectionKind) throws {
        let coder = try themes(["[{match: soil, in: \(kind.rawValue)}]"])
        for section in SectionKind.allCases {
            #expect(coder.themes(of: passage("Soil.", section: section)) == (section == kind ? ["a"] : []))
        }
    }

    @Test func skippedSectionsGetNoCodes() throws {
        let coder = try themes(["[{match: soil}]"], head: "skip: [references, contents]")
        #expect(coder.themes(of: passage("Soil.", section: .references)) == [])
        #expect(coder.themes(of: passage("Soil.", section: .appendix)) == ["a"])
        #expect(coder.themes(of: passage("Soil.")) == ["a"])
    }

    @Test func negationTakesHitsOfMatchAwayOneByOne() throws {
        let coder = try themes(["[{match: soil}]", "[{under: soil}]"], head: "negation: [no, without]")
        #expect(coder.themes(of: passage("There was no good soil.")) == [])
        #expect(coder.themes(of: passage("There was no sun, soil was there.")) == ["a"])
        let codes = coder.code(passage("Without soil in one bed, the soil of the other was used."))
        #expect(codes.matches.map(\.spans) == [[MatchSpan(source: .text, start: 29, end: 33)]])
        #expect(coder.themes(of: passage("Beds.", headings: ["No soil"])) == ["b"])
    }

    @Test func aListMeansOr() throws {
        let coder = try themes(["[{match: [soil, compost], in: [results, methods]}]"])
        #expect(coder.themes(of: passage("Compost.", section: .methods)) == ["a"])
        #expect(coder.themes(of: passage("Soil.", section: .results)) == ["a"])
        #expect(coder.themes(of: passage("Sand.", section: .results)) == [])
    }

    @Test func termsMayUseTermsAndStandForWordsBesideOthers() throws {
        let coder = try themes(
            ["[{match: dry $ground}]"], head: "terms:\n  ground: [earth, $soil]\n  soil: [soil*, compost]")
        #expect(coder.themes(of: passage("On dry soils nothing grew.")) == ["a"])
        #expect(coder.themes(of: passage("On dry earth nothing grew.")) == ["a"])
        #expect(coder.themes(of: passage("On wet earth all was dry.")) == [])
    }

    @Test func previousSeesThePassageBefore() throws {
        let coder = try themes(["[{previous: soil OR ground}]"])
        let codes = coder.code(passage("It was dry.", previous: "We looked at the soil."))
        #expect(codes.codes(in: "theme") == ["a"])
        #expect(codes.matches.map(\.spans) == [[MatchSpan(source: .previous, start: 17, end: 21)]])
        #expect(coder.themes(of: passage("The soil was dry.")) == [])
    }

    @Test func whenSeesCodesAssignedInOtherDimensions() throws {
        let coder = try coder(
            """
              - dimension: theme
                codes:
                  - code: soil
                    rules:
                      - match: soil
                        when: [place.bed, place.field]
              - dimension: place
                codes:
                  - code: field
                    rules:
                      - match: field*
                  - code: bed
                    threshold: 2
                    rules:
                      - match: bed*
                      - match: raised
                  - code: pot
                    rules:
                      - match: pot*
            """)
        #expect(coder.themes(of: passage("Soil of the fields.")) == ["soil"])
        #expect(coder.themes(of: passage("Soil of raised beds.")) == ["soil"])
        // A rule of 'bed' holds, but its threshold is not reached.
        #expect(coder.themes(of: passage("Soil of beds.")) == [])
        #expect(coder.themes(of: passage("Soil of pots.")) == [])
        // Dimensions stand in the codebook's order, although 'place' is evaluated first.
        #expect(coder.code(passage("Soil of fields.")).assigned.map(\.dimension) == ["theme", "place"])
    }
}
