import Codebooks
import Diagnostics
import Foundation
import Spreadsheets
import Tables
import Testing

/// A codebook goes through YAML, a workbook and CSV without loss.
struct RoundTripTests {
    private static let seeds = (ProcessInfo.processInfo.environment["CODECHART_CASES"].flatMap { Int($0) } ?? 100)

    @Test func yamlOfACodebookReadsAsIt() throws {
        for seed in 0..<Self.seeds {
            let original = random(seed)
            let yaml = original.yaml
            let (codebook, diagnostics) = loadCodebook(yaml: yaml, file: "out.yaml")
            expectSame(codebook, original, diagnostics, "seed \(seed)\n" + yaml)
        }
    }

    @Test func csvOfACodebookReadsAsIt() throws {
        for seed in 0..<Self.seeds {
            let original = random(seed)
            let (tables, problems) = tables(of: original)
            #expect(problems.isEmpty)
            let read = readCSVTables(csvFile(tables), file: "codes.csv")
            #expect(read.diagnostics.isEmpty)
            let back = loadCodebook(sheets: read.sheets, file: "codes.csv")
            expectSame(back.codebook, original, back.diagnostics, "seed \(seed)")
        }
    }

    @Test func workbookOfACodebookReadsAsIt() throws {
        try withTemporaryFile("codes.xlsx") { path in
            for seed in 0..<max(40, Self.seeds / 4) {
                let original = random(seed)
                try writeWorkbook([guide(to: original)] + tables(of: original).tables, title: original.title, to: path)
                let back = loadCodebook(sheets: try readWorkbook(path), file: path)
                expectSame(back.codebook, original, back.diagnostics, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [
        "Codebooks/integrated-care.yaml", "Sources/codechart/Templates/starter.yaml",
        "Tests/SecondReview/school-gardens.yaml",
    ])
    func codebooksOfTheProjectComeBack(_ name: String) throws {
        let yaml = try String(contentsOf: project.appending(path: name), encoding: .utf8)
        let original = try #require(loadCodebook(yaml: yaml, file: name).codebook)
        let written = loadCodebook(yaml: original.yaml, file: "out.yaml")
        #expect(written.codebook?.comparable() == original.comparable())
        #expect(written.diagnostics.isEmpty)
        #expect(written.codebook?.yaml == original.yaml)
        try withTemporaryFile("codes.xlsx") { path in
            try writeWorkbook([guide(to: original)] + tables(of: original).tables, title: original.title, to: path)
            let back = loadCodebook(sheets: try readWorkbook(path), file: path)
            #expect(back.codebook?.comparable() == original.comparable())
            #expect(back.diagnostics.isEmpty, "\(back.diagnostics.map { $0.rendered() })")
        }
        let read = readCSVTables(csvFile(tables(of: original).tables), file: "codes.csv")
        #expect(loadCodebook(sheets: read.sheets, file: "codes.csv").codebook?.comparable() == original.comparable())
    }

    private func random(_ seed: Int) -> Codebook {
        var generator = FullCodebook(seed: UInt64(seed))
        var codebook = generator.codebook()
        // Ids that stand twice are errors.
        for d in codebook.dimensions.indices {
            for c in codebook.dimensions[d].codes.indices {
                var seen: Set<String> = []
                codebook.dimensions[d].codes[c].rules.removeAll { !seen.insert($0.id).inserted }
            }
        }
        return codebook
    }

    private func expectSame(
        _ codebook: Codebook?, _ original: Codebook, _ diagnostics: [Diagnostic], _ comment: String
    ) {
        let errors = diagnostics.filter { $0.severity == .error }.map { $0.rendered() }
        #expect(errors.isEmpty, "\(comment)\n\(errors.joined(separator: "\n"))")
        guard let codebook else { return }
        let (found, expected) = (
            codebook.comparable(keepsExpressions: false), original.comparable(keepsExpressions: false)
        )
        let isSame = found.codePoints == expected.codePoints
        #expect(isSame, "\(comment)\n\(firstDifference("\(found)", "\(expected)"))")
    }

    private func firstDifference(_ found: String, _ expected: String) -> String {
        let common = zip(found.unicodeScalars, expected.unicodeScalars).prefix { $0 == $1 }.count
        let from = max(0, common - 60)
        return
            "found \(String(String.UnicodeScalarView(found.unicodeScalars.dropFirst(from).prefix(120))).debugDescription)"
            + "\nnot   \(String(String.UnicodeScalarView(expected.unicodeScalars.dropFirst(from).prefix(120))).debugDescription)"
    }
}

let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

func withTemporaryFile(_ name: String, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "codechart-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: name).path())
}
