import ArgumentParser
import Codebooks
import Diagnostics
import DocumentModel
import Foundation
import JSON
import Pipeline

struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Code passages: a JSON object a line in, a JSON object a line out.",
        discussion: """
            Reads {"id", "text", "heading"?, "lead_in"?, "previous"?, "section"?} on standard input and writes \
            {"id", "codes", "scores", "matches"} on standard output, in the same order; other keys are ignored.

              echo '{"id": "1", "text": "Lack of shared data."}' | codechart code --codebook Codebooks/integrated-care.yaml

            A line that cannot be read is reported on standard error with its number, and the exit code is 2.
            """)

    @OptionGroup var codebooks: CodebookSource

    func run() throws {
        let coder = PassageCoder(try codebooks.load())
        let lines = LineReader(FileHandle.standardInput)
        var number = 0
        var hasErrors = false
        var passages = PassageLines()
        var size = 0
        while let line = try lines.next() {
            number += 1
            size += line.count
            if !line.allSatisfy(\.isSpace) {
                let diagnostics = passages.append(line, at: Place(file: "standard input", line: number))
                if !diagnostics.isEmpty {
                    Terminal.show(diagnostics)
                    hasErrors = hasErrors || diagnostics.hasErrors
                }
            }
            // Who waits for an answer before the next line gets one.
            if size > enoughBytes || !lines.hasLine {
                answer(passages, with: coder)
                passages.removeAll()
                size = 0
            }
        }
        answer(passages, with: coder)
        try CommandStatus.end(hasErrors ? .usage : .done)
    }

    private func answer(_ passages: PassageLines, with coder: PassageCoder) {
        var json = JSONWriter()
        passages.write(coder.code(passages.batch), to: &json)
        Terminal.print(bytes: json.bytes)
    }
}

/// Lines of so many bytes are coded in one go: more would be no faster.
private let enoughBytes = 1 << 18

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}
