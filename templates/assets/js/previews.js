// @ts-check
/*
 * What a topic is, shown where a link to it is pointed at or has the keyboard's focus: its name in
 * both languages, its kind, a line about it, how many articles name it. The card can be pointed at
 * itself, stays until one leaves it, and Escape closes it (WCAG 1.4.13). On touch there is none.
 * The data are small scripts, so that the site works from file:// (see generator/pages/previews.py).
 */
(function () {
  "use strict";

  const OPENS_AFTER = 350;
  const CLOSES_AFTER = 250;
  const LINK = /\/topics\/([a-z0-9][a-z0-9-]*)\/$/;
  const ID = "mz-preview";

  const data = document.getElementById("mujaz-search-strings");
  if (!data || !matchMedia("(any-hover: hover)").matches) return;
  const { root, language } = JSON.parse(data.textContent || "");
  const other = language === "ar" ? "en" : "ar";

  /** @typedef {[name: string, other: string, kind: string, line: string, articles: string]} Entry */
  /** @type {Map<string, Promise<unknown>>} */
  const loading = new Map();
  /** @type {HTMLElement | null} */
  let card = null;
  /** @type {HTMLAnchorElement | null} the link that the card is about */
  let shown = null;
  let timer = 0;

  /** The topic that a link leads to; none on its own page. @param {EventTarget | null} target */
  function topicLink(target) {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.closest("[role=listbox], .mz-header")) return null;
    const found = LINK.exec(link.pathname.replace(/index\.html$/, ""));
    return found && link.pathname !== location.pathname ? { link, topic: found[1] } : null;
  }

  /** @param {string} topic @returns {Promise<Entry | undefined>} */
  async function entry(topic) {
    const file = topic[0];
    if (!loading.has(file)) {
      loading.set(
        file,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = `${root}${language}/topics/previews/${file}.js`;
          script.onload = resolve;
          script.onerror = reject;
          document.head.append(script);
        }),
      );
    }
    await loading.get(file);
    const known = /** @type {any} */ (globalThis).mujazPreviews || {};
    return Object.hasOwn(known, topic) ? known[topic] : undefined;
  }

  /** @param {{link: HTMLAnchorElement, topic: string}} found */
  async function show({ link, topic }) {
    let about;
    try {
      about = await entry(topic);
    } catch (error) {
      loading.delete(topic[0]); // Offline: the link itself works as before.
      return;
    }
    const wanted = link.matches(":hover, :focus-visible") && document.contains(link);
    if (!about || !wanted) return;
    hide();
    const [name, otherName, kind, line, articles] = about;
    card = document.createElement("div");
    card.className = "mz-preview";
    card.id = ID;
    card.setAttribute("role", "tooltip");
    card.append(part("strong", name));
    if (otherName) card.append(" ", part("bdi", otherName, other));
    card.append(part("p", line), part("p", `${kind} · ${articles}`));
    card.addEventListener("pointerenter", () => window.clearTimeout(timer));
    card.addEventListener("pointerleave", () => later(hide, CLOSES_AFTER));
    (document.getElementById("content") || document.body).append(card);
    place(card, link);
    link.setAttribute("aria-describedby", ID);
    shown = link;
  }

  /** @param {string} name @param {string} text @param {string} [lang] */
  function part(name, text, lang = "") {
    const element = document.createElement(name);
    element.textContent = text;
    if (lang) element.lang = lang;
    return element;
  }

  /** Below the line of the link, above it where there is no room. @param {HTMLElement} box @param {HTMLElement} link */
  function place(box, link) {
    const [row] = link.getClientRects();
    const { width, height } = box.getBoundingClientRect();
    const edge = document.documentElement.clientWidth;
    const rtl = getComputedStyle(document.body).direction === "rtl";
    const start = rtl ? row.right - width : row.left;
    const below = row.bottom + height + 8 < innerHeight || row.top < height + 8;
    box.style.left = `${Math.max(8, Math.min(start, edge - width - 8))}px`;
    box.style.top = `${below ? row.bottom + 4 : row.top - height - 4}px`;
  }

  function hide() {
    window.clearTimeout(timer);
    card?.remove();
    card = null;
    shown?.removeAttribute("aria-describedby");
    shown = null;
  }

  /** @param {() => void} act @param {number} wait milliseconds */
  function later(act, wait) {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, wait);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const found = topicLink(event.target);
    if (found && found.link === shown) window.clearTimeout(timer);
    else if (found) later(() => show(found), OPENS_AFTER);
  });
  document.addEventListener("pointerout", (event) => {
    if (topicLink(event.target)) later(hide, CLOSES_AFTER);
  });
  document.addEventListener("focusin", (event) => {
    const found = topicLink(event.target);
    if (found && found.link.matches(":focus-visible")) later(() => show(found), OPENS_AFTER);
    else if (shown) hide();
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === shown) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("scroll", () => card && hide(), { passive: true });
})();
