import Testing

@testable import Reading

struct HTMLTreeTests {
    @Test func keepsTextsBeyondTenMegabytes() {
        let count = 10_000_100
        let page = Array("<p>".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: count) + Array("</p>".utf8)
        let parsed = parseHTML(page)
        #expect(texts(of: parsed.tree).map(\.utf8.count) == [count])
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test func walksInDocumentOrderAndLeavesWhatItEnters() {
        let tree = parseHTML(Array("<body><p>a<b>b</b></p><div><time>c</time></div>d".utf8)).tree
        var steps = ""
        tree.walk(
            enter: { index in
                guard let role = tree.nodes[index].role else {
                    steps += "'" + tree.withText(at: index) { String(decoding: $0, as: UTF8.self) } + "'"
                    return false
                }
                steps += "<\(role)>"
                return role != .time
            }, leave: { steps += "</>" })
        #expect(
            steps == "<container><container><paragraph>'a'<inline>'b'</></><container><time></>'d'</></>")
    }

    @Test func keepsWhatStandsBehindTheEndOfThePage() {
        let tree = parseHTML(Array("<html><body><p>a</p></body></html><p>b</p>c".utf8)).tree
        #expect(texts(of: tree) == ["a", "b", "c"])
        #expect(tree.nodes[0].end == tree.nodes.count)
    }

    @Test func continuesATextAcrossComments() {
        #expect(texts(of: parseHTML(Array("<p>one<!-- two -->three</p>".utf8)).tree) == ["onethree"])
    }

    @Test func keepsTheSpaceBetweenUnknownElements() {
        let tree = parseHTML(Array("<p><x-a>one</x-a> <x-a>two</x-a></p>".utf8)).tree
        #expect(texts(of: tree).joined() == "one two")
    }

    @Test func hasTheTextOfLinkedDataButOfNoOtherScript() {
        let page = """
            <script>var a;</script><style>p {}</style><script type="Application/LD+JSON">{"a": 1}</script><p>b</p>
            """
        #expect(texts(of: parseHTML(Array(page.utf8)).tree) == [#"{"a": 1}"#, "b"])
    }

    @Test func findsTheFirstAttributeOfANameAndItsValueDecoded() {
        let tree = parseHTML(Array(#"<p class="a &amp; b" data-x="1" CLASS="c" hidden>d</p>"#.utf8)).tree
        let paragraph = tree.nodes.firstIndex { $0.role == .paragraph } ?? 0
        #expect(tree.attribute(.class, at: paragraph) == "a & b")
        #expect(tree.attribute(.hidden, at: paragraph) == "")
        #expect(tree.attribute(.id, at: paragraph) == nil)
    }

    private func texts(of tree: HTMLTree) -> [String] {
        tree.nodes.filter { $0.role == nil }.map { String(decoding: tree.bytes[$0.content], as: UTF8.self) }
    }
}
