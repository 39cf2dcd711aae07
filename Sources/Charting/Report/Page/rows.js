// Rows that are filled when they come close to the screen, and emptied when they leave it.

class LazyRows {
  /**
   * @param {Element[]} rows - a row, or a group of rows, for each of what `fill` shows.
   * @param {(row: Element, position: number) => void} fill - puts the content into an empty row.
   */
  constructor(rows, fill) {
    this.rows = rows;
    this.near = new Set();
    this.content = fill;
    this.positions = new Map(rows.map((row, position) => [row, position]));
    this.heights = rows.map(() => 0);
    this.observer = new IntersectionObserver((entries) => this.follow(entries), { rootMargin: "800px 0px" });
    for (const row of rows) {
      row.classList.add("waiting");
      this.observer.observe(row);
    }
  }

  isWaiting(row) {
    return row.classList.contains("waiting");
  }

  fill(row) {
    if (!this.isWaiting(row)) return;
    row.classList.remove("waiting");
    row.style.height = "";
    this.content(row, this.positions.get(row));
  }

  /** Makes a row cheap again; what the reader opened in it is remembered. */
  empty(row, height) {
    const position = this.positions.get(row);
    if (!this.isWaiting(row)) {
      row.className = "waiting";
      row.replaceChildren();
      this.heights[position] = 0;
    }
    if (this.heights[position] === height) return;
    this.heights[position] = height;
    // A group of rows has the height of its rows.
    const box = row.localName === "tbody" ? row.rows[0] ?? row.insertRow() : row;
    box.style.height = `${height}px`;
  }

  follow(entries) {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) {
        this.near.add(target);
        this.fill(target);
        // Without a height the whole view is hidden, and the row will be wanted again.
      } else if (this.near.delete(target) && boundingClientRect.height > 0 && !target.contains(document.activeElement)) {
        this.empty(target, boundingClientRect.height);
      }
    }
  }

  /** Has the rows on the screen filled anew: they do not cross its edge, so the observer would say nothing of them. */
  renew() {
    for (const row of this.near) {
      this.observer.unobserve(row);
      this.observer.observe(row);
    }
    this.near.clear();
  }

  /** Fills all rows that are shown, for print. */
  fillAll() {
    for (const row of this.rows) if (!row.hidden) this.fill(row);
  }

  /** Empties what is far from the screen. */
  emptyFar() {
    // All heights first: each change of a row would have the page laid out anew for the next.
    const far = this.rows.filter((row) => !this.near.has(row) && !row.hidden).map((row) => [row, row.offsetHeight]);
    for (const [row, height] of far) this.empty(row, height);
  }
}

/** What describes a document, as the heading of its row. */
function makeHeading(report) {
  const list = make("dl", {});
  settings.fields.forEach(([id, heading], position) => {
    const [text, isAbsent, href] = report.fields[position];
    const value = href === undefined ? make("span", { dir: "auto" }, text)
      : make("a", { href, rel: "noreferrer", class: id === "file" ? "file" : undefined }, text);
    list.append(make("div", { class: `field field-${id}` }, make("dt", {}, heading),
      make("dd", { class: isAbsent ? "absent" : undefined }, value)));
  });
  return make("th", { scope: "row" }, list);
}

const standsIn = (item, index) => item.in.some((place) => place[0] === index);
