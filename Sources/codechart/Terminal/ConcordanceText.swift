import Coding
import DocumentModel
import Foundation
import JSON
import Tables

/// Prints the lines of a concordance in the format that was asked for.
struct ConcordancePrinter {
    let format: Kwic.Format
    let layout: ConcordanceLayout

    func begin() {
        guard format == .csv else { return }
        Terminal.print(
            bytes: Array(csvRecord(["Document", "Page", "Left", "Match", "Right", "Section", "Headings"]).utf8))
    }

    func print(_ path: String, _ line: ConcordanceLine) {
        switch format {
        case .text: Terminal.print(layout.text(path, line))
        case .csv:
            let record = [
                path, String(line.page), cut(line.left, fromEnd: true), line.match, cut(line.right, fromEnd: false),
                line.section?.rawValue ?? "", line.headings.joined(separator: " > "),
            ]
            Terminal.print(bytes: Array(csvRecord(record).utf8))
        case .json: Terminal.print(bytes: json(path, line))
        }
    }

    private func cut(_ text: String, fromEnd: Bool) -> String {
        String(fromEnd ? text.suffix(layout.width) : text.prefix(layout.width))
    }

    private func json(_ path: String, _ line: ConcordanceLine) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("document", path)
            json.member("page", line.page)
            json.member("start", line.start)
            json.member("end", line.end)
            json.member("left", cut(line.left, fromEnd: true))
            json.member("match", line.match)
            json.member("right", cut(line.right, fromEnd: false))
            json.key("spans")
            json.array(of: line.words) { json, word in
                json.object { json in
                    json.member("start", line.start + word.lowerBound)
                    json.member("end", line.start + word.upperBound)
                }
            }
            json.member("section", line.section?.rawValue)
            json.member("headings", line.headings)
        }
        json.newline()
        return json.bytes
    }
}

/// A concordance in columns: document and page, what stands before the hit to the right, the hit, what follows.
struct ConcordanceLayout {
    /// Cells on each side of a hit.
    let width: Int
    private let pathWidth: Int
    /// Characters of the folder that all documents are in.
    private let folder: Int

    /// Enough for most names; longer ones keep their end.
    private static let longestPath = 36
    /// `:1234` and two spaces.
    private static let pageWidth = 7
    /// Cells that most hits take.
    private static let usualHit = 12

    /// - Parameters:
    ///   - width: as the user gave it.
    ///   - columns: of the terminal; nil if there is none.
    init(paths: [String], width: Int?, columns: Int?) {
        folder = commonFolder(of: paths)
        let names = paths.map { [folder] in cellWidth(of: $0.dropFirst(folder)) }
        let longest = min(names.max() ?? 0, Self.longestPath)
        let room = columns.map { ($0 - longest - Self.pageWidth - Self.usualHit) / 2 }
        pathWidth = longest
        self.width = width ?? room.map { max(20, $0) } ?? 40
    }

    /// Code points that fill the width, with room for marks that take no cell.
    var context: Int { 2 * width }

    func text(_ path: String, _ line: ConcordanceLine) -> String {
        let place = padded(
            ending(String(path.dropFirst(folder)), pathWidth) + ":\(line.page)", to: pathWidth + Self.pageWidth)
        let left = ending(showable(line.left), width)
        let gap = String(repeating: " ", count: width - cellWidth(of: left))
        return place + gap + left + marked(line)
    }

    /// The hit with its words marked, and what follows, as far as there is room behind the first word.
    private func marked(_ line: ConcordanceLine) -> String {
        let text = showable(line.match + line.right)
        let first = line.words.first.map(\.count) ?? 0
        var result = ""
        var position = 0
        var room = width
        var isOpen = false
        for character in text {
            let length = character.unicodeScalars.count
            let isMarked = line.words.contains { $0.overlaps(position..<position + length) }
            position += length
            if position > first { room -= cellWidth(of: character) }
            if room < 0 { break }
            if isMarked != isOpen { result += isMarked ? Terminal.markStart : Terminal.markEnd }
            isOpen = isMarked
            result.append(character)
        }
        if isOpen { return result + Terminal.markEnd }
        while result.last == " " { result.removeLast() }
        return result
    }

    /// The end of a text that fits into so many cells.
    private func ending(_ text: String, _ width: Int) -> String {
        guard cellWidth(of: text) > width else { return text }
        var result: [Character] = []
        var room = width - 1
        for character in text.reversed() {
            room -= cellWidth(of: character)
            if room < 0 { break }
            result.append(character)
        }
        return "…" + String(result.reversed())
    }
}

/// How many characters of each path are the folder that all of them are in.
private func commonFolder(of paths: [String]) -> Int {
    guard var common = paths.first?[...] else { return 0 }
    for path in paths { common = common.commonPrefix(with: path)[...] }
    return common.lastIndex(of: "/").map { common.distance(from: common.startIndex, to: $0) + 1 } ?? 0
}
