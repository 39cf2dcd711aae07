import Diagnostics
import Foundation
import Pipeline

/// Results go to standard output, everything else to standard error.
enum Terminal {
    /// Whether standard error is a terminal that wants colour.
    static let isColoured = isatty(STDERR_FILENO) == 1 && wantsColour

    private static let wantsColour =
        ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
        && ProcessInfo.processInfo.environment["TERM"] != "dumb"

    /// Columns of the terminal that results go to; nil if they go elsewhere.
    static var columns: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
        return size.ws_col > 0 ? Int(size.ws_col) : nil
    }

    private static let resultsAreColoured = isatty(STDOUT_FILENO) == 1 && wantsColour

    /// What stands before and behind a marked word of the results: colour, or brackets where there is none.
    static let markStart = resultsAreColoured ? "\u{1B}[1;31m" : "«"
    static let markEnd = resultsAreColoured ? "\u{1B}[0m" : "»"

    /// A text that came: green, or as `git diff --word-diff` marks it where there is no colour.
    static func added(_ text: String) -> String {
        resultsAreColoured ? "\u{1B}[32m\(text)\u{1B}[0m" : "{+\(text)+}"
    }

    /// A text that went: red, or as `git diff --word-diff` marks it.
    static func removed(_ text: String) -> String {
        resultsAreColoured ? "\u{1B}[31m\(text)\u{1B}[0m" : "[-\(text)-]"
    }

    /// A line's beginning that came or went, with its sign.
    static func signed(_ text: String, isAdded: Bool) -> String {
        let text = (isAdded ? "+ " : "− ") + text
        return resultsAreColoured ? (isAdded ? added(text) : removed(text)) : text
    }

    /// Writes a line of results.
    static func print(_ text: String) {
        write(Array((text + "\n").utf8), to: STDOUT_FILENO)
    }

    /// Writes bytes of results as they are.
    static func print(bytes: [UInt8]) {
        write(bytes, to: STDOUT_FILENO)
    }

    /// Writes a line for people.
    static func error(_ text: String) {
        write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Shows what keeps a command from going on.
    static func show(_ failure: Failure) {
        show(failure.diagnostics, sources: failure.sources)
    }

    /// Shows diagnostics, each with the line that it points at where the text is known.
    static func show(_ diagnostics: [Diagnostic], sources: [String: String] = [:]) {
        var lines: [String: SourceLines] = [:]
        for diagnostic in diagnostics {
            if let name = diagnostic.place?.textName, lines[name] == nil {
                lines[name] = sources[name].map { SourceLines($0) }
            }
            let text = diagnostic.rendered(in: diagnostic.place?.textName.flatMap { lines[$0] })
            error(isColoured ? coloured(text, diagnostic.severity) : text)
        }
    }

    private static func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
        let word = severity.rawValue + ":"
        let colour =
            switch severity {
            case .error: "31"
            case .warning: "33"
            case .note: "36"
            }
        guard let range = text.range(of: word) else { return text }
        return text.replacingCharacters(in: range, with: "\u{1B}[1;\(colour)m\(word)\u{1B}[0m")
    }

    private static func endUnwritable(reason: Int32) -> Never {
        error("error: the results cannot be written: \(String(cString: strerror(reason)))")
        exit(ExitStatus.internalError.rawValue)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Foundation.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                if count < 0 && errno == EINTR { continue }
                if count < 0 {
                    // A reader that went away (`| head`) has what it wanted; any other failure loses results.
                    if errno != EPIPE && descriptor == STDOUT_FILENO { endUnwritable(reason: errno) }
                    return
                }
                written += count
            }
        }
    }
}
