import DocumentModel

@testable import Reading

/// A line of a page made for a test. Characters are half an em wide, so that places can be counted by hand.
struct PrintedLine {
    var text: String
    var x: Float
    /// Upper edge.
    var y: Float
    var size: Float = 10
    var font: String = "Times-Roman"
}

/// The pages of a document made for a test, read as the layout gets them.
struct PrintedDocument {
    private(set) var pages: [PageFragments] = []
    private var fonts = FontTable()

    /// How the characters of all pages are placed: from the box on an upright page to the box on the page.
    private let place: (GlyphBox) -> GlyphBox

    /// - Parameter rulings: of every page.
    init(
        _ pages: [[PrintedLine]], rulings: Rulings = Rulings(), place: @escaping (GlyphBox) -> GlyphBox = { $0 }
    ) {
        self.place = place
        for lines in pages { add(lines, rulings: rulings) }
    }

    private mutating func add(_ lines: [PrintedLine], rulings: Rulings) {
        var glyphs = PageGlyphs(number: pages.count + 1, width: 600, height: 800, scalars: [], boxes: [], runs: [])
        for line in lines {
            let start = glyphs.scalars.count
            var x = line.x
            for scalar in line.text.unicodeScalars {
                glyphs.scalars.append(scalar.value)
                let box = GlyphBox(x0: x, y0: line.y, x1: x + line.size / 2, y1: line.y + line.size * 1.2)
                glyphs.boxes.append(place(box))
                x += line.size / 2
            }
            glyphs.scalars.append(0x0A)
            glyphs.boxes.append(GlyphBox(x0: x, y0: line.y, x1: x, y1: line.y + line.size))
            let font = fonts.index(of: line.font)
            glyphs.runs.append(FontRun(start: start, end: glyphs.scalars.count, font: font, size: line.size))
        }
        glyphs.rulings = rulings
        pages.append(findFragments(in: glyphs, fonts: fonts))
    }

    func blocks(outline: [OutlineEntry] = [], title: String? = nil) -> [ReadBlock] {
        layOut(pages, hints: LayoutHints(outline: outline, title: title))
    }
}

/// Lines set solid below each other.
func printed(
    _ texts: [String], x: Float, y: Float, size: Float = 10, font: String = "Times-Roman"
) -> [PrintedLine] {
    texts.enumerated().map { index, text in
        PrintedLine(text: text, x: x, y: y + Float(index) * size * 1.2, size: size, font: font)
    }
}

/// A paragraph of lines of equal length whose first and last words tell it from others.
func filler(_ name: String, lines: Int, x: Float, y: Float, characters: Int = 48) -> [PrintedLine] {
    printed(
        (1...lines).map { line in
            let begin = line == 1 ? "The \(name) begins" : "and \(name) goes on"
            let end = line == lines ? "\(name) ends." : "more"
            let middle = String(repeating: "x", count: characters - begin.count - end.count - 2)
            return "\(begin) \(middle) \(end)"
        }, x: x, y: y)
}

func texts(_ blocks: [ReadBlock], of kind: BlockKind) -> [String] {
    blocks.filter { $0.kind == kind }.map(\.text)
}

/// Where pieces stand in the text of all blocks, in code points; -1 for one that is not there.
func places(of pieces: [String], in blocks: [ReadBlock]) -> [Int] {
    let text = Array(blocks.map(\.text).joined(separator: "\n").unicodeScalars)
    return pieces.map { piece in
        let wanted = Array(piece.unicodeScalars)
        return text.indices.first { text[$0...].starts(with: wanted) } ?? -1
    }
}
