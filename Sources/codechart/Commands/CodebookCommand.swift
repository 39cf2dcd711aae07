import ArgumentParser
import Codebooks
import Diagnostics
import Pipeline

struct CodebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook",
        abstract: "Check, test and exchange codebooks.",
        subcommands: [CheckCodebook.self, TestCodebook.self, ExportCodebook.self, ImportCodebook.self])
}

struct CheckCodebook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find what is wrong with codebooks: all errors in one go.",
        discussion: "Exit code 1 when there are errors. Without a file: the codebooks of pipeline.yaml here.")

    @Argument(help: "Codebooks.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String] = []

    func run() throws {
        var isBroken = false
        let files = try codebookFiles(named: files)
        let together = checkTogether(files.compactMap(\.codebook))
        Terminal.show(together, sources: Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 }))
        isBroken = together.hasErrors
        for file in files {
            Terminal.show(file.diagnostics, sources: [file.path: file.text])
            if let codebook = file.codebook {
                Terminal.print("\(file.path): \(codebook.size)")
            } else {
                isBroken = true
            }
        }
        try CommandStatus.end(isBroken ? .gate : .done)
    }
}

struct TestCodebook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the examples and near misses that codebooks come with.",
        discussion: """
            An example passes when its code is assigned to it, a near miss when it is not. Rules that no example \
            fires are listed. Exit code 1 when an example fails or a codebook is broken.
            """)

    @Argument(help: "Codebooks.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String] = []

    @Flag(help: "Fail also when a rule is fired by no example.")
    var coverage = false

    func run() throws {
        var isMet = true
        for file in try codebookFiles(named: files) {
            guard let codebook = file.codebook else {
                Terminal.show(file.diagnostics, sources: [file.path: file.text])
                isMet = false
                continue
            }
            let report = testExamples(of: codebook)
            Terminal.print(report.text(file: file))
            isMet = isMet && report.failures.isEmpty && (!coverage || report.unfired.isEmpty)
        }
        try CommandStatus.end(isMet ? .done : .gate)
    }
}

/// The codebooks named, else those of pipeline.yaml here.
private func codebookFiles(named files: [String]) throws -> [CodebookFile] {
    try (files.isEmpty ? codebookFiles(ofConfiguration: "pipeline.yaml") : files).map(CodebookFile.init)
}

extension Codebook {
    /// As commands say what they read: `2 dimensions, 10 codes, 60 rules`.
    var size: String {
        let codes = dimensions.flatMap(\.codes)
        let rules = codes.reduce(0) { $0 + $1.rules.count }
        return "\(dimensions.count) dimensions, \(codes.count) codes, \(rules) rules"
    }
}
