import SeededRandom
import Testing

@testable import Coding

/// Each text marks the sentences that it must be split into.
private let texts = [
    "⟦Funding was short.⟧ ⟦Staff left.⟧",
    "  ⟦White space around it is left out.⟧   ",
    "⟦A block may end without a stop⟧",
    "⟦Dr. Hill and Prof. Wood met at St. Mary's Hospital.⟧ ⟦They agreed.⟧",
    "⟦Some means, e.g. shared records, i.e. one system, were cut (cf. Table 2) vs. the plan.⟧",
    "⟦Roles were unclear, e.g. Managers felt alone.⟧",
    "⟦See Fig. 2 and Figs. 3–4, p. 12, pp. 14–16, Vol. 3, No. 5 and approx. 40 more.⟧ ⟦The rest is lost.⟧",
    "⟦The answer was no.⟧ ⟦We went on.⟧",
    "⟦It was founded on 5 Sept. 2010 in Leeds.⟧",
    "⟦J. R. Smith and A. Jones led it.⟧ ⟦R. B. Wood did not.⟧",
    "⟦They named it Plan B.⟧ ⟦The board agreed.⟧",
    "⟦Vitamin C.⟧ ⟦We found none.⟧",
    "⟦The U.S. Department paid.⟧ ⟦It was slow in the U.K.⟧ ⟦The others were not.⟧",
    "⟦As Smith et al. (2010) and Wood et al. 2011 found, it works.⟧",
    "⟦It was shown by Smith et al.⟧ ⟦The others disagreed.⟧",
    "⟦Costs rose by 3.5% to £1.2 million in 2010.⟧ ⟦45 practices left.⟧",
    "⟦The effect was small (n = 3. 4 in all) and n = 5. 6 overall.⟧",
    "⟦1. Agree on aims.⟧ ⟦2. Share the budget.⟧",
    "⟦2.1. Training of staff⟧",
    "⟦iv. Leadership matters.⟧ ⟦It does.⟧",
    "⟦Was it worth it?⟧ ⟦Yes!⟧ ⟦It was.⟧",
    "⟦“Did it help?” she asked.⟧ ⟦“It did.”⟧ ⟦‘Not at all.’⟧ ⟦Nobody knew.⟧",
    "⟦Trust was built.12⟧ ⟦The second year was harder.3,14–16⟧ ⟦Then it ended.¹²⟧ ⟦So we left.⟧",
    "⟦Trust was built.[12]⟧ ⟦The second year was harder. [3, 4]⟧ ⟦Then it ended [5].⟧ ⟦So we left.⟧",
    "⟦It was “shared”.7⟧ ⟦Later it was not.⟧",
    "⟦It was found before (Smith et al. 2010).⟧ ⟦It was again.⟧",
    "⟦They met (weekly. Then monthly.) until it closed.⟧ ⟦Nobody came.⟧",
    "⟦It closed.⟧ ⟦(Nobody knew. Nobody asked.)⟧ ⟦It opened again.⟧",
    "⟦An open bracket (like this one is no trap.⟧ ⟦The next sentence stands.⟧",
    "⟦See www.example.org.⟧ ⟦Or https://example.org/a.b?c=1.⟧ ⟦Or a.b@example.org, doi:10.1000/xyz.123.⟧ ⟦Done.⟧",
    "⟦We waited … and waited.⟧ ⟦And then…⟧ ⟦Nothing came ...⟧ ⟦They left.⟧",
    "⟦It lasted from 9 a.m. to 5 p.m. on Mondays.⟧",
    "⟦Gloves, masks, etc. were short.⟧ ⟦Pens, paper, etc.⟧ ⟦Time too.⟧",
    "⟦Élan was lost.⟧ ⟦Études followed.⟧ ⟦Trust grew. élan too.⟧",
    "⟦See\u{00A0}Fig.\u{00A0}2 and Dr.\u{00A0}Hill.⟧\u{00A0}⟦They know.⟧",
    "⟦Staff were tired. – and left early – was heard.⟧",
    "⟦Staff were tired.⟧ ⟦• New item.⟧",
    "⟦Zwölf Ärzte kamen.⟧ ⟦漢字 too.⟧",
]

@Test(arguments: texts)
func splitsSentences(_ marked: String) {
    let (text, expected) = unmarked(marked)
    let bytes = Array(text.utf8)
    let found = sentences(in: bytes, 0..<bytes.count).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found == expected)
}

@Test func splitsOnlyInsideTheGivenRange() {
    let bytes = Array("One. Two. Three. Four.".utf8)
    #expect(sentences(in: bytes, 5..<16) == [5..<9, 10..<16])
}

@Test func everySentenceIsPartOfTheTextInOrderAndNothingButWhiteSpaceLiesBetween() {
    let pieces = [
        "e.g.", "Dr.", "(", ")", "[12]", "care", ".", "?", " ", " ", "12", "“", "”", "…", "The", "é", "\u{A0}", "A.",
    ]
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
        let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }.joined()
        let bytes = Array(text.utf8)
        var position = 0
        for sentence in sentences(in: bytes, 0..<bytes.count) {
            #expect(sentence.lowerBound >= position && !sentence.isEmpty, "\(text)")
            #expect(trimmingWhiteSpace(bytes, position..<sentence.lowerBound).isEmpty, "\(text)")
            position = sentence.upperBound
        }
        #expect(trimmingWhiteSpace(bytes, position..<bytes.count).isEmpty, "\(text)")
    }
}

/// The text without ⟦ and ⟧, and what stood between them.
private func unmarked(_ marked: String) -> (text: String, expected: [String]) {
    var text = ""
    var expected: [String] = []
    var isInside = false
    for scalar in marked.unicodeScalars {
        switch scalar {
        case "⟦":
            isInside = true
            expected.append("")
        case "⟧":
            isInside = false
        default:
            text.unicodeScalars.append(scalar)
            if isInside { expected[expected.count - 1].unicodeScalars.append(scalar) }
        }
    }
    return (text, expected)
}
