import CSandbox
import Glibc

/// The program that is started as a worker.
package struct WorkerProgram: Sendable, Hashable {
    package var executable: FileName
    package var arguments: [String]

    package init(executable: FileName, arguments: [String]) {
        self.executable = executable
        self.arguments = arguments
    }

    /// This program, also when its file has been replaced meanwhile, as `codechart worker`.
    package static let itself = WorkerProgram(executable: FileName("/proc/self/exe"), arguments: ["worker"])
}

extension Failure {
    /// A failure of the machinery that reads documents, not of a document: the command cannot go on.
    static func worker(_ message: String, help: String? = nil) -> Failure {
        Failure(.internalError, "worker", message, help: help)
    }
}

/// The parent's ends of a worker that runs.
struct SpawnedWorker {
    let process: pid_t
    /// A socket, because writing to the pipe of a dead process would raise SIGPIPE in the whole tool.
    let requests: Int32
    let replies: Int32
    let errors: Int32
    /// The file in memory into which the worker writes pictures.
    let pictures: Int32
}

/// Starts a worker.
///
/// - Throws: `Failure` with the system's reason.
func spawn(_ program: WorkerProgram) throws(Failure) -> SpawnedWorker {
    let requests = Channel.socket()
    let replies = Channel.pipe()
    let errors = Channel.pipe()
    let pictures = Channel.raised(csandbox_memory_file(largestPicture))
    defer { for channel in [requests, replies, errors] { close(channel.child) } }
    var process: pid_t = 0
    var status: Int32 = EMFILE
    if requests.isOpen, replies.isOpen, errors.isOpen, pictures >= 0 {
        let descriptors = [requests.child, replies.child, errors.child, pictures]
        status = start(program, descriptors: descriptors, process: &process)
    }
    guard status == 0 else {
        for descriptor in [requests.parent, replies.parent, errors.parent, pictures] { close(descriptor) }
        throw .worker("worker could not be started: \(errorText(status)) (\(program.executable.text))")
    }
    for descriptor in [replies.parent, errors.parent] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    return SpawnedWorker(
        process: process, requests: requests.parent, replies: replies.parent, errors: errors.parent, pictures: pictures)
}

/// `posix_spawn` with nothing inherited: no other descriptor, no signal mask, a small environment.
///
/// - Parameter descriptors: what the program gets as its descriptors from 0 on; none of them is below 3.
private func start(_ program: WorkerProgram, descriptors: [Int32], process: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }
    // In this order a descriptor that stands at 3 has been copied before it is replaced.
    for (number, descriptor) in descriptors.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    csandbox_close_from(&actions, Int32(descriptors.count))

    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // A group of its own: Ctrl-C reaches the parent only, which ends its workers knowing why.
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let arguments = CStrings([program.executable.terminated] + program.arguments.map { Array($0.utf8CString) })
    let environment = CStrings(workerEnvironment().map { Array($0.utf8CString) })
    return posix_spawn(
        &process, program.executable.terminated, &actions, &attributes, arguments.pointers, environment.pointers)
}

/// Variables that a worker gets: how to find libraries and read names, and nothing that changes how they behave
/// (`G_DEBUG`, `G_MESSAGES_DEBUG`, `MALLOC_…`, `XML_…`).
private func workerEnvironment() -> [String] {
    let passed = ["PATH", "LANG", "LD_LIBRARY_PATH", "TESSDATA_PREFIX"]
    // tesseract's threads wait for each other more than they work; several pages at a time use the processors.
    var result = ["SWIFT_BACKTRACE=enable=no", "OMP_THREAD_LIMIT=1"]
    var entry = environ
    while let pointer = entry.pointee {
        let variable = String(cString: pointer)
        let name = variable.prefix { $0 != "=" }
        if passed.contains(String(name)) || name.hasPrefix("LC_") { result.append(variable) }
        entry += 1
    }
    return result
}

/// Two connected descriptors, -1 when they could not be made. Both are 3 or more, so that they can be put at 0–2
/// in the worker in any order, and are closed when anything else is started.
private struct Channel {
    var parent: Int32
    var child: Int32

    var isOpen: Bool { parent >= 0 && child >= 0 }

    static func socket() -> Channel {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            return Channel(parent: -1, child: -1)
        }
        return Channel(parent: raised(ends[0]), child: raised(ends[1]))
    }

    static func pipe() -> Channel {
        var ends: [Int32] = [-1, -1]
        guard csandbox_pipe(&ends) == 0 else { return Channel(parent: -1, child: -1) }
        return Channel(parent: raised(ends[0]), child: raised(ends[1]))
    }

    static func raised(_ descriptor: Int32) -> Int32 {
        guard descriptor <= STDERR_FILENO else { return descriptor }
        defer { close(descriptor) }
        return fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    }
}

/// A NULL-terminated array of C strings that lives as long as the object.
private final class CStrings {
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    init(_ strings: [[CChar]]) {
        count = strings.count
        pointers = .allocate(capacity: count + 1)
        for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
        pointers[count] = nil
    }

    deinit {
        for index in 0..<count { free(pointers[index]) }
        pointers.deallocate()
    }
}
