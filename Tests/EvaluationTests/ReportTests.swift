import Codebooks
import Diagnostics
import Foundation
import JSON
import Testing

@testable import Evaluation

@Suite struct ReportTests {
    /// The garden's gold with a minimum that is met, one that is not, and one of a figure that is not defined.
    private let report: EvaluationReport

    init() throws {
        report = try Self.gardenReport()
    }

    private static func gardenReport() throws -> EvaluationReport {
        let (book, _) = loadCodebook(yaml: gardenCodebook, file: "garden.yaml")
        return EvaluationReport(
            name: "report", files: ["gold.ndjson"], gold: gardenGold, codebooks: [try #require(book)],
            minimums: [
                Minimum(metric: "topic.soil.recall", thousandths: 900),
                Minimum(
                    metric: "topic.water.recall", thousandths: 500, source: .baseline,
                    place: Place(file: "base <line>.json", line: 3)),
                Minimum(metric: "topic.water.precision", thousandths: 100),
            ], grouping: .document, showsRules: true)
    }

    private func text(_ format: ReportFormat) -> String { String(decoding: format.write([report]), as: UTF8.self) }

    @Test func theTextIsATableWithUnitIntervalsAndConfusions() {
        let expected = """
            gold to report: gold.ndjson
            unit: passage (4, of 2 documents); intervals: 95 %, 1000 samples of documents, seed 1

            topic
            code                   gold  found  both  precision  recall     f1  95 % interval of f1   kappa    AC1
            soil                      1      3     1      0.333   1.000  0.500       0.000 to 0.667   0.200  0.000
            water                     2      0     0        n/a   0.000  0.000       0.000 to 0.000   0.000  0.200
            all codes (micro)         3      3     1      0.333   0.333  0.333       0.000 to 0.500
            mean of codes (macro)                         0.333   0.500  0.250       0.000 to 0.333
            coded or not              3      3     2      0.667   0.667  0.667       0.000 to 1.000  -0.333  0.200
            Cohen's kappa, coded or not: -0.333
            Cohen's kappa, which code or none: 0.000 (-0.333 to 0.000)
            """
        #expect(text(.text).hasPrefix(expected), "\(text(.text))")
        #expect(
            text(.text).contains(
                "most frequent confusions (gold → found): water → soil 1, water → none 1, none → soil 1"))
        #expect(text(.text).contains("rules\nrule"))
    }

    @Test func theTextNamesPassagesAndRulesBehindAMinimumThatIsNotMet() {
        let expected = """
            behind topic.water.recall, topic.water.precision
              rules that did it: soil/ground 1
              water → soil: 1
                gold.ndjson:2 2
                  Soil & <sand>.
                  by soil/ground; no rule of water holds
              water → none: 1
                gold.ndjson:3 3
                  Rain, and it was long and heavy.
                  no rule of water holds, nearly: wet
            """
        #expect(text(.text).contains(expected), "\(text(.text))")
        #expect(!text(.text).contains("behind topic.soil.recall"))
        #expect(report.gateReport.hasPrefix("agreement, gold to report: gold.ndjson: 1 of 3 minimums met\n\nbehind"))
    }

