import Diagnostics
import DocumentModel
import Hashing
import JSON

/// The report as SARIF 2.1.0: minimums that are not met point to where they are asked for or to the code, passages that
/// are coded otherwise than people did point to their line of the gold, with the rules that did it beside them.
func sarifReport(_ reports: [EvaluationReport]) -> [UInt8] {
    let all = reports.flatMap(\.sarifResults)
    var json = JSONWriter(indent: 1)
    json.object { json in
        json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        json.member("version", "2.1.0")
        json.key("runs")
        json.array { json in
            json.object { json in
                json.key("tool")
                json.object { json in
                    json.key("driver")
                    json.object { writeDriver(to: &$0) }
                }
                json.key("invocations")
                json.array { $0.object { writeInvocation(leftOut: all.count - mostResults, to: &$0) } }
                json.member("columnKind", "unicodeCodePoints")
                json.key("results")
                json.array(of: all.prefix(mostResults)) { $1.write(to: &$0) }
            }
        }
    }
    json.newline()
    return json.bytes
}

/// GitHub shows no more of a run.
private let mostResults = 5000

private struct SARIFRule {
    var id: String
    var level: String
    var short: String
    var full: String
}

private let sarifRules = [
    SARIFRule(
        id: "below-minimum", level: "error", short: "Agreement is below its minimum.",
        full: "A figure of agreement between the codebook and gold is below the least value that was asked for."),
    SARIFRule(
        id: "below-baseline", level: "error", short: "Agreement is below what was reached before.",
        full: "A figure of agreement between the codebook and gold is below the baseline."),
    SARIFRule(
        id: "undefined-metric", level: "error", short: "A figure with a minimum is not defined.",
        full: "The gold or the codings give no ground for a figure that has a minimum."),
    SARIFRule(
        id: "missed-code", level: "note", short: "A code that people gave is not found.",
        full: "People gave the passage a code that the codebook does not give it."),
    SARIFRule(
        id: "wrong-code", level: "note", short: "A code is found that people did not give.",
        full: "The codebook gives the passage a code that people did not give it, in the place of another or of none."),
]

private func writeDriver(to json: inout JSONWriter) {
    json.member("name", "codechart")
    json.member("fullName", "codechart: codes the text of reports with a codebook and compares with gold")
    json.key("rules")
    json.array(of: sarifRules) { json, rule in
        json.object { json in
            json.member("id", rule.id)
            json.key("shortDescription")
            json.object { $0.member("text", rule.short) }
            json.key("fullDescription")
            json.object { $0.member("text", rule.full) }
            json.key("defaultConfiguration")
            json.object { $0.member("level", rule.level) }
            json.key("properties")
            json.object { $0.member("tags", ["agreement", "qualitative-coding"]) }
        }
    }
}

/// What is left out is said, not swallowed.
private func writeInvocation(leftOut: Int, to json: inout JSONWriter) {
    json.member("executionSuccessful", true)
    guard leftOut > 0 else { return }
    json.key("toolExecutionNotifications")
    json.array { json in
        json.object { json in
            json.member("level", "warning")
            json.key("message")
            json.object { $0.member("text", "\(leftOut) passages are left out; the JSON report has all") }
        }
    }
}

struct SARIFResult {
    var rule: String
    var level: String
    var message: String
    var place: Place?
    var related: [(place: Place, message: String)] = []
    /// The same for the same finding on every run, whatever line it stands on.
    var identity: String
}

extension EvaluationReport {
    fileprivate var sarifResults: [SARIFResult] {
        let gates = unmet.compactMap { gate in
            gate.diagnostic.map { diagnostic in
                SARIFResult(
                    rule: diagnostic.identifier, level: "error", message: diagnostic.message,
                    place: gate.minimum.place ?? codePlace(of: gate.minimum.metric),
                    identity: "\(name ?? ""):\(gate.minimum.metric)")
            }
        }
        let cases = confusions.sorted { $0.cases.count > $1.cases.count }.flatMap { confusion in
            confusion.cases.map { result(of: $0, in: confusion) }
        }
        return gates + cases
    }

    private func result(of one: ConfusionCase, in confusion: Confusion) -> SARIFResult {
        let text = shortened(one.passage.passage.text)
        let codes = one.rules.compactMap { rule in places.place(of: rule).map { ($0, "rule \(rule.rule)") } }
        let gold = confusion.gold.flatMap {
            places.place(of: CodeReference(dimension: confusion.dimension, code: $0))
        }
        return SARIFResult(
            rule: confusion.found == nil ? "missed-code" : "wrong-code", level: "note",
            message: "\(confusion.dimension): \(confusion.title): “\(text)” (\(one.cause))",
            place: one.passage.place, related: codes + (gold.map { [($0, "the code that people gave")] } ?? []),
            identity: "\(confusion.key):\(one.passage.passage.id):\(text)")
    }
}

extension SARIFResult {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("ruleId", rule)
            json.member("level", level)
            json.key("message")
            json.object { $0.member("text", message) }
            json.key("locations")
            json.array(of: [place].compactMap(\.self).filter { $0.file != nil }) { json, place in
                json.object { write(place, to: &$0) }
            }
            if !related.isEmpty {
                json.key("relatedLocations")
                json.array(of: related.enumerated()) { json, one in
                    json.object { json in
                        json.member("id", one.offset)
                        write(one.element.place, to: &json)
                        json.key("message")
                        json.object { $0.member("text", one.element.message) }
                    }
                }
            }
            json.key("partialFingerprints")
            json.object { $0.member("codechart/v1", String(sha256(identity).prefix(32))) }
        }
    }

    private func write(_ place: Place, to json: inout JSONWriter) {
        json.key("physicalLocation")
        json.object { json in
            json.key("artifactLocation")
            json.object { $0.member("uri", uri(place.file ?? "")) }
            guard let line = place.line else { return }
            json.key("region")
            json.object { json in
                json.member("startLine", line)
                json.member("startColumn", place.column)
                if let column = place.column, let length = place.length {
                    json.member("endColumn", column + length)
                }
            }
        }
    }
}

/// A path as a URI reference: relative ones stay relative, with forward slashes.
private func uri(_ path: String) -> String {
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF")
    let escaped = path.utf8.map { byte in
        allowed.contains(byte)
            ? String(Unicode.Scalar(byte)) : "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
    }.joined()
    return path.hasPrefix("/") ? "file://" + escaped : escaped
}
