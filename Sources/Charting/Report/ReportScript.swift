/// The page's own script and style, as they stand in it.
enum ReportScript {
    /// All parts in one block, so that their names are no properties of the window.
    static let script =
        "\"use strict\";\n{\n"
        + [
            PackageResources.elements_js, PackageResources.items_js, PackageResources.rows_js,
            PackageResources.chart_js, PackageResources.tables_js, PackageResources.filters_js,
            PackageResources.navigation_js, PackageResources.start_js,
        ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") + "}\n"

    /// The looks of the chart and of the tables as pages, and what the report has beyond them.
    static let styleSheet =
        baseStyleSheet + chartStyleSheet + "\n" + tableStyleSheet + "\n"
        + String(decoding: PackageResources.report_css, as: UTF8.self)
}
