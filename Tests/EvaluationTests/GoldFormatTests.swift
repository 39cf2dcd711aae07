import Codebooks
import Diagnostics
import DocumentModel
import Evaluation
import Foundation
import Spreadsheets
import Testing

/// The same garden, coded in every form that gold comes in: the soil is called rich, and the rain heavy.
@Suite struct GoldFormatTests {
    private static let text = "Rich soil is rare.\nNobody spoke of it. Then heavy rain fell.\n"

    private func read(
        _ text: String, file: String, companion: String? = nil
    ) -> (gold: GoldFile, diagnostics: [Diagnostic]) {
        readGoldFile(Array(text.utf8), file: file, chart: ChartDimensions(category: "topic", theme: "mood")) { _ in
            companion.map { Array($0.utf8) }
        }
    }

    /// Passages as `coder text: codes`.
    private func coded(_ gold: GoldFile, in document: Document? = nil) -> [String] {
        (gold.passages + gold.documents.flatMap { aligned($0, in: document).passages }).map { passage in
            let codes = passage.codes.flatMap(\.codes).joined(separator: "+")
            return [passage.coder, passage.passage.text + ":", codes].compactMap(\.self).joined(separator: " ")
                .trimmingCharacters(in: .whitespaces)
        }
    }

    private let whole = ["Rich soil is rare.: soil", "Nobody spoke of it.:", "Then heavy rain fell.: water"]

    // MARK: Formats with a text

    @Test func bratMarksAreReadWithTheTextBesideThem() {
        let (gold, diagnostics) = read(
            "T1\tsoil 0 9\tRich soil\nA1\tAmbiguous T1\nT2\twater 44 54\theavy rain\n#1\tAnnotatorNotes T2\twet\nR1\tx Arg1:T1 Arg2:T2\n",
            file: "garden.ann", companion: Self.text)
        #expect(coded(gold) == whole)
        #expect(gold.documents[0].items.map(\.isAmbiguous) == [true, false])
        #expect(diagnostics.map(\.identifier) == ["not-needed"])
        #expect(gold.documents[0].items[1].place == Place(file: "garden.ann", line: 3))
    }

    @Test func discontinuousMarksTouchAllTheirPassages() {
        let (gold, _) = read("T1\tsoil 0 4;19 25\tRich Nobody\n", file: "garden.ann", companion: Self.text)
        #expect(coded(gold).prefix(2) == ["Rich soil is rare.: soil", "Nobody spoke of it.: soil"])
    }

    @Test(arguments: [
        ("T1\tsoil 0 900\tRich", "bad-span"), ("T1\tsoil 0 9\tPoor sand", "other-text"), ("T1\tsoil\tRich", "bad-mark"),
        ("T1\tsoil 9 2\tRich", "bad-mark"), ("x", "bad-line"),
    ])
    func marksThatCannotBeReadAreErrors(_ line: String, _ identifier: String) {
        let (gold, diagnostics) = read("\n" + line, file: "garden.ann", companion: Self.text)
        #expect(diagnostics.map(\.identifier) == [identifier])
        #expect(diagnostics.first?.place?.line == 2)
        #expect(gold.documents.allSatisfy { $0.items.isEmpty })
    }

    @Test func bratWithoutItsTextIsAnError() {
        #expect(read("T1\tsoil 0 4\tRich", file: "garden.ann").diagnostics.map(\.identifier) == ["missing-text"])
    }

    @Test func spansOfProdigyAndSpaCyAreRead() {
        let line = Self.text.split(separator: "\n").joined(separator: "\\n")
        let prodigy = """
            {"text": "\(line)", "spans": [{"start": 0, "end": 9, "label": "soil"}, {"start": 44, "end": 54, "label": "water"}], \
            "answer": "accept", "meta": {"source": "garden.txt"}, "_annotator_id": "Ada"}
            {"text": "Sand.", "spans": [], "answer": "reject"}
            """
        let (gold, diagnostics) = read(prodigy, file: "spans.jsonl")
        #expect(coded(gold) == whole.map { "Ada " + $0 })
        #expect(gold.documents.map(\.document.path) == ["garden.txt"])
        #expect(diagnostics.map(\.identifier) == ["not-accepted"])
        let spaCy = #"{"text": "Grün soil.", "spans": {"sc": [{"start": 5, "end": 9, "label": "soil"}]}}"#
        #expect(coded(read(spaCy, file: "spans.jsonl").gold) == ["Grün soil.: soil"])
        let wrong = #"{"text": "Soil.", "spans": [{"start": 2, "end": 9, "label": "soil"}]}"#
        #expect(read(wrong, file: "spans.jsonl").diagnostics.map(\.identifier) == ["bad-span"])
    }

    // MARK: Tables

