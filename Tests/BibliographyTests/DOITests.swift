import Testing

@testable import Bibliography

@Test(arguments: [
    ("10.1136/bmjopen-2021-049296", "10.1136/bmjopen-2021-049296"),
    ("https://doi.org/10.1136/BMJopen-2021-049296.", "10.1136/bmjopen-2021-049296"),
    ("doi: 10.1016/S0140-6736(19)30427-1)", "10.1016/s0140-6736(19)30427-1"),
    ("(10.1000/abc)", "10.1000/abc"),
    ("see 10.1000/a.b;", "10.1000/a.b"),
    ("10.1000.10/x", "10.1000.10/x"),
])
func findsDOIsInText(_ text: String, _ doi: String) {
    #expect(normalizedDOI(text) == doi)
}

@Test(arguments: ["", "10.12/abc", "110.1234/abc", "10.1234/", "10.1234", "version 10.1 / 2", "10.1234/..."])
func takesNoOtherNumberForADOI(_ text: String) {
    #expect(normalizedDOI(text) == nil)
}

@Test(arguments: [
    ("2020/11//Nov/Dec2020", 2020), ("D:20190512101500Z", 2019), ("May 2019", 2019), ("20190512", 2019),
    ("p. 1234, 1999", 1999),
])
func findsTheYearOfADate(_ text: String, _ year: Int) {
    #expect(firstYear(in: text) == year)
}

@Test(arguments: ["", "12345", "0999", "99", "no date"])
func takesNoOtherNumberForAYear(_ text: String) {
    #expect(firstYear(in: text) == nil)
}
