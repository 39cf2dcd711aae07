import Codebooks
import DocumentModel
import Testing

struct IncludeTests {
    private let files = [
        "shared/soil.yaml": "include: [water.yaml, ../other.yaml]\nterms:\n  soil: [soil, $loam]\n",
        "shared/water.yaml": "terms:\n  water: [rain*]\n  snow: snow\n",
        "other.yaml": "terms: {loam: loam, wet: [$water, $own]}",
    ]

    private func load(_ include: String) -> (codebook: Codebook?, diagnostics: [String], read: [String]) {
        let yaml = """
            codebook: test
            include: \(include)
            terms: {own: dew}
            dimensions:
              - dimension: theme
                codes:
                  - code: a
                    rules: [{match: $soil NEAR/3 $wet}]
            """
        var read: [String] = []
        let (codebook, diagnostics) = loadCodebook(yaml: yaml, file: "books/test.yaml") { path in
            read.append(path)
            guard path.hasPrefix("books/"), let text = files[String(path.dropFirst(6))] else { return .missing }
            return .text(text)
        }
        return (codebook, diagnostics.map(\.identifier), read)
    }

    @Test func namesOfIncludedFilesAreUsedLikeOnesOwn() throws {
        let found = load("shared/soil.yaml")
        #expect(found.diagnostics == [])
        let rule = try #require(found.codebook?.dimensions[0].codes[0].rules[0])
        #expect(rule.match?.expression.source == "(soil OR loam) NEAR/3 (rain* OR dew)")
        #expect(found.codebook?.terms.map(\.name) == ["water", "snow", "loam", "wet", "soil", "own"])
        #expect(found.codebook?.terms[2].place?.file == "books/other.yaml")
    }

    @Test func eachFileIsReadOnce() {
        #expect(
            load("[./shared/../shared/soil.yaml, other.yaml, shared/water.yaml]").read
                == ["books/shared/soil.yaml", "books/shared/water.yaml", "books/other.yaml"])
    }

    @Test(arguments: ["/shared/soil.yaml", "~/soil.yaml", "https://example.org/soil.yaml"])
    func pathsThatLeaveTheProjectAreRefusedAndNotRead(path: String) {
        let found = load("\"\(path)\"")
        #expect(found.read == [])
        #expect(found.diagnostics.contains("bad-include"))
    }
}
