package import Diagnostics
package import DocumentModel

/// What one row of a list of items decides.
package struct RowDecision: Sendable {
    package enum Change: Sendable {
        case decide(Decision)
        /// Takes back what was decided about the statement.
        case takeBack(DecisionAnchor)
    }

    package var change: Change
    /// The row's answer.
    package var place: Place

    package init(change: Change, place: Place) {
        self.change = change
        self.place = place
    }

    package var anchor: DecisionAnchor {
        switch change {
        case .decide(let decision): decision.anchor
        case .takeBack(let anchor): anchor
        }
    }
}

/// Who decided, when, and whether they had seen the machine's coding.
package struct Reviewer: Sendable {
    package var by: String?
    package var date: String?
    package var isBlind: Bool

    package init(by: String? = nil, date: String? = nil, isBlind: Bool = false) {
        self.by = by
        self.date = date
        self.isBlind = isBlind
    }
}
