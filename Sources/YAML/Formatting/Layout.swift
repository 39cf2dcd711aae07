/// Sets a YAML file as this project writes it: two blanks for each level, lists deeper than their key, one blank
/// after `:`, `-` and `,`, no blanks at ends of lines, at most one empty line, lines that end with a line feed.
///
/// Lines are moved, never joined or parted; comments, order, quotes and the lines of a text stay as they are. Texts
/// that go on over lines move with the key or dash that they belong to.
struct Layout {
    private let source: SourceText
    /// Knows keys, quotes and how far a value goes.
    private var scanner: TrapScanner
    private var result: [UInt8] = []
    /// From the outermost to the innermost.
    private var levels: [Level] = []
    /// Comments and empty lines (nil) that wait for the line that says how deep they are.
    private var waiting: [Range<Int>?] = []

    /// A list or mapping that is open.
    private struct Level {
        /// Columns of its dashes or keys, as they were and as they will be.
        var old: Int
        var new: Int
        var isList: Bool
    }

    /// How far a value's further lines move, and the column that they are deeper than.
    private struct Owner {
        var old: Int
        var new: Int
    }

    /// - Parameter source: a file without errors of syntax.
    init(_ source: SourceText) {
        self.source = source
        scanner = TrapScanner(source, keywords: [])
        result.reserveCapacity(source.bytes.count + source.bytes.count / 8)
    }

