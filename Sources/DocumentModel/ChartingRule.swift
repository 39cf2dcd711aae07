/// Which coded passages stand in the chart: those with a code of the dimension that makes its columns and one
/// of the dimension that names its items.
package struct ChartingRule: Sendable {
    /// nil asks for no code.
    package var category: String?
    package var theme: String?

    package init(category: String?, theme: String?) {
        self.category = category
        self.theme = theme
    }

    package func charted(_ codes: PassageCodes) -> Charted {
        charted { !codes.codes(in: $0).isEmpty }
    }

    /// - Parameter hasCode: whether a passage has a code of a dimension.
    package func charted(hasCode: (String) -> Bool) -> Charted {
        switch (category.map(hasCode) ?? true, theme.map(hasCode) ?? true) {
        case (true, true): .yes
        case (false, true): .no(reason: "no category")
        case (true, false): .no(reason: "no theme")
        case (false, false): .no(reason: "no category or theme")
        }
    }
}
