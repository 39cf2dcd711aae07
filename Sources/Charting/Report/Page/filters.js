// What the reader asks to see.

/** Without case, marks above and below letters, and the shapes of quotes and hyphens. */
function folded(text) {
  return text.toLowerCase().replace(/[^\u0000-\u007f]+/g, foldedRun);
}

/** Folded characters that are not ASCII; few are different, and each costs much. */
const foldedRuns = new Map();

function foldedRun(run) {
  let result = foldedRuns.get(run);
  if (result === undefined) {
    result = run.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
      .replace(/[‐‑‒–]/g, "-");
    foldedRuns.set(run, result);
  }
  return result;
}

/** What a search looks at: of documents their fields, of items wording, quote, headings, lead-in and themes. */
function prepare(report) {
  if (report.folded !== undefined) return;
  unpack(report);
  // All texts of a document at once, because each call costs more than what it does to a short text.
  const parts = report.items.map((item) => {
    const { under, leadIn } = item.evidence;
    const context = [...(under === undefined ? [] : report.paths[under]), report.texts[leadIn] ?? ""];
    return [item.printed ?? "", quoteOf(report, item), ...context, ...item.themes.map(([label]) => label)].join("\n");
  });
  const texts = [report.fields.map(([text]) => text).join("\n"), ...parts].map((text) => text.replaceAll("\0", " "));
  const [fields, ...items] = folded(texts.join("\0")).split("\0");
  report.folded = fields;
  report.items.forEach((item, position) => { item.folded = items[position]; });
}

/** The items of a document that the filters leave; undefined when there are no filters. */
function left(report, position, wanted) {
  if (wanted.length === 0 && theme.value === "" && category.value === "" && chosen.value === "") return undefined;
  if (chosen.value !== "" && Number(chosen.value) !== position) return [];
  return report.items.filter((item) =>
    (theme.value === "" || item.themes.some(([label]) => label === theme.value))
    && (category.value === "" || standsIn(item, Number(category.value)))
    && wanted.every((word) => item.folded.includes(word) || report.folded.includes(word)));
}

function applyFilters() {
  const wanted = folded(words.value).split(/\s+/).filter((word) => word !== "");
  if (wanted.length > 0) reports.forEach(prepare);
  const isWide = matchMedia("(min-width: 1100px)").matches;
  let items = 0;
  let documents = 0;
  CSS.highlights?.get("search")?.clear();
  reports.forEach((report, position) => {
    report.shown = left(report, position, wanted);
    const row = rows[position];
    row.hidden = report.shown !== undefined && report.shown.length === 0 && chosen.value !== String(position);
    if (!row.hidden) documents += 1;
    items += (report.shown ?? report.items).length;
    if (!row.hidden || !row.classList.contains("waiting")) empty(row, estimatedHeight(report, isWide));
  });
  table.querySelectorAll(".headings th").forEach((heading, column) => {
    heading.hidden = column > 0 && !shownCategories().includes(column - 1);
  });
  byId("nothing").hidden = documents > 0;
  table.hidden = documents === 0;
  byId("count").textContent = `${items} of ${total} items in ${documents} of ${reports.length} documents`;
  byId("printed-filters").textContent = describeFilters();
  // A row that stays on the screen does not cross its edge, so the observer would say nothing of it.
  observer.disconnect();
  near.clear();
  for (const row of rows) if (!row.hidden) observer.observe(row);
}

function describeFilters() {
  const parts = [theme, category, chosen].filter((control) => control.value !== "")
    .map((control) => control.selectedOptions[0].textContent);
  if (words.value.trim() !== "") parts.push(`“${words.value.trim()}”`);
  return parts.length > 0 ? `Shown: ${parts.join(", ")}; ${byId("count").textContent}` : "";
}

/** Shows where the words that were looked for stand, in browsers that can do it without changing the page. */
function markHits(row) {
  if (!CSS.highlights) return;
  const wanted = folded(words.value).split(/\s+/).filter((word) => word.length > 1);
  if (!CSS.highlights.has("search")) CSS.highlights.set("search", new Highlight());
  if (wanted.length === 0) return;
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = folded(node.data);
    // Where folding changes the length of a text, places in it are no places in the page.
    if (text.length !== node.data.length) continue;
    for (const word of wanted) {
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, start + word.length);
        CSS.highlights.get("search").add(range);
      }
    }
  }
}
