import Expressions
import Testing

/// The traps of search syntax that reviewers fall into, one test each.
struct DialectTrapTests {
    private func read(_ text: String, _ database: String) throws -> ParsedExpression {
        readSearch(text, in: try #require(Dialect.named(database)), at: nil)
    }

    private func write(_ source: String, _ database: String) throws -> WrittenSearch {
        writeSearch(
            try #require(parseExpression(source, at: nil).expression), in: try #require(Dialect.named(database)),
            at: nil,
            stem: { String($0.prefix(4)) })
    }

    @Test func ovidAndEBSCOSwapHashAndQuestionMark() throws {
        #expect(try read("wom#n", "ovid").expression?.source == "wom?n")
        #expect(try read("wom?n", "ebsco").expression?.source == "wom?n")
        #expect(try read("behavio?r", "ovid").expression?.source == "behavior OR behavio?r")
        #expect(try read("behavio#r", "ebsco").expression?.source == "behavior OR behavio?r")
        #expect(try read("behavio?r", "ovid").diagnostics.map(\.identifier) == ["sign-?"])
        #expect(try read("behavio#r", "ebsco").diagnostics.map(\.identifier) == ["sign-#"])
        #expect(try read("wom?n", "ebsco").diagnostics.isEmpty)
        #expect(try write("wom?n", "ovid").text == "(wom#n).ti,ab.")
        #expect(try write("wom?n", "ebsco").text == "wom?n")
    }

    @Test func adjThreeIsTwoWordsBetween() throws {
        #expect(try read("lack adj3 care", "ovid").expression?.source == "lack NEAR/2 care")
        #expect(try read("lack adj3 care", "ovid").diagnostics.map(\.identifier) == ["distance-counts"])
        #expect(try read("lack N2 care", "ebsco").expression?.source == "lack NEAR/2 care")
        #expect(try write("lack NEAR/2 care", "ovid").text == "(lack adj3 care).ti,ab.")
        #expect(try write("lack NEAR/2 care", "ebsco").text == "lack N2 care")
    }

    @Test func adjAndAdjOneAreNeighboursInOrder() throws {
        #expect(try read("lack adj care", "ovid").expression?.source == "lack care")
        #expect(try read("lack adj1 care", "ovid").expression?.source == "lack care")
        #expect(try write("lack NEAR/0 care", "ovid").text == "((lack adj care) or (care adj lack)).ti,ab.")
    }

    @Test func pubMedLosesTruncationInProximity() throws {
        let written = try write("lack* NEAR/3 care", "pubmed")
        #expect(written.text == "lack*[tiab] AND care[tiab]")
        #expect(written.diagnostics.map(\.identifier) == ["truncated-proximity"])
        #expect(try write("lack NEAR/3 care", "pubmed").text == "\"lack care\"[tiab:~3]")
        #expect(try read("\"lack care\"[tiab:~3]", "pubmed").expression?.source == "lack NEAR/3 care")
    }

    @Test func pubMedDistributesAlternativesOverProximity() throws {
        let written = try write("(lack OR shortage) NEAR/3 (care OR staff)", "pubmed")
        #expect(
            written.text
                == "\"lack care\"[tiab:~3] OR \"lack staff\"[tiab:~3] OR \"shortage care\"[tiab:~3] OR "
                + "\"shortage staff\"[tiab:~3]")
        #expect(written.diagnostics.isEmpty)
    }

    @Test func pubMedReadsFromLeftToRight() throws {
        #expect(try read("a[ti] OR b[ti] AND c[ti]", "pubmed").expression?.source == "(a OR b) AND c")
        #expect(try read("a OR b AND c", "ovid").expression?.source == "a OR (b AND c)")
        #expect(try write("a OR (b AND c)", "pubmed").text == "a[tiab] OR (b[tiab] AND c[tiab])")
    }

    @Test func pubMedTruncatesOnlyBehindFourLetters() throws {
        let short = try write("act*", "pubmed")
        #expect(short.text == nil)
        #expect(short.diagnostics.map(\.identifier) == ["short-truncation"])
        #expect(try write("acti*", "pubmed").text == "acti*[tiab]")
    }

    @Test func pubMedHasNoWildcardAtTheBeginningOrInside() throws {
        #expect(try write("*glycaemia", "pubmed").diagnostics.map(\.identifier) == ["leading-wildcard"])
        let inner = try write("organi?ation", "pubmed")
        #expect(inner.text == "organi*[tiab]")
        #expect(inner.diagnostics.map(\.identifier) == ["wildcard"])
    }

    @Test func pubMedNeedsAPhraseInItsIndex() throws {
        let written = try write("shared vision", "pubmed")
        #expect(written.text == "\"shared vision\"[tiab]")
        #expect(written.diagnostics.map(\.identifier) == ["phrase-index"])
    }

