import Diagnostics

/// What a translation loses, changes or cannot read, with places in the text translated.
///
/// A long strategy has hundreds of fields and headings: of each kind of warning the first few are shown, and the others
/// counted.
struct Findings {
    private var report: Report
    private var warnings: [Diagnostic] = []
    /// By identifier; a kind that is shown once is said for the whole string.
    private var counts: [String: Int] = [:]

    private static let shownOfAKind = 5

    init(scalars: [Unicode.Scalar], place: Place?) { report = Report(scalars: scalars, place: place) }

    var hasErrors: Bool { report.hasErrors }

    func place(of range: Range<Int>) -> Place { report.place(of: range) }

    mutating func error(
        _ identifier: String, _ message: String, _ range: Range<Int>, help: String? = nil, suggestion: String? = nil
    ) {
        report.error(identifier, message, range, help: help, suggestion: suggestion)
    }

    mutating func warning(_ identifier: String, _ message: String, _ range: Range<Int>, help: String? = nil) {
        let count = counts[identifier, default: 0] + 1
        if count <= Self.shownOfAKind {
            let warning = Diagnostic.warning(identifier, message, at: report.place(of: range), help: help)
            // A part that is written twice needs saying once.
            guard !warnings.contains(warning) else { return }
            warnings.append(warning)
        }
        counts[identifier] = count
    }

    /// A warning about the string, said at the first of the places that it is true of.
    mutating func warnOnce(_ identifier: String, _ message: String, _ range: Range<Int>, help: String? = nil) {
        guard counts[identifier] == nil else { return }
        counts[identifier] = 1
        warnings.append(.warning(identifier, message, at: report.place(of: range), help: help))
    }

    mutating func noteOnce(_ identifier: String, _ message: String, _ range: Range<Int>, help: String? = nil) {
        guard counts[identifier] == nil else { return }
        counts[identifier] = 1
        warnings.append(.note(identifier, message, at: report.place(of: range), help: help))
    }

    /// Everything in the order of places; last, how many warnings of a kind were not shown.
    var diagnostics: [Diagnostic] {
        let rest = counts.filter { $0.value > Self.shownOfAKind }.sorted { $0.key < $1.key }.map { kind, count in
            Diagnostic.note(
                kind,
                "\(count - Self.shownOfAKind) more warnings like the \(Self.shownOfAKind) about "
                    + "\(kind.split(separator: "-").joined(separator: " "))")
        }
        return (report.inOrder + warnings).inOrderOfPlaces + rest
    }
}
