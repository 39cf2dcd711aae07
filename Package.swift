// swift-tools-version: 6.2
// codechart: from folders of PDF and HTML reports to the data-extraction chart of a systematic review.
// The folders under Sources/ are the architecture; ARCHITECTURE.md says what each may know.

import PackageDescription

let package = Package(
    name: "codechart",
    products: [
        .executable(name: "codechart", targets: ["codechart"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // The tool: one file per subcommand.
        .executableTarget(
            name: "codechart",
            dependencies: [
                "Pipeline", "Bibliography", "Charting", "Codebooks", "Coding", "Decisions", "Diagnostics",
                "DocumentModel", "Evaluation", "Expressions", "Hashing", "JSON", "Matching", "SeededRandom",
                "Spreadsheets",
                "Tables", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            resources: [
                .embedInCode("Templates/pipeline.yaml"), .embedInCode("Templates/starter.yaml"),
                .embedInCode("Templates/example.html"),
            ]
        ),

        // Files, clocks, processes and the store.
        .target(
            name: "Pipeline",
            dependencies: [
                "Bibliography", "CArchive", "CLibXML2", "CPoppler", "CSandbox", "CStemmer", "CXLSXWriter",
                "Charting", "Codebooks", "Coding", "Decisions", "Diagnostics", "DocumentModel", "Evaluation", "Hashing",
                "JSON", "Reading", "SeededRandom", "Spreadsheets", "Tables", "YAML",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),

        // Stages: functions from value to value that do not know each other.
        .target(name: "Reading", dependencies: ["CLibXML2", "CPoppler", "Diagnostics", "DocumentModel", "Hashing"]),
        .target(name: "Bibliography", dependencies: ["CLibXML2", "Diagnostics", "DocumentModel", "Tables"]),
        .target(name: "Coding", dependencies: ["Codebooks", "DocumentModel", "Hashing"]),
        .target(
            name: "Codebooks",
            dependencies: ["Diagnostics", "DocumentModel", "Expressions", "JSON", "Matching", "Tables", "YAML"]
        ),
        .target(name: "Matching", dependencies: ["CTextMap", "CStemmer", "Expressions"]),
        .target(name: "Expressions", dependencies: ["Diagnostics"]),
        .target(
            name: "Charting",
            dependencies: ["Diagnostics", "DocumentModel", "Hashing", "JSON", "Spreadsheets", "Tables", "XML"],
            resources: [
                .embedInCode("Report/Page/report.css"), .embedInCode("Report/Page/elements.js"),
                .embedInCode("Report/Page/items.js"), .embedInCode("Report/Page/rows.js"),
                .embedInCode("Report/Page/chart.js"), .embedInCode("Report/Page/tables.js"),
                .embedInCode("Report/Page/filters.js"), .embedInCode("Report/Page/navigation.js"),
                .embedInCode("Report/Page/start.js"),
            ]
        ),
        .target(
            name: "Decisions",
            dependencies: ["Diagnostics", "DocumentModel", "Hashing", "JSON", "Spreadsheets", "Tables"]
        ),
        .target(
            name: "Evaluation",
            dependencies: [
                "Codebooks", "Coding", "Decisions", "Diagnostics", "DocumentModel", "Expressions", "Hashing", "JSON",
                "Matching", "SeededRandom", "Spreadsheets", "Tables", "XML",
            ]),

        // Tables of text: what several stages read and write.
        .target(
            name: "Spreadsheets", dependencies: ["CArchive", "CXLSXWriter", "Diagnostics", "Tables", "XML"]),
        .target(name: "Tables", dependencies: ["Diagnostics"]),
        .target(name: "XML", dependencies: ["CLibXML2", "Diagnostics"]),

        // What all of them speak.
        .target(name: "DocumentModel", dependencies: ["Diagnostics", "JSON"]),
        .target(name: "YAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
        .target(name: "Diagnostics", dependencies: ["JSON"]),
        .target(name: "JSON", dependencies: ["CSimdJSON"]),
        .target(name: "Hashing", dependencies: ["CNettle"]),
        // Random numbers that are the same on every run.
        .target(name: "SeededRandom"),

        // C: system libraries, and what Swift cannot import: variadic prctl and syscall, and simdjson, which is C++.
        .target(name: "CSandbox"),
        .target(name: "CTextMap"),
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        .systemLibrary(
            name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev", "poppler-data"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),

        // Tests; FaultyWorker is a worker that misbehaves on demand.
        .executableTarget(
            name: "FaultyWorker", dependencies: ["Diagnostics", "DocumentModel", "Pipeline", "Reading"],
            path: "Tests/FaultyWorker"),
        .testTarget(
            name: "CommandTests", dependencies: ["codechart"], exclude: ["Commands", "Golden"]),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "CSandbox", "Decisions", "Diagnostics", "DocumentModel", "FaultyWorker", "JSON", "Pipeline", "Reading",
            ],
            exclude: ["Fixtures"]),
        .testTarget(name: "ReadingTests", dependencies: ["DocumentModel", "Reading"]),
        .testTarget(
            name: "BibliographyTests", dependencies: ["Bibliography", "Diagnostics", "DocumentModel"],
            exclude: ["Fixtures"]),
        .testTarget(name: "CodingTests", dependencies: ["Codebooks", "Coding", "DocumentModel", "SeededRandom"]),
        .testTarget(
            name: "CodebooksTests",
            dependencies: [
                "Codebooks", "Diagnostics", "DocumentModel", "Expressions", "Matching", "SeededRandom", "Spreadsheets",
                "Tables",
                "YAML",
            ],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "MatchingTests",
            dependencies: ["Diagnostics", "Expressions", "Matching", "MatchingTwin", "SeededRandom"]),
        // A target of its own, because matching is built and tested without SQLite.
        .testTarget(
            name: "MatchingOracleTests",
            dependencies: [
                "Expressions", "Matching", "MatchingTwin", "SeededRandom",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        // The meaning of expressions without a thought of speed: what tests and benchmarks compare with.
        .target(name: "MatchingTwin", dependencies: ["Expressions"], path: "Tests/MatchingTwin"),
        .executableTarget(
            name: "MatchingBenchmark",
            dependencies: ["Coding", "Expressions", "Matching", "MatchingTwin", "SeededRandom"],
            path: "Benchmarks/Matching"),
        .testTarget(name: "ExpressionsTests", dependencies: ["Diagnostics", "Expressions"]),
        .testTarget(
            name: "ChartingTests",
            dependencies: [
                "CArchive", "Charting", "Codebooks", "Diagnostics", "DocumentModel", "Evaluation", "Hashing",
                "SeededRandom", "Spreadsheets", "Tables", "XML",
            ],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "SpreadsheetsTests", dependencies: ["CArchive", "Diagnostics", "Spreadsheets", "Tables"]),
        .testTarget(name: "TablesTests", dependencies: ["Diagnostics", "Tables"]),
        .testTarget(
            name: "DecisionsTests", dependencies: ["Decisions", "Diagnostics", "DocumentModel", "JSON", "Tables"]),
        .testTarget(
            name: "EvaluationTests",
            dependencies: [
                "Codebooks", "Decisions", "Diagnostics", "DocumentModel", "Evaluation", "JSON", "SeededRandom",
                "Spreadsheets", "Tables",
            ]),
        // Our figures of agreement for random codings, which a script compares with those of other programs.
        .executableTarget(
            name: "AgreementOracle", dependencies: ["Evaluation", "JSON"], path: "Tests/Oracles",
            exclude: ["agreement.py", "oracles.sh"]),
        .testTarget(name: "DocumentModelTests", dependencies: ["Diagnostics", "DocumentModel", "JSON"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "JSON"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
        .testTarget(name: "HashingTests", dependencies: ["Hashing"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// An import is seen by its own file only, unless it says `package import`; checks make warnings errors.
var settings: [SwiftSetting] = [.enableUpcomingFeature("InternalImportsByDefault")]
if Context.environment["CODECHART_STRICT"] != nil { settings.append(.treatAllWarnings(as: .error)) }
for target in package.targets where target.type != .system {
    target.swiftSettings = settings
}
