package import Decisions
package import DocumentModel

/// What became of the decisions in a run.
package struct DecisionSummary: Sendable {
    /// Decisions that stand, by what was decided.
    package var standing: [Decision.Verdict: Int] = [:]
    /// Those that cannot be applied, in the order of their file.
    package var loose: [LooseDecision] = []
    /// Items of the chart that nobody has decided on.
    package var undecided = 0

    init() {}
}

/// A file that a person had edited, and the file that was written beside it.
package struct KeptFile: Sendable, Hashable {
    package var edited: String
    package var written: String
}
