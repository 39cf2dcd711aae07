import DocumentModel
import Testing

@testable import Coding

@Test func paragraphsAndQuotationsGiveSentencesListItemsStayWhole() {
    var sample = SampleDocument()
    sample.add(.paragraph, "Trust grew. Money did not.")
    sample.add(.quotation, "“We tried. It failed.”")
    sample.add(.listItem, "• Share records. Share budgets.")
    #expect(
        passages(of: sample.document).map(\.text) == [
            "Trust grew.", "Money did not.", "“We tried.", "It failed.”", "• Share records. Share budgets.",
        ])
}

@Test func contextAndEvidenceAreNoPassages() {
    var sample = SampleDocument()
    for kind in BlockKind.allCases where ![.paragraph, .quotation, .listItem, .tableRow].contains(kind) {
        sample.add(kind, "This is a \(kind.rawValue).")
    }
    sample.add(.paragraph, "This is text.")
    #expect(passages(of: sample.document).map(\.text) == ["This is text."])
}

@Test func passagesStandWhereTheirPlaceSays() throws {
    var sample = SampleDocument()
    sample.add(.title, "Über alles")
    sample.add(.paragraph, "Zoë’s team grew.  It was happy.", headings: ["Results", "Team"], section: .results)
    let document = sample.document
    let found = passages(of: document)
    let index = TextIndex(document.text)
    for passage in found {
        let place = try #require(passage.place)
        #expect(index.text(place.start, place.end) == passage.text)
        #expect(place.block == 1)
        #expect(passage.headings == ["Results", "Team"])
        #expect(passage.section == .results)
    }
    #expect(found.map(\.text) == ["Zoë’s team grew.", "It was happy."])
}

@Test func previousIsThePassageBeforeInReadingOrderAcrossHeadingsAndNotes() {
    var sample = SampleDocument()
    sample.add(.paragraph, "One. Two.")
    sample.add(.footnote, "A note.")
    sample.add(.heading, "Next")
    sample.add(.paragraph, "Three.")
    #expect(passages(of: sample.document).map(\.previous) == [nil, "One.", "Two."])
}

@Test func theLeadInIsPreviousForTheFirstItemOfEachList() {
    var sample = SampleDocument()
    sample.add(.paragraph, "Intro. What helped:")
    sample.add(.listItem, "trust:", level: 1, leadIn: "What helped:")
    sample.add(.listItem, "of nurses", level: 2, leadIn: "trust:")
    sample.add(.listItem, "of doctors", level: 2, leadIn: "trust:")
    sample.add(.furniture, "page 3")
    sample.add(.listItem, "money", level: 1, leadIn: "What helped:")
    sample.add(.paragraph, "Later.")
    sample.add(.listItem, "time", level: 1, leadIn: "What helped:")
    let items = passages(of: sample.document).dropFirst(2)
    #expect(items.map(\.text) == ["trust:", "of nurses", "of doctors", "money", "Later.", "time"])
    #expect(
        items.map(\.previous) == ["What helped:", "trust:", "of nurses", "of doctors", "money", "What helped:"])
    #expect(items.first?.leadIn == "What helped:")
}

@Test func aListWithoutLeadInFollowsThePassageBefore() {
    var sample = SampleDocument()
    sample.add(.paragraph, "Before.")
    sample.add(.listItem, "first")
    sample.add(.listItem, "second")
    #expect(passages(of: sample.document).map(\.previous) == [nil, "Before.", "first"])
}

@Test func cellsTakeTheirColumnHeaderAsContextAndNothingBefore() {
    var sample = SampleDocument()
    sample.add(.paragraph, "Before.")
    sample.addRow(("Site", nil), ("Barriers", nil))
    sample.addRow(("Leeds", nil), ("No time. No money.", "Barriers"))
    sample.addRow(("York", nil), ("", "Barriers"))
    sample.add(.paragraph, "After.")
    let found = passages(of: sample.document)
    #expect(found.map(\.text) == ["Before.", "Leeds", "No time. No money.", "York", "After."])
    #expect(found.map(\.leadIn) == [nil, nil, "Barriers", nil, nil])
    #expect(found.map(\.previous) == [nil, nil, nil, nil, "Before."])
}

@Test func aTableWithoutHeadersGivesAllItsCells() {
    var sample = SampleDocument()
    sample.addRow(("Leeds", nil), ("No time", nil))
    sample.addRow(("York", nil), ("No money", nil))
    #expect(passages(of: sample.document).map(\.text) == ["Leeds", "No time", "York", "No money"])
}

@Test func idsCountThePassagesThatBeginOnEachPage() {
    var sample = SampleDocument()
    sample.add(.paragraph, "One. Two.", page: 1)
    sample.add(.paragraph, "Three.", page: 2)
    sample.add(.paragraph, "Four.", page: 1)
    #expect(passages(of: sample.document).map(\.id) == ["1.1", "1.2", "2.1", "1.3"])
}

@Test func aQuoteHasTheBoxesOfTheLinesItStandsOn() {
    let boxes = (1...3).map { Box(page: $0, x0: 0, y0: 0, x1: 1, y1: 1) }
    let block = Block(kind: .paragraph, page: 1, boxes: boxes, lineStarts: [10, 20, 30], start: 10, end: 40)
    #expect(block.boxes(from: 10, to: 20).map(\.page) == [1])
    #expect(block.boxes(from: 19, to: 21).map(\.page) == [1, 2])
    #expect(block.boxes(from: 25, to: 40).map(\.page) == [2, 3])
    #expect(block.page(from: 30, to: 40) == 3)
    #expect(Block(kind: .paragraph, page: 7, start: 0, end: 5).page(from: 0, to: 5) == 7)
}
