import ArgumentParser
import Codebooks
import Diagnostics
import Pipeline

struct CodebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook",
        abstract: "Check, test, format, compare, show, exchange and translate codebooks.",
        subcommands: [
            CheckCodebook.self, TestCodebook.self, FormatCodebook.self, ShowCodebook.self, DiffCodebooks.self,
            RulesOfCodebook.self, ExportCodebook.self, ImportCodebook.self, CodebookSchema.self,
            TranslateExpression.self,
        ])
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
        let sources = Dictionary(files.flatMap(\.sources), uniquingKeysWith: { first, _ in first })
        Terminal.show(together, sources: sources)
        isBroken = together.hasErrors
        for file in files {
            Terminal.show(file.diagnostics, sources: sources)
            if let codebook = file.codebook {
                Terminal.print("\(file.path): \(codebook.size)")
            } else {
                isBroken = true
            }
        }
        try CommandStatus.end(isBroken ? .gate : .done)
    }
}

/// The codebooks named, else those of pipeline.yaml here.
func codebookFiles(named files: [String]) throws -> [CodebookFile] {
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
