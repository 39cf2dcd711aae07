/// The lines of a list or mapping in brackets, with a blank after each comma.
struct FlowLines {
    private let source: SourceText
    private var position: Int
    /// The line of the closing bracket.
    private(set) var lastLine: Int
    /// Commas that something follows directly.
    private var tightCommas: Set<Int> = []

    /// - Parameter start: the opening bracket.
    init(_ source: SourceText, from start: Int, line: Int) {
        self.source = source
        position = start
        lastLine = line
    }

    /// Finds the closing bracket.
    mutating func walk() {
        var depth = 0
        var atItem = true
        repeat {
            let end = source.lines[lastLine].upperBound
            guard position < end else {
                guard lastLine + 1 < source.lines.count else { return }
                lastLine += 1
                position = source.lines[lastLine].lowerBound
                continue
            }
            let byte = source.bytes[position]
            if atItem, byte.isQuote {
                skipQuoted(byte)
                atItem = false
                continue
            }
            switch byte {
            case .openBracket, .openBrace: depth += 1
            case .closeBracket, .closeBrace: depth -= 1
            case .comma where position + 1 < end && !source.bytes[position + 1].isBlank: tightCommas.insert(position)
            case .hash where position == source.lines[lastLine].lowerBound || source.bytes[position - 1].isBlank:
                position = end
                continue
            default: break
            }
            if !byte.isBlank { atItem = [.openBracket, .openBrace, .comma, .colon].contains(byte) }
            position += 1
        } while depth > 0
    }

    /// Goes behind the quote that closes the one here, on this line or a later one.
    private mutating func skipQuoted(_ quote: UInt8) {
        position += 1
        while position < source.bytes.count {
            let byte = source.bytes[position]
            if byte == .backslash, quote == .doubleQuote {
                position += 1
            } else if byte == quote {
                guard quote == .singleQuote, position + 1 < source.bytes.count, source.bytes[position + 1] == quote
                else { break }
                position += 1
            }
            position += 1
        }
        position = min(position + 1, source.bytes.count)
        lastLine = source.line(of: min(position, max(0, source.bytes.count - 1)))
    }

    /// A line from a position on, without the blanks at its end.
    func line(_ line: Int, from start: Int) -> [UInt8] {
        var end = source.lines[line].upperBound
        while end > start, source.bytes[end - 1].isBlank { end -= 1 }
        var result: [UInt8] = []
        for position in start..<max(start, end) {
            result.append(source.bytes[position])
            if tightCommas.contains(position) { result.append(.space) }
        }
        return result
    }
}
