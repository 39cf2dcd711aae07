/// Splits what is too much for one Excel cell over the cells of following rows, and joins it again.
///
/// A part that is not the last ends with ``continuesMark``; a part that begins inside a line begins with
/// ``continuedMark``. Lines of item cells begin with their numbers, so no text is taken for a mark.
enum CellParts {
    static let continuesMark = "\n[continues in the next row]"
    static let continuedMark = "[continued] "

    /// The parts of a cell, at least one.
    ///
    /// - Parameters:
    ///   - lines: what stands in lines of its own, such as items.
    ///   - width: of the column, in characters.
    static func split(_ lines: [String], width: Int) -> [String] {
        var parts: [String] = []
        var part = ""
        var room = CellRoom(width: width)
        for line in lines {
            let pieces = pieces(of: line, width: width)
            if !part.isEmpty, !(pieces.count == 1 && room.fits(line)) {
                parts.append(part)
                part = ""
                room = CellRoom(width: width)
            }
            for piece in pieces.dropLast() {
                parts.append(piece)
                room = CellRoom(width: width)
            }
            part += (part.isEmpty ? "" : "\n") + pieces.last!
            room.take(pieces.last!)
        }
        parts.append(part)
        return parts.indices.map { $0 < parts.count - 1 ? parts[$0] + continuesMark : parts[$0] }
    }

    /// A line in pieces that each fit a cell, all but the first with ``continuedMark``.
    private static func pieces(of line: String, width: Int) -> [String] {
        var pieces: [String] = []
        var rest = line.unicodeScalars[...]
        repeat {
            let mark = pieces.isEmpty ? "" : continuedMark
            let end = CellRoom(width: width).end(of: rest)
            pieces.append(mark + String(rest[..<end]))
            rest = rest[end...]
        } while !rest.isEmpty
        return pieces
    }

    /// The cell that was split into these parts.
    ///
    /// - Returns: nil when a part lacks its mark.
    static func join(_ parts: [String]) -> String? {
        var text = ""
        for (index, part) in parts.enumerated() {
            var bytes = Array(part.utf8)[...]
            if index > 0 {
                if bytes.starts(with: continuedMark.utf8) {
                    bytes = bytes.dropFirst(continuedMark.utf8.count)
                } else {
                    text += "\n"
                }
            }
            if index < parts.count - 1 {
                let mark = Array(continuesMark.utf8)
                guard bytes.suffix(mark.count).elementsEqual(mark) else { return nil }
                bytes = bytes.dropLast(mark.count)
            }
            text += String(decoding: bytes, as: UTF8.self)
        }
        return text
    }
}
