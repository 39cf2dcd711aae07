/// The looks of a table with a row for each document: a table from 1100 pixels on and in print, cards below.
///
/// It stands inside well-formed XML: no `<` and no `&`.
let chartStyleSheet = """
    .chart caption { padding: 0 0 .7rem; color: var(--quiet); font: 13px/1.5 var(--label); text-align: left; }
    .chart caption strong { color: var(--ink); }
    .chart { width: 100%; border-collapse: collapse; table-layout: fixed; }
    .chart th, .chart td { padding: .8rem .9rem; text-align: left; vertical-align: top; font-weight: 400;
      overflow-wrap: break-word; }
    .chart .headings th { position: sticky; top: 0; z-index: 1; padding: .55rem .9rem; background: var(--paper);
      box-shadow: inset 0 -2px var(--accent); color: var(--accent); font: 600 13px/1.3 var(--label); }
    .document > * { border-bottom: 1px solid var(--rule); }
    .document > th { background: var(--wash); }
    .document dl { margin: 0; }
    .document > th > dl { position: sticky; top: 3.2rem; }
    .field { display: flex; gap: .5rem; font: 12.5px/1.45 var(--label); color: var(--quiet); }
    .field dt { flex: 0 0 5.6rem; }
    .field dd { min-width: 0; margin: 0; color: var(--ink); overflow-wrap: anywhere; }
    .field .absent { color: var(--quiet); font-style: italic; }
    .field-authors, .field-year, .field-title { display: block; font: 14px/1.4 var(--text); }
    .field-authors dt, .field-year dt, .field-title dt, .separator { position: absolute; width: 1px; height: 1px;
      overflow: hidden; clip-path: inset(50%); white-space: pre; }
    .field-title { margin: .1rem 0 .55rem; font-size: 15.5px; line-height: 1.3; font-weight: 600; }
    .chart td.absent { color: var(--quiet); font: italic 13px/1.5 var(--label); }
    .chart td.empty::after { content: "–"; color: var(--quiet); }
    .chart ol { margin: 0; padding: 0; list-style: none; }
    .chart li { position: relative; margin: 0 0 .8rem; padding: 0 0 0 1.9rem; }
    .chart li:last-child { margin-bottom: 0; }
    .chart .number { position: absolute; left: 0; min-width: 1.5rem; text-align: right; color: var(--quiet);
      font: 13px/1.75 var(--label); font-variant-numeric: tabular-nums; white-space: nowrap; }
    .themes { display: flex; flex-wrap: wrap; gap: .2rem .3rem; margin: 0 0 .15rem; }
    .theme { padding: .1rem .45rem; border-radius: 3px;
      background: hsl(var(--hue, 210) 45% var(--tint-fill)); color: hsl(var(--hue, 210) 60% var(--tint-ink));
      font: 600 12px/1.5 var(--label); }
    .tint-0 { --hue: 200; } .tint-1 { --hue: 28; } .tint-2 { --hue: 150; } .tint-3 { --hue: 275; }
    .tint-4 { --hue: 345; } .tint-5 { --hue: 90; } .tint-6 { --hue: 235; } .tint-7 { --hue: 52; }
    mark { padding: 0 .1em; border-radius: 2px; background: var(--mark); color: inherit; }
    details { color: var(--quiet); font: 12px/1.5 var(--label); }
    summary { overflow: hidden; padding: .1rem 0; white-space: nowrap; text-overflow: ellipsis; cursor: pointer;
      list-style: none; }
    summary::-webkit-details-marker { display: none; }
    details:not([open]) .headings > span:not(:last-child) { display: none; }
    summary::after { content: " ▸"; }
    [open] > summary { white-space: normal; }
    [open] > summary::after { content: " ▾"; }
    .state { padding: 0 .35rem; border: 1px solid currentColor; border-radius: 3px; font-size: 11px; }
    .state.accepted { color: hsl(150 60% var(--tint-ink)); background: hsl(150 45% var(--tint-fill)); }
    .state.edited { color: hsl(210 60% var(--tint-ink)); background: hsl(210 45% var(--tint-fill)); }
    .state.added { color: hsl(275 60% var(--tint-ink)); background: hsl(275 45% var(--tint-fill)); }
    details dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .7rem; margin: .2rem 0 .4rem;
      padding: .5rem .7rem; border-left: 2px solid var(--rule); background: var(--wash); }
    details dd { margin: 0; color: var(--ink); overflow-wrap: anywhere; }
    @media screen and (max-width: 1099px) {
      .chart, .chart caption, .chart tbody, .chart tr, .chart th, .chart td { display: block; }
      .chart thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .document { margin: 0 0 1.5rem; border: 1px solid var(--rule); border-radius: 6px; overflow: hidden; }
      .document > *:last-child { border-bottom: 0; }
      .document > th > dl { position: static; }
      .chart td::before { content: attr(data-heading); display: block; margin: 0 0 .5rem; color: var(--accent);
        font: 600 13px/1.3 var(--label); }
      .chart td.empty::after { content: "nothing found"; font: italic 13px/1.5 var(--label); }
      summary { white-space: normal; }
    }
    @media print {
      /* The head of the table says it on every page. */
      body:has(> .chart) .draft { display: none; }
      .chart th, .chart td, .chart .headings th { padding: 4pt 6pt; }
      .chart .headings th, .document > th > dl { position: static; }
      .chart .headings th { border-bottom: 1pt solid #000; box-shadow: none; }
      .theme, .chart .number, .chart td.absent { font-size: 8pt; }
      .themes { display: inline; }
      .theme { -webkit-print-color-adjust: exact; print-color-adjust: exact; background: none; padding: 0; color: #000; }
      li .separator { position: static; width: auto; height: auto; clip-path: none; font: 600 8pt/1.35 var(--label); }
      mark { background: none; text-decoration: underline; text-decoration-thickness: .5pt; }
      .field, details, .field-authors, .field-year { font-size: 8pt; }
      .field-title { font-size: 9.5pt; }
      summary { white-space: normal; }
      details:not([open]) .headings > span:not(:last-child) { display: inline; }
      summary::after { content: none; }
      .chart li { margin-bottom: 5pt; padding-left: 18pt; break-inside: avoid; }
      .chart .number { min-width: 14pt; line-height: 1.5; }
    }
    """
