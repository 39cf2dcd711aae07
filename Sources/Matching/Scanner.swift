/// What one thread needs to match texts, one after another.
///
/// Unchecked: the pool hands a scanner to one thread at a time, and nothing in it calls back.
final class Scanner: @unchecked Sendable {
    private let program: Program
    @exclusivity(unchecked) private var scan: TextScan
    @exclusivity(unchecked) private var evaluator: Evaluator
    /// Entries worth evaluating for the current text.
    @exclusivity(unchecked) private var candidates = Buffer<Int32>()
    @exclusivity(unchecked) private var isCandidate: Buffer<Bool>

    init(program: Program, language: String) {
        self.program = program
        scan = TextScan(vocabulary: program.vocabulary, language: language)
        evaluator = Evaluator(program: program)
        isCandidate = Buffer(repeating: false, count: program.entries.count)
    }

    /// Appends what holds in each part of a text, part by part, and in each by entry.
    ///
    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - parts: UTF-8 offsets, ascending.
    func findMatches(in text: UnsafeBufferPointer<UInt8>, parts: [Range<Int>], into list: inout MatchList) {
        precondition(text.count < Int(Int32.max), "a text of 2 GiB and more is no document")
        scan.load(text)
        for part in parts.indices {
            scan.scan(parts[part])
            if scan.hits.count > 0 { evaluate(part: part, into: &list) }
        }
    }

    private func evaluate(part: Int, into list: inout MatchList) {
        findCandidates()
        if candidates.count == 0 { return }
        evaluator.begin(scan)
        for index in 0..<candidates.count {
            let entry = candidates[index]
            isCandidate[Int(entry)] = false
            guard evaluator.evaluate(program.entries[Int(entry)], scan) else { continue }
            list.begin(part: part, entry: Int(entry))
            appendSpans(to: &list)
        }
    }

    /// Appends the evaluator's spans in code points, sorted, without repetition.
    private func appendSpans(to list: inout MatchList) {
        evaluator.spans.sort(from: 0)
        var last = WordInterval(first: -1, last: -1)
        for index in 0..<evaluator.spans.count {
            let interval = evaluator.spans[index]
            if interval != last { list.append(scan.span(of: interval)) }
            last = interval
        }
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
