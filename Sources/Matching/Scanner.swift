/// What one thread needs to match texts, one after another.
///
/// Unchecked: the pool hands a scanner to one thread at a time, and nothing in it calls back.
final class Scanner: @unchecked Sendable {
    private let program: Program
    @exclusivity(unchecked) private var scan: TextScan
    @exclusivity(unchecked) private var evaluator: Evaluator
    @exclusivity(unchecked) private var plan: Plan
    /// In how many parts each pattern and set had hits, until the plan is made by it.
    @exclusivity(unchecked) private var frequencies: Buffer<Int32>
    @exclusivity(unchecked) private var missingForPlan: Int
    /// Whether the plan is the program's first guess still.
    @exclusivity(unchecked) private(set) var isLearning = true
    /// Alternatives worth evaluating for the current part.
    @exclusivity(unchecked) private var candidates = Buffer<Int32>()
    @exclusivity(unchecked) private var isCandidate: Buffer<Bool>
    /// What was found in the current part.
    @exclusivity(unchecked) private var found: FoundWords
    @exclusivity(unchecked) private var records = Buffer<MatchList.Record>()
    @exclusivity(unchecked) private var spans = Buffer<MatchList.Span>()

    init(program: Program, language: String) {
        self.program = program
        scan = TextScan(vocabulary: program.vocabulary, language: language)
        found = scan.found
        evaluator = Evaluator(program: program, text: found)
        isCandidate = Buffer(repeating: false, count: program.alternatives.count)
        plan = program.firstPlan
        frequencies = Buffer(repeating: 0, count: program.vocabulary.count)
        missingForPlan = Self.fewestHits + Self.hitsPerPattern * program.vocabulary.count
        use(plan)
    }

    /// A plan is made of so many hits, for each pattern and set some: fewer tell little, and it takes some time.
    private static let fewestHits = 8192
    private static let hitsPerPattern = 4

    /// What holds in each part of a text, part by part, and in each by entry.
    ///
    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - parts: UTF-8 offsets, ascending.
    func matches(in text: UnsafeBufferPointer<UInt8>, parts: [Range<Int>]) -> MatchList {
        precondition(text.count < Int(Int32.max), "a text of 2 GiB and more is no document")
        scan.load(text)
        records.removeAll()
        spans.removeAll()
        for part in parts.indices {
            scan.scan(parts[part])
            if scan.hitCount > 0 { evaluate(part: part) }
        }
        if isLearning, missingForPlan <= 0 { learn() }
        precondition(spans.count < Int(Int32.max), "a list of matches has at most 2^31 spans")
        return MatchList(records: records, spans: spans)
    }

    private func use(_ plan: Plan) {
        evaluator.use(plan)
        for pattern in 0..<frequencies.count { scan.isTrigger[pattern] = plan.triggers.isTrigger(pattern) ? 1 : 0 }
    }

    private func countHits() {
        for index in 0..<scan.hitCount where scan.hits[index].previous < 0 {
            frequencies[Int(scan.hits[index].pattern)] += 1
            missingForPlan -= 1
        }
    }

    /// Makes a plan once enough is known of the texts.
    ///
    /// A guess by the length of words takes "support" for rarer than "integrat*".
    private func learn() {
        isLearning = false
        plan = program.plan(frequencies: (0..<frequencies.count).map { Int(frequencies[$0]) })
        use(plan)
    }

    private func evaluate(part: Int) {
        if isLearning { countHits() }
        if scan.triggers.count == 0 { return }
        found = scan.found
        findCandidates()
        if candidates.count == 0 { return }
        evaluator.begin(found)
        var index = 0
        while index < candidates.count {
            let entry = program.alternatives[Int(candidates[index])].entry
            let first = index
            while index < candidates.count, program.alternatives[Int(candidates[index])].entry == entry {
                isCandidate[Int(candidates[index])] = false
                index += 1
            }
            let firstSpan = Int32(truncatingIfNeeded: spans.count)
            if holds(first..<index, of: program.entries[Int(entry)]) {
                records.append(
                    MatchList.Record(part: Int32(truncatingIfNeeded: part), entry: entry, firstSpan: firstSpan))
            }
        }
    }

    /// Whether one of some candidates, alternatives of one entry, holds; appends the spans of all that do.
    @inline(__always)
    private func holds(_ range: Range<Int>, of entry: Program.Entry) -> Bool {
        if range.count == 1, let words = onlyHit(of: program.alternatives[Int(candidates[range.lowerBound])], entry) {
            spans.append(MatchList.Span(found.span(of: words)))
            return true
        }
        evaluator.begin(entry)
        var holds = false
        for index in range where evaluator.evaluate(program.alternatives[Int(candidates[index])]) { holds = true }
        if holds { appendSpans() }
        return holds
    }

    /// The words of an alternative that asks for the hits of one pattern, if there is one hit and nothing that might
    /// negate it: half of what holds in a text.
    @inline(__always)
    private func onlyHit(of alternative: Program.Alternative, _ entry: Program.Entry) -> WordInterval? {
        guard alternative.pattern >= 0 else { return nil }
        if entry.negation >= 0, entry.negationPattern < 0 || isFound(entry.negationPattern) { return nil }
        let hit = found.hits[Int(found.lastHit[Int(alternative.pattern)])]
        return hit.previous < 0 ? hit.words : nil
    }

    /// Appends the evaluator's spans in code points, sorted, without repetition.
    private func appendSpans() {
        evaluator.sortSpans()
        let count = evaluator.spans.count
        var last = WordInterval(first: -1, last: -1)
        for index in 0..<count {
            let interval = evaluator.spans[index]
            if interval != last { spans.append(MatchList.Span(found.span(of: interval))) }
            last = interval
        }
    }

    /// Whether a pattern or set has a hit; −1 stands for none that is needed.
    @inline(__always)
    private func isFound(_ pattern: Int32) -> Bool { pattern < 0 || found.lastHit[Int(pattern)] >= 0 }

    /// Alternatives one of whose triggering patterns has a hit, and all of whose companions have one; ascending.
    private func findCandidates() {
        candidates.removeAll()
        let triggers = plan.triggers
        for index in 0..<scan.triggers.count {
            triggers.forEachAlternative(of: scan.triggers[index]) { triggered in
                if !isFound(triggered.companions.0) || !isFound(triggered.companions.1) { return }
                if isCandidate[Int(triggered.alternative)] { return }
                isCandidate[Int(triggered.alternative)] = true
                candidates.append(triggered.alternative)
            }
        }
        candidates.sort(from: 0)
    }
}
