import CSandbox
import JSON

/// What of its sandbox a worker could put up on this kernel.
struct SandboxState: Sendable, Hashable, Decodable {
    /// The version of landlock in force; 0 where the kernel has none.
    var landlock: Int
    /// Whether system calls are filtered.
    var seccomp: Bool
    /// Whether no program started from here gains rights, and nothing can look into the process.
    var closed: Bool

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("landlock", landlock)
            json.member("seccomp", seccomp)
            json.member("closed", closed)
        }
    }

    /// In words, for people.
    var summary: String {
        [
            landlock > 0 ? "landlock \(landlock)" : "no landlock",
            seccomp ? "seccomp" : "no seccomp",
            closed ? "no new privileges, no dumps" : "privileges not limited",
        ].joined(separator: ", ")
    }
}

/// Takes from this process what reading a document does not need: writing, sockets, programs.
///
/// What the kernel lacks is left out and shows in the result; reading goes on, for a run in an older container
/// is better than none, and `doctor` tells.
func restrictThisProcess() -> SandboxState {
    let closed = csandbox_forbid_new_privileges() == 0 && csandbox_forbid_dumps() == 0
    let landlock = csandbox_forbid_changes()
    // Last, because the filter refuses what the others need.
    let seccomp = csandbox_forbid_calls() == 0
    return SandboxState(landlock: Int(max(0, landlock)), seccomp: seccomp, closed: closed)
}