    mutating func text() -> String {
        while scanner.line < source.lines.count { placeLine() }
        placeWaiting(next: nil)
        while result.last == .newline { result.removeLast() }
        if !result.isEmpty { result.append(.newline) }
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func placeLine() {
        let range = scanner.trimmed(source.lines[scanner.line])
        let start = scanner.skipBlanks(range.lowerBound, range.upperBound)
        if start == range.upperBound {
            waiting.append(nil)
            scanner.line += 1
        } else if source.bytes[start] == .hash {
            waiting.append(start..<range.upperBound)
            scanner.line += 1
        } else if scanner.isMarker(start) {
            placeWaiting(next: nil)
            append(source.bytes[range], column: 0)
            levels = []
            scanner.line += 1
        } else {
            placeEntry(start, end: range.upperBound)
        }
    }

    /// A line of structure: dashes, then a key, then a value; each may be missing.
    private mutating func placeEntry(_ start: Int, end: Int) {
        let before = levels
        var text: [UInt8] = []
        var position = start
        var owner: Owner?
        var first: Int?
        while scanner.isIndicator(.dash, at: position, end: end) {
            owner = open(isList: true, at: scanner.column(position), after: owner)
            first = first ?? owner?.new
            text += [.dash]
            position = scanner.skipBlanks(position + 1, end)
            if position < end { text.append(.space) }
        }
        if let key = scanner.key(at: position, end: end) {
            owner = open(isList: false, at: scanner.column(position), after: owner)
            first = first ?? owner?.new
            text += source.bytes[key.range] + [.colon]
            position = scanner.skipBlanks(key.end, end)
            // A comment keeps its column as well as it can.
            let isComment = position < end && source.bytes[position] == .hash
            if position < end { text += isComment ? source.bytes[key.end..<position] : [.space] }
        }
        if owner == nil { (first, owner) = valueOnItsOwnLine(scanner.column(start)) }
        placeWaiting(next: (scanner.column(start), first ?? 0), in: before)
        placeValue(text, at: position, end: end, column: first ?? 0, owner: owner ?? Owner(old: -1, new: -1))
    }

    /// The list or mapping that a dash or key in a column belongs to.
    private mutating func open(isList: Bool, at column: Int, after dash: Owner?) -> Owner {
        if dash == nil {
            while let last = levels.last, last.old > column { levels.removeLast() }
            // A list may begin in the column of its key.
            while !isList, let last = levels.last, last.old == column, last.isList { levels.removeLast() }
            if let last = levels.last, last.old == column, last.isList == isList {
                return Owner(old: column, new: last.new)
            }
        }
        let new = levels.last.map { $0.new + 2 } ?? 0
        levels.append(Level(old: column, new: new, isList: isList))
        return Owner(old: column, new: new)
    }

    /// A value below its key or dash: where it stands, and what its further lines are deeper than.
    private func valueOnItsOwnLine(_ column: Int) -> (column: Int, owner: Owner) {
        guard let parent = levels.last(where: { $0.old < column }) else { return (0, Owner(old: -1, new: -1)) }
        // Its further lines keep their distance from its first.
        let new = parent.new + 2
        return (new, Owner(old: parent.old, new: parent.old + new - column))
    }

    // MARK: Values

    private mutating func placeValue(_ lead: [UInt8], at start: Int, end: Int, column: Int, owner: Owner) {
        let first = scanner.line
        guard start < end, source.bytes[start] != .hash else {
            append(lead + source.bytes[start..<end], column: column)
            scanner.line += 1
            return
        }
        let byte = source.bytes[start]
        var value = Array(source.bytes[start..<end])
        var isVerbatim = false
        var last = source.line(of: scanner.extent(parent: owner.old))
        if byte.isQuote {
            let close = scanner.closingQuote(from: start, parent: owner.old) ?? start
            last = source.line(of: close)
            isVerbatim = true
            if last > first { value = Array(source.bytes[start..<source.lines[first].upperBound]) }
        } else if byte == .openBracket || byte == .openBrace {
            var flow = FlowLines(source, from: start, line: first)
            flow.walk()
            last = flow.lastLine
            append(lead + flow.line(first, from: start), column: column)
            for line in (first + 1)..<(last + 1) {
                let from = scanner.skipBlanks(source.lines[line].lowerBound, source.lines[line].upperBound)
                append(flow.line(line, from: from), column: moved(from, line, owner))
            }
            scanner.line = last + 1
            return
        } else if scanner.isBlockHeader(at: start, end: end) {
            placeBlock(lead + value, last: last, column: column, owner: owner)
            return
        }
        append(lead + value, column: column)
        for line in (first + 1)..<(last + 1) { placeFurther(line, isVerbatim: isVerbatim && line < last, owner) }
        scanner.line = last + 1
    }

    /// A further line of a text.
    ///
    /// - Parameter isVerbatim: whether blanks at its end may belong to the text.
    private mutating func placeFurther(_ line: Int, isVerbatim: Bool, _ owner: Owner) {
        let range = isVerbatim ? source.lines[line] : scanner.trimmed(source.lines[line])
        let start = scanner.skipBlanks(range.lowerBound, range.upperBound)
        append(
            source.bytes[start..<range.upperBound], column: start == range.upperBound ? 0 : moved(start, line, owner))
    }

    /// The lines of `|` and `>`, blanks and all.
    private mutating func placeBlock(_ header: [UInt8], last: Int, column: Int, owner: Owner) {
        append(header, column: column)
        for line in (scanner.line + 1)..<(last + 1) {
            let range = source.lines[line]
            let start = scanner.skipBlanks(range.lowerBound, range.upperBound)
            let blanks = range.count + owner.new - owner.old
            if start < range.upperBound {
                append(source.bytes[start..<range.upperBound], column: moved(start, line, owner))
            } else {
                append([], column: range.isEmpty ? 0 : max(0, blanks))
            }
        }
        scanner.line = last + 1
    }

    /// The column of what stands at a position after its line has moved with its owner.
    private func moved(_ position: Int, _ line: Int, _ owner: Owner) -> Int {
        max(0, position - source.lines[line].lowerBound + owner.new - owner.old)
    }

    // MARK: Comments and lines

    /// Comments are as deep as the line that follows, or as the list or mapping in whose column they stand.
    private mutating func placeWaiting(next: (old: Int, new: Int)?, in levels: [Level] = []) {
        for comment in waiting {
            guard let comment else {
                if !result.isEmpty, !result.suffix(2).elementsEqual([.newline, .newline]) { result.append(.newline) }
                continue
            }
            let old = comment.lowerBound - source.lines[source.line(of: comment.lowerBound)].lowerBound
            let level = (next == nil ? self.levels : levels).first { $0.old == old }
            let column = next.flatMap { $0.old == old ? $0.new : nil } ?? level?.new
            append(source.bytes[comment], column: column ?? max(0, old + (next.map { $0.new - $0.old } ?? 0)))
        }
        waiting = []
    }

    private mutating func append(_ line: some Collection<UInt8>, column: Int) {
        result += repeatElement(.space, count: column)
        result += line
        result.append(.newline)
    }
}
