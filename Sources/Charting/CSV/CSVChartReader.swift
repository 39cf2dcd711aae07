/// Reads a chart that ``CSVChartWriter`` wrote.
func readCSVChart(path: String, settings: ChartSettings, _ body: (ReadBackRow) throws -> Void) throws {
    var records = CSVRecords(try FileInput(path: path))
    let layout = ReadLayout(settings: settings, path: path)
    try layout.check(headings: try records.next() ?? [])
    while let record = try records.next() {
        try body(try layout.row(of: record))
    }
}
