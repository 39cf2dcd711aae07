// The data of the page, and how elements are made of it: all text of documents reaches the page as text nodes, never as
// markup.

const byId = (id) => document.getElementById(id);
const settings = JSON.parse(byId("settings").textContent);
const reports = Array.from(document.querySelectorAll("script.document"),
  (element, position) => Object.assign(JSON.parse(element.textContent), { position }));
const evidenceElements = Array.from(document.querySelectorAll("script.evidence"));
const searchElements = Array.from(document.querySelectorAll("script.search"));
const tints = 8;
const table = byId("items");
const filters = byId("filters");
const controls = ["words", "theme", "category", "document", "order"].map(byId);
const [words, theme, category, chosen, order] = controls;
/** Evidence that the reader opened, as `item/category`. */
const opened = new Set();
/** Cells of which the reader asked for all items, as `document/category`. */
const unfolded = new Set();

/** Reads the evidence of a document, which takes most of the page, when it is first wanted. */
function unpack(report) {
  if (report.texts !== undefined) return;
  const { items, texts, paths } = JSON.parse(evidenceElements[report.position].textContent);
  report.texts = texts;
  report.paths = paths;
  report.items.forEach((item, position) => { item.evidence = items[position]; });
}

/** An element with attributes and children; what is undefined is left out. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined).map((child) =>
    typeof child === "string" ? visible(child) : child));
  return element;
}

/** A text in which controls, which show nothing, are the signs that Unicode has for them, or a box. */
function visible(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,
    (control) => String.fromCharCode(0x2400 + control.charCodeAt(0))).replace(/[\u007f-\u009f]/g, "□");
}

/** Adds code points `start..<end` of a text with some of them marked; the marks are from the same start. */
function addMarked(parent, points, start, end, marks) {
  let position = start;
  for (const mark of marks) {
    parent.append(visible(points.slice(position, mark.start).join("")));
    parent.append(make("mark", {}, points.slice(mark.start, mark.end).join("")));
    position = mark.end;
  }
  parent.append(visible(points.slice(position, end).join("")));
  return parent;
}

function marked(name, attributes, text, marks) {
  const points = Array.from(text);
  return addMarked(make(name, attributes), points, 0, points.length, marks);
}
