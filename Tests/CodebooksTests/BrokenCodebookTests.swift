import Codebooks
import Diagnostics
import Foundation
import Testing

/// Each broken codebook in Fixtures/broken gives the messages in the `.txt` beside it;
/// `UPDATE_GOLDEN=1 swift test` rewrites those.
struct BrokenCodebookTests {
    @Test(arguments: brokenCodebooks())
    func saysWhatAPersonNeeds(name: String) throws {
        let yaml = try String(contentsOf: brokenFolder.appending(path: name + ".yaml"), encoding: .utf8)
        let (codebook, diagnostics) = loadCodebook(yaml: yaml, file: name + ".yaml", include: includedFixture)
        #expect(diagnostics.hasErrors == (codebook == nil))
        #expect(!diagnostics.isEmpty)
        let found =
            diagnostics.map { $0.rendered(source: $0.place?.file.flatMap(fixture)) }
            .joined(separator: "\n\n") + "\n"
        let golden = brokenFolder.appending(path: name + ".txt")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try found.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try found == String(contentsOf: golden, encoding: .utf8))
    }
}

let brokenFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/broken")

func brokenCodebooks() -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: brokenFolder.path())
    return (names ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
}

private func fixture(_ path: String) -> String? {
    try? String(contentsOf: brokenFolder.appending(path: path), encoding: .utf8)
}

private func includedFixture(_ path: String) -> IncludedFile {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: brokenFolder.appending(path: path).path(), isDirectory: &isFolder)
    else { return .missing }
    return isFolder.boolValue ? .notAFile : fixture(path).map { .text($0) } ?? .missing
}
