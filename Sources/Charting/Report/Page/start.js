// The page begins.

const total = reports.reduce((sum, report) => sum + report.items.length, 0);
const title = settings.fields.findIndex(([id]) => id === "title");
reports.forEach((report, position) => {
  const [text, isAbsent] = report.fields[title] ?? ["", true];
  chosen.append(make("option", { value: String(position) }, isAbsent ? report.path : text));
});
for (const view of views) {
  byId("views").append(make("a", { href: `#${view.id}` }, view.querySelector("h2").textContent));
}
byId("views").hidden = false;
document.body.prepend(make("a", { class: "skip", href: "#items" }, "Skip to the items"));
filters.hidden = false;
byId("documents").append(...rows);
const barHeight = () => document.documentElement.style.setProperty("--filters", `${filters.offsetHeight}px`);
addEventListener("resize", barHeight);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("input", applyFilters);
filters.addEventListener("reset", () => setTimeout(applyFilters));
addEventListener("hashchange", followHash);
show("chart");
applyFilters();
barHeight();
followHash();
