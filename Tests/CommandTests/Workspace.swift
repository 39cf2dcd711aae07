import Foundation

/// A folder to run codechart in, with the project's own material beside it.
struct Workspace: ~Copyable {
    let folder: URL

    static let project = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Where the built tool is: beside the tests.
    static let binaries = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    /// The tests' own files.
    static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// A new folder with links to the corpus, the codebooks, the configuration and the second review.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("codechart-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Self.project.appendingPathComponent("pipeline.yaml"), to: folder.appendingPathComponent("pipeline.yaml")
        )
        try FileManager.default.copyItem(
            at: Self.project.appendingPathComponent("Tests/SecondReview"),
            to: folder.appendingPathComponent("SecondReview"))
        for name in ["Corpus", "Codebooks"] {
            try FileManager.default.createSymbolicLink(
                at: folder.appendingPathComponent(name), withDestinationURL: Self.project.appendingPathComponent(name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs a shell command in the folder with `codechart` on the path.
    ///
    /// The wait is on a thread of its own: tests share few threads, and a blocked one would hold up the others.
    ///
    /// - Returns: standard output and error together, and the exit status.
    func run(_ command: String) async throws -> (output: String, status: Int32) {
        let folder = folder
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try Self.wait(for: command, in: folder) })
            }
        }
    }

    private static func wait(for command: String, in folder: URL) throws -> (output: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "exec 2>&1; " + command]
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": binaries.path + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path, "COLUMNS": "100",
        ]
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), process.terminationStatus)
    }

    func contents(of path: String) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(path))
    }
}

/// `UPDATE_GOLDEN=1 swift test` rewrites golden files in place.
let updatesGoldenFiles = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
