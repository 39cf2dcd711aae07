import Codebooks
import Diagnostics
import Evaluation
import Foundation
import Hashing
import Pipeline
import YAML

/// Compares codebooks with gold, and holds the figures against what they must be.
struct GoldEvaluation {
    /// Gold with what it is for; nil for gold that was named by itself.
    struct Set {
        var name: String?
        var files: [String]
    }

    var sets: [Set]
    var minimums: [Minimum]
    /// Path of the baseline.
    var baseline: String?
    var grouping: Grouping?
    var showsRules = false
    var showsAlignment = false
    var options: EvaluationOptions

    /// What pipeline.yaml says, unless options say otherwise.
    init(gold: [String], minimums: [Minimum], options: EvaluationOptions) throws {
        self.options = options
        guard gold.isEmpty else {
            sets = [Set(name: nil, files: gold)]
            self.minimums = minimums
            baseline = options.baseline
            return
        }
        let settings = try GoldSettings(configuration: "pipeline.yaml")
        sets = [Set(name: "develop", files: settings.develop), Set(name: "report", files: settings.report)]
            .filter { !$0.files.isEmpty }
        self.minimums = minimums.isEmpty ? settings.minimum : minimums
        baseline = options.baseline ?? settings.baseline
    }

    /// Compares, writes the reports and shows what is not met.
    ///
    /// - Parameter isShort: whether, where no report is asked for, only what is held against the figures is shown.
    func run(_ books: [Codebook], isShort: Bool = false) async throws -> ExitStatus {
        if sets.isEmpty { throw noGold }
        let old = try readBaseline()
        let floors = options.allowRegression ? [] : old?.floors ?? []
        let explains = options.reports.contains { $0.format != .text }
        var reports: [EvaluationReport] = []
        for (number, set) in sets.enumerated() {
            let gold = try await GoldFiles(set.files, books)
            if showsAlignment { Terminal.print(gold.alignmentText) }
            // Rules are tuned on the one and judged by the other, which comes last: pooled, they would flatter the
            // codebook.
            let isJudge = number == sets.count - 1
            reports.append(
                EvaluationReport(
                    name: set.name, files: set.files, gold: gold.passages, codebooks: books,
                    minimums: isJudge ? minimums + floors : [], bootstrap: options.bootstrap, grouping: grouping,
                    showsRules: showsRules, explains: explains))
        }
        let judge = reports[reports.count - 1]
        let unknown = judge.unknown.filter { !(options.updateBaseline && $0.place?.file == baseline) }
        if !unknown.isEmpty { throw Failure(.usage, unknown) }
        for report in options.reports { try report.write(reports) }
        if options.reports.isEmpty {
            Terminal.print(bytes: isShort ? Array(judge.gateReport.utf8) : ReportFormat.text.write(reports))
        }
        if let old { warnOfOtherGold(old) }
        Terminal.show(judge.unmet.compactMap(\.diagnostic))
        try writeBaseline(old, judge.agreement)
        return judge.unmet.isEmpty ? .done : .gate
    }

    // MARK: Baseline

    private func readBaseline() throws -> Baseline? {
        guard let baseline else {
            guard options.updateBaseline else { return nil }
            throw Failure(
                .usage, "no-baseline", "there is no name for the baseline",
                help: "--baseline FILE, or in pipeline.yaml under evaluate: baseline:")
        }
        guard let data = FileManager.default.contents(atPath: baseline) else {
            if options.updateBaseline { return nil }
            throw Failure(
                .usage, "unreadable-file", "the baseline '\(baseline)' cannot be read",
                help: "--update-baseline writes it")
        }
        let (read, diagnostics) = Baseline.read(String(decoding: data, as: UTF8.self), file: baseline)
        guard let read else { throw Failure(.usage, diagnostics) }
        return read
    }

    private func warnOfOtherGold(_ old: Baseline) {
        guard !options.updateBaseline, !old.gold.isEmpty, old.gold != sums else { return }
        Terminal.show([
            .warning(
                "other-gold", "the baseline was measured on other gold than this", at: Place(file: baseline),
                help: "figures of different gold tell nothing of the codebook; --update-baseline writes a new one")
        ])
    }

    private func writeBaseline(_ old: Baseline?, _ agreement: Agreement) throws {
        guard options.updateBaseline, let baseline else { return }
        let new = (old ?? Baseline()).updated(
            with: agreement, gold: sums, allowsRegression: options.allowRegression)
        try NewFile(baseline, replaces: true).write(Array(new.text.utf8))
    }

    /// SHA-256 of the gold that decides, by path.
    private var sums: [String: String] {
        let files = sets.last?.files ?? []
        return Dictionary(
            files.map { ($0, sha256(Array(FileManager.default.contents(atPath: $0) ?? Data()))) },
            uniquingKeysWith: { first, _ in first })
    }
}

/// `theme.macro_f1=0.7`
func parsedMinimum(_ text: String) throws -> Minimum {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let value = thousandths(String(parts[1])), (-1000...1000).contains(value) else {
        throw Failure(
            .usage, "bad-minimum", "'\(text)' is no minimum",
            help: "write it as theme.macro_f1=0.7, with a number that the metric can reach")
    }
    return Minimum(metric: String(parts[0]), thousandths: value)
}
