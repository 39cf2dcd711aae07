import Testing

@testable import Coding

@Test func numbersFingerprintsInTheOrderInWhichTheyCome() {
    var table = FingerprintTable()
    // Neighbours, multiples of a power of two, and 0, which nothing else may stand for.
    let fingerprints = (0..<3000).flatMap { [$0, $0 << 40 | 1 << 63] } as [UInt64]
    #expect(!table.contains(0))
    for round in 0..<2 {
        for (number, fingerprint) in fingerprints.enumerated() {
            #expect(table.contains(fingerprint) == (round == 1))
            #expect(table.number(of: fingerprint) == number)
        }
    }
    #expect(table.count == fingerprints.count)
    #expect(!table.contains(3000))
}

@Test func findsTheWordsOfAListInAnyCase() {
    let list = WordList(["wk", "e.g", "recommendations"])
    func contains(_ word: String) -> Bool { list.containsInAnyCase(Array(word.utf8)[...]) }
    #expect(["wk", "WK", "E.g", "Recommendations"].allSatisfy(contains))
    // The sign of kelvin, whose lower case is a k.
    #expect(contains("w\u{212A}"))
    #expect(!["", "w", "wks", "e.", "eg", "wé", "recommendation"].contains(where: contains))
}
