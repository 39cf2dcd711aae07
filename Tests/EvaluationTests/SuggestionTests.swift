import Codebooks
import DocumentModel
import Evaluation
import Testing

struct SuggestionTests {
    private let book = Codebook(
        id: "test", skip: [.references],
        dimensions: [
            Dimension(
                id: "theme", assign: .all,
                codes: [
                    Code(id: "money", rules: [rule("tariffs", "tariff*", weight: 2000)]),
                    Code(id: "people", rules: [rule("staff", "nurse*")]),
                ])
        ])

    /// Three documents about money, whose words are *budgets*, *the purse* and *tariffs*, and people.
    private let gold: [GoldPassage] = ["north", "south", "west"].enumerated().flatMap { number, town in
        [
            passage("\(town)-1", "The budget of the \(town) ran out.", ["money"], town),
            passage("\(town)-2", "Nobody in the \(town) knew how large budgets were.", ["money"], town),
            passage("\(town)-3", "Who held the joint purse was never settled.", ["money"], town),
            passage("\(town)-4", "The tariff rose.", ["money"], town),
            passage("\(town)-5", "Nurses of the \(town) met in a large hall.", ["people"], town),
            passage("\(town)-6", "A joint visit was never settled.", [], town),
            passage("\(town)-7", number == 0 ? "Budgeting took long." : "Some took long.", [], town),
        ]
    }

    private func suggestions(
        _ gold: [GoldPassage], code: String = "money", settings: SuggestionSettings = SuggestionSettings()
    ) -> TermSuggestions {
        suggestTerms(
            for: CodeReference(dimension: "theme", code: code), codebooks: [book], gold: gold, settings: settings)
    }

    @Test func aWordFamilyOfMissedPassagesComesFirst() throws {
        let found = suggestions(gold)
        #expect(found.gold == 12)
        #expect(found.found == 3)
        #expect(found.others == 9)
        let first = try #require(found.terms.first)
        #expect(first.source == "budget*")
        #expect(first.effect == .init(gain: 6, cost: 1))
        #expect(
            first.gained.map { gold[$0].passage.id } == [
                "north-1", "north-2", "south-1", "south-2", "west-1", "west-2",
            ])
        #expect(first.wronglyGained.map { gold[$0].passage.id } == ["north-7"])
        // 6 of 13 and 1 of 10 (passages and one definition each), as
        // scipy.stats.chi2_contingency(…, correction=False, lambda_="log-likelihood") has it.
        #expect(abs(first.logLikelihood - 3.820666) < 1e-5)
        #expect(abs(first.ratio - (6.5 / 14) / (1.5 / 11)) < 1e-9)
    }

    @Test func aPhraseThatTellsMoreThanItsWordsStands() {
        #expect(
            suggestions(gold).terms.contains { ["purse", "joint purse"].contains($0.source) && $0.effect.cost == 0 })
    }

    @Test func whatRulesCoverAndStopWordsAreLeftOut() {
        let words = suggestions(gold).terms.flatMap { $0.source.split(separator: " ") }
        #expect(!words.contains { $0.hasPrefix("tariff") })
        for term in suggestions(gold).terms {
            let ends = [term.source.split(separator: " ").first, term.source.split(separator: " ").last]
            #expect(ends.allSatisfy { !["the", "of", "was", "never", "who"].contains($0) }, "\(term.source)")
        }
    }

    @Test func aTermOfOneDocumentGainsNothingInTheOthers() throws {
        var gold = gold
        for number in 1...3 {
            gold.append(passage("once-\(number)", "A levy was due.", ["money"], "north"))
        }
        for (number, town) in ["north", "south", "west", "north", "south", "west"].enumerated() {
            gold.append(passage("visit-\(number)", "Visits were arranged.", [], town))
        }
        let terms = suggestions(gold, settings: SuggestionSettings(folds: 3)).terms
        let once = try #require(terms.first { $0.source.contains("levy") })
        #expect(once.effect.gain == 3)
        #expect(once.heldOut == .init(gain: 0, cost: 0))
        let everywhere = try #require(terms.first { $0.source == "budget*" })
        #expect(everywhere.folds == 3)
        #expect(everywhere.heldOut == .init(gain: 6, cost: 1))
    }

    @Test func aWordOfTheDefinitionComesBeforeOthersAsFrequent() {
        func terms(_ definition: String, of other: String) -> [String] {
            var book = book
            book.dimensions[0].codes[0].definition = definition
            book.dimensions[0].codes[1].definition = other
            return suggestTerms(
                for: CodeReference(dimension: "theme", code: "money"), codebooks: [book],
                gold: gold + [passage("north-8", "Fees and dues.", ["money"], "north")]
            ).terms.map(\.source)
        }
        func place(_ term: String, in terms: [String]) -> Int { terms.firstIndex(of: term) ?? .max }
        let named = terms("What dues are paid", of: "")
        let named2 = terms("What fees are paid", of: "")
        #expect(place("dues", in: named) < place("fees", in: named))
        #expect(place("fees", in: named2) < place("dues", in: named2))
        #expect(place("fees", in: terms("", of: "dues")) < place("dues", in: terms("", of: "dues")))
    }

    @Test func theRuleReachesTheThresholdWithTheUsualWeight() {
        let rule = suggestions(gold).rule
        #expect(rule.weight == 2000)
        #expect(rule.match?.sources.first == "budget*")
        #expect(suggestions(gold, code: "people").terms.isEmpty, "nothing is missed")
    }

    @Test func missedPassagesThatAreNeverCodedBringNoTerms() {
        let skipped = gold.map { gold in
            var gold = gold
            gold.passage.section = .references
            return gold
        }
        let found = suggestions(skipped)
        #expect(found.unreachable == 12)
        #expect(found.terms.isEmpty)
    }

    @Test func theSameGoldGivesTheSameTerms() {
        #expect(suggestions(gold) == suggestions(gold))
        #expect(suggestions(gold, settings: SuggestionSettings(limit: 1)).terms.map(\.source) == ["budget*"])
    }
}

private func rule(_ id: String, _ source: String, weight: Int = 1000) -> Rule {
    let (book, _) = loadCodebook(
        yaml: """
            codebook: one
            dimensions:
              - dimension: one
                codes: [{code: one, rules: [{rule: \(id), match: \(source)}]}]
            """, file: "one.yaml")
    var rule = book!.dimensions[0].codes[0].rules[0]
    rule.weight = weight
    return rule
}

private func passage(_ id: String, _ text: String, _ codes: [String], _ document: String) -> GoldPassage {
    GoldPassage(
        passage: Passage(id: id, text: text), codes: [DimensionCodes(dimension: "theme", codes: codes)],
        document: document)
}
