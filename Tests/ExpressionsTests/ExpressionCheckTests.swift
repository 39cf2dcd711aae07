import Diagnostics
import Expressions
import Testing

struct ExpressionCheckTests {
    private func identifiers(_ source: String) -> [String] {
        check(parseExpression(source, at: nil).expression!, at: Place(line: 1)).map(\.identifier)
    }

    @Test(arguments: [
        ("a", []),
        ("a NOT b", []),
        ("NOT a", ["nothing-positive"]),
        ("NOT a NOT b", ["nothing-positive"]),
        ("a OR NOT b", ["nothing-positive"]),
        ("a AND (b OR NOT c)", []),
        ("(a OR b) NEAR/3 (c d)", []),
        ("(a AND b) NEAR/3 c", ["passage-operator"]),
        ("a (b NOT c)", ["passage-operator"]),
        ("a NEAR/3 (b OR (c AND d))", ["passage-operator"]),
        ("x AND (a AND b) c AND (d NOT e) NEAR/2 f", ["passage-operator", "passage-operator"]),
        ("a NEAR/99 b NEAR/99 c", []),
        ("a NEAR/99 b NEAR/99 c NEAR/99 d NEAR/99 e NEAR/99 f", ["too-far"]),
    ]) func findsWhatCannotBeMeant(source: String, expected: [String]) {
        #expect(identifiers(source) == expected)
    }

    @Test func wantsWordsForANegation() {
        func identifiers(_ source: String) -> [String] {
            checkNegation(parseExpression(source, at: nil).expression!, at: nil).map(\.identifier)
        }
        #expect(identifiers("no OR by no means") == [])
        #expect(identifiers("no OR (not AND without)") == ["passage-operator"])
        #expect(identifiers("no NOT not") == ["passage-operator"])
    }
}
