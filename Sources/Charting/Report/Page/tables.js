// The tables that have rows for each document, made of the items as the chart is. The tables of sums stand in the page.

const read = reports.filter((report) => !report.unread);

/** A number that leads to the evidence of the item. */
function makeLink(item, number) {
  return make("a", { class: "ordinal", href: `#${item.id}` }, `${number})`);
}

/** The statements of a theme by category, each numbered from 1. */
function makeStatements(report, label) {
  const items = report.items.filter((item) => item.themes.some((theme) => theme[0] === label));
  return settings.categoryLabels.flatMap((name, index) => {
    const found = items.filter((item) => standsIn(item, index));
    if (found.length === 0) return [];
    const list = found.map((item, position) => make("li", {}, makeLink(item, position + 1), " ",
      item.state && make("span", { class: `state ${item.state}` }, item.state), item.state && " ",
      make("span", { dir: "auto", lang: settings.language }, quoteOf(report, item))));
    return [make("p", { class: "category" }, `${name}:`), make("ol", {}, ...list)];
  });
}

function fillSynthesis(row, position) {
  const report = reports[position];
  unpack(report);
  row.className = report.unread ? "document unread" : "document";
  row.append(makeHeading(report), ...settings.themes.map((label) => {
    if (report.unread) return make("td", { class: "absent", "data-heading": label }, report.absent[0]);
    const content = makeStatements(report, label);
    return make("td", { class: content.length > 0 ? "statements" : "empty", "data-heading": label }, ...content);
  }));
}

/** Title, or path where there is none, and where the document is. */
function makeName(report, span) {
  const [text, isAbsent] = report.fields[title] ?? ["", true];
  const file = report.href === undefined ? report.path : make("a", { href: report.href }, report.path);
  return make("th", { scope: "rowgroup", rowspan: span, dir: "auto" }, isAbsent ? "" : text,
    make("span", { class: "path" }, file));
}

function fillMentions(group, position) {
  const report = read[position];
  group.replaceChildren(...settings.themes.map((label, number) => {
    const counts = settings.categoryLabels.map(() => 0);
    let all = 0;
    for (const item of report.items) {
      if (!item.themes.some((theme) => theme[0] === label)) continue;
      const said = 1 + (item.mentions?.length ?? 0);
      for (const [index] of item.in) counts[index] += said;
      all += said;
    }
    const cells = [...counts, all].map((count) => make("td", { class: count === 0 ? "number zero" : "number" }, `${count}`));
    return make("tr", { class: number === 0 ? "first" : undefined },
      number === 0 ? makeName(report, settings.themes.length) : undefined, make("td", {}, label), ...cells);
  }));
}

/** The rows of a table that are made of the items. */
function makeRows(id, shown, element, height, fill) {
  const table = byId(`${id}-rows`);
  const lazy = new LazyRows(shown.map(() => make(element)), fill);
  lazy.rows.forEach((row, position) => lazy.empty(row, height(shown[position])));
  (element === "tbody" ? table : table.tBodies[0]).append(...lazy.rows);
  table.hidden = false;
  return lazy;
}

/** The rows of each view that has been shown. */
const made = { chart };

const makers = {
  synthesis: () => makeRows("synthesis", reports, "tr", (report) => 180 + 40 * report.items.length, fillSynthesis),
  mentions: () => makeRows("mentions", read, "tbody", () => 28 * settings.themes.length, fillMentions),
};