    @Test func groupsHaveFiguresOfTheirOwn() {
        let rows = ReportTables(report: report).groups(in: "topic")
        #expect(
            rows.dropFirst().map { $0.prefix(5) } == [["north", "2", "2", "2", "1"], ["south", "2", "1", "1", "0"]])
    }

    @Test func rulesAreSortedByHowOftenTheyAreWrong() {
        #expect(ReportTables(report: report).rules.dropFirst() == [["topic.soil/ground", "1", "2", "0.333", "2"]])
    }

    @Test func jsonHasFiguresIntervalsAndConfusions() throws {
        struct Parsed: Decodable {
            struct Gold: Decodable {
                var passages: Int
                var dimensions: [Dimension]
                var gates: [Gate]
            }
            struct Gate: Decodable {
                var metric: String
                var met: Bool
                var undefined: String?
            }
            struct Dimension: Decodable {
                struct Metric: Decodable {
                    var value: Double?
                    var undefined: String?
                    var low: Double?
                }
                struct Confusion: Decodable {
                    struct Case: Decodable {
                        var id: String
                        var rules: [String]
                    }
                    var gold: String?
                    var found: String?
                    var passages: [Case]
                }
                var metrics: [String: Metric]
                var confusions: [Confusion]
            }
            var met: Bool
            var gold: [Gold]
        }
        let parsed = try decodeJSON(Parsed.self, from: Array(text(.json).utf8))
        let gold = try #require(parsed.gold.first)
        #expect(!parsed.met && gold.passages == 4)
        #expect(gold.gates.map(\.met) == [true, false, false])
        #expect(gold.gates[2].undefined == "nothing was found")
        let topic = gold.dimensions[0]
        #expect(topic.metrics["micro_f1"]?.value == 1.0 / 3 && topic.metrics["micro_f1"]?.low == 0)
        #expect(topic.metrics["codes_kappa"]?.value != nil)
        #expect(topic.confusions[0].passages.map(\.id) == ["2"])
        #expect(topic.confusions[0].passages[0].rules == ["soil/ground"])
        #expect(topic.confusions[1].found == nil)
    }

    @Test func junitHasATestCaseForEachMinimum() throws {
        let xml = text(.junit)
        #expect(xml.contains("<testsuites name=\"codechart\" tests=\"3\" failures=\"2\" errors=\"0\" time=\"0\">"))
        #expect(
            xml.contains(
                "<testsuite name=\"report.topic\" tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"0\" time=\"0\">"))
        #expect(
            xml.contains(
                "name=\"topic.soil.recall at least 0.900 (minimum)\" time=\"0\"/>"))
        #expect(
            xml.contains(
                "time=\"0\">\n<failure message=\"topic.water.recall is 0.000, the baseline is 0.500\" type=\"below-baseline\">base &lt;line&gt;.json: line 3\n"
            ))
        #expect(xml.contains("gold.ndjson:2 2: Soil &amp; &lt;sand&gt;. (by soil/ground; no rule of water holds)"))
        #expect(xml.contains("type=\"undefined-metric\""))
    }

    /// The fields of SARIF 2.1.0 that code hosts read, one by one.
    @Test func sarifPointsToGoldCodebookAndBaseline() throws {
        let log = try #require(
            JSONSerialization.jsonObject(with: Data(ReportFormat.sarif.write([report]))) as? [String: Any])
        #expect(
            log["version"] as? String == "2.1.0" && (log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "codechart")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(
            rules.compactMap { $0["id"] as? String }
                == ["below-minimum", "below-baseline", "undefined-metric", "missed-code", "wrong-code"])
        for rule in rules {
            #expect((rule["shortDescription"] as? [String: String])?["text"]?.isEmpty == false)
            #expect((rule["fullDescription"] as? [String: String])?["text"]?.isEmpty == false)
            #expect((rule["defaultConfiguration"] as? [String: String])?["level"] != nil)
            #expect(((rule["properties"] as? [String: Any])?["tags"] as? [String])?.count == 2)
        }
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(
            results.compactMap { $0["ruleId"] as? String }
                == ["below-baseline", "undefined-metric", "wrong-code", "missed-code", "wrong-code"])
        #expect(location(results[0])?.uri == "base%20%3Cline%3E.json" && location(results[0])?.line == 3)
        #expect(location(results[1])?.uri == "garden.yaml" && location(results[1])?.line == 10)
        #expect(location(results[2])?.uri == "gold.ndjson" && location(results[2])?.line == 2)
        let related = try #require(results[2]["relatedLocations"] as? [[String: Any]])
        #expect(
            related.compactMap { ($0["message"] as? [String: String])?["text"] } == [
                "rule ground", "the code that people gave",
            ])
        let prints = results.compactMap { ($0["partialFingerprints"] as? [String: String])?["codechart/v1"] }
        #expect(Set(prints).count == results.count)
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == true)
    }

    private func location(_ result: [String: Any]) -> (uri: String?, line: Int?)? {
        let physical =
            ((result["locations"] as? [[String: Any]])?.first)?["physicalLocation"] as? [String: Any]
        let region = physical?["region"] as? [String: Any]
        return (
            (physical?["artifactLocation"] as? [String: Any])?["uri"] as? String, region?["startLine"] as? Int
        )
    }

    @Test func githubAnnotationsComeWorstFirstAndEscaped() {
        let lines = text(.github).split(separator: "\n")
        #expect(
            lines.first
                == "::error file=garden.yaml,line=10,title=codechart::topic.water.precision is not defined: nothing was found"
        )
        #expect(
            lines.contains { $0.hasPrefix("::error file=base <line>.json,line=3,title=codechart::topic.water.recall") })
        #expect(
            lines.contains(
                "::warning file=gold.ndjson,line=2,title=topic%3A water → soil::Soil & <sand>. (by soil/ground; no rule of water holds)"
            ))
        #expect(!text(.github).contains("topic.soil.recall"))
    }

    @Test func markdownShowsGatesFirstAndEscapesPassages() {
        let markdown = text(.markdown)
        #expect(markdown.hasPrefix("# Agreement with gold: 2 of 3 minimums not met\n"))
        #expect(markdown.contains("| ✗ | topic.water.recall | 0.000 | 0.500 | baseline |"))
        #expect(markdown.contains("“Soil \\& \\<sand\\>.”"))
        #expect(markdown.contains("<details><summary>Confusions in topic: 3, gold → found</summary>"))
    }

    @Test func htmlCellsLeadToTheirPassages() {
        let html = text(.html)
        #expect(html.contains("<a href=\"#g0-topic-water--soil\">1</a>"))
        #expect(html.contains("<section id=\"g0-topic-water--soil\"><h4>water → soil, 1 passages</h4>"))
        #expect(html.contains("<q>Soil &amp; &lt;sand&gt;.</q>"))
        #expect(html.contains("<p class=unmet>2 minimums not met</p>"))
    }

    @Test func theSameFiguresGiveTheSameBytes() throws {
        let again = try Self.gardenReport()
        for format in ReportFormat.allCases { #expect(format.write([again]) == format.write([report])) }
    }

    @Test func withoutAmbiguousPassagesStandsBeside() throws {
        let (book, _) = loadCodebook(yaml: gardenCodebook, file: "garden.yaml")
        var gold = gardenGold
        gold[3].isAmbiguous = true
        let report = EvaluationReport(files: ["gold.ndjson"], gold: gold, codebooks: [try #require(book)])
        #expect(report.unit.hasPrefix("unit: passage (4, 1 of them ambiguous, of 2 documents)"))
        let rows = ReportTables(report: report).codes(of: report.agreement.dimensions[0])
        #expect(rows[0].last == "f1 of clear" && rows[1].last == "0.667")
    }
}
