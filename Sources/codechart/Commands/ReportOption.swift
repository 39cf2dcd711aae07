import ArgumentParser
import Evaluation
import Foundation
import Pipeline

/// `--report FORMAT` or `--report FORMAT=FILE`.
struct ReportOption: ExpressibleByArgument {
    var format: ReportFormat
    /// nil is standard output.
    var file: String?

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard let name = parts.first, let format = ReportFormat(rawValue: String(name)) else { return nil }
        self.format = format
        file = parts.count == 2 ? String(parts[1]) : nil
    }

    static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }

    /// Writes the report.
    ///
    /// - Throws: a `Failure` when the file cannot be written.
    func write(_ reports: [EvaluationReport]) throws {
        let bytes = format.write(reports)
        guard let file else { return Terminal.print(bytes: bytes) }
        let folder = (file as NSString).deletingLastPathComponent
        if !folder.isEmpty {
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        try NewFile(file, replaces: true).write(bytes)
    }
}
