import DocumentModel

/// Heights of letters in ems, the middle between serif and sans-serif faces (Times and Helvetica differ by a tenth):
/// without ascender, with one, and how far descenders reach below the baseline.
private let lowHeight: Float = 0.48
private let fullHeight: Float = 0.70
private let depth: Float = 0.21
/// What a renderer's boxes take above and below the baseline, in ems: recognised lines look the same to the layout.
private let boxRise: Float = 0.95
private let boxDepth: Float = 0.25
/// Sizes of lines that differ from the page's by less are one size, measured in a picture.
private let sizeTolerance: Float = 0.12
/// Recognised text tells no faces.
private let faceName = "recognised"

extension PDFPage {
    /// Puts recognised words in place of the page's own text.
    mutating func replace(with recognised: RecognisedPage, fonts: inout FontTable) {
        let text = recognised.lines.map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n")
        letters = String(decoding: DocumentModel.letters(of: text), as: UTF8.self)
        problems = []
        glyphs.scalars = []
        glyphs.boxes = []
        glyphs.runs = []
        let measures = recognised.lines.map { LineMeasure($0) }
        let usual = median(measures.flatMap(\.sizes))
        for (line, measure) in zip(recognised.lines, measures) where !line.isEmpty {
            let isUsual = abs(measure.size - usual) <= sizeTolerance * usual
            glyphs.append(
                line, baseline: measure.baseline, size: isUsual ? usual : measure.size,
                font: fonts.index(of: faceName))
        }
    }
}

/// Where the letters of a line stand, judged from which letters its words have.
private struct LineMeasure {
    /// Points, one a word.
    var sizes: [Float] = []
    var size: Float
    /// Points from the top of the page: of the line's middle, where the page is askew.
    var baseline: Float

    init(_ line: [RecognisedWord]) {
        var baselines: [Float] = []
        for word in line {
            let shape = WordShape(word.text)
            let height = Float(word.box.y1 - word.box.y0)
            let size = height / ((shape.rises ? fullHeight : lowHeight) + (shape.descends ? depth : 0))
            sizes.append(size)
            baselines.append(Float(word.box.y1) - (shape.descends ? depth * size : 0))
        }
        size = median(sizes)
        baseline = median(baselines)
    }
}

/// Whether any letter of a word reaches above the low ones or below the baseline.
private struct WordShape {
    var rises = false
    var descends = false

    init(_ word: String) {
        for scalar in word.unicodeScalars {
            if "gjpqyQ,;()[]{}|".unicodeScalars.contains(scalar) { descends = true }
            if !"acegmnopqrsuvwxyz,;.:-–—".unicodeScalars.contains(scalar) { rises = true }
        }
    }
}

private func median(_ values: [Float]) -> Float {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
}

extension PageGlyphs {
    /// Appends a line: the width of a word is shared by its letters.
    fileprivate mutating func append(_ line: [RecognisedWord], baseline: Float, size: Float, font: Int) {
        let start = scalars.count
        var left: Float?
        for word in line {
            let (x0, x1) = (Float(word.box.x0), Float(word.box.x1))
            if let left { append(0x20, x0: min(left, x0), x1: x0, baseline, size) }
            let letters = word.text.unicodeScalars
            let step = (x1 - x0) / Float(max(1, letters.count))
            for (index, letter) in letters.enumerated() {
                append(letter.value, x0: x0 + Float(index) * step, x1: x0 + Float(index + 1) * step, baseline, size)
            }
            left = x1
        }
        runs.append(FontRun(start: start, end: scalars.count, font: font, size: size))
        append(0x0A, x0: left ?? 0, x1: left ?? 0, baseline, size)
    }

    private mutating func append(_ scalar: UInt32, x0: Float, x1: Float, _ baseline: Float, _ size: Float) {
        scalars.append(scalar)
        boxes.append(GlyphBox(x0: x0, y0: baseline - boxRise * size, x1: x1, y1: baseline + boxDepth * size))
    }
}
