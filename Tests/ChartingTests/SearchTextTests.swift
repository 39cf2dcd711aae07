import Testing

@testable import Charting

/// Texts, and what a search looks at.
private let folds = [
    ("Staff were SHORT.", "staff were short."),
    ("naïve Ångström", "naive angstrom"),
    ("e\u{301}tude, ÉTUDE", "etude, etude"),
    ("‘It’s “so”’ – co‑operation", "'it's \"so\"' - co-operation"),
    ("ﬁne ½ ™", "fine 1\(spelled("2044"))2 tm"),
    ("ΟΔΟΣ οδός", "\(spelled("03bf", "03b4", "03bf", "03c3")) \(spelled("03bf", "03b4", "03bf", "03c3"))"),
    ("İstanbul straße", "istanbul stra\(spelled("00df"))e"),
    ("地域", spelled("5730", "57df")),
    ("🌱", spelled("d83c", "df31")),
    ("a\tb\nc\u{7}d\u{A0}e", "a b c d e"),
    ("</script><!-- & \"'", spelled("003c") + "/script" + spelled("003e", "003c") + "!-- " + spelled("0026") + " \"'"),
]

/// UTF-16 units as capitals, by their hexadecimal digits.
private func spelled(_ units: String...) -> String {
    units.map { digits in
        "Z" + String(digits.map { Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8($0.hexDigitValue!))) })
    }.joined()
}

@Suite struct SearchTextTests {
    @Test(arguments: folds) func foldsWhatASearchLooksAt(_ text: String, _ folded: String) {
        var search = SearchText()
        search.add([text])
        #expect(String(decoding: search.bytes, as: UTF8.self) == folded)
    }

    @Test func partsStandBetweenTabs() {
        var search = SearchText()
        for part in [[], ["One", "two"], [], ["three"]] { search.add(part) }
        #expect(String(decoding: search.bytes, as: UTF8.self) == "\tone two\t\tthree")
    }

    @Test func theReportHasTheFieldsOfADocumentAndTheTextsOfItsItems() throws {
        let page = try report(of: CodedText.gardens)
        let texts = page.components(separatedBy: "<script type=\"text/plain\" class=\"search\">").dropFirst().map {
            $0.components(separatedBy: "</script>")[0].components(separatedBy: "\t")
        }
        #expect(texts.map(\.count) == [3, 2, 1, 1])
        #expect(texts[0][0].contains("raised beds, raised hopes"))
        #expect(texts[0][1].hasPrefix("parents watered the beds all summer. findings what helped and hindered"))
        #expect(texts[0][2].contains("kept pupils \(spelled("0026")) staff digging."))
        #expect(texts[0][2].hasSuffix(" three things helped: soil - and water money, means"))
        #expect(texts[1][1].contains("ohne geld \(spelled("2014")) 'no money', they said"))
    }

    @Test func aReviewersWordingIsFoundToo() throws {
        var passage = SchoolGardens.passage(1, "Rain helped.", influences: ["help"], domains: ["soil"], state: .edited)
        passage.wording = "Wet Summers"
        let text = CodedText("rain.txt", paragraphs: ["Rain helped."], passages: [passage])
        #expect(try report(of: [text]).contains("\twet summers [reviewer's wording] rain helped. "))
    }
}
