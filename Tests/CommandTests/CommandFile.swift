import Foundation

/// A Markdown file of commands and what they print.
///
/// Each `console` block is one command after `$ ` (lines that end with a backslash go on) and its output,
/// standard output and standard error together; a last line `[exit N]` gives the status where it is not 0.
struct CommandFile {
    struct Command: Equatable {
        var text: String
        var expected: String
        /// 1-based line of the command.
        var line: Int
    }

    let url: URL
    private let lines: [String]
    private(set) var commands: [Command] = []
    /// Line range of each command's output, for rewriting.
    private var outputs: [Range<Int>] = []

    init(_ url: URL) throws {
        self.url = url
        lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
        var index = 0
        while index < lines.count {
            defer { index += 1 }
            guard lines[index] == "```console" else { continue }
            let start = index + 1
            guard let end = lines[start...].firstIndex(of: "```"), start < end, lines[start].hasPrefix("$ ") else {
                throw CommandFileError(line: start + 1, message: "a console block begins with '$ ' and ends with ```")
            }
            var output = start + 1
            while lines[output - 1].hasSuffix("\\"), output < end { output += 1 }
            let text = lines[start..<output].joined(separator: "\n").dropFirst(2)
            commands.append(
                Command(
                    text: String(text), expected: lines[output..<end].joined(separator: "\n"), line: start + 1))
            outputs.append(output..<end)
            index = end
        }
    }

    /// The file with these outputs in place of its own.
    func rewritten(with results: [String]) -> String {
        var lines = lines
        for (range, result) in zip(outputs, results).reversed() {
            lines.replaceSubrange(range, with: result.isEmpty ? [] : result.components(separatedBy: "\n"))
        }
        return lines.joined(separator: "\n")
    }
}

struct CommandFileError: Error {
    var line: Int
    var message: String
}
