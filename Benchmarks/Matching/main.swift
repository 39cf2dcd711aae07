// Throughput of matching over real text: tokenising, rules, and the span of every word that took part, each written
// into a checksum that is compared with the twin's on a sample of the sentences.
//
// Arguments: a folder of text files, megabytes to read, terms, a file for the literals of the terms.

import Foundation
import Matching

guard CommandLine.arguments.count == 5, let megabytes = Int(CommandLine.arguments[2]),
    let terms = Int(CommandLine.arguments[3])
else {
    print("usage: MatchingBenchmark TEXTS MEGABYTES TERMS LITERALS")
    exit(2)
}
let text = try BenchmarkText(folder: CommandLine.arguments[1], megabytes: megabytes)
let rules = GeneratedRules(terms: terms, vocabulary: text.vocabulary)
try rules.literals.joined(separator: "\n").write(toFile: CommandLine.arguments[4], atomically: true, encoding: .utf8)
let matcher = Matcher(entries: rules.entries, language: "en")

// So many sentences at most, and so many times rules, are read by the twin.
let step = max(1, text.sentenceCount * rules.entries.count / 400_000)
let expected = twinChecksum(rules, text, every: step)
let found = matcherChecksum(matcher, text, every: step)
guard expected == found, expected.spans > 0 else {
    print(
        "the matcher's spans are not the twin's: \(found.spans) \(found.text), twin \(expected.spans) \(expected.text)")
    exit(1)
}

/// CPU seconds of this thread.
func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func wallTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Reads all of the text so often and returns what was found.
@Sendable func read(_ text: BenchmarkText, _ matcher: Matcher, times: Int) -> (matches: Int, checksum: Checksum) {
    var checksum = Checksum()
    var matchCount = 0
    for _ in 0..<times {
        for (number, document) in text.documents.enumerated() {
            let matches = document.bytes.withUnsafeBufferPointer {
                matcher.matches(inUTF8: $0, parts: document.sentences)
            }
            matchCount += matches.count
            matches.forEachSpan { _, entry, span in checksum.add(span, entry: entry, document: number) }
        }
    }
    return (matchCount, checksum)
}

let start = threadTime()
let all = read(text, matcher, times: text.repetitions)
let oneCore = threadTime() - start

// Both cores read half of it, at the same time, with one matcher; the time is the clock's. One core before and after,
// by the same clock.
func readByClock(threads: Int, times: Int) -> Double {
    let start = wallTime()
    let workers = (0..<threads).map { _ in
        Thread { [text, matcher] in
            _ = read(text, matcher, times: times)
            finished.signal()
        }
    }
    for worker in workers { worker.start() }
    for _ in workers { finished.wait() }
    return wallTime() - start
}
let finished = DispatchSemaphore(value: 0)
let half = max(1, text.repetitions / 2)
let single = min(readByClock(threads: 1, times: 2 * half), readByClock(threads: 1, times: 2 * half))
let both = min(readByClock(threads: 2, times: half), readByClock(threads: 2, times: half))

let bytes = Double(text.size * text.repetitions)
print(
    String(
        format:
            "codechart %5d terms %5d rules %7.1f MB/s  two cores x%.2f  %.2f matches a kB  twin: %d spans equal (%@)",
        terms, rules.entries.count, bytes / oneCore / 1e6, single / both,
        Double(all.matches) / bytes * 1000, expected.spans, expected.text))
