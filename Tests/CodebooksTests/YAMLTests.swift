import Codebooks
import Diagnostics
import Testing

struct YAMLTests {
    /// Values of `brief` that YAML reads as their author meant them.
    @Test(arguments: [
        ("don't stop", "don't stop"),
        ("at 10:30 in bed 4:a", "at 10:30 in bed 4:a"),
        ("C# and x#y", "C# and x#y"),
        ("100 % of it, a @ b, 3 * 4 & more", "100 % of it, a @ b, 3 * 4 & more"),
        ("a [1] and {2}", "a [1] and {2}"),
        ("he said \"no\"", "he said \"no\""),
        ("- not a list", nil),
        ("-5 degrees", "-5 degrees"),
        ("?why", "?why"),
        ("~", "~"),
        ("null", "null"),
        ("2024-01-31", "2024-01-31"),
        ("0x1F", "0x1F"),
        ("text   # a comment: with a colon", "text"),
        ("\"quoted: yes\" # a comment", "quoted: yes"),
        ("\"two\n          lines: here\"", "two lines: here"),
        ("'it''s fine'", "it's fine"),
        ("two\n          lines", "two lines"),
        (
            "|\n          Challenges: broadband #2\n          - \"Shared\" *beds*",
            "Challenges: broadband #2\n- \"Shared\" *beds*"
        ),
        (">-  # folded\n          one: two\n          three", "one: two three"),
        ("\n          on the: next line", nil),
        ("\n          on the next line", "on the next line"),
    ])
    func readsATextAsItStands(yaml: String, text: String?) {
        let (codebook, _) = loadCodebook(
            yaml: """
                codebook: test
                dimensions:
                  - dimension: theme
                    codes:
                      - code: a
                        brief: \(yaml)
                        rules:
                          - match: a
                """, file: "test.yaml")
        #expect(codebook?.dimensions[0].codes[0].brief == text)
    }

    @Test func readsListsAndMappingsInAllTheirForms() throws {
        let found = try codebook(
            """
            ---
            "codebook": test
            'title': x
            skip: [
              methods,   # one
              "results"
            ]
            dimensions:
            - dimension: theme
              codes:
              -
                code: a
                rules: [{match: [a, 'b', "c d"], weight: 2},
                  {under: e}]
                examples:
                - >
                  a: b
                  # c
                - "x: y" # z
              - {code: b, rules: [{match: z}], aliases: ["It's, well", isn't]}
            """)
        #expect(found.skip.map(\.rawValue) == ["methods", "results"])
        #expect(found.dimensions[0].codes.map(\.id) == ["a", "b"])
        #expect(found.dimensions[0].codes[0].rules[0].match?.sources == ["a", "b", "c d"])
        #expect(found.dimensions[0].codes[0].rules[1].under?.sources == ["e"])
        #expect(found.dimensions[0].codes[0].examples.map(\.passage.text) == ["a: b # c", "x: y"])
        #expect(found.dimensions[0].codes[1].aliases == ["It's, well", "isn't"])
    }

    @Test func placesCountCodePointsOfTheAuthorsLine() {
        let (_, diagnostics) = loadCodebook(
            yaml: """
                codebook: test
                dimensions:
                  - dimension: theme
                    codes:
                      - code: a
                        brief: "über: \u{1F331}"
                        rules:
                          - match: ["Bäume ö", $bäum]
                """, file: "test.yaml")
        #expect(diagnostics.map(\.identifier) == ["unknown-name"])
        #expect(diagnostics.first?.place == Place(file: "test.yaml", line: 8, column: 32, length: 5))
    }

    @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
    func linesAreThoseOfAnEditor(separator: String) {
        let (_, diagnostics) = loadCodebook(
            yaml: "codebook: test\ntitle: one\(separator)two\nunknown: x\n", file: "test.yaml")
        #expect(diagnostics.first { $0.identifier == "unknown-key" }?.place?.line == 3)
    }

    @Test(arguments: ["[", "{a: ", "- ", "x: [", "? "])
    func nestingIsRefusedAndNeverCrashes(opening: String) {
        let (codebook, diagnostics) = loadCodebook(
            yaml: "codebook: " + String(repeating: opening, count: 20_000), file: "test.yaml")
        #expect(codebook == nil)
        #expect(diagnostics.hasErrors)
    }

    @Test func deeperAndDeeperLinesAreRefused() {
        let lines = (0..<1200).map { String(repeating: " ", count: $0) + "a:\n" }
        let (codebook, diagnostics) = loadCodebook(yaml: lines.joined(), file: "test.yaml")
        #expect(codebook == nil)
        #expect(diagnostics.map(\.identifier) == ["too-deep"])
    }
}
