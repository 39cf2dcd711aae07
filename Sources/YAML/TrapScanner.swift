import Diagnostics

/// Walks a YAML file line by line and finds what prose brings into it that YAML reads as something else,
/// or not at all: `brief: What hinders: anything`, `- *meter*`, `- "Shared" beds`, `Ward #2`.
///
/// A YAML parser stops at the first such line and describes its own state. The scanner names each line,
/// says how to write it, and quotes it (``edits``), so that the parser can go on and all errors come in
/// one go. Where it is in doubt it is silent: the parser has the last word.
struct TrapScanner {
    let source: SourceText
    /// Keys of the language: what else stands before a `: ` in a list item is prose.
    let keywords: Set<String>
    var diagnostics: [Diagnostic] = []
    /// What makes the text readable for a YAML parser.
    var edits: [SourceEdit] = []
    /// What the errors propose to write instead.
    var fixes: [SourceEdit] = []
    /// Where texts begin that ``edits`` change.
    var quoted: [Int] = []
    /// Keys that ``edits`` put in the place of those that cannot stay.
    var droppedKeys: Set<String> = []
    /// Where ``edits`` put a hyphen in the place of another dash.
    private var replacedDashes: Set<Int> = []
    /// Whether no edit can make the text readable.
    var isUnreadable = false

    /// 0-based line that is scanned next.
    var line = 0
    /// A plain text that the next deeper line continues.
    var openText: OpenText?
    /// Column of the key or dash whose value begins on a later line.
    private var pending: Int? = -1
    /// From the outermost to the innermost.
    private var mappings: [OpenMapping] = []

    struct OpenText {
        /// Column of the key or dash that the text belongs to; a line that is deeper continues the text.
        var parent: Int
        var line: Int
        /// Its first byte.
        var start: Int
        var isReported = false
    }

    private struct OpenMapping {
        var column: Int
        /// Line of each key.
        var keys: [String: Int] = [:]
    }

    init(_ source: SourceText, keywords: Set<String>) {
        self.source = source
        self.keywords = keywords
    }

    mutating func scan() {
        replaceUnreadable()
        while line < source.lines.count, !isFull { scanLine() }
        if isFull { isUnreadable = true }
    }

    /// Whether there are more errors than anybody reads; what stands behind them is not looked at.
    var isFull: Bool { diagnostics.count >= maximumDiagnostics }

    private mutating func scanLine() {
        let end = source.lines[line].upperBound
        let start = skipBlanks(source.lines[line].lowerBound, end)
        guard start < end, source.bytes[start] != .hash, !skipMarker(start) else {
            line += 1
            return
        }
        if let open = openText, column(start) > open.parent {
            continueText(at: start)
            return
        }
        openText = nil
        guard !source.bytes[source.lines[line].lowerBound..<start].contains(.tab) else {
            reportTab(start)
            return
        }
        scanEntry(at: start, end: end)
    }

    /// A line of structure: dashes, then a key, then a value; each may be missing.
    private mutating func scanEntry(at start: Int, end: Int) {
        var position = start
        var parent: Int?
        if expectsItem { replaceForeignDash(at: position, end: end) }
        while isIndicator(.dash, at: position, end: end) || isReplacedDash(position) {
            closeMappings(deeperThan: column(position))
            parent = column(position)
            position = skipBlanks(position + (source.bytes[position] == .dash ? 1 : 3), end)
        }
        let isItem = parent != nil
        var prose: Int?
        if let key = key(at: position, end: end) {
            parent = column(position)
            guard key.name != "<<" else {
                reportMergeKey(key.range, end: end)
                return
            }
            register(key.name, at: key.range)
            // `- He said: no: never` is one text; `- text: He said: no` is a text with a key.
            if isItem, !keywords.contains(key.name) { prose = position }
            position = skipBlanks(key.end, end)
        } else if !isItem, let open = pending, column(position) > open {
            parent = open
        }
        guard let parent else {
            reportKeyWithoutColon(position..<end)
            line += 1
            return
        }
        if position == end || isComment(position, end: end) {
            pending = parent
            line += 1
        } else {
            pending = nil
            scanValue(at: position, parent: parent, prose: prose)
        }
    }

    // MARK: What is nearly structure

    /// Whether a list may begin or go on here: a key has no value yet, or the item before was one.
    private var expectsItem: Bool { pending != nil || !mappings.isEmpty }

    /// Word processors put `–`, `—` or `•` in the place of a hyphen.
    private mutating func replaceForeignDash(at position: Int, end: Int) {
        let bytes = source.bytes[position..<min(position + 3, end)]
        guard [[0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94], [0xE2, 0x80, 0xA2]].contains(Array(bytes)),
            position + 3 < end, source.bytes[position + 3].isBlank
        else { return }
        let range = position..<position + 3
        diagnostics.append(
            .error(
                "foreign-dash", "'\(source.text(range))' begins no list item", at: source.place(range, line: line),
                help: "write the hyphen of the keyboard and a blank: '- '"))
        replacedDashes.insert(position)
        edits.append(SourceEdit(range: range, replacement: [.dash]))
        fixes.append(SourceEdit(range: range, replacement: [.dash]))
    }

