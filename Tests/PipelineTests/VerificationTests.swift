import DocumentModel
import Foundation
import Reading
import Testing

@testable import Pipeline

@Suite struct PageLettersTests {
    private func contains(_ quote: String, _ range: ClosedRange<Int>, pieces: Int) -> Bool {
        var pages = PageLetters(pages: [
            "thesoilwaspoorandthebedsrunningheadweredry", "pupilscameeveryday", "thesoilwasrich",
        ])
        return pages.contains(letters(of: quote), from: range.lowerBound, through: range.upperBound, pieces: pieces)
    }

    @Test func findsAQuoteInOnePiece() {
        #expect(contains("Soil was poor, and", 1...1, pieces: 1))
        #expect(!contains("Soil was rich", 1...1, pieces: 1))
    }

    @Test func findsAQuoteThatSomethingInterrupts() {
        #expect(contains("poor and the beds were dry", 1...1, pieces: 2))
        #expect(!contains("poor and the beds were dry", 1...1, pieces: 1))
    }

    @Test func findsAQuoteThatGoesOnOverThePage() {
        #expect(contains("poor and the beds were dry; pupils came every day", 1...2, pieces: 3))
        #expect(!contains("poor and the beds were dry; pupils came every day", 1...1, pieces: 3))
    }

    @Test func takesAFirstLineOfOneWord() {
        #expect(contains("dry pupils came every day", 1...2, pieces: 2))
    }

    @Test func takesNoCrumbsForPieces() {
        // Each of these words stands on the page, but only crumbs of the sentence do.
        #expect(!contains("was the beds poor soil and", 1...1, pieces: 9))
    }

    @Test func findsQuotesInAnyOrder() {
        var pages = PageLetters(pages: ["soilwasrich" + String(repeating: "and", count: 50) + "bedsweredry"])
        let last = pages.contains(Array("bedsweredry".utf8), from: 1, through: 1, pieces: 1)
        let first = pages.contains(Array("soilwasrich".utf8), from: 1, through: 1, pieces: 1)
        #expect(last && first)
    }

    @Test(.timeLimit(.minutes(1))) func givesUpOnAPageThatSaysTheSameAThousandTimes() {
        let page = String(repeating: "lackoffundingand", count: 60_000)
        var pages = PageLetters(pages: [page])
        let whole = Array(page.utf8)
        let isFound = pages.contains(whole, from: 1, through: 1, pieces: 50_000)
        let isFoundWithMore = pages.contains(whole + Array("otherwise".utf8), from: 1, through: 1, pieces: 50_000)
        #expect(isFound && !isFoundWithMore)
    }

    @Test func knowsNoPageOutsideOfTheDocument() {
        #expect(!contains("pupils came", 4...5, pieces: 1))
    }
}

@Suite struct OutputVerificationTests {
    private static let papers = [
        "a.txt": "The soil was deep. Beans grew in the soil.\n\nNothing else.\n",
        "b.txt": "Beds flourished when pupils watered them.\n",
    ]

    private func verify(
        corrupting name: String? = nil, _ old: String = "", _ new: String = ""
    ) throws -> (checked: Int, findings: [VerificationFinding]) {
        let fixture = try ProjectFixture(papers: Self.papers)
        let project = try fixture.project()
        let outputs = try RunOutputs(project: project, store: fixture.store(of: project))
        try outputs.write()
        if let name {
            let url = fixture.file("out/.\(name).part")
            let text = try String(contentsOf: url, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacing(old, with: new).write(to: url, atomically: false, encoding: .utf8)
        }
        var verification = OutputVerification(outputs)
        return try verification.run()
    }

    @Test func findsEveryStatementOfAnUndisturbedRun() throws {
        let (checked, findings) = try verify()
        #expect(checked == 3)
        #expect(findings == [])
    }

    @Test(arguments: ["chart.csv", "chart.html", "chart.md", "chart.json"])
    func catchesAChangedWordInAChart(_ name: String) throws {
        let findings = try verify(corrupting: name, "Beans ", "Peas ").findings
        #expect(findings.count == 1)
        #expect(findings.first?.document == "papers/a.txt")
        #expect(findings.first?.statement == "Peas grew in the soil.")
    }

    @Test func catchesAChangedWordInTheReport() throws {
        let findings = try verify(corrupting: "report.html", "Beans ", "Means ").findings
        #expect(findings.map(\.statement) == ["Means grew in the soil."])
        #expect(findings.map(\.problem) == ["in report.html does not stand in the document like this"])
    }

    @Test func catchesAChangedQuoteBehindAReviewersWording() throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        let project = try fixture.project()
        let store = try fixture.store(of: project)
        var record = try store.record(at: 0)
        record.coded.codings[0].wording = "Good soil"
        try store.add(record, at: 0)
        let outputs = try RunOutputs(project: project, store: store)
        try outputs.write()
        var untouched = OutputVerification(outputs)
        #expect(try untouched.run().findings == [])
        let url = fixture.file("out/.report.html.part")
        let page = try String(contentsOf: url, encoding: .utf8)
        try page.replacing("Beans ", with: "Means ").write(to: url, atomically: false, encoding: .utf8)
        var verification = OutputVerification(outputs)
        let findings = try verification.run().findings
        #expect(findings.map(\.statement) == ["Means grew in the soil."])
        #expect(findings.map(\.problem) == ["in report.html does not stand in the document like this"])
    }

    @Test func catchesAChangedWordInTheCodings() throws {
        let findings = try verify(corrupting: "codings.jsonl", "Beds flourished", "Beds flowered").findings
        #expect(findings.map(\.document) == ["papers/b.txt"])
    }

    @Test func catchesAMissingItem() throws {
        let findings = try verify(corrupting: "chart.csv", "1) Soil - Beans grew in the soil.", "").findings
        #expect(findings.map(\.document) == ["papers/a.txt"])
    }

    @Test func keepsStatementsThatThePageDoesNotHaveOutOfTheChart() throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        let project = try fixture.project()
        let result = readDocument(Array("Beans grew in the soil.".utf8), path: "a.txt")
        let stages = DocumentStages(project: project)
        let seen = stages.record(of: WorkerOutcome(document: result.document, letters: result.letters))
        #expect(seen.coded.codings.map(\.charted) == [.yes])
        let mixedUp = stages.record(of: WorkerOutcome(document: result.document, letters: ["thesoilgrewinbeans"]))
        #expect(mixedUp.coded.codings.map(\.charted) == [.no(reason: "not on the page as quoted")])
    }

    @Test func catchesAStoredTextThatThePageDoesNotHave() throws {
        let fixture = try ProjectFixture(papers: Self.papers)
        let project = try fixture.project()
        let store = try fixture.store(of: project)
        var record = try store.record(at: 0)
        record.letters = ["anotherpagealtogether"]
        try store.add(record, at: 0)
        let outputs = try RunOutputs(project: project, store: store)
        try outputs.write()
        var verification = OutputVerification(outputs)
        let findings = try verification.run().findings
        #expect(findings.map(\.problem) == ["does not stand on page 1"])
    }
}
