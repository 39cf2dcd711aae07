import Diagnostics
import Foundation
import JSON
import Testing

@Suite struct DiagnosticTests {
    @Test func showsTheAuthorsLineWithACaret() {
        let source = "first: 1\n\tmach: soil\nthird: 3\n"
        let diagnostic = Diagnostic.error(
            "unknown-key", "unknown key 'mach'", at: Place(file: "garden.yaml", line: 2, column: 2, length: 4),
            help: "allowed here: match, weight", suggestion: "match")
        #expect(
            diagnostic.rendered(source: source) == """
                garden.yaml:2:2: error: unknown key 'mach'
                    2 | \tmach: soil
                      | \t^^^^
                  did you mean 'match'?
                  allowed here: match, weight
                """)
    }

    @Test func namesThePageOfADocument() {
        let diagnostic = Diagnostic.warning("no-text", "no text", at: Place(file: "a.pdf", page: 3))
        #expect(diagnostic.rendered() == "a.pdf:page 3: warning: no text")
    }

    @Test func keepsTheCaretOnTheLine() {
        let diagnostic = Diagnostic.error("cut", "text ends early", at: Place(line: 1, column: 4, length: 40))
        #expect(diagnostic.rendered(source: "abcd").hasSuffix("    1 | abcd\n      |    ^"))
    }

    @Test func quotesOfAMegabyteWhatAPersonReads() {
        let long = String(repeating: "ä", count: 1_000_000)
        let diagnostic = Diagnostic.error("x", "unknown '\(long)'", help: long, suggestion: long)
        #expect(diagnostic.message.hasPrefix("unknown 'ää") && diagnostic.message.hasSuffix("ää'"))
        #expect(diagnostic.rendered().unicodeScalars.count < 13_000)
        #expect(abbreviated(String(long.prefix(160))) == String(long.prefix(160)))
        #expect(abbreviated(String(long.prefix(161))).contains("ä … ä"))
    }

    @Test func showsOfALongLineWhatIsAroundThePlace() {
        let source = String(repeating: "a", count: 300) + "MARK" + String(repeating: "b", count: 300)
        let diagnostic = Diagnostic.error("x", "x", at: Place(line: 1, column: 301, length: 4))
        let (before, after) = (String(repeating: "a", count: 80), String(repeating: "b", count: 156))
        let caretLine = "      | " + String(repeating: " ", count: 82) + "^^^^"
        #expect(diagnostic.rendered(source: source).hasSuffix("    1 | … \(before)MARK\(after) …\n\(caretLine)"))
        let end = Diagnostic.error("x", "x", at: Place(line: 1, column: 604, length: 9))
        #expect(end.rendered(source: source).hasSuffix("b\n      | " + String(repeating: " ", count: 82) + "^"))
    }

    @Test func survivesBeingWrittenAndRead() throws {
        let diagnostic = Diagnostic.error(
            "unknown-key", "unknown key", at: Place(file: "f", line: 1, column: 2, length: 3, page: 4), help: "h",
            suggestion: "s")
        var json = JSONWriter()
        diagnostic.write(to: &json)
        #expect(try decodeJSON(Diagnostic.self, from: json.bytes) == diagnostic)
    }

    @Test(arguments: [
        ("barier", "barrier"), ("facilitater", "facilitator"), ("Match", "match"), ("mtach", "match"), ("xyz", nil),
        ("", nil),
    ])
    func findsTheNearestName(_ written: String, _ meant: String?) {
        #expect(nearestName(to: written, among: ["match", "barrier", "facilitator", "weight"]) == meant)
    }
}
