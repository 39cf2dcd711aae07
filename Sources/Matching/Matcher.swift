package import Expressions
import Synchronization

/// Finds which of many expressions hold in a text, and where, in one pass over the text.
///
/// Work is linear in the text. A matcher may be used by several threads at once.
package struct Matcher: Sendable {
    /// What is looked for: one rule's `match`, say.
    package struct Entry: Sendable, Hashable {
        /// Expanded, and without errors of ``check(_:at:)``.
        package var expression: Expression
        /// A hit of the expression does not count if the last word of a hit of this one stands at most three words
        /// before its first word and no `, ; : . ! ?` between them. Expanded, without errors of
        /// ``checkNegation(_:at:)``.
        package var negation: Expression?

        package init(_ expression: Expression, negation: Expression? = nil) {
            self.expression = expression
            self.negation = negation
        }
    }

    private let scanners: ScannerPool

    /// - Parameter language: Snowball's code for the language of terms written `word~`, such as `en`; where
    ///   ``isStemmingLanguage(_:)`` denies it they match the word itself only.
    package init(entries: [Entry], language: String) {
        scanners = ScannerPool(program: Program(entries: entries, language: language), language: language)
    }

    /// Whether what texts were seen decides already what is asked for first.
    var hasLearned: Bool { scanners.hasLearned }

    /// What holds in a text as a whole.
    package func matches(in text: String) -> MatchList {
        var text = text
        return text.withUTF8 { matches(inUTF8: $0, parts: [0..<$0.count]) }
    }

    /// What holds in each part of a text. Nothing crosses parts, and what stands between them is not read.
    ///
    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - parts: UTF-8 offsets of the parts, ascending and apart.
    package func matches(inUTF8 text: UnsafeBufferPointer<UInt8>, parts: [Range<Int>]) -> MatchList {
        let scanner = scanners.take()
        defer { scanners.giveBack(scanner) }
        return scanner.matches(in: text, parts: parts)
    }
}

/// Scanners that no thread is using. They hold working memory and a stemmer, which are dear to make.
private final class ScannerPool: Sendable {
    private let program: Program
    private let language: String
    private let idle = Mutex<[Scanner]>([])

    init(program: Program, language: String) {
        self.program = program
        self.language = language
    }

    func take() -> Scanner {
        idle.withLock { $0.popLast() } ?? Scanner(program: program, language: language)
    }

    var hasLearned: Bool { idle.withLock { $0.contains { !$0.isLearning } } }

    func giveBack(_ scanner: Scanner) { idle.withLock { $0.append(scanner) } }
}
