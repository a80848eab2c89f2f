// @ts-check
/*
 * Jumps from a line to its place in the text, and back: the place is lit by the style sheet, a link
 * beside it and the Backspace key lead back to the line. The browser's own way back works as well.
 */
(function () {
  "use strict";

  const PLACE = 'a[href^="#s-"], a[href^="#p-"]';
  const data = document.getElementById("mujaz-search-strings");
  if (!data) return;
  const { back: words } = JSON.parse(data.textContent || "").reading;

  /** @type {{line: HTMLAnchorElement, pushed: boolean} | null} the line one came from */
  let origin = null;
  /** @type {HTMLAnchorElement | null} the link back */
  let link = null;

  document.addEventListener("click", (event) => {
    const line = /** @type {Element} */ (event.target).closest(PLACE);
    if (!(line instanceof HTMLAnchorElement) || line === link || line.dataset.mzStay !== undefined) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    origin = { line, pushed: location.hash !== line.hash };
    const place = document.getElementById(decodeURIComponent(line.hash.slice(1)));
    if (place) offerWayBack(place);
  });

  /** @param {HTMLElement} place */
  function offerWayBack(place) {
    link?.remove();
    link = document.createElement("a");
    link.className = "mz-back";
    link.href = "#";
    link.textContent = words;
    link.setAttribute("aria-keyshortcuts", "Backspace");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goBack();
    });
    place.append(" ", link);
  }

  function goBack() {
    if (!origin) return;
    const { line, pushed } = origin;
    origin = null;
    link?.remove();
    link = null;
    if (pushed) history.back();
    else line.scrollIntoView({ block: "center" });
    line.focus({ preventScroll: pushed });
  }

  addEventListener("popstate", () => {
    if (origin && location.hash !== origin.line.hash) {
      origin = null;
      link?.remove();
      link = null;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Backspace" || event.defaultPrevented || !origin) return;
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const element = /** @type {HTMLElement} */ (event.target);
    if (element.isContentEditable || element.closest?.("input, textarea, select, dialog[open]")) return;
    event.preventDefault();
    goBack();
  });
})();
