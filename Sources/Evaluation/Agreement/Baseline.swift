package import Diagnostics
import DocumentModel
import JSON

/// What agreement was reached before, and must not fall below: a file for git, a metric a line.
///
/// `{"gold": {"FILE": "SHA-256", …}, "metrics": {"theme.macro_f1": 0.447, …}}`
package struct Baseline: Sendable, Hashable {
    /// The gold that the figures were measured on, by path.
    package var gold: [String: String]
    /// In the file's order.
    package var floors: [Minimum]

    package init(gold: [String: String] = [:], floors: [Minimum] = []) {
        self.gold = gold
        self.floors = floors
    }

    /// - Returns: nil and an error when the text is no baseline.
    package static func read(_ text: String, file: String) -> (baseline: Baseline?, diagnostics: [Diagnostic]) {
        switch decodeLine(Record.self, from: Array(text.utf8), at: Place(file: file)) {
        case .failure:
            let wrong = Diagnostic.error(
                "bad-baseline", "the file is no baseline", at: Place(file: file),
                help: "{\"gold\": {\"FILE\": \"SHA-256\"}, \"metrics\": {\"theme.macro_f1\": 0.7}}; --update-baseline "
                    + "writes a new one where there is no file")
            return (nil, [wrong])
        case .success(let record):
            let lines = lineNumbers(text)
            let floors = record.metrics.map { name, value in
                Minimum(
                    metric: name, thousandths: Int((value * 1000).rounded()), source: .baseline,
                    place: Place(file: file, line: lines[name]))
            }
            let inOrder = floors.sorted { ($0.place?.line ?? 0, $0.metric) < ($1.place?.line ?? 0, $1.metric) }
            return (Baseline(gold: record.gold ?? [:], floors: inOrder), [])
        }
    }

    private struct Record: Decodable {
        var gold: [String: String]?
        var metrics: [String: Double]
    }

    /// The file, the same for the same figures.
    package var text: String {
        var json = JSONWriter(indent: 2)
        json.object { json in
            json.key("gold")
            json.object { json in
                for (file, sum) in gold.sorted(by: { $0.key < $1.key }) { json.member(file, sum) }
            }
            json.key("metrics")
            json.object { json in
                for floor in floors {
                    json.key(floor.metric)
                    json.value(thousandths: floor.thousandths)
                }
            }
        }
        return json.text + "\n"
    }

    /// Metrics that a new baseline holds: enough to see any code get worse, and few enough to read.
    private static func isHeld(_ metric: String) -> Bool {
        let parts = metric.split(separator: ".")
        let name = parts.last ?? ""
        return parts.count == 2 ? ["macro_f1", "micro_f1", "kappa"].contains(name) : name == "f1"
    }

    /// The baseline after figures were measured: floors rise by themselves, and fall only where that is allowed. New
    /// codes and dimensions get floors; metrics that no codebook has any more go.
    ///
    /// - Parameter gold: what was measured on, path and SHA-256.
    package func updated(
        with agreement: Agreement, gold: [String: String], allowsRegression: Bool
    ) -> Baseline {
        let measured = agreement.dimensions.flatMap(\.metrics)
        let floorOf = Dictionary(floors.map { ($0.metric, $0.thousandths) }, uniquingKeysWith: { first, _ in first })
        let known = Set(floors.flatMap { owners(of: $0.metric) })
        let kept = measured.compactMap { name, figure -> Minimum? in
            let old = floorOf[name]
            // A metric that a person took out of the file stays out of it.
            guard old != nil || Self.isHeld(name) && !known.isSuperset(of: owners(of: name)) else { return nil }
            let now = figure.value.map { Int(($0 * 1000).rounded()) }
            guard let floor = allowsRegression ? now : [old, now].compactMap(\.self).max() else { return nil }
            return Minimum(metric: name, thousandths: floor, source: .baseline)
        }
        return Baseline(gold: gold, floors: kept)
    }
}

/// The dimension or code that a metric is of.
private func owners(of metric: String) -> [String] {
    metric.lastIndex(of: ".").map { [String(metric[..<$0])] } ?? []
}

/// The line on which each key first stands.
private func lineNumbers(_ text: String) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
        let parts = line.split(separator: UInt8(ascii: "\""), maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3 { numbers[String(decoding: parts[1], as: UTF8.self), default: index + 1] = index + 1 }
    }
    return numbers
}
