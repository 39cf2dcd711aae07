import Codebooks
import DocumentModel
import Testing

struct CompareCodebooksTests {
    private static let old = """
        codebook: gardens
        version: "1"
        terms: {wet: [rain, tap], bed: bed*}
        skip: [references]
        dimensions:
          - dimension: theme
            codes:
              - code: soil
                label: The soil
                brief: What grows in beds.
                rules:
                  - {rule: wet, match: $wet NEAR/3 (soil OR $bed), weight: 2}
                  - {rule: dry, match: dust}
                examples: [Rain on the soil.]
              - code: people
                rules: [{rule: pupils, match: pupils}]
        """

    private func changes(_ edits: (String, String)...) throws -> [CodebookChange] {
        var new = Self.old
        for (from, to) in edits {
            try #require(new.contains(from))
            new = new.replacing(from, with: to)
        }
        return compare(try codebook(Self.old), try codebook(new)).changes
    }

    private let soil = CodeReference(dimension: "theme", code: "soil")

    @Test func whatIsTheSameHasNoDifference() throws {
        #expect(try changes().isEmpty)
        #expect(try changes(("terms:", "# A comment.\nterms:"), ("weight: 2", "weight: 2.0")).isEmpty)
    }

    @Test func keysAreComparedByTheirValues() throws {
        #expect(
            try changes(("version: \"1\"", "version: \"2\""), ("weight: 2", "weight: strong")) == [
                CodebookChange(subject: .codebook, kind: .changed(key: "version", from: "1", to: "2")),
                CodebookChange(
                    subject: .rule(RuleReference(code: soil, rule: "wet")),
                    kind: .changed(key: "weight", from: "2", to: "3")),
            ])
    }

    @Test func aTermNamesTheRulesThatItTouches() throws {
        let found = try changes(("[rain, tap]", "[rain, well]"))
        #expect(
            found == [
                CodebookChange(
                    subject: .term("wet"), kind: .changedList(key: "expressions", added: ["well"], removed: ["tap"]),
                    touched: [RuleReference(code: soil, rule: "wet")])
            ])
    }

    @Test func anotherIdForTheSameIsARename() throws {
        let found = try changes(("code: soil", "code: earth"), ("rule: dry", "rule: dusty"))
        let earth = CodeReference(dimension: "theme", code: "earth")
        #expect(
            found == [
                CodebookChange(subject: .code(earth), kind: .renamed(from: "soil")),
                CodebookChange(
                    subject: .rule(RuleReference(code: earth, rule: "dusty")), kind: .renamed(from: "dry")),
            ])
    }

    @Test func whatSaysSomethingElseIsRemovedAndAdded() throws {
        let found = try changes(
            ("code: people", "code: animals"), ("{rule: pupils, match: pupils}", "{rule: hens, match: hen*}"))
        #expect(
            found == [
                CodebookChange(
                    subject: .code(CodeReference(dimension: "theme", code: "people")), kind: .removed),
                CodebookChange(subject: .code(CodeReference(dimension: "theme", code: "animals")), kind: .added),
            ])
    }

    @Test func textsAreComparedWordByWord() {
        #expect(
            wordDifference("What grows in beds.", "What grew in the beds.") == [
                .kept("What"), .removed("grows"), .added("grew"), .kept("in"), .added("the"), .kept("beds."),
            ])
        #expect(wordDifference("", "soil") == [.added("soil")])
        #expect(wordDifference("same words", "same words") == [.kept("same words")])
    }

    @Test func longTextsAreReplacedAsAWhole() {
        let old = (0..<5000).map { "a\($0)" }.joined(separator: " ")
        #expect(wordDifference(old, "b") == [.removed(old), .added("b")])
    }

    // MARK: Codings

    /// What an edit of the codebook changes in the codes of a passage.
    private func changes(in text: String, _ edits: (String, String)...) throws -> [CodingChange] {
        var new = Self.old
        for (from, to) in edits {
            try #require(new.contains(from))
            new = new.replacing(from, with: to)
        }
        let (before, after) = (try codebook(Self.old), try codebook(new))
        let comparison = CodingComparison(before, after, compare(before, after))
        return comparison.changes(
            PassageCoder([before]).code(passage(text)), PassageCoder([after]).code(passage(text)))
    }

    @Test func aCodingThatIsLostNamesTheRuleThatFellSilent() throws {
        let found = try changes(in: "Dust and pupils.", ("match: dust", "match: dusty"))
        #expect(
            found == [
                CodingChange(
                    dimension: "theme", before: ["soil"], after: ["people"], firing: [],
                    silent: [RuleReference(code: soil, rule: "dry")],
                    scores: [
                        CodingChange.ScoreChange(code: "people", before: 1000, after: 1000),
                        CodingChange.ScoreChange(code: "soil", before: 1000, after: 0),
                    ])
            ])
        #expect(found.map(\.gained) == [["people"]] && found.map(\.lost) == [["soil"]])
    }

    @Test func renamesChangeNoCoding() throws {
        #expect(try changes(in: "Dust.", ("code: soil", "code: earth"), ("rule: dry", "rule: dusty")).isEmpty)
        #expect(try changes(in: "Dust.", ("dimension: theme", "dimension: topic")).isEmpty)
    }
}
