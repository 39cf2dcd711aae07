// What the reader asks to see.

/** Without case, marks above and below letters, and the shapes of quotes and hyphens. */
function folded(text) {
  return text.replace(/[^\u0000-\u007f]+/g, foldedRun).toLowerCase();
}

/** Folded characters that are not ASCII; few are different, and each costs much. */
const foldedRuns = new Map();

function foldedRun(run) {
  let result = foldedRuns.get(run);
  if (result === undefined) {
    result = run.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
      .replace(/[‐‑‒–]/g, "-").replace(/ς/g, "σ");
    foldedRuns.set(run, result);
  }
  return result;
}

/** Folded text as it stands in the page's text for search, which has what is not ASCII in capitals. */
function spelled(text) {
  return text.replace(/[^\u0000-\u007f]|[<>&]/g, (unit) => "Z" + unit.charCodeAt(0).toString(16).padStart(4, "0")
    .replace(/./g, (digit) => String.fromCharCode(65 + parseInt(digit, 16))));
}

const wordsOf = (text) => folded(text).split(/[\s\u0000-\u001f\u007f]+/).filter((word) => word !== "");

/** Which items of a document have all words, or the document's fields have them. */
function matches(report, wanted) {
  report.text ??= searchElements[report.position].textContent;
  if (!wanted.every((word) => report.text.includes(word))) return () => false;
  report.lines ??= report.text.split("\t");
  const open = wanted.filter((word) => !report.lines[0].includes(word));
  return (number) => open.every((word) => report.lines[number + 1].includes(word));
}

/** The items of a document that the filters leave; undefined when there are no filters. */
function left(report, position, wanted) {
  if (wanted.length === 0 && theme.value === "" && category.value === "" && chosen.value === "") return undefined;
  if (chosen.value !== "" && Number(chosen.value) !== position) return [];
  const isFound = wanted.length > 0 ? matches(report, wanted) : () => true;
  const index = category.value === "" ? undefined : Number(category.value);
  return report.items.filter((item, number) =>
    (theme.value === "" || item.themes.some(([label]) => label === theme.value))
    && (index === undefined || standsIn(item, index)) && isFound(number));
}

function applyFilters() {
  const wanted = wordsOf(words.value).map(spelled);
  const isWide = matchMedia("(min-width: 1100px)").matches;
  let items = 0;
  let documents = 0;
  CSS.highlights?.get("search")?.clear();
  reports.forEach((report, position) => {
    report.shown = left(report, position, wanted);
    const row = rows[position];
    const isHidden = report.shown !== undefined && report.shown.length === 0 && chosen.value !== String(position);
    if (row.hidden !== isHidden) row.hidden = isHidden;
    if (!isHidden) documents += 1;
    items += (report.shown ?? report.items).length;
    if (!isHidden || !chart.isWaiting(row)) chart.empty(row, estimatedHeight(report, isWide));
  });
  table.querySelectorAll(".headings th").forEach((heading, column) => {
    heading.hidden = column > 0 && !shownCategories().includes(column - 1);
  });
  byId("nothing").hidden = documents > 0;
  table.hidden = documents === 0;
  byId("count").textContent = `${items} of ${total} items in ${documents} of ${reports.length} documents`;
  byId("printed-filters").textContent = describeFilters();
  chart.renew();
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
  const wanted = wordsOf(words.value).filter((word) => word.length > 1);
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
