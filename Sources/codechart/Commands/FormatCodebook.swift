import ArgumentParser
import Codebooks
import Diagnostics
import Foundation
import Pipeline

struct FormatCodebook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Lay codebooks out in one way; what they say stays the same.",
        discussion: """
            Two blanks for each level, lists deeper than their key, one blank after ':', '-' and ',', no blanks at \
            ends of lines. Lines are moved, never joined or parted; comments, order and quotes stay.

            --fix writes what YAML would misread as its errors propose: a text that begins with a quotation mark, \
            '*' or '[', or that has ': ' or ' #' in it, gets quotes.

            Without a file: the codebooks of pipeline.yaml here. With '-': standard input to standard output.
            Example: codechart codebook fmt --fix Codebooks/care.yaml

            Exit code 1 with --check when a file would change, 2 when a codebook is broken.
            """)

    @Argument(help: "Codebooks, or '-'.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String] = []

    @Flag(help: "Write nothing: list the files that would change.")
    var check = false

    @Flag(help: "Write texts that YAML would misread so that it reads them.")
    var fix = false

    func run() throws {
        var isBroken = false
        var wouldChange = false
        for path in files.isEmpty ? try codebookFiles(ofConfiguration: "pipeline.yaml") : files {
            let text = try path == "-" ? standardInput() : CodebookText(path: path).text
            let name = path == "-" ? "standard input" : path
            let included = IncludedTexts()
            let formatted = formatCodebook(yaml: text, file: name, fixing: fix, include: included.read)
            Terminal.show(formatted.errors, sources: included.sources(with: (name, formatted.text)))
            isBroken = isBroken || !formatted.errors.isEmpty
            if path == "-", !check {
                Terminal.print(bytes: Array(formatted.text.utf8))
            } else if formatted.text != text {
                wouldChange = true
                if check { Terminal.print(name) } else { try write(formatted, to: path) }
            }
        }
        try CommandStatus.end(isBroken ? .usage : check && wouldChange ? .gate : .done)
    }

    private func write(_ formatted: FormattedCodebook, to path: String) throws {
        try replaceFile(path, with: Array(formatted.text.utf8))
        let mended = formatted.fixes == 1 ? "1 text mended" : "\(formatted.fixes) texts mended"
        Terminal.error("\(path): " + (formatted.fixes == 0 ? "laid out" : mended))
    }

    private func standardInput() -> String {
        String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    }
}
