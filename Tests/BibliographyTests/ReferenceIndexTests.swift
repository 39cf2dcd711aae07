import Diagnostics
import DocumentModel
import Testing

@testable import Bibliography

private func reference(
    _ fields: [String: String], family: String? = nil, attachments: [String] = [], line: Int = 1
) -> Reference {
    var metadata = DocumentMetadata()
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
        metadata.set(MetadataField(name, .text(value), origin: "list.ris:\(line)", confidence: 100))
    }
    if let family {
        metadata.set(
            MetadataField("authors", .names([PersonName(family: family)]), origin: "list.ris:\(line)", confidence: 100))
    }
    return Reference(metadata: metadata, place: Place(file: "list.ris", line: line), attachments: attachments)
}

private func found(_ fields: [String: String], confidence: Int = 80) -> DocumentMetadata {
    DocumentMetadata(
        fields: fields.sorted { $0.key < $1.key }.map {
            MetadataField($0.key, .text($0.value), origin: "first page", confidence: confidence)
        })
}

private func document(
    _ path: String, _ fields: [String: String] = [:], format: DocumentFormat = .pdf, pages: [String] = []
) -> Document {
    var document = Document(
        source: DocumentSource(path: path, format: format), status: .ok, metadata: found(fields))
    for (number, text) in pages.enumerated() {
        if number > 0 { document.text += "\n\n" }
        let start = document.text.unicodeScalars.count
        document.text += text
        document.blocks.append(
            Block(kind: .paragraph, page: number + 1, start: start, end: document.text.unicodeScalars.count))
    }
    return document
}

private let references = [
    reference(
        ["title": "Shared budgets in the care of older people", "doi": "10.1000/abc.123", "year": "2019"],
        family: "Hill"),
    reference(
        ["title": "A report with a file of its own", "year": "2011"], family: "Wood",
        attachments: ["files/7/Wood%202011.pdf"]),
    reference(["title": "Trust between the professions", "year": "2012"], family: "Lee", attachments: ["a/paper.pdf"]),
    reference(["title": "Trust between the professions", "year": "2015"], family: "Lee", attachments: ["b/paper.pdf"]),
]

@Test(arguments: [
    ("docs/Wood 2011.pdf", [:], 1, ReferenceMatch.Evidence.attachment),
    ("export/b/paper.pdf", [:], 3, .attachment),
    ("x.pdf", ["doi": "https://doi.org/10.1000/ABC.123"], 0, .doi),
    ("x.pdf", ["title": "Shared Budgets in the care of older-people"], 0, .title),
    ("x.pdf", ["title": "Trust between the professions", "year": "2015"], 3, .title),
    ("hill-2019-budgets.pdf", [:], 0, .fileName),
    ("Shared budgets in the care.pdf", [:], 0, .fileName),
    ("abc_123.pdf", [:], 0, .fileName),
])
func findsTheRecordOfADocument(
    _ path: String, _ fields: [String: String], _ index: Int, _ evidence: ReferenceMatch.Evidence
) throws {
    let match = try #require(ReferenceIndex(references).match(document(path, fields)).match)
    #expect(match.by == evidence)
    #expect(match.reference == references[index])
}

@Test(arguments: [
    ("x.pdf", [:]),
    ("other/paper.pdf", [:]),
    ("x.pdf", ["title": "Trust between the professions"]),
    ("x.pdf", ["title": "Introduction"]),
    ("2019.pdf", [:]),
])
func evidenceThatTellsNoSingleRecordFindsNone(_ path: String, _ fields: [String: String]) {
    #expect(ReferenceIndex(references).match(document(path, fields)).match == nil)
}

