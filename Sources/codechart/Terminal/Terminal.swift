import Diagnostics
import Foundation
import Pipeline

/// Results go to standard output, everything else to standard error.
enum Terminal {
    /// Whether standard error is a terminal that wants colour.
    static let isColoured =
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
        && ProcessInfo.processInfo.environment["TERM"] != "dumb"

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
        for diagnostic in diagnostics {
            let text = diagnostic.rendered(source: diagnostic.place?.textName.flatMap { sources[$0] })
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
