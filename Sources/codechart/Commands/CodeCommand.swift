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
        var json = JSONWriter()
        var number = 0
        var hasErrors = false
        while let line = try lines.next() {
            number += 1
            if line.allSatisfy(\.isSpace) { continue }
            let (passage, diagnostics) = readPassage(line, at: Place(file: "standard input", line: number))
            Terminal.show(diagnostics)
            guard let passage else {
                hasErrors = true
                continue
            }
            coder.code(passage).write(passage: passage.id, to: &json)
            json.newline()
            if json.bytes.count > outputChunk {
                Terminal.print(bytes: json.bytes)
                json.removeAll()
            }
        }
        Terminal.print(bytes: json.bytes)
        try CommandStatus.end(hasErrors ? .usage : .done)
    }
}

/// Large enough that writing costs nothing beside coding.
private let outputChunk = 1 << 16

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}
