import ArgumentParser
import Codebooks
import Pipeline

struct TestCodebook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the examples and near misses that codebooks come with.",
        discussion: """
            An example passes when its code is assigned to it, a near miss when it is not. Of each that fails, what \
            was expected (−) and what was found (+) is shown, with scores, thresholds, and carets under the words \
            that decided. Rules that no example fires are listed.

              codechart codebook test --coverage      also the alternatives (in terms, lists and ORs) not fired

            Exit code 1 when an example fails or a codebook is broken; with --coverage also when a rule is not fired.
            """)

    @Argument(help: "Codebooks; else those of pipeline.yaml here.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String] = []

    @Flag(help: "Fail also when a rule is fired by no example, and list the alternatives that none fires.")
    var coverage = false

    func run() throws {
        var isMet = true
        for file in try codebookFiles(named: files) {
            guard let codebook = file.codebook else {
                Terminal.show(file.diagnostics, sources: file.sources)
                isMet = false
                continue
            }
            let report = testExamples(of: codebook)
            let text = ExampleReportText(file: file, codebook: codebook, report: report)
            Terminal.print(text.text(alternatives: coverage ? alternativeCoverage(of: codebook) : []))
            isMet = isMet && report.failures.isEmpty && (!coverage || report.unfired.isEmpty)
        }
        try CommandStatus.end(isMet ? .done : .gate)
    }
}
