import Foundation

@testable import Pipeline

/// The faulty worker, which is built beside the tests.
let faultyWorker: FileName = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return FileName(tests.deletingLastPathComponent().appendingPathComponent("FaultyWorker").path)
}()

/// A folder of documents whose names tell the faulty worker what to do.
struct WorkerFixture: ~Copyable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("workers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a document and gives what a run would name it.
    func document(_ name: String, text: String = "Some words.") throws -> CorpusFile {
        try text.write(to: folder.appendingPathComponent(name), atomically: false, encoding: .utf8)
        return file(FileName(name))
    }

    func file(_ name: FileName) -> CorpusFile {
        CorpusFile(name: name, location: FileName(folder.path).appending(name))
    }
}

func faultyPool(count: Int = 2, deadline: Duration = .seconds(20), memory: Int = 256 << 20) -> WorkerPool {
    WorkerPool(
        program: WorkerProgram(executable: faultyWorker, arguments: []), count: count,
        limits: WorkerLimits(deadline: deadline, memory: memory))
}

extension WorkerOutcome {
    /// The message of the only diagnostic with that identifier.
    func message(_ identifier: String) -> String? {
        document.diagnostics.first { $0.identifier == identifier }?.message
    }
}

/// Numbers of processes that have an argument.
func processes(withArgument argument: String) -> [Int] {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return folders.compactMap(Int.init).filter { number in
        guard let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else { return false }
        return line.split(separator: 0).contains { $0.elementsEqual(argument.utf8) }
    }
}
