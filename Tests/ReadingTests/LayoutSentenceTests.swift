import DocumentModel
import Testing

@testable import Reading

/// Sentences and items that change their type, are cut by pages or have no marker.
@Suite struct LayoutSentenceTests {
    @Test func anAddressInSmallerTypeStaysInItsSentence() {
        let page =
            printed(
                ["The nurses of both towns met every week, and their notes", "are kept in the library of the town"],
                x: 40, y: 200)
            + [
                PrintedLine(
                    text: "(https://example.org/notes/of/the/nurses/of/both/towns/0123/)", x: 40, y: 224, size: 9)
            ]
            + printed(["where each of them may be read by all who ask for them.", "No fee is asked."], x: 40, y: 236)
            + filler("two", lines: 8, x: 40, y: 272, characters: 56)
        let texts = PrintedDocument([page]).blocks().map(\.text)
        #expect(texts.count == 2)
        #expect(texts.first?.contains("of the town (https://example.org/notes") == true)
        #expect(
            texts.first?.hasSuffix("/0123/) where each of them may be read by all who ask for them. No fee is asked.")
                == true)
    }

    @Test func aNoteInSmallerTypeIsNoPartOfTheSentenceAbove() {
        let page =
            filler("one", lines: 8, x: 40, y: 90, characters: 56)
            + printed(["The nurses of both towns met every week, and their notes"], x: 40, y: 210)
            + [
                PrintedLine(
                    text: "Notes are those of the first year and of no other year at all", x: 40, y: 222, size: 9)
            ]
        #expect(PrintedDocument([page]).blocks().last?.text.hasPrefix("Notes are those") == true)
    }

    @Test func aParagraphThatWentOnBeyondAFigureEndsWhereItEnds() {
        let body = filler("one", lines: 8, x: 40, y: 90, characters: 56)
        let first = body + printed(["The nurses of both towns met every week, and their notes"], x: 40, y: 740)
        let second =
            printed(["are kept in the library of the town, as these words say"], x: 40, y: 90)
            + printed(["and nobody has asked for them in all the years between"], x: 40, y: 126)
        let texts = PrintedDocument([first, second]).blocks().map(\.text)
        #expect(texts.contains { $0.hasSuffix("their notes are kept in the library of the town, as these words say") })
        #expect(texts.last == "and nobody has asked for them in all the years between")
    }

    @Test func paragraphsIndentedBelowAColonAreItems() {
        let page =
            filler("one", lines: 8, x: 40, y: 90) + printed(["The nurses asked for:"], x: 40, y: 202)
            + printed(["a room in which to talk", "with families"], x: 52, y: 220)
            + printed(["time for each other"], x: 52, y: 250) + printed(["2 more beds"], x: 52, y: 268)
            + filler("two", lines: 4, x: 40, y: 286)
        let blocks = PrintedDocument([page]).blocks()
        #expect(
            texts(blocks, of: .listItem) == [
                "a room in which to talk with families", "time for each other", "2 more beds",
            ])
        #expect(texts(blocks, of: .paragraph).count == 3)
    }

    @Test func capitalLettersNumberItemsBelowAColon() {
        let page =
            filler("one", lines: 8, x: 40, y: 90) + printed(["The nurses asked for:"], x: 40, y: 202)
            + printed(["A. Rooms in which to talk"], x: 52, y: 220) + printed(["B. Time for each other"], x: 52, y: 238)
        #expect(
            texts(PrintedDocument([page]).blocks(), of: .listItem) == [
                "A. Rooms in which to talk", "B. Time for each other",
            ])
    }

    @Test func quotationsIndentedBelowAColonAreNoItems() {
        let page =
            filler("one", lines: 8, x: 40, y: 90) + printed(["The nurses said:"], x: 40, y: 202)
            + printed(["We want a room to talk in.", "It need not be large."], x: 52, y: 220)
            + printed(["Give us time for each other."], x: 52, y: 256)
        #expect(texts(PrintedDocument([page]).blocks(), of: .listItem).isEmpty)
    }

    @Test(arguments: ["[2015]", "[2015, amended 2022]."])
    func aRemarkInBracketsStaysWithItsItemThoughItIsBold(remark: String) {
        let page =
            filler("one", lines: 8, x: 40, y: 90)
            + printed(["Offer the nurses of both towns a room to talk in"], x: 40, y: 210)
            + [PrintedLine(text: remark, x: 40, y: 222, font: "Times-Bold")]
        #expect(
            PrintedDocument([page]).blocks().last?.text == "Offer the nurses of both towns a room to talk in " + remark)
    }

    @Test func theNumberOfAnItemAtTheTopOfThePageIsNoFurniture() {
        let towns = ["Arden", "Birch", "Cove", "Dale", "Elm", "Firth", "Glen", "Holm", "Isle"]
        let pages = towns.enumerated().map { index, town in
            [PrintedLine(text: "1.\(index + 1).3", x: 40, y: 50)]
                + printed(
                    ["Offer the nurses of \(town) a room to", "talk in with the people of \(town)."], x: 90, y: 50)
                + filler(town, lines: 8, x: 40, y: 100)
        }
        let blocks = PrintedDocument(pages).blocks()
        #expect(texts(blocks, of: .furniture).isEmpty)
        #expect(
            texts(blocks, of: .listItem).first
                == "1.1.3 Offer the nurses of Arden a room to talk in with the people of Arden.")
    }
}
