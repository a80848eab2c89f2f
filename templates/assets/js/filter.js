// @ts-check
/* A field above a long list of topics: leaves what has the typed words, in any spelling. */
(function () {
  "use strict";

  const list = /** @type {HTMLElement | null} */ (document.querySelector("[data-mz-filter]"));
  if (!list) return;
  const words = list.dataset.mzFilter || "";

  const frame = document.createElement("p");
  frame.className = "mz-filter";
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = words;
  field.setAttribute("aria-label", words);
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  frame.append(field, status);
  list.before(frame);

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
    status.textContent = wanted.length ? new Intl.NumberFormat().format(shown) : "";
  });
})();
