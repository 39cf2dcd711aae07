import Diagnostics

/// Collects what is wrong with an expression, with places in the file that holds it.
struct Report {
    private var diagnostics: [Diagnostic] = []
    private let scalars: [Unicode.Scalar]
    private let place: Place
    private var errors = 0

    /// Nobody mends more than this at once, and hostile text would give a million.
    private static let maximumErrors = 20

    /// - Parameter place: where the first code point stands; nil for line 1, column 1 of no file.
    init(scalars: [Unicode.Scalar], place: Place?) {
        self.scalars = scalars
        self.place = place ?? Place(line: 1, column: 1)
    }

    var hasErrors: Bool { errors > 0 }

    /// The diagnostics in the order of their places.
    var inOrder: [Diagnostic] { diagnostics.inOrderOfPlaces }

    /// The expression's text between two code points, as messages quote it.
    func text(at range: Range<Int>) -> String { abbreviated(String(String.UnicodeScalarView(scalars[range]))) }

    mutating func error(
        _ identifier: String, _ message: String, _ range: Range<Int>, help: String? = nil, suggestion: String? = nil
    ) {
        errors += 1
        guard errors <= Self.maximumErrors else { return }
        diagnostics.append(.error(identifier, message, at: place(of: range), help: help, suggestion: suggestion))
    }

    mutating func warning(
        _ identifier: String, _ message: String, _ range: Range<Int>, help: String? = nil, suggestion: String? = nil
    ) {
        guard diagnostics.count < 2 * Self.maximumErrors else { return }
        diagnostics.append(.warning(identifier, message, at: place(of: range), help: help, suggestion: suggestion))
    }

    /// - Parameter range: code points of the expression's text.
    func place(of range: Range<Int>) -> Place {
        var result = place
        let before = scalars[..<range.lowerBound]
        let lineBreaks = before.count { $0 == "\n" }
        if lineBreaks == 0 {
            result.column = (place.column ?? 1) + range.lowerBound
        } else {
            result.line = (place.line ?? 1) + lineBreaks
            result.column = range.lowerBound - before.lastIndex(of: "\n")!
        }
        result.length = max(1, range.count)
        return result
    }
}

extension [Diagnostic] {
    /// By line and column; in the same place, as they were found.
    var inOrderOfPlaces: [Diagnostic] {
        enumerated().sorted {
            ($0.element.place?.line ?? 0, $0.element.place?.column ?? 0, $0.offset)
                < ($1.element.place?.line ?? 0, $1.element.place?.column ?? 0, $1.offset)
        }.map(\.element)
    }
}
