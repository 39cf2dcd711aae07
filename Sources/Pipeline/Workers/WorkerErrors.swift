import CSandbox

/// What a worker writes to standard error while it reads one document: drained always, kept in part.
struct WorkerErrors: Sendable {
    /// The most bytes that are kept: the last ones, where the reason for a crash stands.
    static let kept = 4096
    /// How libraries say that an allocation failed: poppler, libxml2, GLib, libstdc++, Swift.
    private static let shortages = [
        "out of memory", "Out of memory", "Memory allocation failed", "failed to allocate", "std::bad_alloc",
        "ould not allocate memory",
    ].map { Array($0.utf8) }

    /// After it Swift's runtime writes addresses: no help, and different in each run.
    private static let stackTrace = Array("Current stack trace:".utf8)

    private var tail: [UInt8] = []
    private var hasStackTrace = false
    /// Whether a library said that an allocation failed, in whatever was drained.
    private(set) var tellsOfShortage = false

    mutating func append(_ piece: UnsafeRawBufferPointer) {
        guard !hasStackTrace else { return }
        // With the end of what came before, for a message may be cut by the pipe.
        tail.append(contentsOf: piece)
        tellsOfShortage = tellsOfShortage || Self.shortages.contains { tail.contains($0) }
        if tail.contains(Self.stackTrace), let trace = tail.firstRange(of: Self.stackTrace) {
            hasStackTrace = true
            tail.removeSubrange(trace.lowerBound...)
        }
        tail.removeFirst(max(0, tail.count - Self.kept))
    }

    /// The last lines for people: without control characters, process numbers and times, which would differ
    /// from run to run; nil if nothing was written.
    func lastWords(lines count: Int = 3) -> String? {
        let lines = tail.split { $0 == 0x0A || $0 == 0x0D }.suffix(count).map { line in
            let printable = String(decoding: line, as: UTF8.self).unicodeScalars.map { scalar in
                scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value ? "\u{FFFD}" : Character(scalar)
            }
            return String(printable.prefix(Self.longestLine))
                .replacing(#/\(process:\d+\): /#, with: "")
                .replacing(#/ \d\d:\d\d:\d\d\.\d+:/#, with: "")
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// Characters of a line that are shown: more is data that a library printed.
    private static let longestLine = 300
}

extension [UInt8] {
    /// Whether bytes stand here; `contains` of the standard library takes many times as long on a flood.
    fileprivate func contains(_ wanted: [UInt8]) -> Bool {
        withUnsafeBytes { csandbox_find($0.baseAddress, $0.count, wanted, wanted.count) != nil }
    }
}
