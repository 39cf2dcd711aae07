import Diagnostics
import Expressions
import Testing

struct ReadSearchTests {
    private func read(_ text: String, _ database: String) throws -> ParsedExpression {
        readSearch(text, in: try #require(Dialect.named(database)), at: nil)
    }

    /// Each case: database, what a reviewer pastes, the expression.
    @Test(arguments: [
        // PubMed
        ("pubmed", "shared vision[tiab]", "shared vision"),
        ("pubmed", "\"shared vision\"[Title/Abstract] OR goal*[tw]", "shared vision OR goal*"),
        ("pubmed", "“shared vision”[tiab]", "shared vision"),
        ("pubmed", "a[ti] OR b[ti] AND c[ti]", "(a OR b) AND c"),
        ("pubmed", "a[ti] AND b[ti] OR c[ti] AND d[ti]", "((a AND b) OR c) AND d"),
        ("pubmed", "a[ti] NOT b[ti] OR c[ti]", "(a NOT b) OR c"),
        ("pubmed", "heart attack", "heart AND attack"),
        ("pubmed", "\"hospital discharge\"[tiab:~3]", "hospital NEAR/3 discharge"),
        ("pubmed", "\"integrated health*\"[tiab]", "integrated health*"),
        ("pubmed", "\"Heart Failure\"[MeSH Terms]", "Heart Failure"),
        ("pubmed", "heart failure/therapy[mh:noexp]", "heart failure"),
        ("pubmed", "asthma[tiab] AND (\"2010\"[dp] : \"2020\"[dp]) AND english[la]", "asthma"),
        ("pubmed", "asthma[tiab] NOT letter[pt]", "asthma"),
        // Ovid
        ("ovid", "heart attack.ti,ab.", "heart attack"),
        ("ovid", "(heart adj attack).mp. [mp=title, abstract, original title]", "heart attack"),
        ("ovid", "(integrat$ adj3 (care or service)).tw.", "integrat* NEAR/2 (care OR service)"),
        ("ovid", "fund: or budget*.ti.", "fund* OR budget*"),
        ("ovid", "cat$2.ti.", "cat OR cat? OR cat??"),
        ("ovid", "exp Heart Failure/ or *Asthma/dt, th [Drug Therapy, Therapy]", "Heart Failure OR Asthma"),
        ("ovid", "exp \"Delivery of Health Care\"/", "Delivery of Health Care"),
        ("ovid", "Health Services Needs and Demand/ and asthma/", "Health Services Needs \"and\" Demand AND asthma"),
        ("ovid", "\"Delivery of Health Care, Integrated\"/", "Integrated Delivery of Health Care"),
        ("ovid", "Delivery of Health Care, Integrated/", "Integrated Delivery of Health Care"),
        ("ovid", "a or b and c not d", "a OR (b AND c NOT d)"),
        ("ovid", "(a or b) adj c", "(a OR b) c"),
        ("ovid", "a adj2 b adj c", "(a NEAR/1 b) c"),
        // EBSCO
        ("ebsco", "TI ( lack* N2 fund* ) OR AB \"short supply\"", "lack* NEAR/2 fund* OR short supply"),
        ("ebsco", "heart W1 failure", "heart PRE/1 failure"),
        ("ebsco", "(MH \"Heart Failure+\") OR (MM \"Asthma/DT\")", "Heart Failure OR Asthma"),
        ("ebsco", "asthma AND PT randomized controlled trial AND LA english", "asthma"),
        // ProQuest
        ("proquest", "TI,AB(lack NEAR/2 fund*) OR noft(\"short supply\")", "lack NEAR/2 fund* OR short supply"),
        ("proquest", "a P/2 b", "a PRE/2 b"),
        ("proquest", "a PRE/0 b", "a b"),
        ("proquest", "care[*1]", "care OR care?"),
        ("proquest", "MAINSUBJECT.EXACT.EXPLODE(\"Health care\")", "Health care"),
        ("proquest", "asthma AND la(english) AND pd(20100101-20201231)", "asthma"),
        ("proquest", "a OR b NOT c", "(a OR b) NOT c"),
        // Scopus
        ("scopus", "TITLE-ABS-KEY(\"shared vision\" OR {joint goal})", "shared vision OR joint goal"),
        ("scopus", "TITLE-ABS-KEY(a W/3 b) AND NOT c AND PUBYEAR > 2009", "a NEAR/3 b NOT c"),
        ("scopus", "a PRE/2 b AND ( LIMIT-TO ( LANGUAGE , \"English\" ) )", "a PRE/2 b"),
        ("scopus", "a AND b OR c", "a AND (b OR c)"),
        // Web of Science
        ("wos", "TS=(a NEAR/3 b) AND PY=(2010-2020)", "a NEAR/3 b"),
        ("wos", "TI=colo$r OR AB=\"shared vision\"", "color OR colo?r OR shared vision"),
        // Cochrane Library
        ("cochrane", "(heart NEXT fail*):ti,ab,kw", "heart fail*"),
        ("cochrane", "MeSH descriptor: [Heart Failure] explode all trees", "Heart Failure"),
        ("cochrane", "[mh ^\"Heart Failure\"] or asthma near/2 care", "Heart Failure OR asthma NEAR/2 care"),
        // Embase.com
        ("embase", "'heart failure'/exp OR 'crohn's disease':ti,ab", "heart failure OR crohn disease"),
        ("embase", "(heart NEAR/3 care):ti,ab AND [english]/lim", "heart NEAR/2 care"),
        ("embase", "heart NEXT/1 failure*", "heart failure*"),
    ]) func readsWhatReviewersPaste(database: String, text: String, expected: String) throws {
        let parsed = try read(text, database)
        #expect(parsed.expression?.source == expected, "\(parsed.diagnostics)")
    }

    /// Each case: database, text, and identifier and underlined text of each finding.
    @Test(arguments: [
        ("pubmed", "asthma or wheeze[tiab]", ["lower-case-operator:or", "field:[tiab]"]),
        ("pubmed", "wom?n[tiab]", ["foreign-sign:?", "field:[tiab]"]),
        ("pubmed", "lack adj3 care", ["no-field:lack", "foreign-operator:adj3"]),
        ("pubmed", "\"integrat* care\"[tiab:~2]", ["truncated-proximity:\"integrat* care\"[tiab:~2]"]),
        ("pubmed", "asthma[xyz]", ["unknown-field:[xyz]", "field:[xyz]"]),
        ("pubmed", "[tiab]", ["field-without-words:[tiab]", "field:[tiab]"]),
        ("ovid", "asthma.pt.", ["nothing-left:asthma.pt.", "limit:asthma.pt."]),
        ("ovid", "a NEAR/3 b", ["foreign-operator:NEAR/3"]),
        ("ovid", "(a and b) adj3 c", ["distance-counts:adj3", "passage-operator:(a and b) adj3 c"]),
        ("ovid", "1 or 2", ["unknown-line:1", "unknown-line:2"]),
        ("ovid", "not a", ["missing-operand:not"]),
        ("ebsco", "a or", ["missing-operand:or"]),
        ("ebsco", "(a or b", ["parenthesis:("]),
        ("ebsco", "a) or b", ["parenthesis:)"]),
        ("ebsco", "a or ()", ["empty-parentheses:()"]),
        ("ebsco", "\"a b", ["open-quote:\""]),
        ("ebsco", "\"\"", ["empty-phrase:\"\""]),
        ("ebsco", "midsummer * dream", ["bare-wildcard:*"]),
        ("ebsco", "a, b", ["sign:,"]),
        ("ebsco", "a[tiab]", ["bracket:[tiab]"]),
        ("proquest", "a NEAR b", ["standard-distance:NEAR"]),
        ("wos", "a PRE/2 b", ["foreign-operator:PRE/2"]),
        ("wos", "a OR b c", ["side-by-side:b c", "mixed-operators:c"]),
        ("cochrane", "organi#ation", ["foreign-sign:#"]),
    ]) func saysWhatIsLostOrBroken(database: String, text: String, expected: [String]) throws {
        let parsed = try read(text, database)
        let found = parsed.diagnostics.map { "\($0.identifier):\(underlined($0, in: text))" }
        #expect(found == expected, "\(parsed.diagnostics)")
        #expect((parsed.expression == nil) == parsed.diagnostics.hasErrors)
    }

    private func underlined(_ diagnostic: Diagnostic, in text: String) -> String {
        guard let column = diagnostic.place?.column, let length = diagnostic.place?.length else { return "" }
        return String(String.UnicodeScalarView(Array(text.unicodeScalars)[(column - 1)...].prefix(length)))
    }

    @Test func saysOfAKindOfWarningOnlyTheFirstFewAndCountsTheOthers() throws {
        let headings = (1...9).map { "Heading \(Character(Unicode.Scalar(UInt8(64 + $0))))/" }
        let warnings = try read(headings.joined(separator: " or "), "ovid").diagnostics
        #expect(warnings.count { $0.severity == .warning } == 5)
        #expect(warnings.last?.message == "4 more warnings like the 5 about subject heading")
    }

    @Test func refusesWhatIsTooDeepInAnInstant() throws {
        for text in [
            String(repeating: "(", count: 20_000) + "a" + String(repeating: ")", count: 20_000),
            (0..<20_000).map { "a\($0)[ti] AND b[ti] OR" }.joined(separator: " ") + " c[ti]",
            String(repeating: "(a OR ", count: 20_000) + "b",
        ] {
            let parsed = try read(text, "pubmed")
            #expect(parsed.expression == nil)
            #expect(parsed.diagnostics.contains { $0.identifier == "too-deep" })
        }
    }

    @Test func readsManyTermsInLinearTime() throws {
        let words = (0..<20_000).map { "word\($0)*" }
        guard case .any(let operands)? = try read(words.joined(separator: " or "), "ovid").expression else {
            Issue.record("no OR")
            return
        }
        #expect(operands.count == 20_000)
    }
}
