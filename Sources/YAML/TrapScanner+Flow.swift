import Diagnostics

extension TrapScanner {
    /// A walk through a list or mapping in brackets.
    private struct FlowWalk {
        var position: Int
        /// Column of the key or dash that the brackets belong to.
        let parent: Int
        /// The brackets that are still to come, the innermost last.
        var closers: [UInt8] = []
        /// Whether an item begins here.
        var atItem = true
    }

    /// How far the scan had come.
    private struct Mark {
        let line: Int
        let counts: [Int]

        init(_ scanner: TrapScanner) {
            line = scanner.line
            counts = [
                scanner.diagnostics.count, scanner.edits.count, scanner.fixes.count, scanner.quoted.count,
            ]
        }
    }

    /// Deeper than any list that a person writes; the YAML parser has its own limit, at 1,000.
    private static let deepestFlow = 64

    /// Scans `[…]` or `{…}` from its bracket and goes to the line after it.
    mutating func scanFlow(at start: Int, parent: Int) {
        let before = Mark(self)
        var walk = FlowWalk(position: start, parent: parent)
        repeat {
            let end = source.lines[line].upperBound
            walk.position = skipBlanks(walk.position, end)
            if walk.position == end || isComment(walk.position, end: end) {
                guard line + 1 < source.lines.count, !isStructure(line + 1, parent: parent) else {
                    reset(to: before)
                    let closer = source.bytes[start] == .openBracket ? "]" : "}"
                    trap(
                        "open-bracket", "this bracket is never closed", at: start, parent: parent,
                        marked: start..<start + 1, note: "or close the list with '\(closer)'")
                    return
                }
                line += 1
                walk.position = source.lines[line].lowerBound
            } else {
                step(&walk, end: end)
            }
        } while !walk.closers.isEmpty && walk.closers.count <= Self.deepestFlow && !isFull
        finishFlow(walk, start: start, parent: parent, before: before)
    }

    private mutating func finishFlow(
        _ walk: FlowWalk, start: Int, parent: Int, before: Mark
    ) {
        guard walk.closers.isEmpty else {
            if !isUnreadable, !isFull {
                diagnostics.append(
                    .error(
                        "too-deep", "brackets inside brackets, more than \(Self.deepestFlow) deep",
                        at: source.place(walk.position - 1..<walk.position, line: line),
                        help: "begin each item on a line of its own with '- '"))
            }
            isUnreadable = true
            line += 1
            return
        }
        let end = source.lines[line].upperBound
        let rest = skipBlanks(walk.position, end)
        if rest == end || source.bytes[rest] == .hash && rest > walk.position {
            line += 1
        } else {
            let bracket = Character(Unicode.Scalar(source.bytes[walk.position - 1]))
            reset(to: before)
            let end = source.lines[line].upperBound
            trap(
                "text-after-bracket",
                "YAML reads brackets at the beginning of a text as a list, which ends at '\(bracket)'",
                at: start, parent: parent, marked: rest < end ? rest..<end : start..<start + 1)
        }
    }

    private mutating func reset(to before: Mark) {
        diagnostics.removeSubrange(before.counts[0]...)
        edits.removeSubrange(before.counts[1]...)
        fixes.removeSubrange(before.counts[2]...)
        quoted.removeSubrange(before.counts[3]...)
        line = before.line
    }

    /// Whether a line begins with a dash or a key that is no deeper than the value's parent.
    private func isStructure(_ line: Int, parent: Int) -> Bool {
        let range = source.lines[line]
        let start = skipBlanks(range.lowerBound, range.upperBound)
        guard start < range.upperBound, start - range.lowerBound <= parent else { return false }
        return isIndicator(.dash, at: start, end: range.upperBound) || key(at: start, end: range.upperBound) != nil
    }

    private mutating func step(_ walk: inout FlowWalk, end: Int) {
        let byte = source.bytes[walk.position]
        switch byte {
        case .openBracket, .openBrace:
            walk.closers.append(byte == .openBracket ? .closeBracket : .closeBrace)
            walk.atItem = true
            walk.position += 1
        case .closeBracket, .closeBrace:
            // A wrong bracket closes too: the parser says that it is wrong.
            walk.closers.removeLast()
            walk.atItem = false
            walk.position += 1
        case .comma:
            walk.atItem = true
            walk.position += 1
        case .colon where isIndicator(.colon, at: walk.position, end: end):
            walk.atItem = true
            walk.position += 1
        case _ where byte.isQuote && walk.atItem:
            scanQuotedItem(&walk, end: end)
        case _ where walk.atItem && reservedStart(byte) != nil:
            let character = Character(Unicode.Scalar(byte))
            let reading = reservedStart(byte) ?? ""
            trapItem(
                "reserved-start", "YAML reads '\(character)' at the beginning of a text as \(reading)", &walk, end: end)
        default:
            walkPlain(&walk, end: end)
        }
    }

    private mutating func scanQuotedItem(_ walk: inout FlowWalk, end: Int) {
        guard let close = closingQuote(from: walk.position, parent: walk.parent) else {
            trapItem(
                "open-quote", "the quotation mark at the beginning of this text is never closed", &walk, end: end)
            return
        }
        let closeLine = source.line(of: close)
        let closeEnd = source.lines[closeLine].upperBound
        let rest = skipBlanks(close + 1, closeEnd)
        let follows = rest == closeEnd ? nil : source.bytes[rest]
        switch follows {
        case nil, .comma, .closeBracket, .closeBrace, .colon, .hash:
            checkEscapes(walk.position..<close)
            line = closeLine
            walk.position = rest
            walk.atItem = false
        default:
            let message =
                closeLine == line
                ? "the text goes on after its closing quotation mark"
                : "the quotation mark at the beginning of this text is not closed on its line"
            trapItem("text-after-quote", message, &walk, end: end)
        }
    }

    private mutating func walkPlain(_ walk: inout FlowWalk, end: Int) {
        let start = walk.position
        let stop = itemEnd(from: start, end: end)
        if let hash = hash(in: start..<stop), !isComment(hash, end: end) {
            walk.position = start
            trapItem(
                "cut-text",
                "' #' begins a comment: the text would end at '\(abbreviated(source.text(trimmed(start..<hash))))'",
                &walk,
                end: end)
            return
        }
        let colon = (start..<stop).first { isIndicator(.colon, at: $0, end: end) }
        let comment = hash(in: start..<stop)
        walk.position = min(colon ?? stop, comment ?? stop)
        walk.atItem = false
    }

    private func itemEnd(from start: Int, end: Int) -> Int {
        (start..<end).first {
            switch source.bytes[$0] {
            case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace: true
            default: false
            }
        } ?? end
    }

    /// Reports an item of a list in brackets, quotes it, and goes behind it.
    private mutating func trapItem(_ identifier: String, _ message: String, _ walk: inout FlowWalk, end: Int) {
        let range = trimmed(walk.position..<max(itemEnd(from: walk.position, end: end), walk.position + 1))
        diagnostics.append(
            .error(
                identifier, message, at: source.place(range, line: line),
                help: howToQuote(source.text(range))))
        fixes.append(SourceEdit(range: range, replacement: Array(quotedYAML(source.text(range)).utf8)))
        quote(range)
        walk.position = range.upperBound
        walk.atItem = false
    }
}
