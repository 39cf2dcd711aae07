import Foundation

/// Reads files in worker processes and hands over each outcome in the order of the files.
///
/// - Parameters:
///   - jobs: worker processes; nil is as many as processors.
///   - body: called on one task at a time.
/// - Throws: what `body` throws, a `Failure` when no worker can be started, `CancellationError`.
package func readDocuments(
    _ files: [CorpusFile], jobs: Int?, limits: WorkerLimits, _ body: (WorkerOutcome) throws -> Void
) async throws {
    var waiting: [Int: WorkerOutcome] = [:]
    var next = 0
    try await readAsTheyCome(files, jobs: jobs, limits: limits, lookahead: lookahead) { index, outcome in
        waiting[index] = outcome
        while let outcome = waiting.removeValue(forKey: next) {
            try body(outcome)
            next += 1
        }
    }
}

/// How many documents may be read ahead of one that takes long, when order must be kept: they stay in memory.
private let lookahead = 64

/// Reads files in worker processes and hands over each outcome, with the file's index, when it is there.
///
/// - Parameter lookahead: how far beyond the first file without an outcome reading may go; nil is any distance.
func readAsTheyCome(
    _ files: [CorpusFile], jobs: Int?, limits: WorkerLimits, lookahead: Int? = nil,
    _ body: (Int, WorkerOutcome) throws -> Void
) async throws {
    guard !files.isEmpty else { return }
    let width = min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, files.count)
    let pool = WorkerPool(count: width, limits: limits)
    do {
        try await withThrowingTaskGroup(of: (Int, WorkerOutcome).self) { group in
            var started = 0
            var done = Set<Int>()
            var firstMissing = 0
            func startMore() {
                while started < files.count, started - done.count - firstMissing < width,
                    lookahead.map({ started - firstMissing < $0 }) ?? true
                {
                    let index = started
                    let file = files[index]
                    group.addTask { (index, try await pool.read(file)) }
                    started += 1
                }
            }
            startMore()
            while let (index, outcome) = try await group.next() {
                try body(index, outcome)
                done.insert(index)
                while done.remove(firstMissing) != nil { firstMissing += 1 }
                startMore()
            }
        }
    } catch {
        await pool.shutdown()
        throw error
    }
    await pool.shutdown()
}
