import DocumentModel

/// For each block the sentence that leads in its list, or the title of the text box it stands in.
///
/// Items take the last sentence of the paragraph directly before their list, nested items the item above
/// them, when these lead in; a nested item without one of its own takes its parent's.
func leadIns(of blocks: [ReadBlock]) -> [String?] {
    var finder = LeadInFinder()
    return blocks.map { finder.leadIn(of: $0) }
}

private struct LeadInFinder {
    /// The list that is being read: the open item of each level, outermost first.
    private var items: [(level: Int, text: String, leadIn: String?)] = []
    /// The paragraph directly before, which may lead in a list.
    private var paragraph: String?
    /// What leads in the list that is being read.
    private var listLeadIn: String?

    mutating func leadIn(of block: ReadBlock) -> String? {
        switch block.kind {
        case .listItem:
            return itemLeadIn(of: block)
        case .paragraph, .quotation:
            items = []
            paragraph = block.text
        case .title, .heading, .tableRow:
            items = []
            paragraph = nil
            listLeadIn = nil
        // These stand between a paragraph and its list without parting them.
        case .caption, .footnote, .furniture, .frontMatter, .contents, .reference:
            break
        }
        return block.kind == .tableRow || block.text == block.boxTitle ? nil : block.boxTitle
    }

    private mutating func itemLeadIn(of item: ReadBlock) -> String? {
        let level = item.level ?? 1
        if items.isEmpty { listLeadIn = paragraph.flatMap(sentenceLeadingIn) }
        paragraph = nil
        while let last = items.last, last.level >= level { items.removeLast() }
        let leadIn: String? =
            if let parent = items.last {
                endsWithColon(parent.text) ? parent.text : parent.leadIn
            } else {
                listLeadIn ?? item.boxTitle
            }
        items.append((level, item.text, leadIn))
        return leadIn
    }
}

/// A paragraph without a full stop leads in the list below it up to this length; beyond it, it is rather a
/// paragraph that lost its end.
private let openLeadInWords = 30

/// The last sentence of a paragraph if it leads in what follows: it ends with a colon, ends without a full
/// stop, or announces what follows.
func sentenceLeadingIn(_ paragraph: String) -> String? {
    let sentence = lastSentence(of: paragraph)
    if endsWithColon(sentence) { return sentence }
    let words = sentence.utf8.split(separator: UInt8(ascii: " "))
    if let last = sentence.unicodeScalars.last, last.properties.isAlphabetic || last == "," || last == "–" {
        return words.count <= openLeadInWords ? sentence : nil
    }
    let announces = words.contains { word in
        let word = letters(of: String(Substring(word)))
        return word.elementsEqual("following".utf8) || word.elementsEqual("follows".utf8)
            || word.elementsEqual("below".utf8)
    }
    return announces ? sentence : nil
}

private func endsWithColon(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.reversed().prefix(2)
    guard let last = scalars.first else { return false }
    // "were:-" and "were :–" are colons too.
    return last == ":" || last == "：" || (["-", "–", "—"].contains(last) && scalars.dropFirst().first == ":")
}

/// Words whose full stop ends no sentence, in letters.
private let abbreviations: Set<String> = [
    "al", "approx", "ca", "cf", "ch", "dr", "ed", "eds", "eg", "et", "fig", "figs", "ie", "inc", "mr", "mrs", "ms",
    "no", "nos", "p", "para", "pp", "prof", "ref", "refs", "sec", "st", "vol", "vs",
]

/// The last sentence of a paragraph: what follows the last end mark with a space and a capital, digit or
/// quote after it, where the word before is no abbreviation or initial.
func lastSentence(of paragraph: String) -> String {
    let scalars = Array(paragraph.unicodeScalars)
    var index = scalars.count - 2
    while index > 0 {
        if scalars[index] == " ", beginsSentence(scalars[index + 1]), endsSentence(scalars, before: index) {
            return String(String.UnicodeScalarView(scalars[(index + 1)...]))
        }
        index -= 1
    }
    return paragraph
}

private func beginsSentence(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isUppercase || scalar.properties.numericType != nil || "\"'“‘(".unicodeScalars.contains(scalar)
}

private func endsSentence(_ scalars: [Unicode.Scalar], before space: Int) -> Bool {
    var mark = space - 1
    while mark > 0, ")]\"'”’".unicodeScalars.contains(scalars[mark]) { mark -= 1 }
    if scalars[mark] == "?" || scalars[mark] == "!" { return true }
    guard scalars[mark] == "." else { return false }
    var begin = mark
    while begin > 0, scalars[begin - 1] != " " { begin -= 1 }
    let word = String(decoding: letters(of: String(String.UnicodeScalarView(scalars[begin..<mark]))), as: UTF8.self)
    return word.utf8.count > 1 && !abbreviations.contains(word)
}
