// The rows of the chart.

/** How many items of a cell the filters leave. */
function countIn(report, index) {
  return (report.shown ?? report.items).reduce((count, item) => count + (standsIn(item, index) ? 1 : 0), 0);
}

/** The items of a cell that the filters leave, in the reader's order. */
function itemsOf(report, index) {
  const items = (report.shown ?? report.items).filter((item) => standsIn(item, index));
  if (order.value === "score") {
    return items.map((item) => [scoreOf(item, index), item]).sort((a, b) => b[0] - a[0]).map((entry) => entry[1]);
  }
  return items;
}

function makeCell(report, position, index) {
  const heading = settings.categories[index];
  const items = itemsOf(report, index);
  if (items.length === 0) {
    const nothing = report.absent[index];
    return make("td", { class: nothing ? "absent" : "empty", "data-heading": heading }, nothing);
  }
  const key = `${position}/${index}`;
  const limit = unfolded.has(key) ? items.length : settings.perCell ?? items.length;
  const list = make("ol", {}, ...items.slice(0, limit).map((item) => makeItem(report, item, index)));
  const cell = make("td", { class: "items", "data-heading": heading }, list);
  const rest = items.length - limit;
  if (rest > 0) {
    const more = make("button", { type: "button", class: "more" }, `${rest} more`);
    more.addEventListener("click", () => {
      unfolded.add(key);
      more.remove();
      const added = items.slice(limit).map((item) => makeItem(report, item, index));
      list.append(...added);
      added[0].querySelector("summary").focus();
    });
    cell.append(more);
    cell.append(make("p", { class: "printed-more" }, `and ${rest} more`));
  }
  return cell;
}

function shownCategories() {
  return category.value === "" ? settings.categories.map((_, index) => index) : [Number(category.value)];
}

/** About as high as the row will be, so that the page does not jump. */
function estimatedHeight(report, isWide) {
  const places = settings.categories.map(() => 0);
  for (const item of report.shown ?? report.items) for (const [index] of item.in) places[index] += 1;
  const counts = shownCategories().map((index) => Math.min(settings.perCell ?? Infinity, places[index]));
  return 180 + 120 * (isWide ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0));
}

const chart = new LazyRows(reports.map(() => make("tr")), (row, position) => {
  const report = reports[position];
  unpack(report);
  row.className = report.unread ? "document unread" : "document";
  row.replaceChildren(makeHeading(report), ...shownCategories().map((index) => makeCell(report, position, index)));
  markHits(row);
});
const { rows } = chart;
