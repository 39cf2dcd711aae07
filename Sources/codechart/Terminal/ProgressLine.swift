import Foundation
import Pipeline
import Synchronization

/// One line on the terminal that says how far a run is; nothing where standard error is no terminal.
final class ProgressLine: RunProgress {
    private let isShown: Bool
    private let start = ContinuousClock.now
    private let lastShown = Mutex(ContinuousClock.Instant?.none)
    /// Often enough to look alive, seldom enough to cost nothing.
    private let interval = Duration.milliseconds(100)

    init(isShown: Bool) {
        self.isShown = isShown && isatty(STDERR_FILENO) == 1
    }

    func read(_ path: String, done: Int, of total: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue = lastShown.withLock { last in
            if let last, done < total, now - last < interval { return false }
            last = now
            return true
        }
        guard isDue else { return }
        show("reading \(done)/\(total)\(timeLeft(done: done, of: total, now: now))  \(path)")
    }

    func writing() {
        guard isShown else { return }
        show("writing and verifying")
    }

    /// Makes room for the summary.
    func clear() {
        guard isShown else { return }
        show("")
    }

    private func timeLeft(done: Int, of total: Int, now: ContinuousClock.Instant) -> String {
        let elapsed = (now - start) / Duration.seconds(1)
        guard elapsed > 2, done < total else { return "" }
        return String(format: " · %d s left", Int((elapsed / Double(done) * Double(total - done)).rounded(.up)))
    }

    private func show(_ text: String) {
        var size = winsize()
        let columns = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text.prefix(columns - 1))".utf8))
    }
}
