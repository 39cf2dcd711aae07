import Codebooks
import DocumentModel
import SeededRandom

/// Codebooks that fill every key, in the words of YAML, with texts that hurt: what means something to YAML, to a
/// spreadsheet or to our own notations.
struct FullCodebook {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Pieces of texts.
    private static let pieces = [
        "=SUM(A1)", "+1", "-2", "@here", "'quoted'", "\"said\"", "“so”", "#2", " #2", ": ", "a: b", "- item", "| bar",
        "> more",
        "\\", "\\n", "[23]", "{x}", "*meter*", "&amp;", "<b>", "%", "!", "`", "?", "1.10", "007", "3/4", "May 2020",
        "TRUE",
        "no", "null", "~", "no: never", ", and", ";", "x; y", "(2)", "(strong)", "under-a: ", "é", "e\u{301}", "中文",
        "🌱",
        "\u{A0}", "\u{2028}", "\u{85}", "_x0041_", "\t", "  ", "   two", "---", "...", "%YAML", "$lack",
        "l'eau",
        "> heading: x", "(more in the sheet Rules)", "Sheet: Rules", "a, b", "word", "Sea", "trust", "respect",
    ]

    /// Expressions, also such as the notations of a sheet could misread.
    private static let expressions = [
        "lack*", "short supply", "$lack NEAR/4 $money", "(a OR b) AND c", "grade (2)", "grade (strong)",
        "\"a; b\" OR c",
        "wom?n", "goal~", "\"AND\"", "a-b", "a NOT b", "“typographic quote” OR x", "don't", "a OR\nb OR\n\nc",
        "no  two",
        "x PRE/0 y", "(2)", "1.5", "a/b", "a_b", "été", "true", "null", "no", "(more in the sheet Rules)",
        "aaaaaaaaaaaa OR bbbbbbbbbbbbbbbbbb OR cccccccccccccccccccccc OR dddddddddddddd OR eeeeeeeeeeeeeeeeeeee OR "
            + "ffffffffffffffffff OR gggggggggggggg",
    ]

    mutating func codebook() -> Codebook {
        let dimensions = Int.random(in: 1...3, using: &generator)
        var codebook = Codebook(
            id: pick(["a", "our-codes", "1", "true", "été"]), title: text(3),
            version: pick(["", "1.10", "2", "0.1.0", "May 3"]),
            source: text(4), language: pick(["en", "de"]),
            terms: [
                NamedTerm(name: "lack", sources: ["lack*", "short*"]),
                NamedTerm(name: "money", sources: list(Self.simple)),
            ], skip: chance(2) ? sections() : [],
            dimensions: (0..<dimensions).map { number in
                Dimension(
                    id: "d\(number)", label: chance(2) ? nil : text(2), unit: chance(4) ? .document : .passage,
                    assign: pick([.best, .all, .within(thousandths: 1000), .within(thousandths: 1500)]), codes: [])
            })
        if chance(2) { codebook.negation = expression(list(["no", "not", "no longer", "never"])) }
        for dimension in 0..<dimensions {
            for number in 0..<Int.random(in: 1...4, using: &generator) {
                codebook.dimensions[dimension].codes.append(
                    Code(id: pick(["c", "true", "007", "e-1", "é_"]) + "\(number)"))
            }
        }
        let ids = codebook.dimensions.map { ($0.id, $0.unit, $0.codes.map(\.id)) }
        for dimension in 0..<dimensions {
            for code in codebook.dimensions[dimension].codes.indices {
                fill(&codebook.dimensions[dimension].codes[code], ids, dimension)
            }
        }
        return codebook
    }