    @Test func rowsOfTheLongFormAreJoinedToPassages() {
        let (gold, diagnostics) = read(
            """
            doc,id,text,dimension,code,coder,ambiguous
            a.pdf,1,Rich soil is rare.,topic,soil,Ada,
            a.pdf,1,Rich soil is rare.,mood,glad,Ada,yes
            a.pdf,2,Nobody spoke of it.,topic,,Ada,
            """, file: "gold.csv")
        #expect(diagnostics.isEmpty)
        #expect(coded(gold) == ["Ada Rich soil is rare.: soil+glad", "Ada Nobody spoke of it.:"])
        #expect(gold.passages[0].isAmbiguous && gold.passages[0].document == "a.pdf")
        #expect(gold.passages[1].codes == [DimensionCodes(dimension: "topic", codes: [])])
        #expect(gold.passages[1].place == Place(file: "gold.csv", line: 4))
    }

    @Test(arguments: [
        "id,document,tag,content\r\n1,garden.txt,soil,Rich soil\r\n2,garden.txt,water,heavy rain\r\n",
        "\u{FEFF}Codename;Coder;File/Case;Coded text\nsoil;;garden;Rich soil is\nwater;;garden;heavy rain fell.\n",
    ])
    func highlightsOfTaguetteAndQualCoderAreFoundInTheDocument(_ table: String) {
        let (gold, diagnostics) = read(table, file: "highlights.csv")
        #expect(diagnostics.isEmpty)
        #expect(gold.documents.count == 1 && gold.documents[0].isOf(garden))
        #expect(coded(gold, in: garden) == whole)
    }

    @Test func aTableWithoutCodesIsAnError() {
        #expect(read("a,b\n1,2\n", file: "gold.csv").diagnostics.map(\.identifier) == ["missing-column"])
        let (_, diagnostics) = read("document,tag,content\n,soil,Rich\n", file: "gold.csv")
        #expect(diagnostics.map(\.identifier) == ["missing-value"] && diagnostics[0].place?.line == 2)
    }

    // MARK: Documents

    private let garden = Document(
        source: DocumentSource(path: "Corpus/garden.txt", sha256: "abc"), status: .ok,
        metadata: DocumentMetadata(fields: [
            MetadataField("doi", .text("10.1/Garden"), origin: "test", confidence: 100)
        ]),
        text: "Gardens\n\nRich soil is rare.\n\nNobody spoke of it. Then heavy rain fell.",
        blocks: [
            Block(kind: .heading, level: 1, start: 0, end: 7),
            Block(kind: .paragraph, start: 9, end: 27, headings: ["Gardens"]),
            Block(kind: .paragraph, start: 29, end: 70, headings: ["Gardens"]),
        ])

    @Test func quotesAreFoundByTheirLettersAndContext() {
        let (gold, diagnostics) = read(
            """
            {"doc": "garden.txt", "quote": "Rich soil", "suffix": " is rare", "codes": {"topic": "soil"}}
            {"doc": "garden.txt", "quote": "heavy  rain", "codes": {"topic": ["water"]}, "ambiguous": true}
            {"doc": "garden.txt", "quote": "No such words here", "codes": {"topic": ["water"]}}
            """, file: "gold.ndjson")
        #expect(diagnostics.isEmpty)
        let (passages, alignments) = aligned(gold.documents[0], in: garden)
        #expect(alignments.map(\.way) == [.quote, .quote, .none])
        #expect(passages.map(\.passage.headings) == [["Gardens"], ["Gardens"], ["Gardens"], []])
        #expect(passages.map { $0.codes.flatMap(\.codes) } == [["soil"], [], ["water"], ["water"]])
        #expect(passages[2].isAmbiguous)
        let loose = alignments.compactMap(\.diagnostic)
        #expect(loose.map(\.identifier) == ["unaligned-gold"])
        #expect(loose.first?.place == Place(file: "gold.ndjson", line: 3))
    }

    @Test func statementsOfAChartAreFoundByTheirWords() {
        let (gold, _) = read(
            #"{"id": "x", "doi": "10.1/garden", "items": [{"category": "water", "theme": "glad", "text": "Heavy rain then fell"}, {"category": "soil", "theme": [], "text": "Sand of the desert blew in"}]}"#,
            file: "chart.ndjson")
        #expect(gold.documents[0].isOf(garden))
        let (passages, alignments) = aligned(gold.documents[0], in: garden)
        #expect(alignments.map(\.way) == [.likeness(percent: 100), .none])
        #expect(alignments[0].passages == ["Then heavy rain fell."])
        #expect(passages.map { $0.codes.flatMap(\.codes) } == [[], [], ["water", "glad"], ["soil"]])
    }

