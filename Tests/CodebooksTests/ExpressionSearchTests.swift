import Codebooks
import Diagnostics
import Testing

struct ExpressionSearchTests {
    /// The words of each hit, those of one hit joined by a bar.
    private func hits(_ source: String, _ parts: String...) throws -> [String] {
        let expression = try #require(readExpression(source, names: NamedExpressions()).expression)
        let search = ExpressionSearch(expression, language: "en")
        let text = Array(parts.joined(separator: "\n").utf8)
        var ranges: [Range<Int>] = []
        for part in parts {
            let start = ranges.last.map { $0.upperBound + 1 } ?? 0
            ranges.append(start..<start + part.utf8.count)
        }
        return search.hits(in: text, parts: ranges, offset: { $0 }, byteOffset: { $0 }).map { hit in
            "\(hit.part) " + hit.words.map { String(decoding: text[$0], as: UTF8.self) }.joined(separator: "|")
        }
    }

    @Test func everyWordAndPhraseIsAHit() throws {
        #expect(
            try hits("soil OR wet bed*", "Soil in wet beds, soil.", "Beds of soil") == [
                "0 Soil", "0 wet beds", "0 soil", "1 soil",
            ])
    }

    @Test func everyCombinationOfAProximityIsAHit() throws {
        #expect(
            try hits("lack* NEAR/2 (time OR money)", "A lack of money, and so much later a lack of time.") == [
                "0 lack|money", "0 lack|time",
            ])
        #expect(try hits("lack* NEAR/4 (time OR money)", "A lack of time and money.") == ["0 lack|time|money"])
    }

    @Test func conjunctionsAreOneHitAPart() throws {
        #expect(try hits("soil AND rain NOT sand", "Rain, soil, rain", "rain soil sand") == ["0 Rain|soil|rain"])
    }

    @Test func alternativesThatFindTheSameWordsGiveOneHit() throws {
        #expect(try hits("soil OR soil* OR (soil NEAR/2 rain)", "Rain on soil") == ["0 Rain|soil", "0 soil"])
    }

    @Test(.timeLimit(.minutes(1))) func manyHitsTakeLinearTime() throws {
        let text = String(repeating: "A lack of money was reported here and there. ", count: 20_000)
        #expect(try hits("lack NEAR/3 money", text).count == 20_000)
        #expect(try hits("lack NEAR/3 money", String(repeating: "lack ", count: 20_000) + "money").count == 1)
    }

    @Test func whatIsWrongIsReportedWithItsColumn() {
        let (expression, diagnostics) = readExpression("lack* NEAR/4 (fund*", names: NamedExpressions())
        #expect(expression == nil)
        #expect(diagnostics.map { $0.place?.column } == [14])
        #expect(readExpression("$lack", names: NamedExpressions()).diagnostics.map(\.identifier) == ["unknown-name"])
        #expect(readExpression("NOT lack", names: NamedExpressions()).diagnostics.hasErrors)
    }
}
