// Runs before the first paint: remembers the theme without an inline script, so that the content
// security policy needs no exceptions. The names are the ones Material's own script expects.
"use strict";

var __md_scope = new URL(document.currentScript.dataset.root, location);

function __md_hash(text) {
  return [...text].reduce((hash, char) => (hash << 5) - hash + char.charCodeAt(0), 0);
}

function __md_get(key, storage = localStorage, scope = __md_scope) {
  return JSON.parse(storage.getItem(scope.pathname + "." + key));
}

function __md_set(key, value, storage = localStorage, scope = __md_scope) {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch (error) {
    // Storage may be full or forbidden: the choice then lasts for this page only.
  }
}

(function applyTheme() {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  let saved = null;
  try {
    saved = __md_get("__palette");
  } catch (error) {
    saved = null; // Storage is forbidden here: the system's theme is used.
  }
  const media = saved && saved.color ? saved.color.media : "(prefers-color-scheme)";
  const dark = media === "(prefers-color-scheme)"
    ? matchMedia("(prefers-color-scheme: dark)").matches
    : media.includes("dark");
  if (!dark) return;
  // The body is not there yet; it gets its scheme the moment the parser opens it, before a paint.
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    document.body.setAttribute("data-md-color-scheme", "slate");
    observer.disconnect();
  }).observe(root, { childList: true });
})();
