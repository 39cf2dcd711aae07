import DocumentModel
import Foundation
import Hashing
import Testing

@testable import Charting

@Suite struct ReportTests {
    @Test func quotesStandInTheirParagraphsAsInTheDocument() throws {
        let page = try PageData(try report(of: CodedText.gardens))
        #expect(page.documents.map(\.items.count) == [2, 1, 0, 0])
        for (data, text) in zip(page.documents, CodedText.gardens) {
            let passages = Dictionary(
                text.row.cells.flatMap(\.items).map { ($0.passage.id, $0.passage) }, uniquingKeysWith: { $1 })
            for item in data.items {
                let passage = try #require(passages[item.id])
                let block = try #require(
                    text.document.blocks.first { $0.start <= passage.start && passage.end <= $0.end })
                #expect(data.texts[item.quote[0]] == scalars(text.document.text, block.start, block.end))
                #expect(data.quote(of: item) == passage.statement)
            }
        }
    }

    @Test func marksAreTheWordsThatDecided() throws {
        let page = try PageData(try report(of: CodedText.gardens))
        let words = page.documents.flatMap { document in
            document.items.map { item in
                item.matches.flatMap { match in
                    match.spans.filter { $0.source == "text" }.map {
                        scalars(document.quote(of: item), $0.start, $0.end)
                    }
                }
            }
        }
        #expect(words == [["Parents"], ["tap", "paid"], ["money"]])
        let headings = page.documents[0].items[0].matches.flatMap(\.spans).filter { $0.source == "heading" }
        #expect(headings.map(\.level) == [1])
    }

    @Test func anItemOfTwoCategoriesIsWrittenOnceAndStandsInBoth() throws {
        let page = try PageData(try report(of: CodedText.gardens))
        #expect(page.documents[0].items.map { $0.places.map { [$0[0], $0[1]] } } == [[[0, 1]], [[0, 2], [1, 1]]])
    }

    @Test func sharedReportsHaveTheQuotesAlone() throws {
        var settings = CodedText.settings
        #expect(try report(of: CodedText.gardens, settings: settings).contains("Nobody was paid"))
        settings.quotesOnly = true
        let page = try report(of: CodedText.gardens, settings: settings)
        #expect(!page.contains("Nobody was paid"))
        #expect(!page.contains("Worms did come"))
        let data = try PageData(page)
        #expect(data.documents[0].quote(of: data.documents[0].items[0]) == "Parents watered the beds all summer.")
    }

    @Test func textThatIsNoParagraphIsCutAroundTheQuote() throws {
        let filling = String(repeating: "ä ", count: 3000)
        let text = CodedText(
            "long.txt", paragraphs: [filling + "Rain helped." + filling],
            passages: [SchoolGardens.passage(1, "Rain helped.", influences: ["help"], domains: ["soil"])])
        let document = try PageData(try report(of: [text])).documents[0]
        #expect(document.texts[0].unicodeScalars.count == 2 * QuoteContext.surroundings + 12)
        #expect(document.quote(of: document.items[0]) == "Rain helped.")
        #expect(document.items[0].cut == 3)
    }

    @Test func rulesStandInWordsOnceForTheWholePage() throws {
        let rules = try PageData(try report(of: CodedText.gardens)).settings.rules
        #expect(Set(rules.map { $0.label + "/" + $0.rule }).count == rules.count)
        let money = try #require(rules.first { $0.rule == "money-words" })
        #expect(money.words.map(\.text).joined() == "Adds 1 when the passage has money OR <paid>.")
        #expect(money.words.map(\.isExpression) == [false, true, false])
    }

    @Test(arguments: [
        "</script><script>alert(1)</script>", "<!--<script>", "\"'`\\\n\u{2028}",
        "\u{202E}turned\u{202C} \u{2066}x\u{2069}",
        "&lt;b&gt; &amp; ]]>", "bell \u{7} and \u{85}",
    ])
    func documentTextIsNeverMarkup(_ hostile: String) throws {
        let statement = "Beds " + hostile + " end."
        var passage = SchoolGardens.passage(1, statement, influences: ["help"], domains: ["soil"])
        passage.headings = [hostile, hostile]
        passage.leadIn = hostile
        let text = CodedText(
            "documents/\(hostile.filter { $0 != "\n" }).pdf", paragraphs: ["Before. " + statement], passages: [passage],
            metadata: SchoolGardens.metadata(("title", .text(hostile)), ("url", .text("javascript:alert(1)"))))
        var settings = CodedText.settings
        settings.rules = [
            RuleWording(
                code: CodeReference(dimension: "influence", code: "help"), rule: "under-help", label: hostile,
                words: [RuleWording.Part(hostile)])
        ]
        let harmless = try report(of: [CodedText.gardens[1]])
        let page = try report(of: [text], settings: settings)
        for markup in ["<script", "</script", "<!--"] {
            #expect(page.components(separatedBy: markup).count == harmless.components(separatedBy: markup).count)
        }
        let turning: ClosedRange<Unicode.Scalar> = "\u{202A}"..."\u{202E}"
        #expect(!page.unicodeScalars.contains { turning.contains($0) || $0 == "\u{2066}" || $0 == "\u{2028}" })
        #expect(!page.contains("href=\"javascript"))
        #expect(!page.contains("\"javascript:alert(1)\",false"))
        let data = try PageData(page).documents[0]
        #expect(data.quote(of: data.items[0]).unicodeScalars.elementsEqual(statement.unicodeScalars))
    }

    @Test func onlyThePagesOwnScriptAndStyleMayRun() throws {
        let page = try report(of: CodedText.gardens)
        let script = try #require(
            page.components(separatedBy: "<script>").last?.components(separatedBy: "</script>").first)
        let style = try #require(
            page.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
        #expect(page.contains("script-src '\(source(of: script))'; style-src '\(source(of: style))'"))
        #expect(page.contains("default-src 'none'"))
        #expect(page.components(separatedBy: "<script>").count == 2)
        #expect(!page.contains(" style=\""))
        #expect(!page.contains(" src="))
    }

    @Test func readsBackWhatWasWritten() throws {
        try withReport(of: CodedText.gardens) { path in
            var rows: [ReportReadBack] = []
            try readReport(path: path, settings: SchoolGardens.settings) { rows.append($0) }
            #expect(rows == CodedText.gardens.map { $0.row.reportReadBack(SchoolGardens.settings) })
            #expect(rows.map(\.chart) == CodedText.gardens.map(\.row.readBack))
            #expect(rows.map(\.chart.statements.count) == [3, 1, 0, 0])
            #expect(rows.map { $0.evidence.map(\.id) } == CodedText.gardens.map(\.ids))
        }
    }

    @Test func readsBackTheQuoteBehindAReviewersWording() throws {
        var passage = SchoolGardens.passage(1, "Rain helped.", influences: ["help"], domains: ["soil"], state: .edited)
        passage.wording = "Wet summers help"
        passage.mentions = [Mention(page: 4, start: 0, end: 1), Mention(page: 6, start: 0, end: 1)]
        let text = CodedText("rain.txt", paragraphs: ["Snow fell. Rain helped."], passages: [passage])
        try withReport(of: [text]) { path in
            func readBack() throws -> [ReportReadBack] {
                var rows: [ReportReadBack] = []
                try readReport(path: path, settings: SchoolGardens.settings) { rows.append($0) }
                return rows
            }
            let row = try #require(try readBack().first)
            #expect(row.chart.statements.map(\.statement) == ["Wet summers help [reviewer's wording]"])
            #expect(row.evidence == [ReportEvidence(id: passage.id, quote: "Rain helped.", mentions: [4, 6])])
            let page = String(decoding: try bytes(path), as: UTF8.self)
            try Data(page.replacing("Rain helped", with: "Rain harmed").utf8).write(to: URL(fileURLWithPath: path))
            #expect(try readBack().map(\.chart) == [row.chart])
            #expect(try readBack() != [row])
        }
    }

    @Test func refusesAReportThatIsCutOff() throws {
        try withReport(of: CodedText.gardens) { path in
            let whole = try bytes(path)
            try Data(whole.dropLast(20)).write(to: URL(fileURLWithPath: path))
            #expect(throws: (any Error).self) {
                try readReport(path: path, settings: SchoolGardens.settings) { _ in }
            }
        }
    }

    @Test func furtherViewsStandInThePageWithoutScript() throws {
        var markup = HTMLMarkup()
        markup.element("p", text: "Twelve & more")
        let section = ReportSection(id: "totals", title: "Totals <of all>", markup: markup)
        let page = try report(of: [], sections: [section])
        #expect(page.contains("<section id=\"totals\" class=\"view\" aria-labelledby=\"totals-title\">"))
        #expect(page.contains(">Totals &lt;of all&gt;</h2>\n<p>Twelve &amp; more</p></section>"))
    }

    @Test func sameInputGivesTheSameBytes() throws {
        let first = try report(of: CodedText.gardens)
        #expect(try report(of: CodedText.gardens) == first)
    }

    private func source(of text: String) -> String {
        let digits = Array(sha256(text).utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)!
        }
        return "sha256-" + Data(bytes).base64EncodedString()
    }
}
