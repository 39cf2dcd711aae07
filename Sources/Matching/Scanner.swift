/// What one thread needs to match texts, one after another.
///
/// Unchecked: the pool hands a scanner to one thread at a time.
final class Scanner: @unchecked Sendable {
    private let program: Program
    private var scan: TextScan
    private var evaluator: Evaluator
    /// Entries worth evaluating for the current text.
    private var candidates = Buffer<Int32>()
    private var isCandidate: Buffer<Bool>

    init(program: Program, language: String) {
        self.program = program
        scan = TextScan(vocabulary: program.vocabulary, language: language)
        evaluator = Evaluator(program: program)
        isCandidate = Buffer(repeating: false, count: program.entries.count)
    }

    /// - Parameter text: valid UTF-8.
    func matches(in text: UnsafeBufferPointer<UInt8>) -> [EntryMatch] {
        precondition(text.count < Int(Int32.max), "a text of 2 GiB and more is no passage")
        scan.scan(text)
        if scan.hits.count == 0 { return [] }
        findCandidates()
        if candidates.count == 0 { return [] }
        evaluator.begin(scan)
        var matches: [EntryMatch] = []
        for index in 0..<candidates.count {
            let entry = candidates[index]
            isCandidate[Int(entry)] = false
            guard evaluator.evaluate(program.entries[Int(entry)], scan) else { continue }
            scan.countInCodePoints()
            matches.append(EntryMatch(entry: Int(entry), spans: spans()))
        }
        return matches
    }

    /// The evaluator's spans in code points, sorted, without repetition.
    private func spans() -> [Range<Int>] {
        evaluator.spans.sort(from: 0)
        var result: [Range<Int>] = []
        for index in 0..<evaluator.spans.count {
            let interval = evaluator.spans[index]
            let span = Int(scan.words[Int(interval.first)].start)..<Int(scan.words[Int(interval.last)].end)
            if span != result.last { result.append(span) }
        }
        return result
    }

    /// Entries one of whose triggering patterns has a hit, ascending.
    private func findCandidates() {
        candidates.removeAll()
        for index in 0..<scan.hits.count where scan.hits[index].previous < 0 {
            program.forEachEntry(triggeredBy: scan.hits[index].pattern) { entry in
                if isCandidate[Int(entry)] { return }
                isCandidate[Int(entry)] = true
                candidates.append(entry)
            }
        }
        candidates.sort(from: 0)
    }
}
