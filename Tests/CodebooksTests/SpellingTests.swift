import Codebooks
import Testing

struct SpellingTests {
    @Test(arguments: [
        ("centered", ["centred"]), ("centre", ["center"]), ("enrolled", []), ("enrolment", ["enrollment"]),
        ("fulfilled", []), ("behavio?r", ["behavior"]), ("organis*", ["organiz*"]), ("laboratory", []),
        ("colour OR color", []),
    ])
    func namesTheSpellingThatIsMissing(expression: String, missing: [String]) {
        let yaml = """
            codebook: test
            dimensions:
              - dimension: theme
                codes:
                  - code: a
                    rules: [{match: \(expression)}]
            """
        let found = loadCodebook(yaml: yaml, file: "test.yaml").diagnostics.filter {
            $0.message.contains("does not find")
        }
        #expect(found.map { $0.message.split(separator: "'").last.map { String($0) } } == missing)
    }
}
