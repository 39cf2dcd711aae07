import Decisions
import DocumentModel
import Testing

@Suite struct ApplyDecisionsTests {
    private static let document = Garden.document([
        "The soil was poor and pupils left. Nobody watered the beds in August.", "Rain helped the pupils.",
    ])
    private static let soil = Garden.coding("The soil was poor and pupils left.", in: document, id: "soil")
    private static let water = Garden.coding("Nobody watered the beds in August.", in: document, id: "water")

    private func decision(
        _ coding: CodedPassage, _ verdict: Decision.Verdict, codes: [DimensionCodes] = [], quote: String? = nil,
        wording: String? = nil
    ) -> Decision {
        Decision(
            anchor: Garden.anchor(of: coding, in: Self.document), verdict: verdict, codes: codes, quote: quote,
            wording: wording)
    }

    private func applied(
        _ decisions: [Decision], to codings: [CodedPassage] = [soil, water], of document: Document = document,
        use: DecisionUse = .apply
    ) -> (codings: [CodedPassage], reasons: [String]) {
        var rules = Garden.rules
        rules.use = use
        let (coded, loose) = apply(decisions, to: CodedDocument(codings: codings), of: document, rules: rules)
        return (coded.codings, loose.map(\.reason))
    }

    @Test func marksWhatAPersonAccepted() {
        let (codings, reasons) = applied([decision(Self.soil, .accepted)])
        #expect(codings.map(\.state) == [.accepted, .machine])
        #expect(codings.map(\.charted) == [.yes, .yes])
        #expect(reasons == [])
    }

    @Test func takesRejectedItemsOutOfTheChart() {
        let codings = applied([decision(Self.water, .rejected)]).codings
        #expect(codings.map(\.charted) == [.yes, .no(reason: "rejected")])
        #expect(codings.map(\.id) == ["soil", "water"])
    }

    @Test func givesEditedItemsTheirCodesBoundsAndWording() {
        let people = [DimensionCodes(dimension: "theme", codes: ["people", "soil"])]
        let edited = decision(Self.soil, .edited, codes: people, quote: "pupils left", wording: "Drop-out")
        let coding = applied([edited]).codings[0]
        #expect(coding.statement == "pupils left")
        #expect(coding.start == 22 && coding.end == 33)
        #expect(coding.codes.codes(in: "theme") == ["people", "soil"])
        #expect(coding.codes.codes(in: "category") == ["barrier"])
        #expect(coding.wording == "Drop-out")
        #expect(coding.id == "soil" && coding.state == .edited)
        // `The` decided, and is no part of the quote any more.
        #expect(coding.codes.matches.flatMap(\.spans) == [])
    }

    @Test func keepsWhatTheCodebookNoLongerCodes() {
        let (codings, reasons) = applied([decision(Self.soil, .accepted), decision(Self.water, .rejected)], to: [])
        #expect(codings.map(\.charted) == [.yes, .no(reason: "rejected")])
        #expect(codings[0].statement == Self.soil.statement && codings[0].codebook == "garden")
        #expect(codings[0].headings == ["What we saw"])
        #expect(reasons == [])
    }

    @Test func keepsTheCodesThatWereAcceptedWhenTheCodebookGivesOthers() {
        let recoded = Garden.coding(Self.soil.statement, in: Self.document, id: "soil", themes: ["people"])
        let codings = applied([decision(Self.soil, .accepted)], to: [recoded]).codings
        #expect(codings.map { $0.codes.codes(in: "theme") } == [["soil"]])
    }

    @Test func listsDecisionsWithCodesThatAreGone() {
        let gone = [DimensionCodes(dimension: "theme", codes: ["slugs"])]
        let (codings, reasons) = applied([decision(Self.soil, .edited, codes: gone)])
        #expect(codings.map(\.state) == [.machine, .machine])
        #expect(reasons == ["no codebook has the code theme.slugs any more"])
        #expect(applied([decision(Self.soil, .rejected, codes: gone)]).reasons == [])
    }

