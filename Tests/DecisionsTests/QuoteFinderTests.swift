import Decisions
import DocumentModel
import Testing

@Suite struct QuoteFinderTests {
    private func found(_ quote: String, _ paragraphs: String...) -> [String] {
        let document = Garden.document(paragraphs)
        let finder = QuoteFinder(document)
        return finder.places(of: quote).map(finder.text)
    }

    @Test func findsAQuoteHoweverItsSignsAreWritten() {
        #expect(
            found("\"Too few -  people\" (we were told).", "So: “Too few – people” (we were told). Then rain.")
                == ["“Too few – people” (we were told)."])
        #expect(found("the ﬁrst beds", "All the first beds dried.") == ["the first beds"])
    }

    @Test func takesSignsOnlyWhereTheTextHasThem() {
        #expect(found("beds dried.", "The beds dried, then the hose broke.") == ["beds dried"])
        #expect(found("beds dried", "The beds dried. Rain.") == ["beds dried"])
    }

    @Test func findsWholeWordsOnly() {
        #expect(found("bed", "Embedded beds, one bed.") == ["bed"])
        #expect(found("was poor", "It was poorer.") == [])
    }

    @Test func findsNoQuoteThatRunsOverParagraphs() {
        #expect(found("soil was poor and dry", "The soil was poor", "and dry.") == [])
    }

    @Test func findsEveryPlaceAndOverlaps() {
        #expect(found("no rain no rain", "No rain no rain no rain.").count == 2)
        #expect(found("…", "One … two.") == [])
    }

    @Test func saysHowFarAQuoteIsFound() {
        let finder = QuoteFinder(Garden.document(["The soil was poor and the beds were dry."]))
        #expect(finder.longestBeginning(of: "The soil was poor, but the beds were wet") == "The soil was poor")
        #expect(finder.longestBeginning(of: "The soil was power") == "The soil was")
        #expect(finder.longestBeginning(of: "Quite other words") == nil)
    }

    private func anchored(_ quote: String, was: [String], is now: [String]) -> String? {
        let old = Garden.document(was)
        let anchor = Garden.anchor(of: Garden.coding(quote, in: old, id: "1"), in: old)
        let finder = QuoteFinder(Garden.document(now))
        return finder.place(of: anchor).map { place in
            let before = now.joined(separator: "\n\n").unicodeScalars.prefix(place.lowerBound)
            return finder.text(of: place) + " @" + String(String.UnicodeScalarView(before.suffix(6)))
        }
    }

    @Test func findsAnAnchorAtOtherOffsets() {
        #expect(
            anchored("The soil was poor.", was: ["The soil was poor."], is: ["A new head", "So: The soil was poor."])
                == "The soil was poor. @\n\nSo: ")
    }

    @Test func tellsRepetitionsByWhatStandsAround() {
        let was = ["Beds: too dry", "Paths: too dry"]
        let old = Garden.document(was)
        var coding = Garden.coding("too dry", in: old, id: "1")
        (coding.start, coding.end) = (22, 29)
        let now = Garden.document(["Paths: too dry", "Beds: too dry", "Walls: too dry"])
        #expect(QuoteFinder(now).place(of: Garden.anchor(of: coding, in: old)) == 7..<14)
    }

    @Test func takesTheNearestOfPlacesThatLookTheSame() {
        let old = Garden.document(["too dry", "too dry", "too dry"])
        var coding = Garden.coding("too dry", in: old, id: "1")
        (coding.start, coding.end) = (9, 16)
        var anchor = Garden.anchor(of: coding, in: old)
        (anchor.prefix, anchor.suffix) = ("", "")
        #expect(QuoteFinder(Garden.document(["Oh", "too dry", "too dry", "too dry"])).place(of: anchor) == 13..<20)
    }

    @Test func findsAQuoteIntoWhichAnotherReadingPutAMark() {
        let quote = "Teams that had lost a third of their volunteers could not water the beds in August and gave up."
        let now = "Teams that had lost a third of their volunteers 12 could not water the beds in August and gave up."
        #expect(anchored(quote, was: [quote], is: ["Then:", now])?.hasPrefix(now) == true)
        let other =
            "Teams that had lost a third of their money in spring could not water the beds in August and gave up."
        #expect(anchored(quote, was: [quote], is: [other]) == nil)
    }

    @Test func doesNotTrustOffsetsOfAnotherText() {
        var anchor = Garden.anchor(
            of: Garden.coding("poor", in: Garden.document(["poor"]), id: "1"), in: Garden.document(["poor"]))
        anchor.start = .max
        #expect(QuoteFinder(Garden.document(["The soil was poor."])).place(of: anchor) == 13..<17)
        anchor.start = -5
        anchor.quote = "…"
        #expect(QuoteFinder(Garden.document(["The soil was poor."])).place(of: anchor) == nil)
    }
}
