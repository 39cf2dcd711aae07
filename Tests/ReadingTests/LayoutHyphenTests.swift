import DocumentModel
import Testing

@testable import Reading

@Suite struct LayoutHyphenTests {
    private func paragraph(_ lines: [String], elsewhere: String = "") throws -> ReadBlock {
        var page = printed(lines, x: 40, y: 200)
        if !elsewhere.isEmpty { page.append(PrintedLine(text: elsewhere, x: 40, y: 400)) }
        return try #require(PrintedDocument([page]).blocks().first)
    }

    @Test func joinsWordsHyphenatedAcrossLines() throws {
        let block = try paragraph(["the funding was insuffi-", "cient for all of them"])
        #expect(block.text == "the funding was insufficient for all of them")
        #expect(block.joins == [Join(offset: 23, hyphen: "-")])
    }

    @Test func aJoinIsAtTheCodePointAfterTheHyphen() throws {
        let block = try paragraph(["naïve and coöpera-", "tive people met here"])
        #expect(block.text == "naïve and coöperative people met here")
        #expect(block.joins == [Join(offset: 17, hyphen: "-")])
        #expect(block.lineStarts == [0, 17])
    }

    @Test func keepsTheHyphenOfAWordHyphenatedElsewhere() throws {
        let block = try paragraph(
            ["this was a decision-", "making body of people"], elsewhere: "Its decision-making was slow.")
        #expect(block.text == "this was a decision-making body of people")
        #expect(block.joins.isEmpty)
    }

    @Test func theJoinedFormElsewhereDecidesAgainstTheHyphen() throws {
        let block = try paragraph(
            ["they wanted co-", "operation between them"],
            elsewhere: "Their cooperation with a co-founder of an operation.")
        #expect(block.text == "they wanted cooperation between them")
    }

    @Test func keepsTheHyphenAfterAPartKnownFromOtherWords() throws {
        let block = try paragraph(
            ["an evidence-", "informed view of care"], elsewhere: "An evidence-based and informed policy.")
        #expect(block.text == "an evidence-informed view of care")
    }

    @Test func theMoreFrequentFormDecides() throws {
        let block = try paragraph(
            ["these are de-", "identified notes of people"],
            elsewhere: "All de-identified, some deidentified, most de-identified.")
        #expect(block.text == "these are de-identified notes of people")
    }

    @Test func anEndOfADividedWordIsNoWord() throws {
        let block = try paragraph(["the self-in-", "duced wave was hydrogen-in-", "duced in the end"])
        #expect(block.text == "the self-induced wave was hydrogen-induced in the end")
    }

    @Test(arguments: [
        (["an account of the day-to-", "day work of nurses"], "an account of the day-to-day work of nurses"),
        (["an account of the day-", "to-day work of nurses"], "an account of the day-to-day work of nurses"),
    ])
    func keepsTheSecondHyphenOfAWord(lines: [String], text: String) throws {
        #expect(try paragraph(lines, elsewhere: "One day to go today, as they say.").text == text)
    }

    /// The text of the block that begins with a line, in a document of a hundred lines and more.
    private func text(of lines: [String], dividing: [String] = []) throws -> String {
        var pages = (1...3).map { page in filler("p\(page)", lines: 40, x: 40, y: 200) }
        for (index, word) in dividing.enumerated() {
            // Words of the document, divided at the ends of its lines.
            pages[0] += printed(
                ["the nurses \(word.prefix(4))-", "\(word.dropFirst(4)) and \(word)"], x: 400,
                y: Float(100 + 60 * index))
        }
        pages.append(printed(lines, x: 40, y: 200))
        return try #require(PrintedDocument(pages).blocks().first { $0.text.hasPrefix(lines[0].prefix(6)) }).text
    }

    @Test func aDocumentThatDividesNoWordsKeepsItsHyphens() throws {
        let lines = ["It was a jaw-", "dropping view of care"]
        #expect(try text(of: lines) == "It was a jaw-dropping view of care")
        let words = ["insufficient", "coordinated", "neighbourhood"]
        #expect(try text(of: lines, dividing: words) == "It was a jawdropping view of care")
    }

    @Test func addressesBreakAtTheirOwnHyphens() throws {
        let block = try paragraph(
            ["see https://example.org/care-of-rsv-", "older-adults and www.example.org/2026-", "01-25-notes."])
        #expect(block.text == "see https://example.org/care-of-rsv-older-adults and www.example.org/2026-01-25-notes.")
    }

    @Test func aNumberKeepsItsHyphenWithoutASpace() throws {
        #expect(
            try paragraph(["it was a 10-", "year plan of 5-", "to 7-year parts"]).text
                == "it was a 10-year plan of 5- to 7-year parts")
    }

    @Test func keepsAHyphenThatStandsForTheRestOfAWord() throws {
        let block = try paragraph(["both the pre-", "and post-treatment groups"])
        #expect(block.text == "both the pre- and post-treatment groups")
    }

    @Test(arguments: [
        (["during the COVID-", "19 pandemic it was so"], "during the COVID-19 pandemic it was so"),
        (["in the years 2010-", "2015 it was otherwise"], "in the years 2010-2015 it was otherwise"),
        (["an Anglo-", "American view of this"], "an Anglo-American view of this"),
    ])
    func keepsTheHyphenBeforeCapitalsAndNumbers(lines: [String], text: String) throws {
        #expect(try paragraph(lines).text == text)
    }

    @Test func dropsSoftHyphensAndNotesThoseAtLineEnds() throws {
        let block = try paragraph(["an in\u{AD}side and an out\u{AD}", "side view of the matter"])
        #expect(block.text == "an inside and an outside view of the matter")
        #expect(block.joins == [Join(offset: 20, hyphen: "\u{AD}")])
    }

    @Test func expandsLigaturesAndNormalisesSpaces() throws {
        let block = try paragraph(["the e\u{FB03}cient \u{FB02}ow\u{A0}of\u{2003}work\u{7}"])
        #expect(block.text == "the efficient flow of work")
    }

    @Test func wordFormsKnowOnlyWholeWords() {
        var forms = WordForms()
        forms.add("a well-being programme, re-".unicodeScalars.map(\.value))
        func keeps(_ before: String, _ after: String) -> Bool {
            forms.keepsHyphen(
                before: before.unicodeScalars.map(\.value)[...], after: after.unicodeScalars.map(\.value)[...])
        }
        #expect(keeps("well", "being"))
        #expect(keeps("WELL", "Being"))
        #expect(keeps("well", "programme"))
        #expect(!keeps("re", "programme"))
        #expect(!keeps("pro", "gramme"))
    }
}
