extension ReportSection {
    /// The tables beside the chart as views, in their order.
    ///
    /// - Parameters:
    ///   - head: what stands above the rows of a table.
    ///   - sums: the rows of the tables of sums.
    package static func tables(head: (ReviewTable) -> TableHead, sums: [ReviewTableRows]) -> [ReportSection] {
        ReviewTable.allCases.map { table in
            let head = head(table)
            return switch table {
            case .synthesis: ReportSection(head, columns: head.columns.filter { $0.kind == .statements }, look: "chart")
            case .mentions: ReportSection(head, columns: head.columns.filter { $0.kind != .group }, look: "table")
            case .characteristics, .themes, .coOccurrence:
                ReportSection(head, rows: sums.filter { $0.table == table }.flatMap(\.rows))
            }
        }
    }

    /// A table of sums: all of it stands in the page.
    private init(_ table: TableHead, rows: [[ReviewCell]]) {
        var markup = HTMLMarkup()
        let name = table.id + "-title"
        // A region that can be scrolled must be reached by keyboard.
        markup.element("div", ["class": "wide", "role": "region", "tabindex": "0", "aria-labelledby": name]) { markup in
            markup.raw("\n")
            var body = HTMLTableMarkup(table)
            body.begin(&markup)
            for row in rows { body.append(row, to: &markup) }
            body.end(&markup)
        }
        self.init(id: table.id, title: table.name, markup: markup)
    }

    /// A table with rows for each document: the page's script makes them of the items, as it makes the chart, when they
    /// come on the screen.
    ///
    /// - Parameters:
    ///   - columns: those behind the document's.
    ///   - look: the class of the table.
    private init(_ table: TableHead, columns: [TableColumn], look: String) {
        var markup = HTMLMarkup()
        HTMLTableMarkup(table).writeCaption(to: &markup)
        markup.element("noscript") { markup in
            markup.element("p") { markup in
                let file = TableFormat.html.fileName(of: table)
                markup.text("This view needs a script of the page's own. Without it, the same table is ")
                markup.element("a", ["href": file], text: file)
                markup.text(".")
            }
        }
        markup.raw("\n<table id=\"\(table.id)-rows\" class=\"\(look)\" aria-labelledby=\"\(table.id)-title\" hidden>\n")
        markup.element("thead") { markup in
            markup.element("tr", ["class": "printed"]) { markup in
                markup.element("td", ["colspan": String(columns.count + 1)], text: table.banner)
            }
            markup.element("tr", ["class": "headings"]) { markup in
                markup.element("th", ["scope": "col"], text: "Document")
                for column in columns {
                    markup.element(
                        "th", ["scope": "col", "class": column.isNumber ? "number" : nil], text: column.heading)
                }
            }
        }
        markup.raw("\n<tbody></tbody>\n</table>\n")
        self.init(id: table.id, title: table.name, markup: markup)
    }
}
