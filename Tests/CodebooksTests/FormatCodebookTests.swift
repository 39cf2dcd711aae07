import Codebooks
import Diagnostics
import Foundation
import SeededRandom
import Testing

struct FormatCodebookTests {
    @Test func setsLinesInTheirColumns() {
        let found = formatCodebook(yaml: Self.ragged, file: "test.yaml")
        #expect(found.errors == [])
        #expect(found.text == Self.laidOut)
    }

    @Test func leavesWhatIsLaidOut() {
        #expect(formatCodebook(yaml: Self.laidOut, file: "test.yaml").text == Self.laidOut)
    }

    @Test func endsLinesWithALineFeed() {
        let windows =
            "\u{FEFF}"
            + Self.laidOut.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\r\n")
        #expect(formatCodebook(yaml: windows, file: "test.yaml").text == Self.laidOut)
    }

    @Test func leavesABrokenFileAlone() {
        let broken = "codebook: a\ntitle:   What: else\n"
        let found = formatCodebook(yaml: broken, file: "test.yaml")
        #expect(found.text == broken)
        #expect(found.errors.map(\.identifier) == ["missing-key", "colon-in-text"])
    }

    /// What a codebook says is the same after its lines have moved, and a second time nothing moves.
    @Test(arguments: 0..<100)
    func keepsWhatAFileSays(seed: UInt64) throws {
        var random = RaggedYAML(seed: seed)
        let yaml = random.codebook()
        let (codebook, diagnostics) = loadCodebook(yaml: yaml, file: "test.yaml")
        try #require(!diagnostics.hasErrors, "\(yaml)\n\(diagnostics)")
        let found = formatCodebook(yaml: yaml, file: "test.yaml")
        #expect(found.errors == [], "\(yaml)")
        #expect(withoutPlaces(loadCodebook(yaml: found.text, file: "test.yaml").codebook) == withoutPlaces(codebook))
        #expect(formatCodebook(yaml: found.text, file: "test.yaml").text == found.text, "\(yaml)")
        #expect(comments(found.text) == comments(yaml), "\(yaml)\n\(found.text)")
    }

    /// What an error says how to write is written so.
    @Test(arguments: brokenCodebooks())
    func mendsWhatErrorsPropose(name: String) throws {
        let yaml = try String(contentsOf: brokenFolder.appending(path: name + ".yaml"), encoding: .utf8)
        let found = formatCodebook(yaml: yaml, file: name, fixing: true)
        let left = found.errors.filter { error in
            let help = error.help ?? ""
            return help.hasPrefix("write it in quotes") || help.hasPrefix("write it twice")
        }
        #expect(left == [], "\(found.text)")
        #expect(formatCodebook(yaml: found.text, file: name, fixing: true).text == found.text)
    }

    @Test(arguments: [
        "colon-in-brief", "item-begins-with-quote", "item-begins-with-bracket", "item-reads-as-mapping",
        "begins-with-star", "quoted-item", "reference-in-brackets", "item-with-colon", "hash-in-text", "starred-term",
        "long-line", "begins-with-reserved-character", "expression-begins-with-quote",
        "comma-in-flow-list", "backslash", "list-beside-key", "control-character-in-text",
    ])
    func mendsAFileOfTrapsWholly(name: String) throws {
        let yaml = try String(contentsOf: brokenFolder.appending(path: name + ".yaml"), encoding: .utf8)
        let found = formatCodebook(yaml: yaml, file: name, fixing: true)
        #expect(found.errors == [], "\(found.text)")
        #expect(found.fixes > 0)
    }

    @Test func mendsTextsAsTheirAuthorMeantThem() throws {
        let yaml = """
            codebook: test
            dimensions:
              - dimension: theme
                codes:
                  - code: soil
                    brief: What hinders: anything
                    definition: bed #2 is "dry"
                    use when: Soil is
                      dry: always   # often
                    rules:
                      - match: *meter*   # a comment
                    examples:
                      - "Living" soil, they said,
                        "and plants".
                      - [23] found worms
                      - Challenges: broad
                          band
            """
        let found = formatCodebook(yaml: yaml, file: "test.yaml", fixing: true)
        let code = try #require(loadCodebook(yaml: found.text, file: "test.yaml").codebook?.dimensions[0].codes[0])
        #expect(code.brief == "What hinders: anything")
        #expect(code.definition == "bed #2 is \"dry\"")
        #expect(code.useWhen == "Soil is dry: always   # often")
        #expect(code.rules[0].match?.sources == ["*meter*"])
        #expect(
            code.examples.map(\.passage.text) == [
                "\"Living\" soil, they said, \"and plants\".", "[23] found worms", "Challenges: broad band",
            ])
        #expect(found.text.contains("- match: \"*meter*\"   # a comment"))
    }

    private static let ragged = """


        # A codebook.
        codebook:   gardens
        terms:   # names
            soil: [soil,compost*,
              "a b"]
            # of water
            water:
            - rain*
            -   flood*


        skip:
              - methods
        dimensions:
        -   dimension: theme
            codes:

            # the first
            - code: soil    # ground
              brief: >
                 What is said
                   of soil.

              definition: one
                two
              rules:
                 -
                   match: $soil   \t
                   unless:
                      $water
              examples:
              - {text: "Soil,
                   and rain", heading: [A,B]}
        # the end


        """

    private static let laidOut = """
        # A codebook.
        codebook: gardens
        terms:   # names
          soil: [soil, compost*,
            "a b"]
          # of water
          water:
            - rain*
            - flood*

        skip:
          - methods
        dimensions:
          - dimension: theme
            codes:

              # the first
              - code: soil    # ground
                brief: >
                   What is said
                     of soil.

                definition: one
                  two
                rules:
                  -
                    match: $soil
                    unless:
                      $water
                examples:
                  - {text: "Soil,
                       and rain", heading: [A, B]}
        # the end

        """
}

