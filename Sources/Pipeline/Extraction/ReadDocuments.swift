/// Reads files in worker processes and hands over each outcome in the order of the files.
///
/// - Parameters:
///   - plan: how they are read.
///   - body: called on one task at a time.
/// - Throws: what `body` throws, a `Failure` when no worker can be started, `CancellationError`.
package func readDocuments(
    _ files: [CorpusFile], _ plan: ReadPlan, _ body: (WorkerOutcome) throws -> Void
) async throws {
    try await readInOrder(files, plan, transform: unchanged, body)
}

/// Reads files in worker processes and hands over what is made of each outcome, in the order of the files.
///
/// - Parameters:
///   - known: what is known of a file by its index, which is not read then; on any thread.
///   - transform: what is made of an outcome, on any thread, while others are read.
///   - body: called on one task at a time.
func readInOrder<Result: Sendable>(
    _ files: [CorpusFile], _ plan: ReadPlan, known: @escaping @Sendable (Int) throws -> Result? = nothing,
    transform: @escaping @Sendable (WorkerOutcome) -> Result, _ body: (Result) throws -> Void
) async throws {
    var waiting: [Int: Result] = [:]
    var next = 0
    try await readAsTheyCome(files, plan, lookahead: lookahead, known: known, transform: transform) { index, result in
        waiting[index] = result
        while let result = waiting.removeValue(forKey: next) {
            try body(result)
            next += 1
        }
    }
}

@Sendable private func unchanged(_ outcome: WorkerOutcome) -> WorkerOutcome { outcome }

@Sendable func nothing<Result>(_ index: Int) -> Result? { nil }

/// How many documents may be read ahead of one that takes long, when order must be kept: they stay in memory.
private let lookahead = 64

/// Reads files in worker processes and hands over what is made of each outcome, with the file's index, when it
/// is there.
///
/// - Parameters:
///   - lookahead: how far beyond the first file without an outcome reading may go; nil is any distance.
///   - known: what is known of a file by its index, which is not read then; on any thread.
///   - transform: what is made of an outcome, on any thread, while others are read.
///   - body: called on one task at a time.
func readAsTheyCome<Result: Sendable>(
    _ files: [CorpusFile], _ plan: ReadPlan, lookahead: Int? = nil,
    known: @escaping @Sendable (Int) throws -> Result? = nothing,
    transform: @escaping @Sendable (WorkerOutcome) -> Result, _ body: (Int, Result) throws -> Void
) async throws {
    guard !files.isEmpty else { return }
    let width = min(plan.jobs ?? WorkerPool.cores, files.count)
    let pool = WorkerPool(count: width, limits: plan.limits)
    let reading = PlannedReading(plan, pool: pool, width: width)
    do {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var started = 0
            var done = Set<Int>()
            var firstMissing = 0
            func startMore() {
                // One more than there are workers for each of them, so that they read on while texts are coded.
                while started < files.count, started - done.count - firstMissing < 2 * width,
                    lookahead.map({ started - firstMissing < $0 }) ?? true
                {
                    let index = started
                    let file = files[index]
                    group.addTask {
                        if let result = try known(index) { return (index, result) }
                        return (index, transform(try await reading.read(file, index: index)))
                    }
                    started += 1
                }
            }
            startMore()
            while let (index, result) = try await group.next() {
                try body(index, result)
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
