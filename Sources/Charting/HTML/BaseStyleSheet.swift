/// The looks that all pages share: colours, fonts, titles and links; light and dark, on screens and in print.
///
/// It stands inside well-formed XML: no `<` and no `&`.
let baseStyleSheet = """
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
    .notes { margin: 0; color: var(--quiet); font: 13px/1.5 var(--label); }
    .notes:empty { display: none; }
    a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2px;
      text-decoration-color: var(--quiet); }
    a:hover { color: var(--accent); text-decoration-color: currentColor; }
    summary:focus-visible, a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent);
      outline-offset: 1px; border-radius: 2px; }
    .printed { display: none; }
    .control { color: var(--quiet); font-size: .85em; }
    @media screen and (max-width: 1099px) {
      body { padding: 1rem; }
      h1 { font-size: 1.35rem; }
    }
    @media print {
      @page { size: A4 landscape; margin: 12mm; }
      :root { --ink: #000; --quiet: #444; --paper: #fff; --wash: #fff; --accent: #000; --rule: #888;
        --draft: #fff; --draft-ink: #000; --mark: #e3e3e3; --tint-ink: 0%; --tint-fill: 92%; }
      body { padding: 0; font-size: 9pt; line-height: 1.35; }
      .draft { padding: 0; }
      .printed { display: table-row; }
      .printed td { padding: 0 0 4pt; border: 0; font: 600 8.5pt/1.3 var(--label); }
      a { text-decoration: none; }
    }

    """
