import Testing

@testable import Coding

/// Pairs of statements, and whether they say the same in nearly the same words.
private let pairs: [(String, String, same: Bool)] = [
    ("Short funding delayed the shared record.", "Short funding delayed shared records", true),
    ("A lack of trained staff delayed the visits.", "Lack of trained staff has delayed visits.", true),
    (
        "Shared records helped nurses and doctors to plan.",
        "Shared records helped nurses, doctors to plan their visits.", true
    ),
    ("We ask ministers to pay for training.", "We ask ministers to pay for training (paragraph 2.20).", true),
    (
        "We ask ministers to pay for training [14, 15].", "We ask ministers (see Table 3) to pay for training (DfT 7)",
        false
    ),
    (
        "We ask ministers to pay for training [14, 15].", "We ask ministers (see Table 3) to pay for training (BC 59)",
        true
    ),
    // One word in five may be added, and not more.
    ("Funding delayed joint teams.", "Funding delayed joint rural teams.", true),
    ("Funding delayed joint teams.", "Late funding delayed joint rural teams.", false),
    // Fewer than four words say too little.
    ("Funding was short.", "The funding was short.", false),
    // Nothing is exchanged, and nothing is turned round.
    ("Funding delayed the joint teams in pregnancy care.", "Funding delayed the joint teams in stroke care.", false),
    ("Doctors trained the nurses of the ward.", "Nurses trained the doctors of the ward.", false),
    ("Teams offered visits to older people.", "Teams offered visits to people older.", false),
    // Numbers.
    ("Visits rose by 15 in the first year.", "Visits rose by 16 in the first year.", false),
    ("Visits rose by 1.5 in the first year.", "Visits rose by 15 in the first year.", false),
    ("Visits rose by 15% in the first year.", "Visits rose by 15 in the first year.", false),
    ("Visits rose in the first year of care.", "Visits rose in the first year of care (15%).", false),
    ("The joint teams left after a long winter.", "The two joint teams left after a long winter.", false),
    // Negations, conditions, quantities.
    ("Managers shared their plans with the nurses.", "Managers never shared their plans with the nurses.", false),
    ("Managers did share plans with the nurses.", "Managers didn’t share plans with the nurses.", false),
    ("Managers could share plans with the nurses.", "Managers couldn't share plans with the nurses.", false),
    ("Managers share their plans with the nurses.", "Managers should share their plans with the nurses.", false),
    ("Managers share their plans with the nurses.", "Some managers share their plans with the nurses.", false),
    ("Staff time held up the joint clinic.", "Lack of staff time held up the joint clinic.", false),
    ("Visits help people who live alone.", "Visits help people only who live alone.", false),
]

@Test(arguments: pairs) func findsStatementsThatSayNearlyTheSame(_ one: String, _ other: String, same: Bool) {
    for pair in [[one, other], [other, one]] {
        let leaders = leaders(of: words(of: pair), kinds: [0, 0])
        #expect((leaders[0] == leaders[1]) == same, "\(pair)")
    }
}

private func leaders(_ statements: String..., kinds: [Int]? = nil) -> [Int] {
    leaders(of: words(of: statements), kinds: kinds ?? [Int](repeating: 0, count: statements.count))
}

private func words(of statements: [String]) -> StatementWords {
    var words = StatementWords()
    for statement in statements {
        // In the middle of a text, as all statements are.
        let text = Array("end of \(statement) Next".utf8)
        words.append(7..<text.count - 5, of: text)
    }
    return words
}

@Test func statementsOfTwoKindsNeverSayTheSame() {
    let statement = "Short funding delayed the joint teams."
    #expect(leaders(statement, statement, kinds: [0, 1]) == [0, 1])
    #expect(leaders(statement, statement, kinds: [1, 1]) == [0, 0])
}

@Test func twoThatAddSomethingStayTwo() {
    // The first belongs to one of the others, and does not join them.
    let leaders = leaders(
        "Short funding delayed joint teams.", "Short funding delayed joint rural teams.",
        "Short funding delayed joint urban teams.")
    #expect(leaders == [2, 1, 2])
}

@Test func belongsToTheShortestThatHasIt() {
    let short = "Late pay of the small teams made nurses leave the ward again"
    #expect(leaders(short + " last winter", short, short + " soon") == [0, 2, 2])
}

@Test(.timeLimit(.minutes(1))) func manyStatementsOfTheSameWordsAreNotComparedWithEachOther() {
    // The same ten words in ever another order: the rarest word of each stands in all.
    let many = words(of: (0..<6_000).map(shuffled))
    #expect(leaders(of: many, kinds: many.indices.map { _ in 0 }) == Array(many.indices))
}

@Test func inAKindOfManyAStatementIsFoundByItsRarestWord() {
    // Two kinds of many, in turn, so that what is known of the one must be forgotten for the other.
    let towns = (0..<200).map { "Late funding delayed the teams of " + name($0) }
    let longer = towns.map { $0 + " and region" }
    let kinds = towns.indices.map { $0 % 2 }
    let together = leaders(of: words(of: towns + longer), kinds: kinds + kinds)
    #expect(Array(together[..<200]) == Array(200..<400))
    #expect(Array(together[200...]) == Array(200..<400))
    // The same statements in different kinds.
    let apart = leaders(of: words(of: towns + longer), kinds: kinds + kinds.map { 1 - $0 })
    #expect(apart == Array(0..<400))
}

/// A word of letters only, another for each number below 676.
private func name(_ number: Int) -> String {
    let letters = [number / 26, number % 26].map { Character(UnicodeScalar(UInt8(ascii: "a") + UInt8($0))) }
    return "Town" + String(letters)
}

/// Ten words in the order with a number (Knuth 1997, 3.3.2: factorial number system).
private func shuffled(_ number: Int) -> String {
    var words = ["short", "funding", "delayed", "joint", "teams", "wards", "nurses", "clinics", "homes", "visits"]
    var rest = number
    var result: [String] = []
    while !words.isEmpty {
        result.append(words.remove(at: rest % words.count))
        rest /= words.count + 1
    }
    return result.joined(separator: " ")
}
