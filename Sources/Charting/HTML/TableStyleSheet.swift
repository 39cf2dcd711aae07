/// The looks of a table beside the chart, with its caption and notes.
///
/// It stands inside well-formed XML: no `<` and no `&`.
let tableStyleSheet = """
    .review { margin: 0; color: var(--quiet); font: 14px/1.4 var(--label); }
    .caption { margin: 0 0 .3rem; font: 600 14px/1.45 var(--label); }
    .note { max-width: 80ch; margin: 0 0 .3rem; color: var(--quiet); font: 13px/1.5 var(--label); }
    .table { margin: .9rem 0 0; border-collapse: collapse; border-top: 2px solid var(--accent);
      border-bottom: 2px solid var(--accent); }
    .table.lists { width: 100%; min-width: 84rem; table-layout: fixed; font-size: 14px; hyphens: auto; }
    .table th, .table td { padding: .35rem .8rem; text-align: left; vertical-align: top; font-weight: 400;
      overflow-wrap: break-word; }
    .table thead th { position: sticky; top: 0; background: var(--paper); box-shadow: inset 0 -1px var(--accent);
      color: var(--accent); font: 600 13px/1.3 var(--label); vertical-align: bottom; }
    .table tbody > tr > * { border-top: 1px solid var(--rule); max-width: 26rem; }
    .table.lists th, .table.lists td { padding: .35rem .5rem; }
    .table .number { text-align: right; font-family: var(--label); font-variant-numeric: tabular-nums; }
    .table tbody > tr.first > * { border-top: 1px solid var(--quiet); }
    .table .absent, .table .zero { color: var(--quiet); }
    .table .repeated { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: pre; }
    .table .category { margin: 0; font: 600 13px/1.5 var(--label); }
    .table ol { margin: 0 0 .5rem; padding: 0; list-style: none; }
    .table li { margin: 0 0 .3rem; padding: 0 0 0 1.1rem; text-indent: -1.1rem; }
    .ordinal { color: var(--quiet); font: 13px/1.4 var(--label); }
    @media print {
      .review, .caption, .note, .table th, .table .category, .ordinal { font-size: 8pt; }
      .table.lists { min-width: 0; font-size: 8pt; }
      .table thead th { position: static; border-bottom: 1pt solid #000; box-shadow: none; }
      .table th, .table td { padding: 2pt 4pt; }
      .table li { break-inside: avoid; }
    }
    """