    @Test func adjacencyIsTheDefaultInOvidAlone() throws {
        #expect(try read("shared vision", "ovid").expression?.source == "shared vision")
        for database in ["pubmed", "proquest", "scopus", "wos", "cochrane", "embase"] {
            let parsed = try read("shared vision", database)
            #expect(parsed.expression?.source == "shared AND vision")
            #expect(parsed.diagnostics.contains { $0.identifier == "side-by-side" })
        }
        #expect(try write("shared vision", "ovid").text == "(shared vision).ti,ab.")
        #expect(try write("shared vision", "ebsco").text == "\"shared vision\"")
    }

    @Test func distancesThatAreNotWrittenDiffer() throws {
        #expect(try read("a NEAR b", "proquest").expression?.source == "a NEAR/4 b")
        #expect(try read("a NEAR b", "wos").expression?.source == "a NEAR/15 b")
        #expect(try read("a NEAR b", "cochrane").expression?.source == "a NEAR/6 b")
    }

    @Test func embaseCountsDistanceLikeOvid() throws {
        #expect(try read("a NEAR/3 b", "embase").expression?.source == "a NEAR/2 b")
        #expect(try write("a NEAR/2 b", "embase").text == "(a NEAR/3 b):ti,ab,kw")
        #expect(try write("a PRE/2 b", "embase").text == "(a NEXT/3 b):ti,ab,kw")
    }

    @Test(arguments: ["wos", "ovid", "pubmed", "cochrane"])
    func losesOrderWhereADatabaseHasNoOperatorInOrder(database: String) throws {
        let written = try write("lack PRE/2 care", database)
        #expect(written.diagnostics.filter { $0.severity == .warning }.map(\.identifier) == ["order"])
        #expect(try read(written.text ?? "", database).expression?.source == "lack NEAR/2 care")
    }

    @Test func proQuestTruncatesFiveCharacters() throws {
        let read = try read("inter* AND ag[*2]", "proquest")
        #expect(read.expression?.source == "inter* AND (ag OR ag? OR ag??)")
        #expect(read.diagnostics.map(\.identifier) == ["truncation-reach"])
        #expect(try write("inter*", "proquest").diagnostics.map(\.identifier) == ["truncation-reach"])
    }

    @Test func scopusJoinsAlternativesFirst() throws {
        #expect(try read("a AND b OR c", "scopus").expression?.source == "a AND (b OR c)")
        #expect(try write("a NOT b", "scopus").text == "TITLE-ABS-KEY(a AND NOT b)")
    }

    @Test func cochranePhrasesTakeNoWildcard() throws {
        #expect(try write("integrated health*", "cochrane").text == "(integrated NEXT health*):ti,ab,kw")
        #expect(try write("integrated health", "cochrane").text == "(\"integrated health\"):ti,ab,kw")
    }

    @Test func stemsAreTruncatedWithAWarning() throws {
        let written = try write("planning~", "ebsco")
        #expect(written.text == "plan*")
        #expect(written.diagnostics.map(\.identifier) == ["stem"])
    }

    @Test func hyphenatedTermsAreWrittenInBothSpellings() throws {
        #expect(try write("co-ordinat*", "ovid").text == "(co-ordinat* or coordinat*).ti,ab.")
        #expect(try write("self-care plan", "pubmed").text == "\"self-care plan\"[tiab] OR \"selfcare plan\"[tiab]")
    }

    @Test func phrasesWithAlternativesKeepTheirOrder() throws {
        let source = "(joint OR common) goal*"
        #expect(try write(source, "ovid").text == "((joint or common) adj goal*).ti,ab.")
        #expect(try write(source, "ebsco").text == "(joint OR common) W0 goal*")
        #expect(try write(source, "proquest").text == "TI,AB((joint OR common) PRE/0 goal*)")
        #expect(try write(source, "wos").text == "TS=(\"joint goal*\" OR \"common goal*\")")
        #expect(try write(source, "pubmed").text == "\"joint goal*\"[tiab] OR \"common goal*\"[tiab]")
    }

    @Test func wordsThatADatabaseTakesForSignsAreQuoted() throws {
        #expect(try write("\"and\" OR adj3 OR 5", "ovid").text == "(\"and\" or \"adj3\" or \"5\").ti,ab.")
        #expect(try write("N5 OR ab OR S1", "ebsco").text == "\"N5\" OR \"ab\" OR \"S1\"")
    }

    @Test func negationStandsBehindWhatIsWanted() throws {
        #expect(try write("NOT a AND b", "ebsco").text == "b NOT a")
        #expect(try write("a AND (b OR NOT c)", "ebsco").text == "a NOT (c NOT b)")
    }
}
