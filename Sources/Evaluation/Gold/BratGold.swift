import Diagnostics
import DocumentModel

/// Reads brat standoff: text-bound marks (`T1 <tab> Label 5 12;20 30 <tab> text`) with offsets in code points of the text
/// beside; the attribute `Ambiguous` is understood, other attributes, relations and events are not needed.
///
/// - Parameter text: what the `.txt` file holds; nil if there is none.
func readBrat(_ marks: String, file: String, text: [UInt8]?) -> (gold: GoldFile, diagnostics: [Diagnostic]) {
    guard let text else {
        let missing = Diagnostic.error(
            "missing-text", "there is no text beside the marks", at: Place(file: file),
            help: "brat keeps the text in a file of the same name that ends with .txt")
        return (GoldFile(), [missing])
    }
    var reader = BratReader(text: String(decoding: text, as: UTF8.self), file: file)
    for (index, line) in marks.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
        reader.read(String(Substring(line)), at: Place(file: file, line: index + 1))
    }
    let name = file.split(separator: "/").last.map { String($0.dropLast(4)) } ?? file
    let document = GoldDocument(
        DecidedDocument(path: name + ".txt", sha256: ""), text: reader.text, items: reader.finished())
    return (GoldFile(documents: [document]), reader.diagnostics)
}

private struct BratReader {
    let text: String
    private let index: TextIndex
    private let file: String
    private var items: [(id: String, item: GoldItem)] = []
    private var ambiguous: Set<String> = []
    private var ignored = 0
    private(set) var diagnostics: [Diagnostic] = []

    init(text: String, file: String) {
        self.text = text
        self.file = file
        index = TextIndex(text)
    }

    mutating func read(_ line: String, at place: Place) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
            String($0.last == "\r" ? $0.dropLast() : $0)
        }
        switch fields[0].first {
        case "T": readMark(fields, at: place)
        case "A", "M":
            let words = fields.count > 1 ? fields[1].split(separator: " ") : []
            if words.count > 1, words[0].lowercased() == "ambiguous" {
                ambiguous.insert(String(words[1]))
            } else {
                ignored += 1
            }
        case "#": break
        case "R", "E", "N", "*": ignored += 1
        default:
            diagnostics.append(
                .error(
                    "bad-line", "no line of brat begins like this", at: place, help: "T1 <tab> Label 5 12 <tab> text"))
        }
    }

    private mutating func readMark(_ fields: [String], at place: Place) {
        let head = fields.count > 1 ? fields[1].split(separator: " ", maxSplits: 1).map(String.init) : []
        let pieces = head.count == 2 ? ranges(head[1]) : nil
        guard fields.count >= 3, let pieces, !pieces.isEmpty else {
            return diagnostics.append(
                .error(
                    "bad-mark", "the mark has no label, offsets and text", at: place,
                    help: "T1 <tab> Label 5 12 <tab> text; pieces are parted by a semicolon: 5 12;20 30"))
        }
        guard pieces.allSatisfy({ $0.upperBound <= index.count }) else {
            return diagnostics.append(
                .error(
                    "bad-span", "the mark lies outside of the text", at: place,
                    help: "the text has \(index.count) code points"))
        }
        let quote = pieces.map { index.text($0.lowerBound, $0.upperBound) }.joined(separator: " ")
        guard letters(of: quote) == letters(of: fields[2]) else {
            return diagnostics.append(
                .error(
                    "other-text", "the text has '\(abbreviated(quote))' there, the mark '\(abbreviated(fields[2]))'",
                    at: place, help: "the text was changed after it was marked"))
        }
        for piece in pieces {
            let item = GoldItem(
                quote: index.text(piece.lowerBound, piece.upperBound), start: piece.lowerBound,
                codes: [DimensionCodes(dimension: "", codes: [head[0]])], place: place)
            items.append((fields[0], item))
        }
    }

    private func ranges(_ text: String) -> [Range<Int>]? {
        var ranges: [Range<Int>] = []
        for piece in text.split(separator: ";") {
            let numbers = piece.split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 2, numbers[0] >= 0, numbers[0] < numbers[1] else { return nil }
            ranges.append(numbers[0]..<numbers[1])
        }
        return ranges
    }

    mutating func finished() -> [GoldItem] {
        if ignored > 0 {
            diagnostics.append(
                .note(
                    "not-needed", "\(ignored) attributes, relations and events are not needed for codes",
                    at: Place(file: file)))
        }
        return items.map { id, item in
            var item = item
            item.isAmbiguous = ambiguous.contains(id)
            return item
        }
    }
}
