import Codebooks
import DocumentModel
import Testing

struct SectionTallyTests {
    /// A tally of documents, each a list of sections with the length of a passage in it.
    private func tally(_ documents: [[(SectionKind?, Int)]]) throws -> SectionTally {
        let book = try codebook(
            """
            codebook: test
            skip: [references]
            dimensions:
              - dimension: theme
                codes:
                  - code: soil
                    rules:
                      - {rule: found, match: soil, in: [results, conclusions]}
                      - {rule: elsewhere, match: soil AND rain, not in: [methods]}
                      - {rule: anywhere, match: soil AND sand}
            """)
        var tally = SectionTally([book])
        for (number, passages) in documents.enumerated() {
            tally.beginDocument("\(number)")
            for (section, length) in passages {
                tally.add(passage(String(repeating: "ä", count: length), section: section))
            }
        }
        return tally
    }

    @Test func aRuleThatIsKeptOutOfMoreThanHalfOfADocumentIsFound() throws {
        let losses = try tally([[(.results, 60), (.methods, 40)], [(.results, 10), (.methods, 30)]]).losses
        #expect(losses.map(\.rule.rule) == ["found", "elsewhere"])
        #expect(losses.map(\.share) == [500, 500])
        #expect(losses.map(\.starved) == [1, 1] && losses.map(\.documents) == [2, 2])
        #expect(losses.map(\.worstDocument) == ["1", "1"] && losses.map(\.worstShare) == [750, 750])
    }

    @Test func theRuleThatLosesMostComesFirst() throws {
        let losses = try tally([[(.introduction, 60), (.methods, 70), (.results, 5)]]).losses
        #expect(losses.map(\.rule.rule) == ["found", "elsewhere"])
        #expect(losses.map(\.share) == [962, 518])
    }

    @Test func noRuleIsKeptOutWhereTheSectionIsUnknown() throws {
        let tally = try tally([[(nil, 60), (.methods, 40)]])
        #expect(tally.losses.isEmpty)
        #expect(tally.documents.map(\.unknownShare) == [600])
    }

    @Test func exactlyHalfIsNotMoreThanHalf() throws {
        #expect(try tally([[(.results, 50), (.methods, 50)]]).losses.isEmpty)
    }

    @Test func sectionsThatAreNeverCodedAreNoText() throws {
        let losses = try tally([[(.references, 900), (.results, 40), (.methods, 20)]]).losses
        #expect(losses.isEmpty)
        #expect(try tally([[(.references, 900)]]).losses.isEmpty)
    }

    @Test func aDocumentCountsItsPassagesAndTheirText() throws {
        let documents = try tally([[(nil, 1), (.results, 2)], []]).documents
        #expect(documents.map(\.passages) == [2, 0] && documents.map(\.text) == [3, 0])
        #expect(documents.map(\.unknownShare) == [333, nil])
    }
}
