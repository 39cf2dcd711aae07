package import Diagnostics

/// Why a command cannot go on: how it ends, and what to tell the user.
package struct Failure: Error, Sendable {
    package var status: ExitStatus
    package var diagnostics: [Diagnostic]
    /// Texts that diagnostics point into, by the name that their places give (`Place.textName`).
    package var sources: [String: String]

    package init(_ status: ExitStatus, _ diagnostics: [Diagnostic], sources: [String: String] = [:]) {
        self.status = status
        self.diagnostics = diagnostics
        self.sources = sources
    }

    /// A failure that is one error without a place.
    package init(_ status: ExitStatus, _ identifier: String, _ message: String, help: String? = nil) {
        self.init(status, [.error(identifier, message, help: help)])
    }
}
