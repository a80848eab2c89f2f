// @ts-check
/* A field above a long list of topics: leaves what has the typed words, in any spelling. */
(function () {
  "use strict";

  // The field is in the page from the start, so that nothing moves when this script comes.
  const frame = document.querySelector(".mz-filter");
  const field = frame?.querySelector("input");
  const status = frame?.querySelector("[role=status]");
  const list = document.querySelector(".mz-filtered");
  const data = document.getElementById("mujaz-search-strings");
  if (!field || !status || !list || !data) return;
  const { language, numerals } = JSON.parse(data.textContent || "");
  const locale = `${language}-u-nu-${numerals}`;

  const sections = [...list.querySelectorAll("section")].map((element) => ({
    element,
    items: [...element.querySelectorAll("li")],
  }));
  /** @type {Map<Element, string>} folded words of each item, once they are needed */
  const folded = new Map();

  field.addEventListener("input", async () => {
    const { fold } = (await /** @type {any} */ (globalThis).mujazLoad("fold")).text;
    const wanted = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { element, items } of sections) {
      let here = 0;
      for (const item of items) {
        if (!folded.has(item)) folded.set(item, fold(item.textContent || ""));
        const found = wanted.every((/** @type {string} */ word) => folded.get(item)?.includes(word));
        item.hidden = !found;
        here += Number(found);
      }
      element.hidden = !here;
      shown += here;
    }
    status.textContent = wanted.length ? new Intl.NumberFormat(locale).format(shown) : "";
  });
})();
