/// What is wrong (or worth knowing), where, and how to mend it.
///
/// A diagnostic stands beside a value: bad input gives a value and diagnostics, or no value and at
/// least one error. It is help before it is a message, so every error says what is allowed.
package struct Diagnostic: Sendable, Hashable, Codable {
    /// How much it matters: an `error` leaves the input unusable or the result incomplete.
    package enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
        case error, warning, note
    }

    /// What kind of finding it is, in kebab-case and stable between versions: `unknown-key`.
    package var identifier: String
    package var severity: Severity
    /// One sentence without a full stop.
    package var message: String
    package var place: Place?
    /// What is allowed here, or how to write it.
    package var help: String?
    /// The nearest name that would have been right.
    package var suggestion: String?

    package init(
        _ severity: Severity, _ identifier: String, _ message: String, at place: Place? = nil, help: String? = nil,
        suggestion: String? = nil
    ) {
        self.identifier = identifier
        self.severity = severity
        self.message = abbreviated(message, to: Self.longestText)
        self.place = place
        self.help = help.map { abbreviated($0, to: 4 * Self.longestText) }
        self.suggestion = suggestion.map { abbreviated($0, to: Self.longestText) }
    }

    /// Code points; nobody reads more, and what a message quotes may have megabytes.
    private static let longestText = 2000

    package static func error(
        _ identifier: String, _ message: String, at place: Place? = nil, help: String? = nil,
        suggestion: String? = nil
    ) -> Diagnostic {
        Diagnostic(.error, identifier, message, at: place, help: help, suggestion: suggestion)
    }

    package static func warning(
        _ identifier: String, _ message: String, at place: Place? = nil, help: String? = nil,
        suggestion: String? = nil
    ) -> Diagnostic {
        Diagnostic(.warning, identifier, message, at: place, help: help, suggestion: suggestion)
    }

    package static func note(
        _ identifier: String, _ message: String, at place: Place? = nil, help: String? = nil
    ) -> Diagnostic {
        Diagnostic(.note, identifier, message, at: place, help: help)
    }
}

extension Sequence<Diagnostic> {
    /// Whether any of them is an error.
    package var hasErrors: Bool { contains { $0.severity == .error } }
}