    private func isReplacedDash(_ position: Int) -> Bool { replacedDashes.contains(position) }

    /// A key of the language alone on its line, where a key belongs.
    private mutating func reportKeyWithoutColon(_ range: Range<Int>) {
        let range = trimmed(range.lowerBound..<(hash(in: range) ?? range.upperBound))
        let name = source.text(range)
        guard keywords.contains(name), let mapping = mappings.last(where: { $0.column <= column(range.lowerBound) }),
            mapping.column == column(range.lowerBound)
        else { return }
        diagnostics.append(
            .error(
                "key-without-colon", "the key '\(name)' has no ':'", at: source.place(range, line: line),
                help: "write: \(name):"))
        let colon = SourceEdit(range: range.upperBound..<range.upperBound, replacement: [.colon])
        edits.append(colon)
        fixes.append(colon)
        register(name, at: range)
        pending = column(range.lowerBound)
    }

    // MARK: Keys

    /// The key that begins at a position: its name, its range, and where its value may begin.
    func key(at position: Int, end: Int) -> (name: String, range: Range<Int>, end: Int)? {
        guard position < end else { return nil }
        let first = source.bytes[position]
        if first.isQuote {
            guard let close = closingQuote(from: position, end: end) else { return nil }
            let colon = skipBlanks(close + 1, end)
            guard isIndicator(.colon, at: colon, end: end) else { return nil }
            return (source.text(position + 1..<close), position..<close + 1, colon + 1)
        }
        guard reservedStart(first) == nil, first != .openBracket, first != .openBrace else { return nil }
        guard let colon = colon(in: position..<end) else { return nil }
        let nameEnd = trimmed(position..<colon).upperBound
        return (source.text(position..<nameEnd), position..<nameEnd, colon + 1)
    }

    private mutating func register(_ name: String, at range: Range<Int>) {
        closeMappings(deeperThan: column(range.lowerBound))
        if mappings.last?.column != column(range.lowerBound) {
            mappings.append(OpenMapping(column: column(range.lowerBound)))
        }
        let place = source.place(range, line: line)
        if let first = mappings[mappings.count - 1].keys[name] {
            diagnostics.append(
                .error(
                    "duplicate-key", "the key '\(name)' stands twice, first in line \(first + 1)", at: place,
                    help: "keep one of them; several values of one key are a list"))
            drop(range)
        } else {
            mappings[mappings.count - 1].keys[name] = line
        }
    }

    private mutating func reportMergeKey(_ range: Range<Int>, end: Int) {
        diagnostics.append(
            .error(
                "merge-key", "there are no merge keys ('<<') here", at: source.place(range, line: line),
                help: "write the keys out where they are needed; expressions are shared under 'terms'"))
        drop(range)
        edits.append(SourceEdit(range: range.upperBound..<end, replacement: Array(":".utf8)))
        line += 1
    }

    /// Quotes a text for the parser.
    mutating func quote(_ range: Range<Int>) {
        quoted.append(range.lowerBound)
        edits.append(SourceEdit(range: range, replacement: singleQuoted(source.bytes[range])))
    }

    private mutating func drop(_ range: Range<Int>) {
        let name = "\u{E000}\(range.lowerBound)"
        droppedKeys.insert(name)
        edits.append(SourceEdit(range: range, replacement: Array(name.utf8)))
    }

    private mutating func closeMappings(deeperThan column: Int) {
        while let last = mappings.last, last.column > column { mappings.removeLast() }
    }

    // MARK: What no line may hold

    private mutating func reportTab(_ start: Int) {
        if !isUnreadable {
            let range = source.lines[line].lowerBound..<start
            diagnostics.append(
                .error(
                    "tab-indentation", "this line is indented with a tab", at: source.place(range, line: line),
                    help: "indent with spaces, two for each level"))
        }
        isUnreadable = true
        for position in source.lines[line].lowerBound..<start where source.bytes[position] == .tab {
            fixes.append(SourceEdit(range: position..<position + 1, replacement: [.space, .space]))
        }
        line += 1
    }

    /// Whether a line is `---`, `...` or begins with `%` in the first column; what follows is another document.
    private mutating func skipMarker(_ start: Int) -> Bool {
        guard isMarker(start) else { return false }
        mappings = []
        return true
    }

    func isMarker(_ start: Int) -> Bool {
        let range = source.lines[line]
        guard start == range.lowerBound else { return false }
        let head = source.bytes[start..<min(start + 3, range.upperBound)]
        return head.first == UInt8(ascii: "%") || head.elementsEqual("---".utf8) || head.elementsEqual("...".utf8)
    }
}
