package import Diagnostics
import Yams

/// A YAML file as a tree, with everything that is wrong with its syntax.
package struct SourceTree {
    package let source: SourceText
    /// nil when the file is empty or cannot be read.
    package private(set) var root: SourceNode?
    package private(set) var diagnostics: [Diagnostic]
    /// What the diagnostics propose to write instead.
    package let fixes: [SourceEdit]
    /// Whether lines that could not be read are missing from the tree.
    package private(set) var isPartial = false
    /// First code points of the texts that the scanner mended.
    private let repaired: Set<Position>
    /// Keys that the scanner took away.
    private let dropped: Set<String>

    private struct Position: Hashable {
        var line: Int?
        var column: Int?
    }

    /// A parser stops at what it cannot read; so often it is tried again without that line.
    private static let maximumAttempts = 10

    /// - Parameter keywords: the keys of the language that the file is written in.
    package init(yaml: String, file: String, keywords: Set<String>) {
        let source = SourceText(yaml, file: file)
        self.source = source
        var scanner = TrapScanner(source, keywords: keywords)
        scanner.scan()
        diagnostics = scanner.diagnostics
        fixes = scanner.fixes
        dropped = scanner.droppedKeys
        repaired = Set(
            scanner.quoted.map { start in
                let place = source.place(start..<start, line: source.line(of: start))
                return Position(line: place.line, column: place.column)
            })
        guard !scanner.isUnreadable else { return }
        parse(scanner.edits)
    }

    private mutating func parse(_ edits: [SourceEdit]) {
        var edits = edits
        for _ in 0..<Self.maximumAttempts {
            do {
                // Without rules every plain scalar stays its own text.
                let node = try Yams.compose(yaml: source.applying(edits), .basic)
                root = node.map { convert($0, inFlow: false) }
                return
            } catch let error as YamlError {
                let diagnostic = syntaxError(error, in: source)
                guard !diagnostics.contains(diagnostic) else { return }
                diagnostics.append(diagnostic)
                guard let line = diagnostic.place?.line, diagnostic.identifier != "too-deep" else { return }
                isPartial = true
                let range =
                    diagnostic.identifier == "second-document"
                    ? source.lines[line - 1].lowerBound..<source.bytes.count : source.blockRange(line: line - 1)
                // Line ends stay, so that later lines keep their numbers.
                let ends = source.bytes[range].filter { $0 == .newline || $0 == .carriageReturn }
                edits.insert(SourceEdit(range: range, replacement: ends), at: 0)
            } catch {
                preconditionFailure("the YAML parser throws its own errors only: \(error)")
            }
        }
    }

    private func convert(_ node: Node, inFlow: Bool) -> SourceNode {
        var place = Place(file: source.file, line: node.mark?.line, column: node.mark?.column, length: 1)
        switch node {
        case .scalar(let scalar):
            let text = trimmingBlanks(scalar.string)
            if let line = text.split(separator: "\n", maxSplits: 1).first { place.length = line.unicodeScalars.count }
            return SourceNode(content: .text(text), style: style(scalar, place), place: place, isInFlow: inFlow)
        case .sequence(let sequence):
            let isFlow = isFlow(place)
            let elements = sequence.map { convert($0, inFlow: inFlow || isFlow) }
            return SourceNode(
                content: .list(elements), style: isFlow ? .flow : .plain, place: place, isInFlow: inFlow)
        case .mapping(let mapping):
            let isFlow = isFlow(place)
            let pairs = mapping.map {
                SourceNode.Pair(
                    key: convert($0.key, inFlow: inFlow || isFlow), value: convert($0.value, inFlow: inFlow || isFlow))
            }
            let kept = pairs.filter { !dropped.contains($0.key.text ?? "") }
            return SourceNode(
                content: .mapping(kept), style: isFlow ? .flow : .plain, place: place, isInFlow: inFlow)
        case .alias:
            preconditionFailure("the parser resolves aliases, and the scanner leaves none")
        }
    }

    private func style(_ scalar: Node.Scalar, _ place: Place) -> SourceNode.Style {
        if repaired.contains(Position(line: place.line, column: place.column)) { return .repaired }
        return switch scalar.style {
        case .literal: .literal
        case .folded: .folded
        case .singleQuoted, .doubleQuoted: .quoted
        case .any, .plain: .plain
        }
    }

    private func isFlow(_ place: Place) -> Bool {
        let byte = source.byte(at: place)
        return byte == .openBracket || byte == .openBrace
    }
}

extension SourceText {
    /// The byte at which the code point of a place begins.
    func byte(at place: Place) -> UInt8? {
        position(of: place).flatMap { $0 < bytes.count ? bytes[$0] : nil }
    }

    /// Whether a text stands at a place as it is.
    package func holds(_ text: String, at place: Place) -> Bool {
        guard let start = position(of: place) else { return false }
        return bytes[start...].starts(with: text.utf8)
    }

    /// How many blanks stand at a place.
    package func countBlanks(at place: Place) -> Int {
        guard let start = position(of: place) else { return 0 }
        return bytes[start...].prefix { $0 == .space }.count
    }
}

extension SourceText {
    /// A line with the deeper lines below it.
    func blockRange(line: Int) -> Range<Int> {
        let first = lines[line]
        let depth = blanks(line)
        var end = first.upperBound
        for next in lines.indices.dropFirst(line + 1) {
            guard lines[next].count == blanks(next) || blanks(next) > depth else { break }
            end = lines[next].upperBound
        }
        return first.lowerBound..<end
    }

    private func blanks(_ line: Int) -> Int { bytes[lines[line]].prefix { $0 == .space }.count }

    /// A list or mapping in brackets as its author wrote it; nil for one on lines of its own.
    package func written(_ node: SourceNode) -> String? {
        node.style == .flow ? range(of: node).map { text($0) } : nil
    }

    /// The bytes of a list or mapping that stands where a text should.
    func range(of node: SourceNode) -> Range<Int>? {
        guard let start = position(of: node.place), let line = node.place.line, start < bytes.count else { return nil }
        if node.style == .flow || node.isInFlow { return start..<endOfFlow(from: start) }
        let depth = start - lines[line - 1].lowerBound
        var end = lines[line - 1].upperBound
        for next in lines.indices.dropFirst(line) where lines[next].count > blanks(next) {
            guard blanks(next) > depth else { break }
            end = lines[next].upperBound
        }
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        return start..<end
    }

    /// Behind the bracket that closes the one at a position; without one there, at the end of an item in brackets.
    private func endOfFlow(from start: Int) -> Int {
        var depth = 0
        var quote: UInt8?
        for position in start..<bytes.count {
            let byte = bytes[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte.isQuote,
                position == start || bytes[position - 1].isBlank || bytes[position - 1] == .openBracket
            {
                quote = byte
            } else if byte == .openBracket || byte == .openBrace {
                depth += 1
            } else if byte == .closeBracket || byte == .closeBrace {
                if depth == 0 { return position }
                depth -= 1
                if depth == 0, bytes[start] == .openBracket || bytes[start] == .openBrace { return position + 1 }
            } else if byte == .comma, depth == 0 {
                return position
            }
        }
        return bytes.count
    }
}

/// A text without blanks and line breaks at its ends.
package func trimmingBlanks(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
        let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
}
