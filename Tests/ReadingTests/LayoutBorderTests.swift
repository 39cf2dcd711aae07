import DocumentModel
import Testing

@testable import Reading

/// Where blocks begin and end: changes of type inside them, hanging indents, pages between their halves.
@Suite struct LayoutBorderTests {
    private let bold = "ABCDEF+Times-Bold"

    /// A page of text whose last lines are given; characters are half an em wide, lines 12 points apart.
    private func page(_ name: String, endingWith lines: [PrintedLine] = []) -> [PrintedLine] {
        filler(name, lines: 8, x: 40, y: 200, characters: 60) + lines
    }

    @Test func aLineThatIsCountedToTheSizeOfItsFirstHalfGoesOn() {
        // The address of a link goes on in the second line, which ends in the size of the text.
        let text =
            printed(["The notes of both towns are kept in the library of the"], x: 40, y: 320)
            + [
                PrintedLine(text: "town", x: 40, y: 332),
                PrintedLine(text: "(example.org/notes/of/", x: 65, y: 332, size: 9),
            ]
            + [
                PrintedLine(text: "nurses/who/met/in/both/towns/each/week/1)", x: 40, y: 344, size: 9),
                PrintedLine(text: "and are read", x: 230, y: 344),
            ]
        let next = printed(["by all who ask for them and by many who do not ask."], x: 40, y: 90)
        let texts = PrintedDocument([page("one", endingWith: text), next]).blocks().map(\.text)
        #expect(texts.count == 2)
        #expect(texts.last?.contains("towns/each/week/1) and are read by all who ask") == true)
    }

    @Test func aNameSetToTheRightDoesNotGoOnOverThePage() {
        let quotation =
            printed(["“You have nurses who can take you apart and put you", "back together again.”"], x: 76, y: 320)
            + [PrintedLine(text: "Arden, nurse, Workshop 1", x: 220, y: 350)]
        let document = PrintedDocument([
            page("one", endingWith: quotation), filler("two", lines: 8, x: 40, y: 90, characters: 60),
        ])
        #expect(texts(document.blocks(), of: .paragraph).contains("Arden, nurse, Workshop 1"))
    }

    @Test func aFullLineGoesOnOverThePageWithACapital() {
        let end = printed(["The nurses of both towns and of the Council for"], x: 40, y: 320)
        func paragraphs(_ begin: String) -> [String] {
            let document = PrintedDocument([
                page("one", endingWith: end),
                printed([begin, "met every week in the library of the town."], x: 40, y: 90),
            ])
            return texts(document.blocks(), of: .paragraph)
        }
        #expect(paragraphs("Neighbourhood Nursing of all towns in the country").count == 2)
        #expect(paragraphs("A Box of all the towns in the country and beyond").count == 3)
    }

    @Test func oneCellAndTheNextPagesHeadAreNoSentence() {
        let cells = [PrintedLine(text: "Zoonotic spillover", x: 40, y: 90)]
        let text = filler("one", lines: 20, x: 40, y: 200, characters: 60)
        let document = PrintedDocument([text, cells, [PrintedLine(text: "Description", x: 40, y: 60)] + text])
        #expect(texts(document.blocks(), of: .paragraph).contains("Zoonotic spillover"))
    }

    /// An item whose lines are given with their fonts.
    private func item(_ lines: [[(text: String, font: String)]]) -> [PrintedLine] {
        lines.enumerated().flatMap { index, pieces in
            var x: Float = 60
            return [PrintedLine(text: "•", x: 40, y: 320)].filter { _ in index == 0 }
                + pieces.map { piece in
                    defer { x += Float(piece.text.count + 1) * 5 }
                    return PrintedLine(text: piece.text, x: x, y: 320 + Float(index) * 12, font: piece.font)
                }
        }
    }

    @Test func boldOpeningWordsOfAnItemEndAnywhere() {
        let plain = "Times-Roman"
        let insideLine = item([
            [("Make sure that all nurses are trained in this.", bold), ("Any", plain)],
            [("nurse who reads the notes of the town has to be trained", plain)],
        ])
        let atLineEnd = item([
            [("Those who decide should balance what both towns asked.", bold)],
            [("When they look at it in detail the nurses conclude so.", plain)],
        ])
        for lines in [insideLine, atLineEnd] {
            let items = texts(PrintedDocument([page("one", endingWith: lines)]).blocks(), of: .listItem)
            #expect(items.count == 1)
            #expect(items.first?.hasSuffix(lines.last?.text ?? "") == true)
        }
    }

    @Test func aBoldRemarkMayBreakOverTheLine() {
        let lines = [
            PrintedLine(text: "Offer the nurses of both towns a room to talk.", x: 40, y: 320),
            PrintedLine(text: "[2015,", x: 275, y: 320, font: bold),
            PrintedLine(text: "amended]", x: 40, y: 332, font: bold),
        ]
        let blocks = PrintedDocument([page("one", endingWith: lines)]).blocks()
        #expect(blocks.last?.text == "Offer the nurses of both towns a room to talk. [2015, amended]")
    }

    @Test func aBoldLineBelowAnItemIsNoPartOfIt() {
        let lines =
            item([[("Included a number to call for the notes of the town", "Times-Roman")]])
            + [
                PrintedLine(text: "1995", x: 20, y: 332),
                PrintedLine(text: "Council line set up", x: 60, y: 332, font: bold),
            ]
        let blocks = PrintedDocument([page("one", endingWith: lines)]).blocks()
        #expect(blocks.last?.text == "1995 Council line set up")
    }

    @Test func aSecondLineThatHangsBelongsToItsFirst() {
        let reference =
            printed(["Oyster T, Hale P (2016) Who attends? Annals of Invented Care"], x: 40, y: 320)
            + printed(["Research 4(1): 22–29."], x: 50, y: 332)
        let blocks = PrintedDocument([page("one", endingWith: reference)]).blocks()
        #expect(blocks.last?.text.hasSuffix("Annals of Invented Care Research 4(1): 22–29.") == true)
    }

    @Test func aHeadingHangsAtItsNumber() {
        let heading = [
            PrintedLine(text: "Who holds the purse of the town", x: 40, y: 60, size: 26),
            PrintedLine(text: "10.1 What the nurses of both towns said of", x: 40, y: 320, size: 14),
            PrintedLine(text: "the notes", x: 75, y: 337, size: 14),
        ]
        let document = PrintedDocument([
            page("one", endingWith: heading + filler("two", lines: 8, x: 40, y: 370, characters: 60))
        ])
        #expect(
            texts(document.blocks(), of: .heading) == ["10.1 What the nurses of both towns said of the notes"])
    }
}
