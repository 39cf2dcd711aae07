import Diagnostics
import DocumentModel

/// Workflow commands that GitHub shows beside the lines of a change: minimums that are not met, and the passages behind
/// the worst confusions. It shows ten errors and ten warnings of a step, so the worst come first.
func githubAnnotations(_ reports: [EvaluationReport]) -> String {
    let errors = reports.flatMap { report in
        report.unmet.sorted { $0.shortfall > $1.shortfall }.compactMap { report.annotation(of: $0) }
    }
    let cases = reports.filter { !$0.unmet.isEmpty }.flatMap { report in
        report.worstConfusions.flatMap { confusion in
            confusion.cases.prefix(2).map { annotation(of: $0, in: confusion) }
        }
    }
    let shown = errors.prefix(shownAnnotations) + cases.prefix(shownAnnotations)
    let rest = errors.count - shownAnnotations
    let note =
        rest > 0 ? ["::notice title=codechart::\(rest) more minimums are not met; the Markdown report has all"] : []
    return (shown + note).map { $0 + "\n" }.joined()
}

private let shownAnnotations = 10

extension EvaluationReport {
    /// The confusions behind minimums that are not met, the most frequent first, each once.
    var worstConfusions: [Confusion] {
        let behind = unmet.map { gate in Set(confusions(behind: gate.minimum.metric).map(\.key)) }
        return confusions.filter { confusion in behind.contains { $0.contains(confusion.key) } }
            .sorted { $0.cases.count > $1.cases.count }
    }

    fileprivate func annotation(of gate: Gate) -> String? {
        gate.diagnostic.map { diagnostic in
            let place = gate.minimum.place ?? codePlace(of: gate.minimum.metric)
            return command("error", file: place?.file, line: place?.line, title: "codechart", diagnostic.message)
        }
    }

    /// Where the code that a metric is of stands in its codebook.
    func codePlace(of metric: String) -> Place? {
        for dimension in agreement.dimensions {
            for code in dimension.codes where metric.hasPrefix("\(dimension.dimension).\(code.code).") {
                return places.place(of: CodeReference(dimension: dimension.dimension, code: code.code))
            }
        }
        return nil
    }
}

extension Confusion {
    var key: String { "\(dimension): \(title)" }
}

private func annotation(of one: ConfusionCase, in confusion: Confusion) -> String {
    command(
        "warning", file: one.passage.place.file, line: one.passage.place.line,
        title: "\(confusion.dimension): \(confusion.title)",
        "\(shortened(one.passage.passage.text)) (\(one.cause))")
}

private func command(_ kind: String, file: String?, line: Int?, title: String, _ message: String) -> String {
    var properties: [String] = []
    if let file { properties.append("file=" + escaped(file, isProperty: true)) }
    if let line { properties.append("line=\(line)") }
    properties.append("title=" + escaped(title, isProperty: true))
    return "::\(kind) \(properties.joined(separator: ","))::\(escaped(message, isProperty: false))"
}

/// As GitHub's own toolkit escapes: `%`, line breaks, and in properties what parts them.
private func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "%": result += "%25"
        case "\r": result += "%0D"
        case "\n": result += "%0A"
        case ":" where isProperty: result += "%3A"
        case "," where isProperty: result += "%2C"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