@Test func referencesThatFitEquallyWellAreNamed() throws {
    let (match, diagnostics) = ReferenceIndex(references).match(
        document("x.pdf", ["title": "Trust between the professions"]))
    #expect(match == nil)
    let note = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(note.identifier == "ambiguous-reference" && note.severity == .note)
    for reference in references[2...3] { #expect(note.message.contains(reference.description)) }
    #expect(ReferenceIndex(references).match(document("x.pdf")).diagnostics.isEmpty, "nothing fits")
}

@Test func theNextEvidenceTellsRivalsApart() {
    let (match, diagnostics) = ReferenceIndex(references).match(
        document("lee-2015.pdf", ["title": "Trust between the professions"]))
    #expect(match == ReferenceMatch(reference: references[3], by: .fileName))
    #expect(diagnostics.isEmpty)
}

private let board = "INVENTED CARE BOARD"
private let budgets = "Paper 7: Shared budgets in the care of older people, a year on"

@Test func aTitleOnTheFirstPageTellsTheRecord() {
    let index = ReferenceIndex(references)
    let expected = ReferenceMatch(reference: references[0], by: .printedTitle)
    #expect(index.match(document("x.txt", ["title": board], format: .text, pages: [board, budgets])).match == expected)
    #expect(index.match(document("x.pdf", ["title": board], pages: [budgets])).match == expected)
}

@Test func titlesBehindTheFirstPageOfOtherDOIsOrCitedAreNotTheDocuments() {
    let index = ReferenceIndex(references)
    #expect(index.match(document("x.pdf", pages: [board, budgets])).match == nil)
    let long = String(repeating: "word ", count: 400)
    #expect(index.match(document("x.txt", format: .text, pages: [long, budgets])).match == nil)
    #expect(index.match(document("x.pdf", ["doi": "10.1000/other"], pages: [budgets])).match == nil)
    var citing = document("x.pdf", pages: [budgets])
    citing.blocks[0].kind = .reference
    #expect(index.match(citing).match == nil)
}

@Test func theLongerOfTwoTitlesOnThePageIsTheDocuments() {
    let longer = reference(["title": "Shared budgets in the care of older people, a year on"], line: 9)
    let match = ReferenceIndex([references[0], longer]).match(document("x.pdf", pages: [budgets])).match
    #expect(match?.reference == longer)
}

@Test func theReferenceListWinsAndWhatItLacksStays() {
    let (merged, diagnostics) = merge(
        found(["title": "Shared budgets", "url": "https://example.org"]), with: references[0])
    #expect(merged.text("title") == "Shared budgets in the care of older people")
    #expect(merged["title"]?.origin == "list.ris:1")
    #expect(merged.text("url") == "https://example.org")
    #expect(diagnostics.isEmpty, "a missing subtitle is no contradiction")
}

@Test func contradictionsAreShown() {
    let other = ["title": "Something else altogether", "year": "2012", "doi": "10.1000/zzz", "journal": "Other"]
    let (_, diagnostics) = merge(found(other), with: references[0])
    #expect(diagnostics.count == 3)
    #expect(diagnostics.allSatisfy { $0.identifier == "metadata-conflict" && $0.severity == .note })
    #expect(diagnostics.contains { $0.message.contains("'2019' in list.ris:1") && $0.message.contains("'2012'") })
    #expect(merge(found(["year": "2018"]), with: references[0]).diagnostics.isEmpty, "online and printed")
    #expect(merge(found(other, confidence: 30), with: references[0]).diagnostics.isEmpty)
}

@Test func filesWithoutARecordTakeNoLongerForLongTitles() {
    // Keys made anew for each file would go over 1 GB of titles.
    let title = String(repeating: "Shared budgets and what they bring ", count: 120)
    let many = (1...1_000).map { reference(["title": "\(title) \($0)", "year": "2019"], family: "Hill", line: $0) }
    let index = ReferenceIndex(many)
    let time = ContinuousClock().measure {
        for number in 1...300 { #expect(index.match(document("scan-\(number).pdf")).match == nil) }
    }
    #expect(time < .seconds(20))
}

@Test func settledRowsTakeLinearTime() {
    let paths = (1...10_000).map { "corpus of the review/report \($0).pdf" }
    let settled = paths.map {
        SettledRow(answer: "none", file: $0, recordNames: [], place: Place(file: "settled.csv", line: 2))
    }
    let time = ContinuousClock().measure {
        #expect(ReferenceIndex([], documents: paths, settled: settled).diagnostics.isEmpty)
    }
    #expect(time < .seconds(10))
}

@Test func aTitleOfSignsAloneTellsNoFile() {
    #expect(ReferenceIndex([reference(["title": "???"])]).match(document("minutes of the meeting.pdf")).match == nil)
}
