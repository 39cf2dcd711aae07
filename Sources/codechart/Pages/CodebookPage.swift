import Charting
import Codebooks
import DocumentModel

/// Codebooks as one page of HTML that needs no other file.
func codebookPage(_ codebooks: [Codebook]) -> [UInt8] {
    var html = HTMLMarkup()
    let titles = codebooks.map { $0.title.isEmpty ? $0.id : $0.title }
    html.raw("<!DOCTYPE html>\n")
    html.element("html", ["lang": "en"]) { html in
        html.element("head") { html in
            html.raw("<meta charset=\"utf-8\" />")
            html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />")
            html.element("title", text: titles.joined(separator: "; "))
            html.element("style") { $0.raw(codebookStyleSheet) }
        }
        html.raw("\n")
        html.element("body") { html in
            for (codebook, title) in zip(codebooks, titles) {
                html.element("main") { $0.write(codebook, title: title) }
                html.raw("\n")
            }
        }
    }
    html.raw("\n")
    return html.bytes
}

extension HTMLMarkup {
    fileprivate mutating func write(_ codebook: Codebook, title: String) {
        element("h1", text: title)
        descriptions(codebook.facts, kind: "facts")
        for dimension in codebook.dimensions {
            raw("\n")
            element("section", ["class": "dimension"]) { html in
                html.heading("h2", dimension.label, dimension.id)
                html.element("p", ["class": "assignment"], text: dimension.assignmentInWords)
                for code in dimension.codes { html.write(code) }
            }
        }
        guard !codebook.terms.isEmpty else { return }
        raw("\n")
        element("section", ["class": "terms"]) { html in
            html.element("h2", text: "Terms")
            html.element("dl") { html in
                for term in codebook.terms {
                    html.element("dt") { $0.element("code", text: "$" + term.name) }
                    html.element("dd") { html in
                        for (number, source) in term.sources.enumerated() {
                            if number > 0 { html.text(", ") }
                            html.element("code", text: source)
                        }
                    }
                }
            }
        }
    }

    private mutating func write(_ code: Code) {
        raw("\n")
        element("article", ["class": "code"]) { html in
            html.heading("h3", code.label, code.id)
            html.descriptions(code.description, kind: "description")
            if !code.rules.isEmpty {
                html.element("h4", text: "Rules")
                html.element("dl", ["class": "rules"]) { html in
                    for rule in code.rules {
                        html.element("dt", text: rule.id)
                        html.element("dd") { $0.write(rule) }
                    }
                }
            }
            html.write("Examples", code.examples, kind: "examples")
            html.write("Near misses", code.nearMisses, kind: "near-misses")
        }
    }

    private mutating func write(_ rule: Rule) {
        for part in RuleInWords(rule: rule).parts {
            switch part {
            case .words(let words): text(words)
            case .expression(let source): element("code", text: source)
            }
        }
    }

    private mutating func write(_ title: String, _ examples: [Example], kind: String) {
        guard !examples.isEmpty else { return }
        element("h4", text: title)
        element("ul", ["class": kind]) { html in
            for example in examples {
                html.element("li") { html in
                    html.text(example.passage.text)
                    for context in example.context {
                        html.raw(" ")
                        html.element("span", ["class": "context"], text: "\(context.label): \(context.text)")
                    }
                }
            }
        }
    }

    private mutating func heading(_ name: String, _ label: String, _ id: String) {
        element(name) { html in
            html.text(label)
            guard label != id else { return }
            html.raw(" ")
            html.element("code", text: id)
        }
    }

    private mutating func descriptions(_ items: [(label: String, text: String)], kind: String) {
        guard !items.isEmpty else { return }
        element("dl", ["class": kind]) { html in
            for item in items {
                html.element("dt", text: item.label)
                html.element("dd", text: item.text)
            }
        }
    }
}

/// For reading on a screen and in print; no `<` and no `&`.
private let codebookStyleSheet = """
    :root { --ink: #1f2933; --quiet: #5b6875; --rule: #d5dbe1; --paper: #ffffff; --wash: #f3f5f7; --accent: #1f4e5f;
      --text: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
      --label: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
      --fixed: ui-monospace, "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e4e8ec; --quiet: #a3afba; --rule: #3a444e; --paper: #14191e; --wash: #1f272e; --accent: #9ecbdc; }
    }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 var(--text); }
    main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1 { margin: 0 0 1rem; font-size: 1.9rem; line-height: 1.2; text-wrap: balance; }
    h2 { margin: 2.6rem 0 .4rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent); color: var(--accent);
      font-size: 1.4rem; }
    h3 { margin: 0 0 .5rem; font-size: 1.15rem; }
    h4 { margin: 1rem 0 .25rem; color: var(--quiet); font: 600 .8rem/1.4 var(--label); }
    code { padding: .05em .3em; border-radius: 3px; background: var(--wash); font: .84em/1.5 var(--fixed);
      overflow-wrap: anywhere; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    h2 code, h3 code { color: var(--quiet); font-weight: 400; }
    .assignment { margin: 0; color: var(--quiet); }
    .code { margin: 1.6rem 0 0; padding: 1rem 0 0; border-top: 1px solid var(--rule); }
    .assignment + .code { border-top: 0; padding-top: 0; }
    dl { display: grid; grid-template-columns: 10rem 1fr; gap: .35rem 1rem; margin: 0; }
    dt { color: var(--quiet); font: 600 .82rem/1.85 var(--label); overflow-wrap: anywhere; }
    dd { margin: 0; min-width: 0; }
    ul { margin: 0; padding-left: 1.1rem; }
    li { margin: .2rem 0; }
    .context { color: var(--quiet); font: .82rem/1.5 var(--label); }
    .context::before { content: "("; } .context::after { content: ")"; }
    @media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
    @media print {
      :root { --ink: #000; --quiet: #444; --rule: #bbb; --paper: #fff; --wash: #f3f3f3; --accent: #000; }
      body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
      h2, h3, h4 { break-after: avoid; } li, dd, dt { break-inside: avoid; }
    }
    """
