import Bibliography
import Charting
import Codebooks
import Diagnostics
import YAML

/// Whether the codebooks go together and have the dimensions that the chart is to show.
func checkDimensions(_ configuration: PipelineConfiguration, _ codebooks: [Codebook]) -> [Diagnostic] {
    let dimensions = codebooks.flatMap(\.dimensions)
    var diagnostics = checkTogether(codebooks)
    for wanted in [configuration.chart.category, configuration.chart.theme]
    where !dimensions.contains(where: { $0.id == wanted.text && $0.unit == .passage }) {
        let known = dimensions.filter { $0.unit == .passage }.map(\.id)
        diagnostics.append(
            .error(
                "unknown-dimension", "no codebook has a dimension '\(wanted.text)' that codes passages",
                at: wanted.place, help: "dimensions: " + known.joined(separator: ", "),
                suggestion: nearestName(to: wanted.text, among: known)))
    }
    return diagnostics
}

/// Columns and characteristics that no field, dimension or reference can fill.
func checkColumns(
    _ configuration: PipelineConfiguration, _ codebooks: [Codebook], _ references: [Reference]
) -> [Diagnostic] {
    let category = configuration.chart.category
    guard configuration.chart.columns.contains(where: { $0.field.text == category.text }) else {
        return [
            .error(
                "no-item-column", "no column shows the items: 'columns' lacks '\(category.text)'", at: category.place,
                help: "add '\(category.text)' to 'columns': it makes one column for each of its codes")
        ]
    }
    let dimensions = codebooks.flatMap(\.dimensions).filter { $0.unit == .document }.map(\.id)
    let known = ChartColumn.usualFields + [configuration.chart.category.text] + dimensions
    let carried = Set(references.flatMap { $0.metadata.fields.map(\.name) })
    let named =
        configuration.chart.columns.map { ("column", $0.field) }
        + (configuration.chart.tables.characteristics ?? []).map { ("characteristic", $0.field) }
    return named.compactMap { thing, field in
        let column = ChartColumn.field(field.text).id
        let names = known.map { ChartColumn.field($0).id }
        guard !names.contains(column), !carried.contains(column) else { return nil }
        return .warning(
            "unknown-\(thing)", "nothing fills the \(thing) '\(field.text)'", at: field.place,
            help: allowedHelp(known) + ", and any field of the reference lists",
            suggestion: nearestName(to: field.text, among: known + carried.sorted()))
    }
}
