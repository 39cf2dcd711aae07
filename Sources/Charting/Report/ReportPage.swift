import Foundation
import Hashing
import JSON

/// The page around the data of the report.
struct ReportPage {
    let settings: ReportSettings
    let summary: ChartSummary

    /// Nothing but the page's own script and style may run, and nothing is loaded or sent.
    private static let policy =
        "default-src 'none'; script-src \(source(of: ReportScript.script)); style-src \(source(of: ReportScript.styleSheet)); "
        + "base-uri 'none'; form-action 'none'"

    /// An inline script or style as a policy names it (Content Security Policy Level 3, hash-source).
    private static func source(of text: String) -> String {
        let digits = Array(sha256(text).utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).map { index in
            UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)!
        }
        return "'sha256-\(Data(bytes).base64EncodedString())'"
    }

    // MARK: Parts

    /// All that stands before the first document.
    var head: [UInt8] {
        var markup = HTMLMarkup()
        markup.raw(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="\(HTMLMarkup.attribute(Self.policy))"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="referrer" content="no-referrer"/>
            <title>\(HTMLMarkup.attribute(settings.chart.title))</title>
            <style>\(ReportScript.styleSheet)</style>
            </head>
            <body>

            """)
        writeHeader(to: &markup)
        markup.raw("<main>\n<section id=\"chart\" class=\"view\" aria-labelledby=\"chart-title\">\n")
        markup.element("h2", ["id": "chart-title"], text: "Chart")
        markup.raw("\n")
        markup.element("noscript") { markup in
            markup.element("p") { markup in
                markup.text("This view needs a script of the page's own. Without it, the same chart with all items is ")
                markup.element("a", ["href": "chart.html"], text: "chart.html")
                markup.text("; what stands below is complete.")
            }
        }
        writeFilters(to: &markup)
        writeTable(to: &markup)
        return markup.bytes
    }

    /// What stands behind the last document.
    static let endOfDocuments = "</div>\n"

    /// A further view.
    func markup(of section: ReportSection) -> [UInt8] {
        var markup = HTMLMarkup()
        let title = section.id + "-title"
        markup.element("section", ["id": section.id, "class": "view", "aria-labelledby": title]) { markup in
            markup.element("h2", ["id": title], text: section.title)
            markup.raw("\n")
            markup.append(section.markup)
        }
        markup.raw("\n")
        return markup.bytes
    }

    /// All that stands behind the last view.
    ///
    /// - Parameter data: what ``writeSettings(to:rules:)`` gave, as page data.
    func foot(data: [UInt8]) -> [UInt8] {
        Array("</main>\n<script type=\"application/json\" id=\"settings\">".utf8) + data
            + Array("</script>\n<script>\(ReportScript.script)</script>\n</body>\n</html>\n".utf8)
    }

    /// What the script needs to know of all documents.
    func writeSettings(to json: inout JSONWriter, rules: ReportRules) {
        let columns = settings.chart.columns
        json.object { json in
            json.member("language", settings.chart.language)
            json.key("fields")
            json.array(of: columns.filter { $0.category == nil }) { json, column in
                json.array([column.id, column.heading])
            }
            json.member("categories", columns.filter { $0.category != nil }.map(\.heading))
            json.member("categoryLabels", settings.categoryLabels)
            json.member("themes", settings.chart.themes)
            json.member("perCell", settings.perCell)
            json.key("rules")
            rules.write(to: &json, settings: settings.chart)
        }
    }

    // MARK: Head

    private func writeHeader(to markup: inout HTMLMarkup) {
        markup.element("header") { markup in
            markup.element("h1", ["lang": settings.chart.language, "dir": "auto"], text: settings.chart.title)
            markup.element("p", ["class": "draft"], text: summary.banner)
            markup.element("p", ["class": "notes"], text: settings.chart.notes.joined(separator: " · "))
            markup.raw("<nav id=\"views\" aria-label=\"Views\" hidden></nav>")
        }
        markup.raw("\n")
    }

    private func writeFilters(to markup: inout HTMLMarkup) {
        let categories = settings.chart.columns.filter { $0.category != nil }.map(\.heading)
        markup.raw("<form id=\"filters\" role=\"search\" aria-label=\"Filter the chart\" hidden>\n")
        markup.raw(
            "<label class=\"words\">Search <input id=\"words\" type=\"search\" autocomplete=\"off\" "
                + "placeholder=\"quotes, titles, headings\" aria-keyshortcuts=\"/\"/></label>\n")
        writeChoice("theme", "Theme", all: "All themes", settings.chart.themes.map { ($0, $0) }, to: &markup)
        writeChoice(
            "category", "Category", all: "All categories", categories.enumerated().map { (String($0), $1) }, to: &markup
        )
        writeChoice("document", "Document", all: "All documents", [], to: &markup)
        writeChoice(
            "order", "Order", all: nil, [("score", "Best score first"), ("text", "As in the document")], to: &markup)
        markup.raw(
            "<button type=\"reset\">Show all</button>\n<output id=\"count\" aria-live=\"polite\"></output>\n</form>\n")
    }

    private func writeChoice(
        _ id: String, _ label: String, all: String?, _ choices: [(value: String, label: String)],
        to markup: inout HTMLMarkup
    ) {
        markup.element("label") { markup in
            markup.text(label + " ")
            markup.element("select", ["id": id]) { markup in
                if let all { markup.element("option", ["value": ""], text: all) }
                for choice in choices { markup.element("option", ["value": choice.value], text: choice.label) }
            }
        }
        markup.raw("\n")
    }

    /// The head of the table; the script fills in its rows.
    private func writeTable(to markup: inout HTMLMarkup) {
        let categories = settings.chart.columns.filter { $0.category != nil }
        markup.raw("<p id=\"nothing\" hidden>No item is like this.</p>\n<table id=\"items\" class=\"chart\" hidden>\n")
        markup.element("caption") { markup in
            markup.element("strong", text: summary.caption)
            markup.text(" · " + ChartSummary.emptyCells)
        }
        markup.raw("\n")
        markup.element("thead") { markup in
            markup.element("tr", ["class": "printed"]) { markup in
                markup.element("td", ["colspan": String(categories.count + 1)]) { markup in
                    markup.text(summary.banner)
                    markup.raw("<span id=\"printed-filters\"></span>")
                }
            }
            markup.element("tr", ["class": "headings"]) { markup in
                markup.element("th", ["scope": "col"], text: "Document")
                for column in categories { markup.element("th", ["scope": "col"], text: column.heading) }
            }
        }
        markup.raw("\n<tbody id=\"documents\"></tbody>\n</table>\n</section>\n")
        // In an element that is not shown, the data of the documents needs no styles.
        markup.raw("<div hidden=\"\">\n")
    }
}
