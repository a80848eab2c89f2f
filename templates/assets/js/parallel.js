// @ts-check
/*
 * A translation and its original: side by side where there is room, or one of them, the
 * translation first. Paragraphs stand in step where both have the same ones. Without this they
 * follow one another.
 */
(function () {
  "use strict";

  const frame = /** @type {HTMLElement | null} */ (document.querySelector("[data-mz-parallel]"));
  const data = document.getElementById("mujaz-search-strings");
  if (!frame || !data) return;
  const { both } = JSON.parse(data.textContent || "").reading;
  const panes = /** @type {HTMLElement[]} */ ([...frame.querySelectorAll("[data-mz-pane]")]);
  const KEY = "mujaz.parallel";
  const roomy = matchMedia("(min-width: 60em)");

  /** What of each pane stands in step: its paragraphs and subheads. */
  const blocks = panes.map((pane) => [.../** @type {Element} */ (pane.querySelector(":scope > div")).children]);
  const shape = blocks.map((list) => list.map((block) => block.tagName).join());
  if (shape[0] === shape[1]) {
    frame.classList.add("mz-parallel--step");
    const rows = blocks[0].length;
    for (const pane of panes) {
      pane.style.gridRow = `1 / span ${rows + 1}`;
      /** @type {HTMLElement} */ (pane.querySelector(":scope > div")).style.gridRow = `2 / span ${rows}`;
    }
  }

  const choices = [...panes.map((pane) => pane.dataset.mzPane || ""), both];
  const bar = document.createElement("div");
  bar.className = "mz-switch";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", frame.dataset.mzParallel || "");
  const buttons = choices.map((words, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => {
      choose(i);
      keep(i);
    });
    bar.append(button);
    return button;
  });
  frame.prepend(bar);
  frame.classList.add("mz-parallel--ready");

  /** @param {number} chosen index of a pane, or one more for both */
  function choose(chosen) {
    panes.forEach((pane, i) => (pane.hidden = chosen < panes.length && chosen !== i));
    buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(i === chosen)));
    /** @type {HTMLElement} */ (frame).classList.toggle("mz-parallel--both", chosen === panes.length);
  }

  /** @param {number} chosen */
  function keep(chosen) {
    try {
      localStorage.setItem(KEY, String(chosen));
    } catch (error) {
      // Storage may be full or forbidden: the choice then lasts for this page only.
    }
  }

  function kept() {
    let found = null;
    try {
      found = localStorage.getItem(KEY);
    } catch (error) {
      // Storage is forbidden: both are shown.
    }
    const chosen = found === null ? NaN : Number(found);
    if (panes[chosen]) return chosen;
    return roomy.matches ? panes.length : 0;
  }

  /** What somebody jumps to must not be hidden. */
  function showTarget() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const pane = target && panes.find((one) => one.contains(target));
    if (!pane || !pane.hidden) return;
    choose(roomy.matches ? panes.length : panes.indexOf(pane));
    target.scrollIntoView();
  }

  choose(kept());
  showTarget();
  addEventListener("hashchange", showTarget);
  roomy.addEventListener("change", () => choose(kept()));
})();
