/// What is usual in a document: the font of its body and the distance of its lines.
struct DocumentStyle: Sendable {
    /// Size of the body, in PDF points.
    private(set) var bodySize: Float
    /// Font of most characters of that size.
    private(set) var bodyFont: Int
    /// Fonts of the body: the body's and others with many of the characters of its size.
    private(set) var bodyFonts: Set<Int>
    /// Most frequent length of its lines, in PDF points.
    private(set) var measure: Float
    /// Whether paragraphs of the body begin with an indented line.
    private(set) var indentsParagraphs: Bool
    /// Most frequent distance from line to line, for each size in quarter points.
    private var pitches: [Int: Float]

    /// A distance between lines beyond this multiple of the usual one parts paragraphs.
    private static let partingPitch: Float = 1.25
    /// Distance of lines in ems where a size is too rare to have a usual one.
    private static let commonPitch: Float = 1.3
    /// So many distances make a usual one.
    private static let enoughPitches = 4
    /// A size is frequent when it has this share of the characters of the most frequent one.
    private static let frequentShare: Float = 0.4

    /// - Parameter columns: the lines of every column, from the top.
    init(columns: [[LayoutLine]]) {
        var characters: [Int: Int] = [:]
        var fonts: [Int: [Int: Int]] = [:]
        var distances: [Int: [Int: Int]] = [:]
        for column in columns {
            for (index, line) in column.enumerated() {
                let size = Self.quarters(line.size)
                characters[size, default: 0] += line.count
                fonts[size, default: [:]][line.font, default: 0] += line.count
                guard index > 0, Self.quarters(column[index - 1].size) == size else { continue }
                let pitch = line.main.y1 - column[index - 1].main.y1
                if pitch > 0, pitch < 3 * line.size {
                    distances[size, default: [:]][Self.quarters(pitch), default: 0] += 1
                }
            }
        }
        let body = Self.bodySize(of: characters)
        bodySize = Float(body) / 4
        let counts = fonts[body] ?? [:]
        bodyFont = Self.mode(counts) ?? -1
        let most = counts[bodyFont] ?? 0
        bodyFonts = Set(counts.filter { Float($0.value) >= Self.frequentShare * Float(most) }.keys)
        measure = Self.measure(of: columns, size: body)
        pitches = [:]
        for (size, counts) in distances where counts.values.reduce(0, +) >= Self.enoughPitches {
            pitches[size] = Self.mode(counts).map { Float($0) / 4 }
        }
        indentsParagraphs = false
        indentsParagraphs = Self.countsIndents(in: columns, style: self)
    }

    /// Whether a line stands too far below the one before to be of one paragraph with it.
    func isParted(_ line: LayoutLine, from above: LayoutLine) -> Bool {
        let size = max(line.size, above.size)
        let usual = pitches[Self.quarters(size)] ?? size * Self.commonPitch
        return line.main.y1 - above.main.y1 > max(usual * Self.partingPitch, usual + 1.5)
    }

    func isBodyType(_ block: LayoutBlock) -> Bool { isBodySize(block.size) && bodyFonts.contains(block.font) }

    func isBodySize(_ size: Float) -> Bool { abs(size - bodySize) < 0.06 * bodySize }

    private static func quarters(_ value: Float) -> Int {
        value.isFinite && abs(value) < 1e6 ? Int((value * 4).rounded()) : 0
    }

    /// The largest size that is frequent: references and tables may have more characters than the body, but
    /// not in larger type.
    private static func bodySize(of characters: [Int: Int]) -> Int {
        let most = characters.values.max() ?? 0
        return characters.filter { Float($0.value) >= frequentShare * Float(most) }.keys.max() ?? 40
    }

    /// The most frequent length of lines of a size, counted in steps of eight points and by characters, so that
    /// short lines weigh little.
    private static func measure(of columns: [[LayoutLine]], size: Int) -> Float {
        var characters: [Int: Int] = [:]
        for column in columns {
            for line in column where quarters(line.size) == size {
                characters[Int(min(line.box.width, 10_000) / 8), default: 0] += line.count
            }
        }
        return Self.mode(characters).map { Float($0) * 8 } ?? 0
    }

    /// The most frequent key; of equally frequent ones the smallest.
    private static func mode(_ counts: [Int: Int]) -> Int? {
        counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Whether, among lines of the body that follow a full one closely, indented ones are common enough to
    /// begin paragraphs.
    private static func countsIndents(in columns: [[LayoutLine]], style: DocumentStyle) -> Bool {
        var indented = 0
        var gaps = 0
        for column in columns where column.count > 4 {
            for index in 1..<(column.count - 1) {
                let line = column[index]
                guard style.isBodySize(line.size), style.isBodySize(column[index - 1].size) else { continue }
                if style.isParted(line, from: column[index - 1]) {
                    gaps += 1
                } else if line.box.x0 - column[index - 1].box.x0 > 0.6 * line.size,
                    line.box.x0 - column[index + 1].box.x0 > 0.6 * line.size
                {
                    indented += 1
                }
            }
        }
        return indented > 4 && indented * 2 > gaps
    }
}