    private mutating func fill(_ code: inout Code, _ ids: [(String, Dimension.Unit, [String])], _ dimension: Int) {
        // Labels, aliases and examples of codes that are alike would be errors of the codebook.
        let mark = "\(ids[dimension].0) \(code.id) "
        if chance(2) { code.label = mark + "label " + text(2) + "." }
        if chance(2) { code.column = chance(5) ? "" : text(2) }
        code.aliases = chance(2) ? [] : (0..<2).map { mark + "\($0)" + text(2) + "." }
        code.brief = text(3)
        code.definition = text(40)
        code.useWhen = text(12)
        code.notWhen = text(3)
        code.threshold = pick([1000, 500, 1500, 1])
        let lower = ids[..<dimension].filter { $0.1 == .passage }
        code.rules = (0..<Int.random(in: 0...5, using: &generator)).map { rule($0, lower) }
        code.examples = (0..<Int.random(in: 0...3, using: &generator)).map {
            example(mark + "e\($0) ", ids, dimension, [code.id])
        }
        code.nearMisses = (0..<Int.random(in: 0...2, using: &generator)).map {
            example(mark + "n\($0) ", ids, dimension, [])
        }
    }

    private mutating func rule(_ number: Int, _ lower: [(String, Dimension.Unit, [String])]) -> Rule {
        let ids = [
            "rule-\(number + 1)", "look-for-\(number + 1)", "heading-\(number + 1)", "r\(number)", "true\(number)",
        ]
        var rule = Rule(id: pick(ids), weight: pick([1000, 1000, 500, 3000, -1000, 1, 0]))
        let form = Int.random(in: 0..<6, using: &generator)
        if form < 4 { rule.match = expression(list(Self.expressions)) }
        if form < 4, chance(4) { rule.at = .start }
        if form == 4 || form == 3 && chance(2) { rule.under = expression(list(Self.expressions)) }
        if form == 5 { rule.previous = expression(list(Self.expressions)) }
        if chance(4) { rule.unless = expression(list(Self.expressions)) }
        if chance(6) { rule.inSections = sections() }
        if chance(6) { rule.notInSections = sections() }
        if chance(4), let other = lower.randomElement(using: &generator) {
            rule.when = [CodeReference(dimension: other.0, code: pick(other.2))]
        }
        return rule
    }

    private mutating func example(
        _ mark: String, _ ids: [(String, Dimension.Unit, [String])], _ own: Int, _ codes: [String]
    ) -> Example {
        var example = Example(
            passage: Passage(id: "", text: pick(["", "> ", "| ", "\\", "= "]) + mark + text(6) + "."))
        guard chance(2) else { return example }
        example.passage.headings = (0..<Int.random(in: 0...2, using: &generator)).map { _ in text(2) }
        if chance(3) { example.passage.leadIn = text(3) }
        if chance(3) { example.passage.previous = text(3) }
        if chance(3) { example.passage.section = pick(SectionKind.allCases) }
        if chance(3) {
            example.codes = ids.indices.filter { $0 >= own }.map { index in
                let others = chance(2) ? [] : ids[index].2
                return DimensionCodes(dimension: ids[index].0, codes: index == own ? codes : others)
            }
        }
        return example
    }

    // MARK: Parts

    private static let simple = ["fund*", "budget~", "short supply", "(2)", "$lack"]

    private mutating func list(_ texts: [String]) -> [String] {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in pick(texts) }
    }

    /// What the expression means is not compared: it follows from the words.
    private func expression(_ sources: [String]) -> RuleExpression {
        RuleExpression(sources: sources, expression: .all([]))
    }

    private mutating func sections() -> [SectionKind] {
        (0..<Int.random(in: 1...2, using: &generator)).map { _ in pick(SectionKind.allCases) }
    }

    /// A text without blanks at its ends, as every reader gives it; where nothing can be seen, nothing stands.
    private mutating func text(_ most: Int) -> String {
        let count = Int.random(in: 0...most, using: &generator)
        let texts = (0..<count).map { _ in pick(Self.pieces) + pick(["", " ", " ", " ", "\n", "\n\n", "\n  "]) }
        let scalars = Array(texts.joined().unicodeScalars)
        let isBlank: (Unicode.Scalar) -> Bool = { " \t\n".unicodeScalars.contains($0) }
        if scalars.allSatisfy(\.properties.isWhitespace) { return "" }
        let rest = scalars.drop(while: isBlank)
        return String(String.UnicodeScalarView(rest.reversed().drop(while: isBlank).reversed()))
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &generator)! }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }
}
