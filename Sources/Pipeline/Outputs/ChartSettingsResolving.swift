import Charting
import Codebooks

extension Project {
    /// What charts show, from the configuration and the labels of the codebooks.
    func chartSettings() -> ChartSettings {
        let chart = configuration.chart
        return ChartSettings(
            title: configuration.title,
            notes: codebooks.map(description),
            columns: chart.columns.flatMap(columns),
            categoryDimension: chart.category.text,
            themeDimension: chart.theme.text,
            themes: codes(of: chart.theme.text).map { ($0.id, $0.label) },
            authors: chart.authors,
            hasReferences: !configuration.references.isEmpty,
            language: codebooks.first?.language ?? "en",
            documentBase: documentBase)
    }

    /// A setting's columns: all categories for the category dimension, else one.
    private func columns(_ setting: ColumnSetting) -> [ChartColumn] {
        let field = setting.field.text
        let dimension = configuration.chart.category.text
        if field == dimension {
            return codes(of: dimension).map { .items($0.id, heading: $0.column ?? $0.label, dimension: dimension) }
        }
        if let dimension = documentDimension(named: field) {
            return [.documentDimension(dimension, heading: setting.heading)]
        }
        return [.field(field, heading: setting.heading)]
    }

    /// The dimensions of whole documents, in the codebooks' order.
    var documentDimensions: [DocumentDimension] {
        codebooks.flatMap(\.dimensions).filter { $0.unit == .document }.map { dimension in
            DocumentDimension(
                id: dimension.id, label: dimension.label,
                codes: dimension.codes.map { .init(id: $0.id, label: $0.label, aliases: $0.aliases) },
                assignsSeveral: dimension.assign != .best)
        }
    }

    /// The dimension of whole documents that a setting names: by its id, or by the id with spaces for hyphens.
    func documentDimension(named name: String) -> DocumentDimension? {
        documentDimensions.first { $0.id == name || $0.id.replacing("-", with: " ") == name }
    }

    func codes(of dimension: String) -> [Code] {
        codebooks.lazy.compactMap { $0.dimension(dimension) }.first?.codes ?? []
    }

    private func description(_ codebook: Codebook) -> String {
        let version = codebook.version.isEmpty ? "" : " \(codebook.version)"
        return "Codebook: \(codebook.title.isEmpty ? codebook.id : codebook.title)\(version)"
    }

    /// From the folder of the chart back to the folder that document paths are relative to.
    private var documentBase: String? {
        guard !configuration.output.hasPrefix("/") else { return nil }
        let folders = configuration.output.split(separator: "/").filter { $0 != "." }
        guard !folders.contains("..") else { return nil }
        return String(repeating: "../", count: folders.count)
    }
}
