package import Diagnostics
import Yams

/// A YAML file as a tree, with everything that is wrong with its syntax.
package struct SourceTree {
    package let source: SourceText
    /// nil when the file is empty or cannot be read.
    package private(set) var root: SourceNode?
    package private(set) var diagnostics: [Diagnostic]
    /// First code points of the texts that the scanner quoted.
    private let repaired: Set<Position>
    /// Keys that the scanner took away.
    private let dropped: Set<String>

    private struct Position: Hashable {
        var line: Int?
        var column: Int?
    }

    /// - Parameter keywords: the keys of the language that the file is written in.
    package init(yaml: String, file: String, keywords: Set<String>) {
        let source = SourceText(yaml, file: file)
        self.source = source
        var scanner = TrapScanner(source, keywords: keywords)
        scanner.scan()
        diagnostics = scanner.diagnostics
        dropped = scanner.droppedKeys
        repaired = Set(
            scanner.quoted.map { start in
                let place = source.place(start..<start, line: source.line(of: start))
                return Position(line: place.line, column: place.column)
            })
        guard !scanner.isUnreadable else { return }
        do {
            // Without rules every plain scalar stays its own text.
            let node = try Yams.compose(yaml: source.applying(scanner.edits), .basic)
            root = node.map { convert($0) }
        } catch let error as YamlError {
            diagnostics.append(syntaxError(error, in: source))
        } catch {
            preconditionFailure("the YAML parser throws its own errors only: \(error)")
        }
    }

    private func convert(_ node: Node) -> SourceNode {
        var place = Place(file: source.file, line: node.mark?.line, column: node.mark?.column, length: 1)
        switch node {
        case .scalar(let scalar):
            let text = trimmingBlanks(scalar.string)
            if let line = text.split(separator: "\n", maxSplits: 1).first { place.length = line.unicodeScalars.count }
            return SourceNode(content: .text(text), style: style(scalar, place), place: place)
        case .sequence(let sequence):
            let elements = sequence.map { convert($0) }
            return SourceNode(content: .list(elements), style: isFlow(place) ? .flow : .plain, place: place)
        case .mapping(let mapping):
            let pairs = mapping.map {
                SourceNode.Pair(key: convert($0.key), value: convert($0.value))
            }
            let kept = pairs.filter { !dropped.contains($0.key.text ?? "") }
            return SourceNode(content: .mapping(kept), style: isFlow(place) ? .flow : .plain, place: place)
        case .alias:
            preconditionFailure("the parser resolves aliases, and the scanner leaves none")
        }
    }

    private func style(_ scalar: Node.Scalar, _ place: Place) -> SourceNode.Style {
        switch scalar.style {
        case .literal: .literal
        case .folded: .folded
        case .singleQuoted, .doubleQuoted:
            repaired.contains(Position(line: place.line, column: place.column)) ? .repaired : .quoted
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

    /// The line of a place from its column on; nil outside of the text.
    package func rest(from place: Place) -> String? {
        guard let start = position(of: place), let line = place.line else { return nil }
        return start <= lines[line - 1].upperBound ? text(start..<lines[line - 1].upperBound) : nil
    }

    private func position(of place: Place) -> Int? {
        guard let line = place.line, let column = place.column, line <= lines.count else { return nil }
        var position = lines[line - 1].lowerBound
        var scalars = 1
        while position < lines[line - 1].upperBound {
            if bytes[position] & 0xC0 != 0x80 {
                if scalars == column { return position }
                scalars += 1
            }
            position += 1
        }
        return position
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
