/// The report as JUnit XML: a suite for each gold and dimension, a test case for each minimum, the passages and rules
/// behind a failure as its text. Nothing is timed, so that the same figures give the same bytes.
func junitReport(_ reports: [EvaluationReport]) -> String {
    let suites = reports.flatMap(\.junitSuites)
    let tests = suites.reduce(0) { $0 + $1.tests }
    let failures = suites.reduce(0) { $0 + $1.failures }
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="codechart" tests="\(tests)" failures="\(failures)" errors="0" time="0">
        \(suites.map(\.xml).joined())</testsuites>

        """
}

private struct JUnitSuite {
    var tests: Int
    var failures: Int
    var xml: String
}

extension EvaluationReport {
    fileprivate var junitSuites: [JUnitSuite] {
        agreement.dimensions.compactMap { dimension in
            let gates = gates.filter { $0.minimum.metric.hasPrefix(dimension.dimension + ".") }
            guard !gates.isEmpty else { return nil }
            let failures = gates.count { !$0.isMet }
            let name = markup([name, dimension.dimension].compactMap(\.self).joined(separator: "."))
            return JUnitSuite(
                tests: gates.count, failures: failures,
                xml: """
                    <testsuite name="\(name)" tests="\(gates.count)" failures="\(failures)" errors="0" skipped="0" time="0">
                    \(gates.map { testCase($0, suite: name) }.joined())</testsuite>

                    """)
        }
    }

    private func testCase(_ gate: Gate, suite: String) -> String {
        let name = markup("\(gate.minimum.metric) at least \(gate.least) (\(gate.minimum.source.rawValue))")
        let head = "<testcase classname=\"codechart.\(suite)\" name=\"\(name)\" time=\"0\""
        guard let diagnostic = gate.diagnostic else { return head + "/>\n" }
        return head + ">\n<failure message=\"\(markup(diagnostic.message))\" type=\"\(diagnostic.identifier)\">"
            + markup(evidence(of: gate)) + "</failure>\n</testcase>\n"
    }

    /// The place stands in the text: the schemas that programs hold JUnit reports against know no attributes for it.
    private func evidence(of gate: Gate) -> String {
        let place = gate.minimum.place ?? codePlace(of: gate.minimum.metric)
        let lines = confusions(behind: gate.minimum.metric).prefix(10).flatMap { confusion in
            ["\(confusion.title), \(confusion.cases.count) passages"]
                + confusion.cases.prefix(5).map {
                    "  \($0.reference): \(shortened($0.passage.passage.text)) (\($0.cause))"
                }
        }
        let file =
            place?.file.map { file in [([file, place?.nameInFile].compactMap(\.self)).joined(separator: ": ")] } ?? []
        return (file + lines).joined(separator: "\n")
    }
}
