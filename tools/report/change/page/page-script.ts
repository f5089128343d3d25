/** The search of the report page; everything else works without it. It only shows and hides parts of the page. */
export const pageScript = `
const search = document.getElementById("search");
const entries = [...document.querySelectorAll("[data-entry]")];
const texts = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));
const status = document.getElementById("found");
function filter() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const entry of entries) {
    const fits = words.every((word) => texts.get(entry).includes(word));
    entry.hidden = !fits;
    if (fits) shown += 1;
  }
  status.textContent = words.length === 0 ? "" : shown + " of " + entries.length + " changes";
}
search.addEventListener("input", filter);
document.getElementById("controls").hidden = false;
function reveal() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const details = target && target.querySelector("details");
  if (details) details.open = true;
}
addEventListener("hashchange", reveal);
reveal();
`;
