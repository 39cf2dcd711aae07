/// The looks of the page: a table from 1100 pixels on and in print, cards below; light and dark.
///
/// It stands inside well-formed XML: no `<` and no `&`.
let chartStyleSheet = """
    :root {
      --ink: #1f2933; --quiet: #5b6875; --rule: #d5dbe1; --paper: #ffffff; --wash: #f5f7f9; --accent: #1f4e5f;
      --draft-ink: #6f4500; --draft: #fff4d6; --mark: #ffe58a; --tint-ink: 28%; --tint-fill: 93%;
      --text: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
      --label: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e4e8ec; --quiet: #a3afba; --rule: #3a444e; --paper: #14191e; --wash: #1c2329; --accent: #9ecbdc;
        --draft-ink: #ffd98a; --draft: #3d3010; --mark: #6b5610; --tint-ink: 82%; --tint-fill: 22%;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 15px/1.5 var(--text); }
    header { margin: 0 0 1rem; }
    h1 { margin: 0 0 .6rem; font-size: 1.7rem; line-height: 1.2; font-weight: 600; text-wrap: balance; }
    .draft { display: inline-block; margin: 0 0 .5rem; padding: .3rem .7rem; border-radius: 4px;
      background: var(--draft); color: var(--draft-ink); font: 600 14px/1.4 var(--label); }
    .notes, caption { color: var(--quiet); font: 13px/1.5 var(--label); }
    .notes { margin: 0; }
    .notes:empty { display: none; }
    caption { text-align: left; padding: 0 0 .7rem; }
    caption strong { color: var(--ink); }
    a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2px;
      text-decoration-color: var(--quiet); }
    a:hover { color: var(--accent); text-decoration-color: currentColor; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    .printed { display: none; }
    th, td { padding: .8rem .9rem; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: break-word; }
    .headings th { position: sticky; top: 0; z-index: 1; padding: .55rem .9rem; background: var(--paper);
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
    td.absent { color: var(--quiet); font: italic 13px/1.5 var(--label); }
    td.empty::after { content: "–"; color: var(--quiet); }
    ol { margin: 0; padding: 0; list-style: none; }
    li { position: relative; margin: 0 0 .8rem; padding: 0 0 0 1.9rem; }
    li:last-child { margin-bottom: 0; }
    .number { position: absolute; left: 0; width: 1.5rem; text-align: right; color: var(--quiet);
      font: 13px/1.75 var(--label); font-variant-numeric: tabular-nums; }
    .themes { display: flex; flex-wrap: wrap; gap: .2rem .3rem; margin: 0 0 .15rem; }
    .theme { padding: .1rem .45rem; border-radius: 3px;
      background: hsl(var(--hue, 210) 45% var(--tint-fill)); color: hsl(var(--hue, 210) 60% var(--tint-ink));
      font: 600 12px/1.5 var(--label); }
    .tint-0 { --hue: 200; } .tint-1 { --hue: 28; } .tint-2 { --hue: 150; } .tint-3 { --hue: 275; }
    .tint-4 { --hue: 345; } .tint-5 { --hue: 90; } .tint-6 { --hue: 235; } .tint-7 { --hue: 52; }
    mark { padding: 0 .1em; border-radius: 2px; background: var(--mark); color: inherit; }
    .control { color: var(--quiet); font-size: .85em; }
    details { color: var(--quiet); font: 12px/1.5 var(--label); }
    summary { overflow: hidden; padding: .1rem 0; white-space: nowrap; text-overflow: ellipsis; cursor: pointer;
      list-style: none; }
    summary::-webkit-details-marker { display: none; }
    details:not([open]) .headings > span:not(:last-child) { display: none; }
    summary::after { content: " ▸"; }
    [open] > summary { white-space: normal; }
    [open] > summary::after { content: " ▾"; }
    summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 2px; }
    .state { padding: 0 .35rem; border: 1px solid currentColor; border-radius: 3px; font-size: 11px; }
    .state.accepted { color: hsl(150 60% var(--tint-ink)); background: hsl(150 45% var(--tint-fill)); }
    .state.edited { color: hsl(210 60% var(--tint-ink)); background: hsl(210 45% var(--tint-fill)); }
    .state.added { color: hsl(275 60% var(--tint-ink)); background: hsl(275 45% var(--tint-fill)); }
    details dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .7rem; margin: .2rem 0 .4rem;
      padding: .5rem .7rem; border-left: 2px solid var(--rule); background: var(--wash); }
    details dd { margin: 0; color: var(--ink); overflow-wrap: anywhere; }
    @media screen and (max-width: 1099px) {
      body { padding: 1rem; }
      h1 { font-size: 1.35rem; }
      table, caption, tbody, tr, th, td { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .document { margin: 0 0 1.5rem; border: 1px solid var(--rule); border-radius: 6px; overflow: hidden; }
      .document > *:last-child { border-bottom: 0; }
      .document > th > dl { position: static; }
      td::before { content: attr(data-heading); display: block; margin: 0 0 .5rem; color: var(--accent);
        font: 600 13px/1.3 var(--label); }
      td.empty::after { content: "nothing found"; font: italic 13px/1.5 var(--label); }
      summary { white-space: normal; }
    }
    @media print {
      @page { size: A4 landscape; margin: 12mm; }
      :root { --ink: #000; --quiet: #444; --paper: #fff; --wash: #fff; --accent: #000; --rule: #888;
        --draft: #fff; --draft-ink: #000; --mark: #e3e3e3; --tint-ink: 0%; --tint-fill: 92%; }
      body { padding: 0; font-size: 9pt; line-height: 1.35; }
      .draft { display: none; }
      .printed { display: table-row; }
      .printed td { padding: 0 0 4pt; border: 0; font: 600 8.5pt/1.3 var(--label); }
      .headings th, .document > th > dl { position: static; }
      .headings th { border-bottom: 1pt solid #000; box-shadow: none; }
      .theme, .number, td.absent { font-size: 8pt; }
      .themes { display: inline; }
      .theme { -webkit-print-color-adjust: exact; print-color-adjust: exact; background: none; padding: 0; color: #000; }
      li .separator { position: static; width: auto; height: auto; clip-path: none; font: 600 8pt/1.35 var(--label); }
      mark { background: none; text-decoration: underline; text-decoration-thickness: .5pt; }
      .field, details, .field-authors, .field-year { font-size: 8pt; }
      .field-title { font-size: 9.5pt; }
      summary { white-space: normal; }
      details:not([open]) .headings > span:not(:last-child) { display: inline; }
      summary::after { content: none; }
      li { margin-bottom: 5pt; padding-left: 18pt; break-inside: avoid; }
      .number { width: 14pt; line-height: 1.5; }
      a { text-decoration: none; }
    }
    """
