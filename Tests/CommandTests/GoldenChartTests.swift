import Foundation
import Testing

/// The chart of the sample corpus, as it is committed.
@Suite struct GoldenChartTests {
    private static let outputs =
        ["tables.xlsx", "chart.xlsx", "report.html", "codings.jsonl", "references.csv", "run.json"]
        + ["chart", "synthesis", "characteristics", "themes", "mentions", "co-occurrence"].flatMap { name in
            ["csv", "html", "md", "json", "docx"].map { name + "." + $0 }
        }

    @Test func chartsTheSampleCorpusAsCommitted() async throws {
        let workspace = try Workspace()
        _ = try await workspace.run("codechart run --quiet --jobs 2")
        let golden = Workspace.here.appendingPathComponent("Golden/chart.md")
        let chart = try workspace.contents(of: "out/chart.md")
        if updatesGoldenFiles {
            try chart.write(to: golden)
        } else {
            let committed = try Data(contentsOf: golden)
            #expect(chart == committed, "UPDATE_GOLDEN=1 swift test rewrites it; read the diff")
        }
    }

    @Test func drawsThePlotsOfTheSampleCorpusAsCommitted() async throws {
        let workspace = try Workspace()
        _ = try await workspace.run("codechart run --quiet --jobs 2")
        let golden = Workspace.here.appendingPathComponent("Golden/plots")
        let names = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path + "/out/plots").sorted()
        #expect(names.contains("theme-by-category.svg"))
        for name in names {
            let plot = try workspace.contents(of: "out/plots/" + name)
            let file = golden.appendingPathComponent(name)
            if updatesGoldenFiles { try plot.write(to: file) }
            #expect(plot == (try? Data(contentsOf: file)), "UPDATE_GOLDEN=1 swift test rewrites \(name)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: golden.path).sorted() == names)
    }

    @Test func givesTheSameBytesWithOneWorkerAndWithTwo() async throws {
        let workspace = try Workspace()
        _ = try await workspace.run("codechart run --quiet --jobs 1; mv out first; codechart run --quiet --jobs 2")
        for name in Self.outputs {
            #expect(try workspace.contents(of: "first/" + name) == workspace.contents(of: "out/" + name), "\(name)")
        }
    }

    @Test func leavesFilesAloneWhoseBytesWouldNotChange() async throws {
        let workspace = try Workspace()
        _ = try await workspace.run("codechart run --quiet")
        let times = "find out -type f | sort | xargs stat -c '%n %Y %i'"
        _ = try await workspace.run("touch -d '2001-01-01' $(find out -type f)")
        let before = try await workspace.run(times).output
        _ = try await workspace.run("codechart run --quiet")
        let after = try await workspace.run(times).output
        #expect(after == before)
        #expect(before.contains("chart.xlsx"))
        #expect(before.contains("out/plots/theme-by-category.svg"))
    }
}
