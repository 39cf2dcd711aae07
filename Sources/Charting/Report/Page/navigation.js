// Keys, views, links to items, and print.

// MARK: Keyboard

function summariesIn(row, column) {
  const cell = row?.cells[column];
  return cell ? Array.from(cell.querySelectorAll("summary")) : [];
}

/** The nearest item above or below, in the same column. */
function neighbour(summary, step) {
  const cell = summary.closest("td");
  const here = summariesIn(cell.parentElement, cell.cellIndex);
  const next = here[here.indexOf(summary) + step];
  if (next) return next;
  for (let position = rows.indexOf(cell.parentElement) + step; rows[position]; position += step) {
    if (rows[position].hidden || countIn(reports[position], shownCategories()[cell.cellIndex - 1]) === 0) continue;
    chart.fill(rows[position]);
    return summariesIn(rows[position], cell.cellIndex).at(step > 0 ? 0 : -1);
  }
}

/** The item beside: of the next column with items, as far down as this one. */
function beside(summary, step) {
  const cell = summary.closest("td");
  const row = cell.parentElement;
  const place = summariesIn(row, cell.cellIndex).indexOf(summary);
  for (let column = cell.cellIndex + step; column > 0 && column < row.cells.length; column += step) {
    const there = summariesIn(row, column);
    if (there.length > 0) return there[Math.min(place, there.length - 1)];
  }
}

const moves = {
  ArrowDown: (summary) => neighbour(summary, 1), ArrowUp: (summary) => neighbour(summary, -1),
  ArrowRight: (summary) => beside(summary, 1), ArrowLeft: (summary) => beside(summary, -1),
};

function focusItem(summary) {
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const target = event.target;
  const isTyping = target.closest("input, select, textarea") !== null;
  if (event.key === "/" && !isTyping) {
    event.preventDefault();
    show("chart");
    words.focus();
    words.select();
    filters.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Escape" && target === words) {
    event.preventDefault();
    if (words.value === "") return words.blur();
    words.value = "";
    applyFilters();
  } else if (event.key === "Escape") {
    const details = target.closest("details[open]");
    if (!details) return;
    details.open = false;
    focusItem(details.querySelector("summary"));
  } else if (target.matches("#documents summary") && moves[event.key]) {
    event.preventDefault();
    const next = moves[event.key](target);
    if (next) focusItem(next);
  }
});

// MARK: Views and places

const views = Array.from(document.querySelectorAll(".view"));

let shownView = "chart";

function show(id) {
  shownView = id;
  for (const view of views) view.hidden = view.id !== id;
  if (makers[id]) made[id] ??= makers[id]();
  for (const link of byId("views").children) {
    if (link.hash === `#${id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** Opens the evidence of an item, wherever it stands. */
function openItem(id) {
  const position = reports.findIndex((report) => report.items.some((item) => item.id === id));
  if (position < 0) return false;
  const index = reports[position].items.find((item) => item.id === id).in[0][0];
  for (const control of [words, theme, category, chosen]) control.value = "";
  unfolded.add(`${position}/${index}`);
  opened.add(`${id}/${index}`);
  show("chart");
  applyFilters();
  const row = rows[position];
  row.scrollIntoView({ block: "start" });
  chart.fill(row);
  const summary = row.querySelector(`details[data-item="${CSS.escape(id)}"] > summary`);
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "center" });
  return true;
}

function followHash() {
  const id = location.hash.slice(1);
  if (views.some((view) => view.id === id)) show(id);
  else if (id === "" || !openItem(id)) show("chart");
}

// MARK: Print

addEventListener("beforeprint", () => made[shownView]?.fillAll());
addEventListener("afterprint", () => made[shownView]?.emptyFar());
