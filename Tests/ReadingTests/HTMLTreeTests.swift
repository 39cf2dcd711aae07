import Testing

@testable import Reading

struct HTMLTreeTests {
    @Test func keepsTextsBeyondTenMegabytes() throws {
        let count = 10_000_100
        let page = Array("<p>".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: count) + Array("</p>".utf8)
        let tree = HTMLTree(parsing: page)
        var text = 0
        let root = tree.root
        walk(
            try #require(root),
            enter: { node in
                if node.isText { text += node.textBytes.count }
                return node.isElement
            }, leave: { _ in })
        #expect(text == count)
        let diagnostics = tree.diagnostics
        #expect(diagnostics.isEmpty)
    }

    @Test func walksInDocumentOrderAndLeavesWhatItEnters() throws {
        let tree = HTMLTree(parsing: Array("<body><p>a<b>b</b></p><div><i>c</i></div>d".utf8))
        var steps = ""
        let root = tree.root
        walk(
            try #require(root),
            enter: { node in
                guard node.isElement else {
                    steps += String(decoding: node.textBytes, as: UTF8.self)
                    return false
                }
                steps += "<" + node.elementName + ">"
                return node.elementName != "i"
            }, leave: { steps += "</" + $0.elementName + ">" })
        #expect(steps == "<html><body><p>a<b>b</b></p><div><i></div>d</body></html>")
        // The nodes live as long as the tree.
        let diagnostics = tree.diagnostics
        #expect(diagnostics.isEmpty)
    }
}
