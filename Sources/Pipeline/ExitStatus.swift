/// How the tool ends, as scripts see it.
package enum ExitStatus: Int32, Sendable, CaseIterable {
    case done = 0
    /// A gate was not met: a failing example, a broken codebook under `check`, too little agreement.
    case gate = 1
    /// Wrong usage or a broken configuration.
    case usage = 2
    /// Done, but some documents are neither ok nor partial.
    case incomplete = 3
    case internalError = 4
    case interrupted = 130

    /// The one to give when several apply: 130, 4, 2, 1, 3.
    package static func gravest(_ statuses: some Sequence<ExitStatus>) -> ExitStatus {
        let order: [ExitStatus] = [.interrupted, .internalError, .usage, .gate, .incomplete]
        let present = Set(statuses)
        return order.first(where: present.contains) ?? .done
    }
}
