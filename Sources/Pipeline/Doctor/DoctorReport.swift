import CSandbox
import Glibc

/// What codechart works with on this machine: libraries, limits, sandbox, and a worker that is really started.
///
/// - Parameter program: what to start as a worker.
package func doctorReport(worker program: WorkerProgram = .itself) -> [DoctorFinding] {
    libraryFindings() + [tesseractFinding()] + machineFindings() + sandboxFindings() + [workerFinding(program)]
}

private func machineFindings() -> [DoctorFinding] {
    var limit = rlimit()
    let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
    let wanted = WorkerLimits().memory
    let memory: DoctorFinding =
        if isKnown, limit.rlim_max < rlim_t(wanted) {
            DoctorFinding(
                "memory limit", "\(limit.rlim_max >> 20) MiB for a process", .lacking,
                help: "a worker may want \(wanted >> 20) MiB for a document: raise the hard limit (ulimit -Hv)")
        } else {
            DoctorFinding("memory limit", "none below \(wanted >> 20) MiB")
        }
    return [DoctorFinding("processors", "\(WorkerPool.cores)"), memory]
}

private func sandboxFindings() -> [DoctorFinding] {
    let version = csandbox_landlock_version()
    let landlock =
        version > 0
        ? DoctorFinding("landlock", "version \(version)")
        : DoctorFinding(
            "landlock", "absent: \(errorText(-version))", .lacking,
            help: "Linux 5.13 or later with landlock among its security modules; seccomp refuses writing meanwhile")
    let seccomp =
        csandbox_has_seccomp() == 1
        ? DoctorFinding("seccomp", "present")
        : DoctorFinding("seccomp", "absent", .lacking, help: "a kernel with CONFIG_SECCOMP_FILTER")
    return [landlock, seccomp]
}

private func workerFinding(_ program: WorkerProgram) -> DoctorFinding {
    do {
        let process = try WorkerProcess(program)
        let hello = try process.greet()
        var conversation = process.conversation()
        process.end(within: .seconds(1), &conversation)
        let isWhole = hello.sandbox.landlock > 0 && hello.sandbox.seccomp && hello.sandbox.closed
        return DoctorFinding(
            "worker", "starts; reader \(hello.reader); \(hello.sandbox.summary)", isWhole ? .ok : .lacking,
            help: isWhole ? nil : "documents are read with less protection than a newer kernel gives")
    } catch {
        let problem = error.diagnostics.first
        return DoctorFinding("worker", problem?.message ?? "could not be started", .broken, help: problem?.help)
    }
}
