import Charting
import Diagnostics
import YAML

extension ConfigurationReader {
    /// What of `chart:` is for the tables beside the chart.
    mutating func readTables(_ chart: Fields) -> TableConfiguration {
        TableConfiguration(
            characteristics: chart["characteristics"].map { readColumns($0) },
            yearBands: chart["year bands"].flatMap { readYearBands($0) },
            databases: choice(chart["databases"], "databases", DatabaseCounting.self) ?? .first)
    }

    /// Bands from early to late; nil and an error for each that cannot be read, overlaps or leaves a gap.
    private mutating func readYearBands(_ node: SourceNode) -> YearBands? {
        var bands: [(band: YearBand, written: PlacedText)] = []
        for text in placedTexts(node, "'year bands'") {
            if let band = YearBand(text.text) {
                bands.append((band, text))
            } else {
                diagnostics.append(
                    .error(
                        "bad-year-band", "'\(text.text)' is no range of years", at: text.place,
                        help: "write 1997-2004, 2020- (and later), -1996 (and earlier), or one year: 2020"))
            }
        }
        do {
            return bands.isEmpty ? nil : try YearBands(bands.map(\.band))
        } catch {
            diagnostics.append(diagnostic(for: error, bands.map(\.written)))
            return nil
        }
    }

    private func diagnostic(for problem: YearBands.Problem, _ bands: [PlacedText]) -> Diagnostic {
        switch problem {
        case .overlap(let index):
            .error(
                "overlapping-year-bands",
                "'\(bands[index].text)' begins before '\(bands[index - 1].text)' has ended", at: bands[index].place,
                help: "bands go from early to late, and each year is in one of them: 2010-2014, 2015-2019")
        case .gap(let index, let years):
            .error(
                "gap-in-year-bands", "no band has \(years.label)", at: bands[index].place,
                help: "each band begins with the year after the one before it: after '\(bands[index - 1].text)'")
        }
    }
}
