import Foundation
import Testing

/// Runs the commands of `Commands/*.md` as a person would type them.
@Suite struct CommandTests {
    static let files: [URL] = {
        let folder = Workspace.here.appendingPathComponent("Commands")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted().map { folder.appendingPathComponent($0) }
    }()

    @Test func hasCommands() {
        #expect(!Self.files.isEmpty)
    }

    @Test(arguments: files)
    func printsWhatTheFileSays(_ url: URL) async throws {
        let file = try CommandFile(url)
        #expect(!file.commands.isEmpty)
        let workspace = try Workspace()
        var results: [String] = []
        for command in file.commands {
            let (output, status) = try await workspace.run(command.text)
            var lines = output.components(separatedBy: "\n")
            while lines.last == "" { lines.removeLast() }
            if status != 0 { lines.append("[exit \(status)]") }
            let result = lines.joined(separator: "\n")
            results.append(result)
            if !updatesGoldenFiles {
                #expect(
                    result == command.expected, "\(url.lastPathComponent):\(command.line): \(command.text)")
            }
        }
        if updatesGoldenFiles {
            try file.rewritten(with: results).write(to: url, atomically: true, encoding: .utf8)
        }
    }
}
