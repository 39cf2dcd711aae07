import ArgumentParser
import Foundation
import Pipeline

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a review: pipeline.yaml, a codebook, a folder for documents.",
        discussion: "Files that are there already are kept as they are.")

    @Argument(help: "The folder of the review; it is made if it is missing.", completion: .directory)
    var folder = "."

    func run() throws {
        let files: [(path: String, bytes: [UInt8])] = [
            ("pipeline.yaml", PackageResources.pipeline_yaml),
            ("Codebooks/starter.yaml", PackageResources.starter_yaml),
            ("Corpus/example.html", PackageResources.example_html),
        ]
        for file in files {
            let url = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
            if FileManager.default.fileExists(atPath: url.path) {
                Terminal.print("kept     \(shown(file.path))")
                continue
            }
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.bytes).write(to: url, options: .withoutOverwriting)
            } catch {
                throw Failure(
                    .usage, "unwritable-folder",
                    "'\(shown(file.path))' cannot be written: \(error.localizedDescription)")
            }
            Terminal.print("written  \(shown(file.path))")
        }
        Terminal.print(
            "\nNext: put documents into \(shown("Corpus")), then: codechart run --config \(shown("pipeline.yaml"))")
    }

    private func shown(_ path: String) -> String {
        folder == "." ? path : (folder as NSString).appendingPathComponent(path)
    }
}
