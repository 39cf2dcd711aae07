import Glibc

/// Reads documents in worker processes, several at a time, so that no document can harm the run or another
/// document.
///
/// Workers are started when they are needed. A failure that is no verdict of the reader (crash, deadline, memory)
/// is tried once more, in a fresh worker and while no other document is being read, so that neither what the worker
/// read before nor its neighbours' hunger can be the cause, and without drawing pages. Each file has exactly one outcome.
package actor WorkerPool {
    private let lanes: [WorkerLane]
    private var idle: [WorkerLane]
    private var readersWaiting: [CheckedContinuation<WorkerLane, Never>] = []
    private var loneReadersWaiting: [CheckedContinuation<WorkerLane, Never>] = []
    private var isAlone = false

    /// - Parameters:
    ///   - program: what to start as a worker.
    ///   - count: workers at a time, at least 1.
    package init(
        program: WorkerProgram = .itself, count: Int = WorkerPool.cores, limits: WorkerLimits = WorkerLimits()
    ) {
        lanes = (0..<max(1, count)).map { _ in WorkerLane(program: program, limits: limits) }
        idle = lanes
    }

    /// Processors that are switched on.
    package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Reads a document; its outcome says how that ended.
    ///
    /// - Throws: `Failure` if no worker can be started, and `CancellationError`.
    package func read(_ file: CorpusFile) async throws -> WorkerOutcome {
        try await perform(.read(recognised: []), with: file)
    }

    /// Does a task with a document; the outcome says how that ended.
    ///
    /// - Throws: `Failure` if no worker can be started, and `CancellationError`.
    package func perform(_ task: WorkerTask, with file: CorpusFile) async throws -> WorkerOutcome {
        if case .verdict(let outcome) = try await attempt(task, file, alone: false) { return outcome }
        switch try await attempt(task.again, file, alone: true) {
        case .verdict(let outcome), .failure(let outcome): return outcome
        }
    }

    /// Ends all workers. Call it when no document is being read any more.
    package func shutdown() async {
        for lane in lanes { await lane.stop() }
    }

    private func attempt(_ task: WorkerTask, _ file: CorpusFile, alone: Bool) async throws -> WorkerAttempt {
        let lane = await takeLane(alone: alone)
        defer { giveBack(lane) }
        // A failed worker has ended, but this lane may not be the one that it was in.
        if alone { await lane.stop() }
        return try await lane.perform(task, with: file)
    }

    private func takeLane(alone: Bool) async -> WorkerLane {
        await withCheckedContinuation { continuation in
            if alone {
                loneReadersWaiting.append(continuation)
            } else {
                readersWaiting.append(continuation)
            }
            admit()
        }
    }

    private func giveBack(_ lane: WorkerLane) {
        isAlone = false
        idle.append(lane)
        admit()
    }

    /// Lone readers first: while one waits nobody begins, or its turn would never come.
    private func admit() {
        if !loneReadersWaiting.isEmpty {
            guard idle.count == lanes.count else { return }
            isAlone = true
            loneReadersWaiting.removeFirst().resume(returning: idle.removeLast())
        }
        while !isAlone, !idle.isEmpty, !readersWaiting.isEmpty {
            readersWaiting.removeFirst().resume(returning: idle.removeLast())
        }
    }
}
