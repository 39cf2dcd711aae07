import DocumentModel
import Glibc
import Testing

@testable import Reading

/// Pages from which parsers lose text: each is read, or says what was lost.
struct HTMLHostileTests {
    @Test func readsAcrossNULsAndSaysSo() {
        let document = read("<p>Money\u{0} was short.</p>\u{0}<p>Staff left.</p>")
        #expect(document.text == "Money was short.\n\nStaff left.")
        #expect(document.diagnostics.map(\.identifier) == ["nul-characters"])
    }

    @Test(arguments: [1_000, 100_000])
    func readsHoweverDeepElementsNest(depth: Int) {
        let open = String(repeating: "<div>", count: depth)
        let close = String(repeating: "</div>", count: depth)
        #expect(
            read("\(open)<p>Money was short.</p>\(close)<p>Staff left.</p>").text == "Money was short.\n\nStaff left.")
    }

    @Test func readsWhateverElementsAreLeftOpen() {
        for element in ["<b>", "<ul><li>", "<table><tr><td>", "<article>", "<h2>"] {
            let document = read(String(repeating: element, count: 20_000) + "Money was short.")
            #expect(document.text == "Money was short.", "\(element)")
        }
    }

    @Test func readsTextsOfMoreThanTenMegabytes() {
        let count = 10_000_001
        let document = read("<p>" + String(repeating: "a", count: count) + "</p><p>Staff left.</p>")
        #expect(document.blocks.map { $0.end - $0.start } == [count, 11])
        #expect(document.status == .ok)
    }

    @Test func leavesOutMarksOfWritingDirection() {
        #expect(read("<p>bar\u{202E}ri\u{200F}ers\u{202C} \u{2067}now\u{2069}</p>").text == "barriers now")
    }

    @Test func readsTagsWithThirtyThousandAttributes() {
        let attributes = (0..<30_000).map { "a\($0)=1" }.joined(separator: " ")
        #expect(
            read("<p \(attributes)>Money was short.</p><p>Staff left.</p>").text == "Money was short.\n\nStaff left.")
    }

    @Test(arguments: ["<p>", "<meta charset=utf-8><p>", "<meta charset=big5><p>", "<meta charset=no-such><p>"])
    func readsUndeclaredAndWronglyDeclaredEncodings(opening: String) {
        let text = "Größe – “care” für Łódź"
        #expect(read(opening + text).text == text)
    }

    @Test(arguments: ["<p>", "<meta charset=iso-8859-1><p>", "<meta charset=no-such><p>"])
    func readsEightBitTextAsBrowsersDo(opening: String) {
        let document = readDocument(Array(opening.utf8) + [0x93, 0x47, 0xF6, 0xDF, 0x65, 0x94, 0x2E], path: "test")
            .document
        #expect(document.text == "“Göße”.")
    }

    @Test(arguments: ["<p>Staff le", "<p>Staff le</", "<p>Staff le<b", "<p>Staff le<a href=\"x", "<p>Staff le<!--"])
    func readsATruncatedPageUpToItsEnd(end: String) {
        #expect(read("<p>Money was short.</p>" + end).text == "Money was short.\n\nStaff le")
    }

    @Test func saysWhatACommentWithoutAnEndHides() {
        let document = read("<!-- a --><p>Money was short.</p><!-- b <p>Staff left.</p>")
        #expect(document.text == "Money was short.")
        #expect(document.status == .partial)
        #expect(document.diagnostics.map(\.identifier) == ["html-open-comment"])
    }

    @Test func takesMarksOfCommentsInScriptsForNone() {
        #expect(read("<p>Money was short.</p><script>var a = '<!--';</script>").diagnostics.isEmpty)
    }

    /// In a process of its own, for the limit holds for all of it.
    @Test func saysThatThePageDoesNotFitIntoTheMemory() async {
        await #expect(processExitsWith: .success) {
            let page = [UInt8](repeating: UInt8(ascii: "a"), count: 60 << 20)
            // Enough for the page, not for the parser's copy of it.
            var limit = rlimit(rlim_cur: 100 << 20, rlim_max: 100 << 20)
            guard setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit) == 0 else { exit(1) }
            let document = readHTML(page, path: "test", sha256: "").document
            exit(document.status == .memory && document.diagnostics.map(\.identifier) == ["out-of-memory"] ? 0 : 2)
        }
    }
}
