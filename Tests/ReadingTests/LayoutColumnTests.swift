import DocumentModel
import Testing

@testable import Reading

@Suite struct LayoutColumnTests {
    @Test func readsTheLeftColumnBeforeTheRight() {
        let page = zip(filler("left", lines: 20, x: 40, y: 100), filler("right", lines: 20, x: 310, y: 100))
            .flatMap { [$0, $1] }
        let blocks = PrintedDocument([page]).blocks()
        #expect(blocks.count == 2)
        #expect(blocks.first?.text.hasPrefix("The left begins") == true)
        #expect(blocks.first?.text.hasSuffix("left ends.") == true)
        #expect(blocks.last?.text.hasPrefix("The right begins") == true)
    }

    @Test func readsWhatCrossesTheColumnsBetweenThem() {
        let page =
            filler("one", lines: 6, x: 40, y: 100) + filler("two", lines: 6, x: 310, y: 100)
            + filler("wide", lines: 3, x: 40, y: 220, characters: 102)
            + filler("three", lines: 6, x: 40, y: 300) + filler("four", lines: 6, x: 310, y: 300)
        let found = places(
            of: ["one ends", "two ends", "wide ends", "three ends", "four ends"], in: PrintedDocument([page]).blocks())
        #expect(!found.contains(-1))
        #expect(found == found.sorted())
    }

    @Test func readsThreeColumns() {
        let page = [40, 220, 400].flatMap { filler("col\($0)", lines: 8, x: Float($0), y: 100, characters: 32) }
        let found = places(of: ["col40 ends", "col220 ends", "col400 ends"], in: PrintedDocument([page]).blocks())
        #expect(!found.contains(-1))
        #expect(found == found.sorted())
    }

    @Test func readsLooselySetLinesAcross() {
        // Wide word spaces that line up are no gutter.
        let lines = [
            "words      standing   apart", "because    the        line", "is         justified  over",
            "a          narrow     column", "of         few        words",
        ]
        let blocks = PrintedDocument([printed(lines, x: 40, y: 100)]).blocks()
        #expect(
            blocks.flatMap { $0.text.split { $0 == " " || $0 == "\t" } } == lines.flatMap { $0.split(separator: " ") })
    }

    @Test func findsTheGutterBeforeNumbersThatHangInIt() {
        var page = filler("body", lines: 12, x: 40, y: 100)
        for number in 1...6 {
            let y = 104 + Float(number - 1) * 24
            let entry = [
                "Author \(number) wrote a report on a subject", "and had it printed in the year 200\(number).",
            ]
            page.append(PrintedLine(text: "\(number).", x: 296, y: y))
            page += printed(entry, x: 312, y: y)
        }
        let blocks = PrintedDocument([page]).blocks()
        #expect(blocks.first?.text.hasSuffix("body ends.") == true)
        let third = "3. Author 3 wrote a report on a subject and had it printed in the year 2003."
        #expect(blocks.map(\.text).contains(third))
    }

    @Test func readsPartsSetApartByWhiteOneAfterTheOther() {
        let page =
            filler("first", lines: 6, x: 40, y: 100) + filler("second", lines: 5, x: 310, y: 100)
            + filler("third", lines: 6, x: 40, y: 240) + filler("fourth", lines: 6, x: 310, y: 240)
        let found = places(
            of: ["first ends", "second ends", "third ends", "fourth ends"], in: PrintedDocument([page]).blocks())
        #expect(!found.contains(-1))
        #expect(found == found.sorted())
    }

    @Test func joinsAParagraphThatAColumnCutsInTwo() {
        let left = printed(
            ["This paragraph is printed here and it will now", "break off at the foot of the column and only"], x: 40,
            y: 180)
        let right = printed(
            ["go on at the head of the next one, where at", "last it ends with a final full stop."], x: 310, y: 100)
        let page =
            filler("left", lines: 6, x: 40, y: 100) + left + right + filler("right", lines: 5, x: 310, y: 140)
        let blocks = PrintedDocument([page]).blocks()
        let joined = blocks.first { $0.text.hasPrefix("This paragraph") }
        #expect(joined?.text.contains("and only go on at the head") == true)
        #expect(joined?.text.hasSuffix("a final full stop.") == true)
        #expect(joined?.boxes.count == 4)
    }
}
