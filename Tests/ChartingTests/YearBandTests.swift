import Testing

@testable import Charting

@Suite struct YearBandTests {
    private func bands(_ texts: String...) throws -> [YearBand] {
        try texts.map { try #require(YearBand($0)) }
    }

    @Test(arguments: [
        ("1997-2004", "1997-2004"), ("1997 – 2004", "1997-2004"), ("2020-", "2020 or later"),
        ("-1996", "1996 or earlier"), ("2020", "2020"), ("2020-2020", "2020"),
    ])
    func readsRangesOfYears(_ text: String, _ label: String) {
        #expect(YearBand(text)?.label == label)
    }

    @Test(arguments: ["", "-", "2004-1997", "97-04", "1997-2004-2005", "early", "1997-now", "99999"])
    func refusesWhatIsNoRangeOfYears(_ text: String) {
        #expect(YearBand(text) == nil)
    }

    @Test func takesBandsWithoutGapsAndOverlaps() throws {
        let taken = try YearBands(try bands("1997-2004", "2005", "2006-"))
        #expect([1996, 1997, 2004, 2005, 2006, 2031].map { taken.index(of: $0) } == [nil, 0, 0, 1, 2, 2])
    }

    @Test func refusesOverlapsAndGaps() throws {
        // As printed in the review that codechart starts from.
        #expect(throws: YearBands.Problem.overlap(index: 1)) { try YearBands(try bands("2010-2014", "2014-2019")) }
        #expect(throws: YearBands.Problem.overlap(index: 1)) { try YearBands(try bands("2010-2014", "2000-2009")) }
        #expect(throws: YearBands.Problem.overlap(index: 1)) { try YearBands(try bands("2010-", "2015-2019")) }
        #expect(throws: YearBands.Problem.gap(index: 2, years: YearBand(first: 2005, last: 2009))) {
            try YearBands(try bands("-1999", "2000-2004", "2010-2014"))
        }
    }

    @Test func fewYearsAreShownSinglyManyInFives() {
        #expect(YearBands(fittedTo: [2011, 2013]).bands.map(\.label) == ["2011", "2012", "2013"])
        #expect(
            YearBands(fittedTo: [1998, 2011]).bands.map(\.label) == [
                "1995-1999", "2000-2004", "2005-2009", "2010-2014",
            ])
        #expect(YearBands(fittedTo: [Int]()).bands == [])
    }

    @Test func aYearFarFromTheOthersMakesNoHundredRows() {
        let bands = YearBands(fittedTo: [1066, 2019])
        #expect(bands.bands.count == 12)
        #expect(bands.bands.first?.label == "1964 or earlier")
        #expect(bands.index(of: 1066) == 0 && bands.index(of: 2019) == 11)
    }

    @Test func yearsAreFourDigits() {
        #expect(publicationYear("2018-05") == 2018)
        #expect(publicationYear(" 2018 Mar") == 2018)
        #expect(publicationYear("May 2018, revised 2019") == 2018)
        #expect(publicationYear("in press") == nil)
        #expect(publicationYear("20181") == nil)
        #expect(publicationYear("0018") == nil)
    }

    @Test func countsYearsOutsideOfTheBandsAndUnknownOnesApart() throws {
        var years = YearCount()
        for year in ["2011", "2010", "2011-05", nil, "1999", "soon"] { years.add(year) }
        #expect(years.unknown == 2)
        #expect(years.counts(in: nil).map(\.band?.label) == ["1995-1999", "2000-2004", "2005-2009", "2010-2014"])
        #expect(years.counts(in: nil).map(\.count) == [1, 0, 0, 3])
        let bands = try YearBands([try #require(YearBand("2010")), try #require(YearBand("2011-"))])
        #expect(years.counts(in: bands).map(\.band?.label) == ["2010", "2011 or later", nil])
        #expect(years.counts(in: bands).map(\.count) == [1, 2, 1])
    }
}
