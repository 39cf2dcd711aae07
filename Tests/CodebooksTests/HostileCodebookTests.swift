import Codebooks
import Diagnostics
import Testing

/// Codebooks that nobody means well with give errors, or work, in the time that their length takes.
struct HostileCodebookTests {
    private func load(_ match: String, terms: String = "") -> (isRead: Bool, identifiers: Set<String>, count: Int) {
        let (codebook, diagnostics) = loadCodebook(
            yaml: """
                codebook: test
                \(terms)
                dimensions:
                  - dimension: theme
                    codes:
                      - code: a
                        rules:
                          - match: \(match)
                """, file: "test.yaml")
        return (codebook != nil, Set(diagnostics.map(\.identifier)), diagnostics.count)
    }

    @Test(arguments: [("(", "too-deep"), ("[", "too-deep"), ("{a: ", "too-deep"), ("- ", "list-beside-key")])
    func nestingIsRefused(opening: String, identifier: String) {
        let found = load(String(repeating: opening, count: 100_000))
        #expect(!found.isRead)
        #expect(found.identifiers.contains(identifier))
        #expect(found.count < 100)
    }

    @Test func longListsOnOneLineAreRead() {
        let words = (0..<15_000).map { "w\($0)" }
        #expect(load("[\(words.joined(separator: ", "))]").isRead)
        #expect(load("[\"\(words.joined(separator: "\", \""))\"]").isRead)
        #expect(load(words.joined(separator: " OR ")).isRead)
    }

    @Test func thousandsOfAlternativesThatChangeNothingEndInGoodTime() {
        let words = (0..<3000).map { "w\($0)*" } + (0..<5_000).map { "w\($0)x" }
        let found = load("[\(words.joined(separator: ", "))]")
        #expect(found.isRead)
        #expect(found.count == 20)
    }

    @Test func thousandsOfTrapsOnOneLineEndInGoodTime() {
        let found = load("[" + repeatElement("*w", count: 20_000).joined(separator: ", ") + "]")
        #expect(found.identifiers == ["reserved-start"])
        #expect(found.count == maximum)
    }

    @Test func thousandsOfErrorsAreCountedOut() {
        let found = load(repeatElement("[]", count: 5000).joined(separator: ", "), terms: "")
        #expect(!found.isRead)
        let unknown = (0..<5000).map { "k\($0): x" }.joined(separator: "\n")
        #expect(load("a", terms: unknown).identifiers.contains("unknown-key"))
        #expect(load("a", terms: unknown).count <= maximum + 1)
    }

    @Test func namesThatGrowOutOfHandAreRefused() {
        let big = (0..<1000).map { "w\($0)" }.joined(separator: ", ")
        let users = (0..<100).map { "  b\($0): [\(repeatElement("$big", count: 900).joined(separator: ", "))]\n" }
        let found = load("$b1", terms: "terms:\n  big: [\(big)]\n\(users.joined())")
        #expect(found.identifiers == ["too-large"])
    }

    @Test func longChainsOfNamesAreRefused() {
        let names = (0..<20_000).map { "  t\($0): $t\($0 + 1)\n" }.joined()
        #expect(load("$t1", terms: "terms:\n\(names)  t20000: x\n").identifiers == ["too-deep"])
    }

    @Test func thousandsOfIncludesAreRefusedWithoutLookingForThem() {
        var sought = 0
        let names = (0..<5000).map { "a\($0).yaml" }.joined(separator: ", ")
        let (codebook, diagnostics) = loadCodebook(yaml: "codebook: a\ninclude: [\(names)]", file: "a.yaml") { _ in
            sought += 1
            return .text("terms:\n  x\(sought): word\n")
        }
        #expect(codebook == nil)
        #expect(diagnostics.filter { $0.identifier == "too-many-includes" }.count == 1)
        #expect(sought == 1000)
    }

    @Test func linesInsideEachOtherEndInGoodTime() {
        let lines = (0..<800).map {
            String(repeating: " ", count: $0) + "a: \"x\n" + String(repeating: " ", count: $0 + 1) + "y\"\n"
        }
        let (codebook, diagnostics) = loadCodebook(yaml: lines.joined(), file: "test.yaml")
        #expect(codebook == nil)
        #expect(diagnostics.hasErrors)
    }

    private let maximum = 1000
}
