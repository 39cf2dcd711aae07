/// A list that a page writes as lines with a mark each: `They named:<br>• money<br>• staff`.
///
/// - Parameters:
///   - text: UTF-8 of the whole paragraph.
///   - breaks: offsets into it at which a line ends.
/// - Returns: the paragraph before the list and its items without their marks; nil when fewer than two lines
///   have one. A line without a mark goes on from the one before.
func listOfLines(_ text: [UInt8], breaks: [Int]) -> [ReadBlock]? {
    var blocks: [ReadBlock] = []
    var start = 0
    for end in breaks + [text.count] where end > start {
        let line = String(decoding: text[start..<end].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
        start = end
        if let marker = marker(of: line) {
            blocks.append(ReadBlock(kind: .listItem, level: 1, text: marker.rest))
        } else if let last = blocks.indices.last {
            blocks[last].text += " " + line
        } else {
            blocks.append(ReadBlock(kind: .paragraph, text: line))
        }
    }
    return blocks.count { $0.kind == .listItem } > 1 ? blocks : nil
}
