import Diagnostics
import DocumentModel
import Foundation
import JSON
import Testing

@Suite struct DocumentJSONTests {
    @Test func documentsSurviveBeingWrittenAndRead() throws {
        let document = Document(
            source: DocumentSource(path: "a/ü.pdf", sha256: "ab", format: .pdf, pages: 2),
            status: .crashed(signal: 11),
            metadata: DocumentMetadata(fields: [
                MetadataField(
                    "authors",
                    .names([PersonName(given: "Ada", family: "de Wit"), PersonName(family: "Garden Trust")]),
                    origin: "info", confidence: 80),
                MetadataField("title", .text("Beds \"and\" benches"), origin: "first page", confidence: 60),
            ]),
            properties: [DocumentProperty("info.title", "x"), DocumentProperty("info.title", "y")],
            diagnostics: [.warning("cut", "cut", at: Place(page: 2))],
            text: "Häding\n\nSoil was poor.",
            joins: [Join(offset: 3, hyphen: "-")],
            blocks: [
                Block(kind: .heading, level: 1, start: 0, end: 6),
                Block(
                    kind: .tableRow, page: 2, boxes: [Box(page: 2, x0: 1.005, y0: 2, x1: 3.25, y1: 4)],
                    lineStarts: [8], start: 8, end: 22, headings: ["Häding"], leadIn: "Found:", section: .results,
                    cells: [TableCell(start: 8, end: 12, header: "What"), TableCell(start: 13, end: 22)]),
            ])
        var json = JSONWriter()
        document.write(to: &json)
        #expect(try Document(json: Data(json.bytes)) == document)
    }

    @Test func numbersThatNoReaderGivesDoNoHarm() throws {
        let text =
            #"{"source": {"path": "a", "sha256": "", "pages": 1}, "status": "ok", "metadata": {}, "properties": [],"#
            + #""diagnostics": [], "text": "ab", "joins": [], "blocks": [{"kind": "heading", "level": LEVEL, "page": 1,"#
            + #""boxes": [{"page": 1, "x0": 1e300, "y0": -1e18, "x1": 2, "y1": 3}], "line_starts": [0],"#
            + #""start": 0, "end": 2, "headings": []}]}"#
        func document(level: String) throws -> Document {
            try Document(json: Data(text.replacing("LEVEL", with: level).utf8))
        }
        let sound = try document(level: "2")
        #expect(sound.isConsistent)
        #expect(sound.blocks[0].boxes == [Box(page: 1, x0: 0, y0: 0, x1: 2, y1: 3)])
        for level in ["0", "-3", "100", "\(Int.max)"] { #expect(try !document(level: level).isConsistent) }
    }

    @Test(arguments: [
        DocumentStatus.ok, .partial, .noText, .encrypted, .damaged, .zeroPages, .timeout, .memory, .unsupported,
        .crashed(signal: 6),
    ])
    func statusesHaveOneSpelling(_ status: DocumentStatus) {
        #expect(DocumentStatus(name: status.name, signal: status.signal) == status)
    }

    @Test func codedDocumentsSurviveBeingWrittenAndRead() throws {
        let code = CodeReference(dimension: "aspect", code: "strength")
        let coding = CodedPassage(
            id: "0123", document: "a.html", codebook: "garden", statement: "Soil was poor.",
            codes: PassageCodes(
                assigned: [DimensionCodes(dimension: "aspect", codes: ["strength", "idea"])],
                scores: [CodeScore(code: code, thousandths: 2500)],
                matches: [
                    RuleMatch(
                        code: code, rule: "soil",
                        spans: [
                            MatchSpan(source: .text, start: 0, end: 4),
                            MatchSpan(source: .heading, level: 1, start: 2, end: 3),
                        ])
                ]),
            page: 1, start: 8, end: 22, headings: ["What grew", "Soil"], leadIn: "Found:", section: .results,
            mentions: [Mention(page: 2, start: 30, end: 44)], charted: .no(reason: "no domain"), state: .edited)
        let coded = CodedDocument(
            codings: [coding],
            documentCodes: PassageCodes(assigned: [DimensionCodes(dimension: "school", codes: ["primary"])]),
            passages: 4)
        var json = JSONWriter()
        coded.write(to: &json)
        #expect(try decodeJSON(CodedDocument.self, from: json.bytes) == coded)
    }
}
