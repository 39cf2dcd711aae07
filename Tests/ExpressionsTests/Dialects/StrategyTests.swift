import Expressions
import Testing

/// Strategies of several lines.
struct StrategyTests {
    private func read(_ text: String, _ database: String) throws -> ParsedExpression {
        readSearch(text, in: try #require(Dialect.named(database)), at: nil)
    }

    @Test(arguments: [
        (
            "ovid", "1. exp Asthma/\n2. wheez$.ti,ab.\n3. 1 or 2\n4. child$.tw.\n5. 3 and 4\n",
            "(Asthma OR wheez*) AND child*"
        ),
        ("ovid", "1  asthma  1234\n2  wheeze  56\n3  or/1-2  1290", "asthma OR wheeze"),
        ("ovid", "asthma\nwheeze\ncough\nor/1-3", "asthma OR wheeze OR cough"),
        (
            "ovid", "1. a\n2. b\n3. c\n4. 1 and (2 or 3)\n5. limit 4 to english language\n6. remove duplicates from 5",
            "a AND (b OR c)"
        ),
        ("ovid", "1. a\n2. and/1\n3. b or\n c or d\n4. 2 not 3", "a NOT (b OR c OR d)"),
        ("ebsco", "S3  S1 AND S2\nS2  TI care\nS1  (MH \"Asthma\")", "Asthma AND care"),
        (
            "ebsco",
            "S2\tS1 AND care\tLimiters - Published Date: 20000101-20201231\tSearch modes - Boolean/Phrase\t1,234\nS1\tTI asthma\t9",
            "asthma AND care"
        ),
        ("pubmed", "#1 asthma[tiab]\n#2 care[tiab]\n#3 #1 AND #2", "asthma AND care"),
        ("wos", "#1 TS=asthma\n#2 TS=care\n#3 #1 NOT #2", "asthma NOT care"),
        ("cochrane", "#1 asthma\n#2 wheeze\n#3 {or #1-#2}", "asthma OR wheeze"),
        ("proquest", "(asthma\nOR wheeze)\nAND care", "(asthma OR wheeze) AND care"),
    ]) func followsReferencesToLines(database: String, text: String, expected: String) throws {
        let parsed = try read(text, database)
        #expect(parsed.expression?.source == expected, "\(parsed.diagnostics)")
    }

    @Test func saysWhichLinesAreNotUsed() throws {
        let parsed = try read("1. asthma\n2. wheeze\n3. 1 and care", "ovid")
        #expect(parsed.expression?.source == "asthma AND care")
        #expect(parsed.diagnostics.map(\.identifier) == ["unused-line"])
        #expect(parsed.diagnostics.first?.place?.line == 2)
    }

    @Test func findsLinesThatAreMissing() throws {
        let parsed = try read("1. asthma\n2. 1 and 7", "ovid")
        #expect(parsed.expression == nil)
        #expect(parsed.diagnostics.map(\.identifier) == ["unknown-line"])
        #expect(parsed.diagnostics.first?.place?.line == 2)
    }

    @Test func refusesLinesThatMultiply() throws {
        let lines = ["1. a or b"] + (2...60).map { "\($0). \($0 - 1) and (\($0 - 1) or c\($0))" }
        let parsed = try read(lines.joined(separator: "\n"), "ovid")
        #expect(parsed.expression == nil)
        #expect(parsed.diagnostics.contains { ["too-large", "too-deep"].contains($0.identifier) })
    }
}
