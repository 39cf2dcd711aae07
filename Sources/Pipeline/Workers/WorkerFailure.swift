import Diagnostics
import DocumentModel
import Glibc

/// Why a worker gave no verdict on a document.
enum WorkerFailure: Sendable {
    /// The deadline passed, and the worker was ended.
    case deadline
    /// The worker ended by itself.
    case ended(WorkerEnding)
    /// The worker answered with something else than a reply to the request.
    case brokenReply
    /// The worker answered, but one of its libraries had said that memory was short, so text may be missing.
    case shortage(WorkerOutcome)
}

extension WorkerFailure {
    /// The one record of the document.
    ///
    /// - Parameters:
    ///   - errors: what the worker wrote to standard error meanwhile.
    ///   - sha256: the digest of the file.
    func outcome(path: String, sha256: String, limits: WorkerLimits, errors: WorkerErrors) -> WorkerOutcome {
        func unread(_ status: DocumentStatus, _ diagnostic: Diagnostic) -> WorkerOutcome {
            WorkerOutcome(failing: path, sha256: sha256, status: status, diagnostic)
        }
        func crashed(signal: Int = 0, _ message: String) -> WorkerOutcome {
            unread(.crashed(signal: signal), .error("crashed", message, help: errors.lastWords()))
        }
        switch self {
        case .shortage(var outcome):
            outcome.document.diagnostics.append(memoryDiagnostic(limits))
            // What poppler calls damaged, and libxml2 empty, may be whole.
            outcome.document.status = outcome.document.text.isEmpty ? .memory : .partial
            return outcome
        case .deadline, .ended(.signalled(Int(SIGXCPU))):
            return unread(.timeout, timeoutDiagnostic(limits, errors))
        case _ where errors.tellsOfShortage:
            return unread(.memory, memoryDiagnostic(limits))
        case .ended(.signalled(Int(SIGKILL))):
            // Nobody here sent it: the kernel did, when the machine ran out of memory.
            return unread(.memory, memoryDiagnostic(limits))
        case .ended(.signalled(let signal)):
            let name = String(cString: strsignal(Int32(signal)))
            return crashed(signal: signal, "the reader crashed: \(name) (signal \(signal))")
        case .ended(.exited(let status)):
            return crashed("the reader left without an answer (exit status \(status))")
        case .ended(.killed), .brokenReply:
            return crashed("the reader's answer is none of its protocol")
        }
    }
}

private func timeoutDiagnostic(_ limits: WorkerLimits, _ errors: WorkerErrors) -> Diagnostic {
    let advice = "raise 'deadline' under 'read' in pipeline.yaml"
    return .error(
        "timeout", "reading took longer than \(limits.deadline.formattedSeconds)",
        help: [advice, errors.lastWords()].compactMap(\.self).joined(separator: "\n"))
}

/// Without the last words: which library finds the memory gone first differs from run to run.
private func memoryDiagnostic(_ limits: WorkerLimits) -> Diagnostic {
    .error(
        "memory", "reading needs more than \(limits.memory / (1 << 20)) MiB of memory",
        help: "raise 'memory' under 'read' in pipeline.yaml")
}

extension Duration {
    /// `60 s`, `1.5 s`.
    fileprivate var formattedSeconds: String {
        let tenths = Int(self / .milliseconds(100))
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }
}
