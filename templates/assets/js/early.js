// Runs before the first paint: shows the theme that the reader has chosen. A file of its own, not an
// inline script, so that the content security policy needs no exceptions.
(function () {
  "use strict";

  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  let theme = "auto";
  try {
    theme = localStorage.getItem("mujaz.theme") || "auto";
  } catch (error) {
    theme = "auto"; // Storage is forbidden here: the system's theme is used.
  }
  root.dataset.theme = theme;
  const system = matchMedia("(prefers-color-scheme: dark)");

  /** Give the body Material's name for the scheme. */
  function paint() {
    const chosen = root.dataset.theme;
    const dark = chosen === "dark" || (chosen === "auto" && system.matches);
    document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
  }

  system.addEventListener("change", paint);
  document.addEventListener("mujaz:theme", paint);
  // The body is not there yet; it is painted the moment the parser opens it.
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    paint();
  }).observe(root, { childList: true });
})();
