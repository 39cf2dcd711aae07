// Items as they stand in the cells, and the evidence that opens below them.

/** The matches that decided the codes with which an item stands in the cell of a category. */
function deciding(item, index) {
  return item.evidence.matches.filter(([rule]) => (settings.rules[rule].category ?? index) === index);
}

/** Where in a text of the passage deciding words stand: ascending, disjoint. */
function marks(item, index, source, level) {
  const spans = deciding(item, index).flatMap(([, spans]) => spans)
    .filter((span) => span[0] === source && span[3] === level && span[1] < span[2])
    .map(([, start, end]) => ({ start, end }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return spans.reduce((merged, span) => {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
    return merged;
  }, []);
}

function quoteOf(report, item) {
  const [number, start, end] = item.evidence.quote;
  const text = report.texts[number];
  // Offsets are code points, which are what a string counts as long as each is one of its units.
  if (!/[\ud800-\udfff]/.test(text)) return text.slice(start, end);
  return Array.from(text).slice(start, end).join("");
}

function scoreOf(item, index) {
  return item.in.find((place) => place[0] === index)[2] + Math.max(0, ...item.themes.map((entry) => entry[1]));
}

function makeItem(report, item, index) {
  const number = item.in.find((place) => place[0] === index)[1];
  const themes = make("span", { class: "themes" });
  item.themes.forEach(([label], position) => {
    if (position > 0) themes.append(make("span", { class: "separator" }, ";"), " ");
    const tint = settings.themes.indexOf(label);
    const look = tint < 0 ? "theme" : `theme tint-${tint % tints}`;
    themes.append(make("span", { class: look, lang: settings.language }, label));
  });
  const look = { class: "statement", dir: "auto", lang: settings.language };
  // The deciding words are words of the quote.
  const statement = item.printed === undefined
    ? marked("span", look, quoteOf(report, item), marks(item, index, "text"))
    : make("span", look, item.printed);
  return make("li", {}, make("span", { class: "number" }, `${number})`), " ", themes,
    make("span", { class: "separator" }, " -"), " ", statement, makeDetails(report, item, index));
}

function makeDetails(report, item, index) {
  const key = `${item.id}/${index}`;
  const state = item.state ?? "machine";
  const { page, under } = item.evidence;
  const heading = under === undefined ? "" : report.paths[under].at(-1);
  const summary = make("summary", {}, `p. ${page} `, make("span", { class: `state ${state}` }, state), " ",
    make("span", { class: "headings", lang: settings.language }, make("span", {}, heading)));
  const details = make("details", { open: opened.has(key) }, summary);
  details.dataset.item = item.id;
  if (details.open) details.append(makeEvidence(report, item, index));
  details.addEventListener("toggle", () => {
    if (details.open) opened.add(key);
    else opened.delete(key);
    if (details.open && details.childElementCount === 1) details.append(makeEvidence(report, item, index));
  });
  return details;
}

// MARK: Evidence

function makeEvidence(report, item, index) {
  const panel = make("div", { class: "evidence" });
  const { under, leadIn } = item.evidence;
  const lang = settings.language;
  if (under !== undefined) {
    const path = make("p", { class: "path", lang });
    report.paths[under].forEach((heading, level) =>
      path.append(marked("span", { dir: "auto" }, heading, marks(item, index, "heading", level))));
    panel.append(path);
  }
  if (leadIn !== undefined) {
    panel.append(marked("p", { class: "lead-in", dir: "auto", lang }, report.texts[leadIn],
      marks(item, index, "lead_in")));
  }
  panel.append(makeParagraph(report, item, index), makePlace(report, item), ...makeRules(item, index));
  return panel;
}

/** The quote in its paragraph, the deciding words in the quote. */
function makeParagraph(report, item, index) {
  const [text, start, end] = item.evidence.quote;
  const points = Array.from(report.texts[text]);
  const cut = item.evidence.cut ?? 0;
  const paragraph = make("blockquote", { dir: "auto", lang: settings.language });
  const shifted = marks(item, index, "text").map((mark) => ({ start: mark.start + start, end: mark.end + start }));
  paragraph.append(cut & 1 ? "… " : "", visible(points.slice(0, start).join("")),
    addMarked(make("span", { class: "quote" }), points, start, end, shifted),
    visible(points.slice(end).join("")), cut & 2 ? " …" : "");
  return paragraph;
}

/** For each code its score and the rules that held, in words. */
function makeRules(item, index) {
  const groups = new Map();
  for (const [number] of deciding(item, index)) {
    const rule = settings.rules[number];
    const key = `${rule.category ?? "theme"}/${rule.label}`;
    if (!groups.has(key)) groups.set(key, { rule, rules: new Set() });
    groups.get(key).rules.add(rule);
  }
  return Array.from(groups.values()).flatMap(({ rule, rules }) => {
    const score = rule.category === undefined
      ? item.themes.find(([label]) => label === rule.label)?.[1] : item.in.find(([place]) => place === index)[2];
    const list = make("ul", {});
    for (const { rule: id, words } of rules) {
      const sentence = words.map(([text, isExpression]) => (isExpression ? make("code", {}, text) : text));
      list.append(make("li", {}, make("b", {}, id), sentence.length > 0 ? ": " : "", ...sentence));
    }
    const kind = rule.category === undefined ? "Theme" : "Category";
    return [make("h4", {}, `${kind} ${rule.label}`, score === undefined ? "" : `, score ${score / 1000}`), list];
  });
}

function makePlace(report, item) {
  const { mentions } = item;
  const { page, section } = item.evidence;
  const place = `${report.path}, page ${page}`;
  const source = report.href === undefined ? place : make("a", { href: `${report.href}#page=${page}` }, place);
  const further = mentions ? ` · also on p. ${Array.from(new Set(mentions)).join(", ")}` : "";
  return make("p", { class: "place" }, source, section ? ` · section: ${section}` : "", further, " · ",
    make("a", { href: `#${item.id}` }, `item ${item.id}`));
}
