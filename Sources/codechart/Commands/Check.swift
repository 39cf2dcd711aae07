import ArgumentParser
import Codebooks
import Diagnostics
import Evaluation
import Foundation
import Pipeline

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Configuration, codebooks, their examples and agreement with gold: one exit code.",
        discussion: """
            What continuous integration and a pre-commit hook run. Reads pipeline.yaml here, and checks in this order \
            that it can be used, that the codebooks are whole, that every example passes and every rule is fired by \
            one, and that agreement with gold meets the minimum and does not fall below the baseline.

              codechart check
              codechart check --report github markdown=summary.md junit=agreement.xml sarif=agreement.sarif
              codechart check --update-baseline

            Exit code 0 when all of it holds, 1 when something does not (codes, passages and rules are named), 2 when \
            the configuration is broken.
            """)

    @Flag(help: "A rule that no example fires is let pass.")
    var withoutCoverage = false

    @OptionGroup var options: EvaluationOptions

    func run() async throws {
        let settings = try GoldSettings(configuration: "pipeline.yaml")
        let files = try codebookFiles(named: [])
        guard areWhole(files) else { return try CommandStatus.end(.gate) }
        var statuses = [examples(of: files)]
        if settings.develop.isEmpty && settings.report.isEmpty {
            Terminal.show([
                .note("no-gold", "pipeline.yaml names no gold: agreement is not checked", help: "evaluate: gold:")
            ])
        } else {
            let evaluation = try GoldEvaluation(gold: [], minimums: [], options: options)
            statuses.append(try await evaluation.run(files.compactMap(\.codebook), isShort: true))
        }
        try CommandStatus.end(.gravest(statuses))
    }

    /// Whether the codebooks have no errors, each and together.
    private func areWhole(_ files: [CodebookFile]) -> Bool {
        let diagnostics = files.flatMap(\.diagnostics) + checkTogether(files.compactMap(\.codebook))
        Terminal.show(
            diagnostics, sources: Dictionary(files.flatMap(\.sources), uniquingKeysWith: { first, _ in first }))
        return !diagnostics.hasErrors
    }

    private func examples(of files: [CodebookFile]) -> ExitStatus {
        var isMet = true
        for file in files {
            guard let codebook = file.codebook else { continue }
            let report = testExamples(of: codebook)
            let passes = report.failures.isEmpty && (withoutCoverage || report.unfired.isEmpty)
            // What passes takes one line; of what fails all is shown.
            if passes {
                Terminal.error("\(file.path): \(codebook.size); \(report.tried) examples pass")
            } else {
                Terminal.error(ExampleReportText(file: file, codebook: codebook, report: report).text(alternatives: []))
            }
            isMet = isMet && passes
        }
        return isMet ? .done : .gate
    }
}
