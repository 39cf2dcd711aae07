import Codebooks
import Diagnostics
import Foundation
import Testing

/// Each broken codebook in Fixtures/broken gives the messages in the `.txt` beside it;
/// `UPDATE_GOLDEN=1 swift test` rewrites those.
struct BrokenCodebookTests {
    @Test(arguments: brokenCodebooks())
    func saysWhatAPersonNeeds(name: String) throws {
        let yaml = try String(contentsOf: broken.appending(path: name + ".yaml"), encoding: .utf8)
        let (codebook, diagnostics) = loadCodebook(yaml: yaml, file: name + ".yaml")
        #expect(diagnostics.hasErrors == (codebook == nil))
        #expect(!diagnostics.isEmpty)
        let found = diagnostics.map { $0.rendered(source: yaml) }.joined(separator: "\n\n") + "\n"
        let golden = broken.appending(path: name + ".txt")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try found.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try found == String(contentsOf: golden, encoding: .utf8))
    }
}

private let broken = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/broken")

private func brokenCodebooks() -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: broken.path())
    return (names ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
}
