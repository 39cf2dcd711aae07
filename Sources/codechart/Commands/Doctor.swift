import ArgumentParser
import Pipeline

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what codechart works with here: libraries, limits, sandbox.",
        discussion: "Exit code 4 when something is missing without which nothing works.")

    func run() throws {
        let findings = doctorReport()
        let width = findings.map(\.name.count).max() ?? 0
        for finding in findings {
            let name = finding.name.padding(toLength: width, withPad: " ", startingAt: 0)
            Terminal.print("\(mark(finding.state))  \(name)  \(finding.value)")
            if finding.state != .ok, let help = finding.help {
                Terminal.print(String(repeating: " ", count: width + 11) + help)
            }
        }
        let isBroken = findings.contains { $0.state == .broken }
        try CommandStatus.end(isBroken ? .internalError : .done)
    }

    private func mark(_ state: DoctorFinding.State) -> String {
        switch state {
        case .ok: "ok     "
        case .lacking: "lacking"
        case .broken: "broken "
        }
    }
}
