// @ts-check
/*
 * On every page: opens the quick search by click or key, and loads its scripts only then.
 * Without any of this the box in the header is a link to the search page.
 */
(function () {
  "use strict";

  /** The scripts in search/ in the order they need one another. */
  const ENGINE = ["fold", "index", "query", "match", "facets", "excerpt", "suggest", "engine", "view"];
  const BOX = [...ENGINE, "box"];
  const PAGE = [...ENGINE, "filters", "page"];

  /** Material's keys, and what the same keys write on an Arabic keyboard. */
  const KEYS = ["/", "f", "s", "ظ", "ب", "س"];

  const data = document.getElementById("mujaz-search-strings");
  const opener = /** @type {HTMLAnchorElement | null} */ (
    document.querySelector("[data-mujaz-search]")
  );
  if (!data || !opener) return;
  const config = JSON.parse(data.textContent || "");
  const page = document.getElementById("mujaz-search-page");

  /** @type {Promise<any> | null} */
  let loading = null;

  /** Loads the scripts, once. @param {string[]} names */
  function load(names) {
    if (!loading) {
      preloadIndex();
      loading = Promise.all(names.map(script)).then(() => /** @type {any} */ (globalThis).Mujaz);
      loading.catch(() => (loading = null));
    }
    return loading;
  }

  /** Gets the start of the index while the scripts that read it are on their way. */
  function preloadIndex() {
    if (location.protocol === "file:") return;
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "script";
    link.href = `${config.root}search/start.js`;
    document.head.append(link);
  }

  /** @type {Map<string, Promise<unknown>>} */
  const loaded = new Map();

  /** Loads a script, once; what failed may be tried again. @param {string} name */
  function script(name) {
    const known = loaded.get(name);
    if (known) return known;
    const promise = fetchScript(name);
    loaded.set(name, promise);
    promise.catch(() => loaded.delete(name));
    return promise;
  }

  /** For the other scripts of the page: one of these, and what they share. @param {string} name */
  /** @type {any} */ (globalThis).mujazLoad = (name) =>
    script(name).then(() => /** @type {any} */ (globalThis).Mujaz);

  /** @param {string} name */
  function fetchScript(name) {
    const address = config.scripts.find((/** @type {string} */ path) =>
      path.includes(`/search/${name}.`),
    );
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = config.root + address;
      element.async = false; // in order
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  }

  /** @type {{open: () => void} | null} */
  let box = null;

  async function open() {
    const field = page && page.querySelector("input");
    if (field) {
      field.focus();
      return;
    }
    try {
      const Mujaz = await load(BOX);
      box = box || Mujaz.box.createBox(config);
      if (box) box.open();
    } catch (error) {
      location.href = opener ? opener.href : config.page;
    }
  }

  opener.setAttribute("aria-keyshortcuts", "/ f s Control+K");
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll("[data-mujaz-search], [data-mz-find]")
  )) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      open();
    });
    link.addEventListener("pointerenter", () => page || load(BOX).catch(() => null), { once: true });
  }

  document.addEventListener("keydown", (event) => {
    const chord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!chord || event.code !== "KeyK") return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    if (!KEYS.includes(event.key) || isTyping(event.target)) return;
    event.preventDefault();
    open();
  });

  /** @param {EventTarget | null} target */
  function isTyping(target) {
    const element = /** @type {HTMLElement} */ (target);
    return Boolean(
      element.isContentEditable || element.closest?.("input, textarea, select, dialog[open]"),
    );
  }

  if (page) {
    load(PAGE).then(
      (Mujaz) => Mujaz.page.startPage(config, page),
      () => page.setAttribute("data-failed", ""),
    );
  }
})();
