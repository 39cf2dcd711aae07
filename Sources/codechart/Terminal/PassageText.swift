import Codebooks
import DocumentModel
import JSON

/// Where a passage stands in the corpus.
struct PassageOfDocument {
    /// Path.
    var document: String
    /// 1-based page on which the passage begins.
    var page: Int
}

/// A passage of a document with what stands around it.
struct PassageText {
    let passage: Passage
    let place: PassageOfDocument

    var text: String {
        var lines = [
            "\(place.document), page \(place.page)"
                + (passage.section.map { ", \($0.rawValue)" } ?? ", section unknown")
        ]
        if !passage.headings.isEmpty { lines.append("  under: " + passage.headings.joined(separator: " > ")) }
        if let leadIn = passage.leadIn { lines.append("  lead-in: " + leadIn) }
        lines += markedLines(passage.text, []).map { "  " + $0 }
        return lines.map(showable).joined(separator: "\n")
    }
}

extension PassageExplanation {
    /// One line of JSON: the passage, its codes as `codechart code` gives them, and every rule that did not hold.
    ///
    /// - Parameter place: nil for a passage that came alone.
    func json(_ detail: ExplanationDetail, place: PassageOfDocument?) -> [UInt8] {
        var json = JSONWriter()
        let reasons = FailureText(passage: passage, longestSource: .max)
        json.object { json in
            if let place {
                json.member("document", place.document)
                json.member("page", place.page)
            }
            json.member("id", passage.id)
            json.member("text", passage.text)
            json.key("codes")
            codes.writeAssigned(to: &json)
            json.key("scores")
            codes.writeScores(to: &json)
            json.key("matches")
            codes.writeMatches(to: &json)
            json.key("why_not")
            json.array { json in
                for dimension in dimensions {
                    for code in dimension.codes where detail.shows(code, in: dimension) {
                        for rule in code.rules where rule.match == nil && !rule.failures.isEmpty {
                            json.object { json in
                                json.member("dimension", dimension.dimension.id)
                                json.member("code", code.code.id)
                                json.member("rule", rule.rule.id)
                                json.member("near", rule.isNear)
                                json.member("reasons", rule.failures.map(reasons.sentence))
                            }
                        }
                    }
                }
            }
        }
        json.newline()
        return json.bytes
    }
}
