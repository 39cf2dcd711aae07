package import DocumentModel

/// One difference between two codebooks.
package struct CodebookChange: Sendable, Hashable {
    /// What the difference is in. Codes and rules go by their ids in the new codebook, unless they are gone.
    package enum Subject: Sendable, Hashable {
        case codebook
        case term(String)
        case dimension(String)
        case code(CodeReference)
        case rule(RuleReference)
    }

    package enum Kind: Sendable, Hashable {
        case added, removed
        /// Another id, the rest as it was or changed in further differences.
        case renamed(from: String)
        /// A key with its value before and after; empty where there was none.
        case changed(key: String, from: String, to: String)
        /// A key with several values: those that came and those that went.
        case changedList(key: String, added: [String], removed: [String])
    }

    package var subject: Subject
    package var kind: Kind
    /// For terms: the rules that use the term, in the new codebook.
    package var touched: [RuleReference]

    package init(subject: Subject, kind: Kind, touched: [RuleReference] = []) {
        self.subject = subject
        self.kind = kind
        self.touched = touched
    }
}

/// What changed from one version of a codebook to the next.
package struct CodebookDifference: Sendable, Hashable {
    /// Of the whole, then terms, then dimensions with their codes and rules, in the new codebook's order.
    package var changes: [CodebookChange] = []
    /// Codes of the old codebook that go by another id in the new one.
    package var renamedCodes: [CodeReference: CodeReference] = [:]
    /// Rules of codes that are in both, old to new, where the id or that of the code differs.
    package var renamedRules: [RuleReference: RuleReference] = [:]
}
