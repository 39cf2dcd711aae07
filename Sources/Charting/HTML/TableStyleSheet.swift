/// The looks of a page with one table, on screens and in print; light and dark.
///
/// It stands inside well-formed XML: no `<` and no `&`.
let tableStyleSheet = """
    :root {
      --ink: #1f2933; --quiet: #5b6875; --rule: #d5dbe1; --paper: #ffffff; --accent: #1f4e5f;
      --draft-ink: #6f4500; --draft: #fff4d6;
      --text: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
      --label: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e4e8ec; --quiet: #a3afba; --rule: #3a444e; --paper: #14191e; --accent: #9ecbdc;
        --draft-ink: #ffd98a; --draft: #3d3010; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 15px/1.45 var(--text); }
    header { margin: 0 0 .8rem; }
    .review { margin: 0; color: var(--quiet); font: 14px/1.4 var(--label); }
    h1 { margin: 0 0 .5rem; font-size: 1.6rem; line-height: 1.2; font-weight: 600; }
    .draft { display: inline-block; margin: 0; padding: .3rem .7rem; border-radius: 4px;
      background: var(--draft); color: var(--draft-ink); font: 600 14px/1.4 var(--label); }
    .caption { margin: 0 0 .3rem; font: 600 14px/1.45 var(--label); }
    .note { max-width: 80ch; margin: 0 0 .3rem; color: var(--quiet); font: 13px/1.5 var(--label); }
    .table { margin: .9rem 0 0; border-collapse: collapse; border-top: 2px solid var(--accent);
      border-bottom: 2px solid var(--accent); }
    .table.lists { width: 100%; min-width: 84rem; table-layout: fixed; font-size: 14px; hyphens: auto; }
    .table th, .table td { padding: .35rem .8rem; text-align: left; vertical-align: top; font-weight: 400;
      overflow-wrap: break-word; }
    .table th { position: sticky; top: 0; background: var(--paper); box-shadow: inset 0 -1px var(--accent);
      color: var(--accent); font: 600 13px/1.3 var(--label); vertical-align: bottom; }
    .table td { border-top: 1px solid var(--rule); max-width: 26rem; }
    .table.lists th, .table.lists td { padding: .35rem .5rem; }
    .table .number { text-align: right; font-family: var(--label); font-variant-numeric: tabular-nums; }
    .table tr.first td { border-top: 1px solid var(--quiet); }
    .table .absent, .table .zero { color: var(--quiet); }
    .table .repeated { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: pre; }
    .table .category { margin: 0; font: 600 13px/1.5 var(--label); }
    .table ol { margin: 0 0 .5rem; padding: 0; list-style: none; }
    .table li { margin: 0 0 .3rem; padding: 0 0 0 1.1rem; text-indent: -1.1rem; }
    .ordinal { color: var(--quiet); font: 13px/1.4 var(--label); }
    .control { color: var(--quiet); font-size: .85em; }
    @media print {
      @page { size: A4 landscape; margin: 12mm; }
      :root { --ink: #000; --quiet: #444; --paper: #fff; --accent: #000; --rule: #999; --draft: #fff;
        --draft-ink: #000; }
      body { padding: 0; font-size: 9pt; line-height: 1.3; }
      .draft { padding: 0; }
      .review, .caption, .note, .draft, .table th, .table .category, .ordinal { font-size: 8pt; }
      .table.lists { min-width: 0; font-size: 8pt; }
      .table th { position: static; border-bottom: 1pt solid #000; box-shadow: none; }
      .table th, .table td { padding: 2pt 4pt; }
      .table li { break-inside: avoid; }
    }
    """