    @Test func decisionsSeenCountForPrecisionOnly() throws {
        func line(_ id: String, _ quote: String, _ decision: String, blind: Bool) -> String {
            """
            {"about": "statement", "document": {"path": "garden.txt", "sha256": "abc"}, "id": "\(id)", "page": 1, \
            "start": 9, "prefix": "", "quote": "\(quote)", "suffix": "", "codes": {"topic": ["soil"]}, \
            "decision": "\(decision)", "blind": \(blind)}
            """
        }
        let (gold, diagnostics) = read(
            [
                line("1", "Rich soil is rare.", "accepted", blind: false),
                line("2", "Then heavy rain fell.", "rejected", blind: true),
            ].joined(separator: "\n"), file: "decisions.ndjson")
        #expect(diagnostics.isEmpty)
        let (passages, _) = aligned(gold.documents[0], in: garden)
        #expect(passages.map(\.isSeen) == [true, false])
        #expect(passages.map { $0.codes.flatMap(\.codes) } == [["soil"], []])
        let (book, _) = loadCodebook(yaml: gardenCodebook, file: "garden.yaml")
        let codebook = try #require(book)
        let found = PassageCoder([codebook]).code(passages.map(\.passage))
        let agreement = agreement(of: passages, with: found, codebooks: [codebook])
        #expect(agreement.figure("topic.soil.precision") == .value(1))
        #expect(agreement.figure("topic.soil.recall") == .undefined(reason: "no gold"))
        #expect(agreement.dimensions[0].codes[0].counts.all == 1, "agreement beyond chance is that of blind gold")
    }

    @Test func withoutItsDocumentAQuoteIsAPassageByItself() {
        let (gold, _) = read(
            #"{"doc": "lost.pdf", "quote": "Rich soil", "codes": {"topic": "soil"}}"#, file: "g.ndjson")
        let (passages, alignments) = aligned(gold.documents[0], in: nil)
        #expect(passages.map(\.passage.text) == ["Rich soil"] && alignments.map(\.way) == [.none])
    }

    // MARK: Names

    @Test func codesWithoutADimensionGoToTheOneThatHasThem() {
        let gold = [goldPassage("1", ["": ["money", "Helpers", "x"]])]
        let (named, diagnostics) = resolved(gold, with: [sampleCodebook])
        #expect(named[0].codes(in: "theme") == ["money"] && named[0].codes(in: "category") == ["facilitator"])
        #expect(diagnostics.map(\.identifier) == ["unknown-code"])
    }

    // MARK: REFI-QDA

    private func project(_ selections: String, origin: String = "NVivo", text: String? = nil) throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).qdpx").path
        let archive = try ArchiveFile(path)
        try archive.begin("project.qde")
        try archive.write(
            Array(
                """
                <?xml version="1.0" encoding="utf-8"?>
                <Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="\(origin)">
                <Users><User guid="AAAA" name="Ada"/></Users>
                <CodeBook><Codes><Code guid="C0" name="Garden" isCodable="false"><Code guid="C1" name="soil" isCodable="true"/>
                <Code guid="C2" name="water" isCodable="true"/></Code></Codes></CodeBook>
                <Sources><TextSource guid="S1" name="garden" plainTextPath="internal://S1.TXT">\(selections)</TextSource></Sources>
                </Project>
                """.utf8))
        try archive.begin("sources/s1.txt")
        try archive.write(Array((text ?? Self.text).utf8))
        try archive.close()
        return path
    }

    private func selection(_ start: Int, _ end: Int, _ code: String, name: String = "") -> String {
        """
        <PlainTextSelection guid="X" startPosition="\(start)" endPosition="\(end)" name="\(name)">\
        <Coding guid="Y" creatingUser="aaaa"><CodeRef targetGUID="\(code)"/></Coding></PlainTextSelection>
        """
    }

    @Test func projectsOfOtherProgramsAreRead() throws {
        let path = try project(selection(0, 9, "c1") + selection(44, 54, "C2"))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (gold, diagnostics) = readGoldFile([], file: path, chart: ChartDimensions(category: "", theme: "")) { _ in
            nil
        }
        #expect(diagnostics.isEmpty)
        #expect(coded(gold) == whole.map { "Ada " + $0 })
    }

    /// One line break lies before the second mark: 44 where it counts one, 45 where it counts two.
    @Test(arguments: [
        (45, "NVivo", ""), (44, "ATLAS.ti", ""), (44, "NVivo", "heavy rain"), (45, "ATLAS.ti", "heavy rain"),
    ])
    func lineBreaksOfWindowsCountAsTheProgramCountsThem(_ start: Int, _ origin: String, _ name: String) throws {
        let path = try project(
            selection(start, start + 10, "c2", name: name), origin: origin,
            text: Self.text.replacingOccurrences(of: "\n", with: "\r\n"))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (gold, _) = readGoldFile([], file: path, chart: ChartDimensions(category: "", theme: "")) { _ in nil }
        #expect(gold.documents[0].items.map(\.quote) == ["heavy rain"])
    }

    @Test func whatIsNoProjectIsAnError() throws {
        let path = try project(selection(0, 900, "c1") + selection(0, 4, "c9"))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (_, diagnostics) = readGoldFile([], file: path, chart: ChartDimensions(category: "", theme: "")) { _ in nil
        }
        #expect(diagnostics.map(\.identifier) == ["bad-span", "unknown-code"])
        let (_, none) = readGoldFile([], file: "/nowhere.qdpx", chart: ChartDimensions(category: "", theme: "")) { _ in
            nil
        }
        #expect(none.map(\.identifier) == ["bad-project"])
    }
}
