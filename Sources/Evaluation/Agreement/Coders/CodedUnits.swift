package import Codebooks
import DocumentModel

/// What several coders said of the same passages.
package struct CodedUnits: Sendable {
    /// One passage.
    package struct Unit: Sendable {
        package var passage: GoldPassage
        /// By coder; nil where the coder did not code it.
        package var codings: [GoldPassage?]
    }

    package var coders: [String]
    /// In the order in which they first come.
    package private(set) var units: [Unit] = []
    /// Passages that only one coder coded.
    package var single: Int { units.count { $0.codings.count { $0 != nil } < 2 } }

    /// A passage is the same for two coders if its document and id are, or, where ids differ from file to file, its
    /// document and the letters of its text.
    ///
    /// - Parameter coders: names, each once, with what they coded, with the codebooks' names.
    package init(_ coders: [(name: String, passages: [GoldPassage])]) {
        self.coders = coders.map(\.name)
        var byID: [String: Int] = [:]
        var byText: [[UInt8]: [Int]] = [:]
        for (number, coder) in coders.enumerated() {
            for passage in coder.passages {
                let document = passage.document ?? ""
                let id = document + "\u{0}" + passage.passage.id
                let text = Array((document + "\u{0}").utf8) + letters(of: passage.passage.text)
                let alike = byText[text] ?? []
                // Passages with the same words are told apart by their ids, or else by their order.
                let candidates = [byID[id]].compactMap(\.self).filter(alike.contains) + alike
                if let unit = candidates.first(where: { units[$0].codings[number] == nil }) {
                    units[unit].codings[number] = passage
                    continue
                }
                if byID[id] == nil { byID[id] = units.count }
                byText[text, default: []].append(units.count)
                var codings = [GoldPassage?](repeating: nil, count: coders.count)
                codings[number] = passage
                units.append(Unit(passage: passage, codings: codings))
            }
        }
    }

    /// The codebooks' answers as one more coder.
    package mutating func append(_ codebooks: [Codebook], name: String) {
        let codes = PassageCoder(codebooks).code(units.map(\.passage.passage))
        coders.append(name)
        for (index, codes) in codes.enumerated() {
            var passage = units[index].passage
            passage.codes = codes.assigned
            units[index].codings.append(passage)
        }
    }
}
