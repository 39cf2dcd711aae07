import Testing

@testable import Coding

/// Each passage marks the statement that it gives.
private let passages = [
    "⟦Staff were short.⟧",
    "  ⟦Staff were short.⟧ ",
    "• ⟦Staff were short.⟧",
    "•⟦Staff were short.⟧",
    "\u{F0B7}\u{A0}⟦Staff were short.⟧",
    "– ⟦Staff were short.⟧",
    "⟦–5 degrees outside⟧",
    "⟦*marked staff were short⟧",
    "1. ⟦Staff were short.⟧",
    "12) ⟦Staff were short.⟧",
    "(3) ⟦Staff were short.⟧",
    "(b) ⟦Staff were short.⟧",
    "B) ⟦Staff were short.⟧",
    "iv. ⟦Staff were short.⟧",
    "2.3. ⟦Staff were short.⟧",
    "⟦2.3 million were spent.⟧",
    "⟦5 practices left.⟧",
    "⟦2010. A good year.⟧",
    "⟦A. Hill left.⟧",
    "⟦i.e. nobody came⟧",
    "⟦(most) staff left⟧",
    "⟦Staff were short.⟧12",
    "⟦Staff were short.⟧3,14–16",
    "⟦Staff were short.⟧¹²",
    "⟦Staff were “short”⟧7",
    "⟦Staff were short.⟧ [12]",
    "⟦Staff were short.⟧[3, 4–6] [8]",
    "⟦Staff were short [12].⟧",
    "⟦Staff were short [sic]⟧",
    "⟦The plan covers 40 m²⟧",
    "⟦The mean was 4.2⟧",
    "⟦It is told on p.5⟧",
    "⟦It is told in no.5⟧",
    "⟦It ended in 2010⟧",
    "⟦•⟧",
    "⟦[12]⟧",
    "However, ⟦staff were short.⟧",
    "2. In  addition, ⟦the staff were short.⟧ [4]",
    "As a\nresult, ⟦older patients, too, had to wait.⟧",
    "MOREOVER,\u{A0}⟦“they were short of staff”⟧",
    "Therefore, in short, ⟦5 practices left the scheme.⟧",
    "Thus, ⟦if pay is low, staff leave.⟧",
    "⟦However staff were short.⟧",
    "⟦However,staff were short of time.⟧",
    "⟦However, nobody came.⟧",
    "⟦Thus, and for years, staff were short.⟧",
    "⟦Hence, which nobody saw, staff were short.⟧",
    "⟦However short, staff were kind.⟧",
    "⟦Furthermore: staff were short.⟧",
    "⟦Staff, however, were short of time.⟧",
    "⟦If so, staff were short.⟧",
    "⟦Without this, staff were short.⟧",
    "⟦Conversely, staff were short.⟧",
    "⟦Instead, staff were short of time.⟧",
    "⟦For example, staff were short.⟧",
    "⟦First, staff were short of time.⟧",
]

@Test(arguments: passages)
func trimsAStatementAtItsEndsOnly(_ marked: String) {
    let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    let expected = marked.split(separator: "⟧")[0].split(separator: "⟦").last.map(String.init)
    let bytes = Array(text.utf8)
    let bounds = statementBounds(in: bytes, 0..<bytes.count)
    #expect(String(decoding: bytes[bounds], as: UTF8.self) == expected)
}
