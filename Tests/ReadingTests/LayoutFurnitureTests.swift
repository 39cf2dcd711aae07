import DocumentModel
import Testing

@testable import Reading

@Suite struct LayoutFurnitureTests {
    private func page(_ number: Int, body: [PrintedLine]) -> [PrintedLine] {
        [PrintedLine(text: "Report of the Council, part \(number)", x: 40, y: 30)] + body
            + [PrintedLine(text: "\(number + 6)", x: number % 2 == 0 ? 40 : 540, y: 770)]
    }

    @Test func takesRunningHeadsAndPageNumbersOutOfTheText() {
        let document = PrintedDocument(
            (1...3).map { page($0, body: filler("page\($0)", lines: 5, x: 40, y: 200, characters: 90)) })
        let blocks = document.blocks()
        #expect(texts(blocks, of: .paragraph).count == 3)
        #expect(
            texts(blocks, of: .furniture) == [
                "Report of the Council, part 1", "7", "Report of the Council, part 2", "8",
                "Report of the Council, part 3", "9",
            ])
    }

    @Test func whatInterruptsAParagraphComesAfterIt() throws {
        let first = printed(
            ["It is a long paragraph that goes on and on over", "the page and does not stop at the foot of it but"],
            x: 40, y: 600)
        let second = printed(["continues on the next one, where it ends here", "at last."], x: 40, y: 200)
        let blocks = PrintedDocument([page(1, body: first), page(2, body: second)]).blocks()
        let index = try #require(blocks.firstIndex { $0.kind == .paragraph })
        #expect(blocks[index].text.contains("foot of it but continues on the next one"))
        #expect(blocks[index].boxes.map(\.page) == [1, 1, 2, 2])
        #expect(blocks[(index + 1)...].map(\.kind) == [.furniture, .furniture, .furniture])
    }

    @Test func aShortWordThatRepeatsInTheBodyIsText() {
        let mark = PrintedDocument((1...3).map { _ in printed(["For discussion only"], x: 40, y: 300) }).blocks()
        let word = PrintedDocument((1...3).map { _ in printed(["again"], x: 40, y: 300) }).blocks()
        #expect(texts(mark, of: .furniture).count == 3)
        #expect(texts(word, of: .furniture).isEmpty)
    }

    @Test func numbersThatDoNotCountWithThePagesAreText() {
        let document = PrintedDocument(
            [12, 40, 7].map { [PrintedLine(text: "\($0)", x: 300, y: 60)] + filler("p\($0)", lines: 4, x: 40, y: 200) })
        #expect(texts(document.blocks(), of: .furniture).isEmpty)
    }

    @Test func headingsWithTheirOwnNumbersThatBeginPagesAreNoRunningHeads() {
        // Nine pages, of which the second, fifth and seventh begin with a heading at the same place.
        let headings = [2: 8, 5: 12, 7: 18]
        let document = PrintedDocument(
            (1...9).map { page in
                let heading = headings[page].map { [PrintedLine(text: "Proposal \($0)", x: 40, y: 40)] } ?? []
                return heading + filler("p\(page)", lines: 6, x: 40, y: 200, characters: 90)
            })
        #expect(texts(document.blocks(), of: .furniture).isEmpty)
    }

    @Test func headingsThatAlsoStandInTheMiddleOfPagesCountWithThemByChance() {
        // Three of nine pages begin with a heading whose number is the page's and seven; others stand lower.
        func furniture(lower: [Int: Int]) -> [String] {
            let pages = (1...9).map { page in
                let top = [2, 3, 6].contains(page) ? [PrintedLine(text: "Proposal \(page + 7)", x: 40, y: 40)] : []
                let middle = lower[page].map { [PrintedLine(text: "Proposal \($0)", x: 40, y: 180)] } ?? []
                return top + middle + filler("p\(page)", lines: 6, x: 40, y: 200, characters: 90)
            }
            return texts(PrintedDocument(pages).blocks(), of: .furniture)
        }
        #expect(furniture(lower: [1: 8, 4: 11]).isEmpty)
        #expect(furniture(lower: [:]).count == 3)
    }

    @Test func aBulletAtTheTopOfThePageBelongsToItsItem() {
        // The renderer gives the bullet of each page after all of its text.
        let pages = ["Arden", "Birch", "Cove", "Dale"].map { town in
            [PrintedLine(text: "The nurses of \(town) met in the library.", x: 58, y: 60)]
                + filler(town, lines: 8, x: 40, y: 100) + [PrintedLine(text: "•", x: 40, y: 60)]
        }
        let blocks = PrintedDocument(pages).blocks()
        #expect(texts(blocks, of: .furniture).isEmpty)
        #expect(texts(blocks, of: .listItem).first == "• The nurses of Arden met in the library.")
    }

    @Test func runningHeadsCountWithThePagesInAnyOfTheirNumbers() {
        let document = PrintedDocument(
            (1...9).map { page in
                [PrintedLine(text: "Volume 3, issue 11 of 2019 – \(page + 40)", x: 40, y: 40)]
                    + filler("p\(page)", lines: 6, x: 40, y: 200, characters: 90)
            })
        #expect(texts(document.blocks(), of: .furniture).count == 9)
    }

    @Test func theNumberOfPagesIsFurnitureWhereItStays() {
        func furniture(_ places: [Float]) -> [String] {
            let pages = places.enumerated().map { index, x in
                [PrintedLine(text: "58", x: x, y: 760)] + filler("p\(index)", lines: 4, x: 40, y: 200)
            }
            return texts(PrintedDocument(pages).blocks(), of: .furniture)
        }
        #expect(furniture([300, 300, 300]) == ["58", "58", "58"])
        #expect(furniture([300, 200, 100]).isEmpty)
    }

    @Test func theTitleAboveASecondPageIsARunningHead() {
        let title = [PrintedLine(text: "Leading where you are not the boss", x: 40, y: 120, size: 14)]
        func blocks(head: [PrintedLine]) -> [ReadBlock] {
            PrintedDocument([
                title + filler("first", lines: 6, x: 40, y: 200), head + filler("second", lines: 6, x: 40, y: 200),
            ]).blocks()
        }
        let named = PrintedLine(text: "Quayle: Leading where you are not the boss", x: 40, y: 40)
        let number = PrintedLine(text: "2", x: 540, y: 40)
        let numbered = PrintedLine(text: "Leading where you are not the boss 254", x: 40, y: 760)
        #expect(texts(blocks(head: [named, number]), of: .furniture) == [named.text + " 2"])
        #expect(texts(blocks(head: [numbered]), of: .furniture) == [numbered.text])
        #expect(texts(blocks(head: [named]), of: .furniture).isEmpty)
    }
}
