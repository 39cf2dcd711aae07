/// One line of what `codechart doctor` found.
package struct DoctorFinding: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case ok
        /// codechart works, with less than it could have.
        case lacking
        /// codechart does not work.
        case broken
    }

    package var name: String
    package var value: String
    package var state: State
    /// How to mend it.
    package var help: String?

    init(_ name: String, _ value: String, _ state: State = .ok, help: String? = nil) {
        self.name = name
        self.value = value
        self.state = state
        self.help = help
    }
}
