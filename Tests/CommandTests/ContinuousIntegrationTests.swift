import Foundation
import Testing

/// The ready jobs of the documentation, run as the shell that they are.
@Suite struct ContinuousIntegrationTests {
    private func text(_ path: String) throws -> String {
        try String(contentsOf: Workspace.project.appendingPathComponent(path), encoding: .utf8)
    }

    /// The commands of a block under `key`, which ends where the indentation does.
    private func commands(under key: String, in yaml: String) throws -> String {
        let lines = yaml.components(separatedBy: "\n")
        let start = try #require(lines.firstIndex { $0.trimmingCharacters(in: .whitespaces) == key })
        let indent = lines[start].prefix { $0 == " " }.count
        let block = lines[(start + 1)...].prefix { $0.prefix { $0 == " " }.count > indent || $0.isEmpty }
        return block.map { line in
            let command = line.trimmingCharacters(in: .whitespaces)
            return command.hasPrefix("- ") ? String(command.dropFirst(2)) : command
        }.joined(separator: "\n")
    }

    /// A rule that holds in every passage with "care".
    private let worsen = """
        mkdir worse; sed -i 's|Codebooks/|worse/|' pipeline.yaml; \
        sed '0,/          - rule: under-economic/s//          - {rule: everything, match: care, weight: 5}\\n&/' \
        Codebooks/integrated-care.yaml > worse/integrated-care.yaml
        """

    @Test func theWorkflowForGitHubFailsAndTellsWhy() async throws {
        let script = try commands(under: "run: |", in: text("Documentation/CI/github.yml"))
        let workspace = try Workspace()
        let good = try await workspace.run(
            "export GITHUB_STEP_SUMMARY=summary; (\(script)) > log 2>&1; status=$?; cat summary; exit $status")
        #expect(good.status == 0 && good.output.hasPrefix("# Agreement with gold: all 19 minimums met\n"), "\(good)")
        let bad = try await workspace.run(
            "\(worsen); export GITHUB_STEP_SUMMARY=summary; (\(script)) > log 2>&1; status=$?; grep ::error log; exit $status"
        )
        #expect(bad.status == 1, "\(bad)")
        #expect(bad.output.contains("title=codechart::theme.economic.f1 is"), "\(bad)")
        let files = try await workspace.run("ls agreement")
        #expect(files.output == "agreement.html\nagreement.sarif\njunit.xml\nsummary.md\n")
    }

    @Test func theJobForGitLabWritesItsReports() async throws {
        let script = try commands(under: "script:", in: text("Documentation/CI/gitlab.yml"))
        let workspace = try Workspace()
        let (output, status) = try await workspace.run("(\(script)) > log 2>&1 && ls agreement")
        #expect(status == 0 && output == "agreement.html\njunit.xml\nsummary.md\n", "\(output)")
    }

    @Test func theHookBeforeACommitIsThatOfTheDocumentation() async throws {
        let hook = try text(".pre-commit-hooks.yaml")
        let entry = try #require(
            hook.split(separator: "\n").first { $0.contains("entry:") }?.split(separator: ":").last)
        #expect(try text("Documentation/ContinuousIntegration.md").contains("entry:\(entry)\n"))
        let workspace = try Workspace()
        let (output, status) = try await workspace.run("\(worsen);\(entry) --without-coverage > log 2>&1; exit $?")
        #expect(status == 1, "\(output)")
        #expect(try await workspace.run("grep -c 'economic/everything' log").status == 0)
    }
}