    @Test func listsDecisionsWhoseQuoteIsGone() {
        let other = Garden.document(["Quite another text."])
        #expect(
            applied([decision(Self.soil, .accepted)], to: [], of: other).reasons == [
                "its quote is not in the document any more"
            ])
        let unread = Garden.document([], status: .damaged)
        #expect(
            applied([decision(Self.soil, .accepted)], to: [], of: unread).reasons == ["its document could not be read"])
    }

    @Test func takesOtherCutsOfADecidedPassageForTheSame() {
        // Another reading makes one sentence of the two.
        let all = Garden.coding(
            "The soil was poor and pupils left. Nobody watered the beds in August.", in: Self.document, id: "all")
        let (codings, reasons) = applied([decision(Self.soil, .accepted), decision(Self.water, .rejected)], to: [all])
        #expect(codings.map(\.id) == ["soil", "all", "water"])
        #expect(
            codings.map(\.charted) == [.yes, .no(reason: "in a decided passage"), .no(reason: "rejected")])
        #expect(reasons == [])
        // And the other way round.
        let cut = applied([decision(all, .rejected)]).codings
        #expect(cut.map(\.id) == ["soil", "all", "water"])
        #expect(
            cut.map(\.charted) == [
                .no(reason: "in a decided passage"), .no(reason: "rejected"), .no(reason: "in a decided passage"),
            ])
    }

    @Test func keepsMentionsOfADecidedStatement() {
        let document = Garden.document(["The beds were dry.", "Again: the beds were dry."])
        var later = Garden.coding("The beds were dry.", in: document, id: "later")
        (later.start, later.end) = (27, 45)
        let first = Garden.coding("The beds were dry.", in: document, id: "first")
        let decision = Decision(anchor: Garden.anchor(of: first, in: document), verdict: .accepted)
        let codings = applied([decision], to: [later], of: document).codings
        #expect(codings.map(\.id) == ["first"])
        #expect(codings[0].start == 0)
        #expect(codings[0].mentions.map(\.start) == [27])
    }

    @Test func addsWhatAPersonFound() {
        var anchor = Garden.anchor(
            of: Garden.coding("Rain helped the pupils.", in: Self.document, id: "rain"), in: Self.document)
        anchor.codes = []
        let codes = [
            DimensionCodes(dimension: "theme", codes: ["people"]),
            DimensionCodes(dimension: "category", codes: ["facilitator"]),
        ]
        let codings = applied([Decision(anchor: anchor, verdict: .added, codes: codes)]).codings
        #expect(codings.map(\.id) == ["soil", "water", "rain"])
        #expect(codings[2].state == .added && codings[2].charted == .yes)
        // In the codebook's order, not the person's.
        #expect(codings[2].codes.assigned.map(\.dimension) == ["category", "theme"])
    }

    @Test func addsAPieceBesideItsSentence() {
        var anchor = Garden.anchor(of: Garden.coding("pupils left", in: Self.document, id: "left"), in: Self.document)
        anchor.codes = Self.soil.codes.assigned
        let codings = applied([Decision(anchor: anchor, verdict: .added)]).codings
        #expect(codings.map(\.id) == ["soil", "left", "water"])
        #expect(codings.map(\.charted) == [.yes, .yes, .yes])
    }

    @Test func showsOnlyAcceptedItemsWhereThatIsWanted() {
        let codings = applied([decision(Self.soil, .accepted)], use: .onlyAccepted).codings
        #expect(codings.map(\.charted) == [.yes, .no(reason: "not accepted")])
    }

    @Test func givesEachStatementAnIDOfItsOwn() {
        // Another reading counts occurrences otherwise: the id of a decided statement is now another one's.
        let water = Garden.coding(Self.water.statement, in: Self.document, id: "soil")
        let ids = applied([decision(Self.soil, .accepted)], to: [water]).codings.map(\.id)
        #expect(ids.count == 2 && ids[0] == "soil" && ids[1] != "soil")
    }
}

@Suite struct DecisionsByDocumentTests {
    private func positions(_ decided: DecidedDocument, _ documents: [DecidedDocument]) -> [Int] {
        let decision = Decision(
            anchor: DecisionAnchor(document: decided, id: "1", quote: "x", start: 0), verdict: .accepted)
        let (byPosition, without) = decisionsByDocument([decision], documents: documents)
        #expect(without.map(\.reason) == (byPosition.isEmpty ? ["its document is not in the corpus"] : []))
        return byPosition.keys.sorted()
    }

    private func document(_ sha256: String, doi: String? = nil, title: String? = nil) -> DecidedDocument {
        DecidedDocument(path: sha256 + ".pdf", sha256: sha256, doi: doi, title: title)
    }

    @Test func knowsADocumentByItsBytes() {
        let documents = [document("b", doi: "10.1/x"), document("a"), document("a")]
        #expect(positions(document("a", doi: "10.1/x"), documents) == [1, 2])
    }

    @Test func knowsAnotherFileByItsDOI() {
        #expect(positions(document("old", doi: "10.1/X"), [document("a"), document("b", doi: "10.1/x")]) == [1])
    }

    @Test func knowsAnotherFileByItsTitle() {
        let title = "What makes school gardens last?"
        #expect(
            positions(document("old", title: title), [document("a", title: "What makes school gardens last")]) == [0])
        #expect(
            positions(document("old", doi: "10.1/x", title: title), [document("a", doi: "10.1/y", title: title)]) == [])
        #expect(positions(document("old", title: "Annual report"), [document("a", title: "Annual report")]) == [])
    }
}
