import Codebooks
import Diagnostics

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
