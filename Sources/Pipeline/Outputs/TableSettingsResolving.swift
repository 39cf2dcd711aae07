import Charting
import Codebooks

extension Project {
    /// What the tables beside the chart show, from the configuration and the labels of the codebooks.
    func tableSettings() -> TableSettings {
        let chart = configuration.chart
        return TableSettings(
            chart: chartSettings(),
            categories: codes(of: chart.category.text).map { TableSettings.Code(id: $0.id, label: $0.label) },
            themes: codes(of: chart.theme.text).map { TableSettings.Code(id: $0.id, label: $0.label) },
            characteristics: (chart.tables.characteristics ?? usualCharacteristics).map(characteristic))
    }

    /// Year, every dimension of documents, then study type and database where the chart shows them, and category.
    private var usualCharacteristics: [ColumnSetting] {
        let chart = configuration.chart
        let columns = chart.columns.map { ChartColumn.field($0.field.text).id }
        var names = ["year"] + documentDimensions.map(\.id)
        if columns.contains("study_type"), documentDimension(named: "study type") == nil { names.append("study type") }
        if columns.contains("database"), !configuration.references.isEmpty { names.append("database") }
        return (names + [chart.category.text]).map {
            ColumnSetting(field: PlacedText(text: $0, place: chart.category.place))
        }
    }

    private func characteristic(_ setting: ColumnSetting) -> Characteristic {
        let name = setting.field.text
        if name == configuration.chart.category.text {
            let label = codebooks.lazy.compactMap { $0.dimension(name) }.first?.label ?? name
            return Characteristic(heading: setting.heading ?? label, content: .category)
        }
        if let dimension = documentDimension(named: name) {
            return Characteristic(heading: setting.heading ?? dimension.label, content: .dimension(dimension))
        }
        let column = ChartColumn.field(name, heading: setting.heading)
        let content: Characteristic.Content =
            switch column.id {
            case "year": .year(configuration.chart.tables.yearBands)
            case "database": .database(configuration.chart.tables.databases)
            default: .field(column.id)
            }
        return Characteristic(heading: column.heading, content: content)
    }
}