/// What a codebook says, wherever its lines stand.
private func withoutPlaces(_ codebook: Codebook?) -> Codebook? {
    guard var codebook else { return nil }
    for index in codebook.terms.indices { codebook.terms[index].place = nil }
    codebook.negation?.place = nil
    for dimension in codebook.dimensions.indices {
        codebook.dimensions[dimension].place = nil
        for code in codebook.dimensions[dimension].codes.indices {
            removePlaces(&codebook.dimensions[dimension].codes[code])
        }
    }
    return codebook
}

private func removePlaces(_ code: inout Code) {
    code.place = nil
    for index in code.rules.indices {
        code.rules[index].place = nil
        code.rules[index].match?.place = nil
        code.rules[index].under?.place = nil
        code.rules[index].previous?.place = nil
        code.rules[index].unless?.place = nil
    }
    for index in code.examples.indices { code.examples[index].place = nil }
    for index in code.nearMisses.indices { code.nearMisses[index].place = nil }
}

private func comments(_ yaml: String) -> [Substring] {
    yaml.split { $0.isNewline }.compactMap { line in
        line.firstRange(of: "# note").map { line[$0.lowerBound...] }
    }
}

/// Codebooks as nobody would lay them out.
private struct RaggedYAML {
    private var generator: SeededGenerator
    private var lines: [String] = []
    private var number = 0

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func codebook() -> String {
        lines = []
        text("codebook", "gardens", 0)
        if one(in: 2) { text("title", prose(), 0) }
        let depth = pick([1, 2, 5])
        line(0, "terms:")
        line(depth, "t: " + flow(["soil", "\"a b\"", "rain*"], depth))
        line(0, "dimensions:")
        list(0) { random, column in
            random.text("dimension", "theme", column, isFirst: true)
            random.text("assign", "all", column)
            random.line(column, "codes:")
            random.list(column) { random, column in random.code(column) }
        }
        return lines.joined(separator: pick(["\n", "\n", "\r\n"])) + pick(["", "\n", "\n\n\n"])
    }

    private mutating func code(_ column: Int) {
        number += 1
        text("code", "c\(number)", column, isFirst: true)
        for key in ["brief", "definition", "use when"] where one(in: 2) { text(key, prose(), column) }
        line(column, "rules:")
        list(column) { random, column in
            random.text("match", random.pick(["$t", "soil OR water", "\"*meter\""]), column, isFirst: true)
            if random.one(in: 2) { random.text("weight", "2", column) }
        }
        line(column, "examples:")
        list(column) { random, column in
            random.text("text", random.prose(), column, isFirst: true)
            if random.one(in: 2) { random.line(column, "heading: " + random.flow(["A", "'B, c'"], column)) }
        }
    }

    /// Items whose dashes are in one column, each with its keys in another.
    private mutating func list(_ column: Int, _ item: (inout RaggedYAML, Int) -> Void) {
        let dash = column + pick([0, 1, 2, 4])
        for _ in 0..<Int.random(in: 1...3, using: &generator) where column > 0 || number == 0 {
            let inner = dash + pick([2, 3, 5])
            noise(dash)
            if one(in: 4) { line(dash, "-") } else { dashes.append((dash, inner)) }
            item(&self, inner)
        }
    }

    /// Dashes that stand on the line of the key that comes next.
    private var dashes: [(dash: Int, inner: Int)] = []

    private mutating func text(_ key: String, _ value: String, _ column: Int, isFirst: Bool = false) {
        if !isFirst { noise(column) }
        let blanks = String(repeating: " ", count: pick([1, 1, 3]))
        let inner = String(repeating: " ", count: column + pick([1, 2, 6]))
        let words = value.split(separator: " ").joined(separator: one(in: 3) ? "\n\(inner)" : " ")
        let quote = value.contains("\"") ? "'" : pick(["\"", "'"])
        switch Int.random(in: 0..<6, using: &generator) {
        case 0 where isFirst == false: line(column, "\(key): |\n\(inner)" + words)
        case 1 where isFirst == false: line(column, "\(key): >-\n\n\(inner)" + words)
        case 2 where !value.contains("\""): line(column, "\(key):\(blanks)\(quote)\(words)\(quote)")
        case 3 where !value.hasPrefix("\""): line(column, "\(key):\n\(inner)\(words)")
        default:
            let plain = value.hasPrefix("\"") ? value : words
            line(column, "\(key):\(blanks)\(plain)" + pick(["", "  ", "   # note \(value)"]))
        }
    }

    private mutating func flow(_ items: [String], _ column: Int) -> String {
        let inner = String(repeating: " ", count: column + pick([1, 3]))
        return "[" + items.joined(separator: pick([",", ", ", " ,  ", ",\n\(inner)", ", # note, too\n\(inner)"]))
            + pick(["]", " ]", ",]"])
    }

    private mutating func noise(_ column: Int) {
        guard dashes.isEmpty else { return }
        if one(in: 5) { lines.append(pick(["", "   ", "\n\n"])) }
        if one(in: 5) {
            lines.append(String(repeating: " ", count: pick([0, column, column + 1])) + "# note \(column)")
        }
    }

    private mutating func line(_ column: Int, _ text: String) {
        var head = ""
        for (dash, inner) in dashes {
            head += String(repeating: " ", count: dash - head.count) + "-"
            head += String(repeating: " ", count: inner - head.count)
        }
        dashes = []
        lines.append(head + String(repeating: " ", count: column - head.count) + text)
    }

    private mutating func prose() -> String {
        pick(["soil and rain", "What grew here", "no", "1.10", "a bed, or two"])
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &generator)! }

    private mutating func one(in count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }
}
