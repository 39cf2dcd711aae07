import Foundation

/// Holds a project for one run: two at once would write over each other.
///
/// The lock is the kernel's (`flock`), so it is gone with the process, however that ends.
final class RunLock: Sendable {
    private let descriptor: Int32

    /// - Throws: a ``Failure`` when another run holds the project, or the folder cannot be written.
    init(in folder: URL) throws {
        try writing(folder) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let path = folder.appendingPathComponent("lock").path
        descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw unwritable(folder, String(cString: strerror(errno))) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure(
                .usage, "running", "another codechart is at work in this folder",
                help: "wait until it is done, or stop it")
        }
    }

    /// Keeps runs from beginning while their store is read; nil when there is no store, or a run is at work on it.
    init?(readingIn folder: URL) {
        descriptor = open(folder.appendingPathComponent("lock").path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }
}

/// Runs what makes files in a folder; what the file system refuses becomes a ``Failure`` that names the folder.
func writing<Result>(_ folder: URL, _ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let error as CocoaError {
        throw unwritable(folder, reason(error))
    } catch let error as OutputError {
        throw unwritable(folder, error.reason)
    }
}

private func unwritable(_ folder: URL, _ reason: String) -> Failure {
    Failure(
        .usage, "unwritable-folder", "'\(folder.relativePath)' cannot be written: \(reason)",
        help: "'output' in pipeline.yaml names the folder of the outputs; .codechart stands beside pipeline.yaml")
}

private func reason(_ error: CocoaError) -> String {
    if error.code == .fileWriteFileExists { return "a file of that name is there" }
    if let underlying = error.underlying as? POSIXError { return String(cString: strerror(underlying.code.rawValue)) }
    return error.localizedDescription
}
