import Testing

@testable import Coding

private func words(_ statement: String) -> StatementWords {
    var words = StatementWords()
    let text = Array(statement.utf8)
    words.append(0..<text.count, of: text)
    return words
}

/// Pairs of statements with the same words.
private let pairs: [(String, String)] = [
    ("Joint teams", "the JOINT team"),
    ("care, “joint” teams’", "Care: joint team."),
    ("joint/rural teams—or none", "joint rural teams – or none"),
    ("Zoë’s naïve plan", "ZOËs NAÏVE plans"),
    ("ﬁnance\u{00A0}plans", "finance\u{2009}plan"),
    ("co-ordinated teams", "coordinated teams"),
    ("teams (see Figs 2 and 3) met", "teams met"),
    ("teams [12–15, 17] met", "teams met"),
    ("teams () met", "teams met"),
    ("by (15%), and", "by 15%."),
    ("up to 3B", "up to 3b"),
    ("", "the"),
]

@Test(arguments: pairs) func writtenDifferentlyTheWordsAreTheSame(_ one: String, _ other: String) {
    #expect(words(one).words == words(other).words)
    #expect(words(one).isDecisive == words(other).isDecisive)
}

@Test(arguments: [
    ("gas", "ga"), ("less", "les"), ("bus stops", "bu stops"), ("by 3.1", "by 31"), ("by 15%", "by 15"),
    ("teams (15%) met", "teams met"), ("teams (in care) met", "teams met"), ("teams (see Kent) met", "teams met"),
    ("joint teams", "jointteams"), ("naïve", "nave"),
])
func otherWordsAreNotTheSame(_ one: String, _ other: String) {
    #expect(words(one).words != words(other).words)
}

@Test func numbersAndNegationsAreDecisive() {
    let statement = words("Nurses didn’t meet 12 doctors, don't see cant, and wouldn´t, without naïven't")
    #expect(statement.isDecisive == [false, true, false, true, false, true, false, false, false, true, true])
    #expect(statement[0] == 0..<11)
}
