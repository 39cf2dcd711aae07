import Codebooks
import DocumentModel
import Evaluation
import Foundation
import Testing

@testable import Charting

/// The tables of five documents that stand in Fixtures/chart-gold.ndjson as people charted them.
enum GardenTables {
    static func documents() throws -> [ChartedDocument] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/chart-gold.ndjson")
        let (documents, diagnostics) = readChartGold(
            try String(contentsOf: file, encoding: .utf8), file: "chart-gold.ndjson", category: "influence",
            theme: "domain", codebooks: [codebook])
        #expect(diagnostics == [])
        return documents.map {
            ChartedDocument(path: $0.id, status: .ok, metadata: $0.metadata, coded: $0.coded)
        }
    }

    static let codebook = Codebook(
        id: "gardens",
        dimensions: [
            Dimension(
                id: "influence",
                codes: [
                    Code(id: "help", label: "Helps", aliases: ["What helped"]),
                    Code(id: "hindrance", label: "Hindrances"),
                    Code(id: "wish", label: "Wishes"),
                ]),
            Dimension(
                id: "domain",
                codes: [
                    Code(id: "soil", label: "Soil - and water"), Code(id: "people", label: "People"),
                    Code(id: "money", label: "Money"), Code(id: "weather", label: "Weather"),
                ]),
        ])

    static func settings(
        bands: YearBands? = nil, databases: DatabaseCounting = .first, studyType: Characteristic.Content = studyTypes
    ) -> TableSettings {
        func codes(_ dimension: String) -> [TableSettings.Code] {
            codebook.dimension(dimension)!.codes.map { TableSettings.Code(id: $0.id, label: $0.label) }
        }
        let chart = ChartSettings(
            title: "What lets school gardens last",
            columns: [.field("author"), .field("title")]
                + codes("influence").map { .items($0.id, heading: $0.label, dimension: "influence") },
            categoryDimension: "influence", themeDimension: "domain",
            themes: codes("domain").map { (code: $0.id, label: $0.label) }, hasReferences: true)
        return TableSettings(
            chart: chart, categories: codes("influence"), themes: codes("domain"),
            characteristics: [
                Characteristic(heading: "Year", content: .year(bands)),
                Characteristic(heading: "Study type", content: studyType),
                Characteristic(heading: "Database", content: .database(databases)),
                Characteristic(heading: "Influence", content: .category),
            ])
    }

    static let studyTypes = Characteristic.Content.dimension(
        DocumentDimension(
            id: "study-type", label: "Study type",
            codes: [
                .init(id: "survey", label: "Survey"), .init(id: "case", label: "Single case", aliases: ["Case study"]),
                .init(id: "trial", label: "Trial"),
            ]))

    /// The rows of one table, as plain texts.
    static func rows(
        _ table: ReviewTable, of documents: [ChartedDocument], settings: TableSettings, summary: ChartSummary? = nil
    ) -> [String] {
        let summary = summary ?? Self.summary(of: documents)
        var tables = ReviewTables(settings: settings, summary: summary)
        let head = tables.head(of: table)
        let rows = documents.flatMap { tables.add($0) } + tables.closingRows()
        return rows.filter { $0.table == table }.flatMap(\.rows)
            .map { plainTexts(of: $0, in: head).joined(separator: " | ") }
    }

    static func summary(of documents: [ChartedDocument]) -> ChartSummary {
        let items = documents.flatMap(\.coded.codings).filter { $0.charted == .yes }
        return ChartSummary(
            included: documents.count, read: documents.count { $0.status.isRead }, items: items.count,
            checked: items.count { $0.state != .machine })
    }
}
