// @ts-check
/* What the quick search and the search page share: words, plurals, dates, and how a hit looks. */

/**
 * @typedef {object} Config what templates/overrides/partials/search.html hands over
 * @property {"ar" | "en"} language
 * @property {string} root link to the site's root, with its slash
 * @property {string} page link to the search page
 * @property {"latn" | "arab"} numerals
 * @property {Record<string, any>} strings `search` of the language's interface words
 * @property {Record<string, Record<string, string>>} counts plural forms
 * @property {string[]} scripts
 *
 * @typedef {object} View how things are said and shown in the reader's language
 * @property {(key: string, values?: Record<string, string>) => string} t
 * @property {(key: string, n: number) => string} count
 * @property {(n: number) => string} number
 * @property {(month: string) => string} month `YYYY-MM` or `YYYY`
 * @property {(hit: Hit) => string} address
 * @property {(hit: Hit) => HTMLElement} title
 * @property {(hit: Hit) => HTMLElement} about
 * @property {(hit: Hit) => HTMLElement | null} excerpt
 * @property {(answer: Answer) => HTMLElement[]} remarks
 * @property {(answer: Answer) => string} total
 * @property {() => HTMLElement} help
 * @property {(retry: () => void) => HTMLElement} failure
 * @property {(engine: Engine, query: string, ask: (query: string) => void,
 *   widen: HTMLElement | false) => HTMLElement} nothing
 * @property {(query: string, ask: (query: string) => void) => HTMLElement | null} unquoted
 */

(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;

  /** @type {Record<string, string>} names of lists in an address */
  const SINGULAR = { topics: "topic", sources: "source" };

  /**
   * An element with attributes and children; text is always text, never markup.
   * @param {string} name
   * @param {Record<string, any>} [attributes] functions listen to the event of their name
   * @param {...(Node | string | null | undefined | false)} children
   * @returns {any}
   */
  function el(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) {
        element.setAttribute(key, String(value));
      }
    }
    element.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
    return element;
  }

  /**
   * A text with marks around what was found.
   * @param {string} text
   * @param {Marks} marks
   */
  function marked(text, marks) {
    const parts = document.createDocumentFragment();
    let last = 0;
    for (const [start, end] of marks) {
      parts.append(text.slice(last, start), el("mark", {}, text.slice(start, end)));
      last = end;
    }
    parts.append(text.slice(last));
    return parts;
  }

  /** @param {Config} config @returns {View} */
  function makeView(config) {
    const { language, strings, counts } = config;
    // British English, as the dates that the pages are built with.
    const locale = language === "ar" ? `ar-u-nu-${config.numerals}` : "en-GB";
    const numbers = new Intl.NumberFormat(locale);
    const plurals = new Intl.PluralRules(language);
    const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    const years = new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" });
    const months = new Intl.DateTimeFormat(locale, {
      year: "numeric", month: "long", timeZone: "UTC",
    });

    /**
     * The words for a key, with what is filled in kept from turning the direction of the rest.
     * @param {string} key
     * @param {Record<string, string>} [values]
     */
    function t(key, values = {}) {
      return String(strings[key]).replace(/\{(\w+)\}/g, (_, name) => `\u2068${values[name]}\u2069`);
    }

    /** @param {string} key @param {number} n */
    function count(key, n) {
      const forms = counts[key];
      const form = n === 0 && forms.zero ? "zero" : plurals.select(n);
      return (forms[form] || forms.other).replace("{n}", numbers.format(n));
    }

    /** @param {string} of a language */
    const foreign = (of) =>
      of === language ? {} : { lang: of, dir: of === "ar" ? "rtl" : "ltr" };

    /** A title or an excerpt in its own language. @param {Hit} hit */
    function title(hit) {
      return el("span", { class: "mz-hit__title", ...foreign(hit.language) }, marked(hit.title, hit.marks));
    }

    /** @param {Hit} hit */
    function about(hit) {
      const facts = [
        hit.kind === "article" ? hit.source : t(`kind_${hit.kind}`),
        hit.kind === "article" ? hit.date && days.format(new Date(hit.date)) : count("articles", hit.articles),
        hit.excerpt && hit.excerpt.language !== language && t(`in_${hit.excerpt.language}`),
      ];
      const parts = facts.filter(Boolean).map((fact) => el("span", {}, String(fact)));
      return el("span", { class: "mz-hit__facts" }, ...parts);
    }

    /** @param {Hit} hit */
    function excerpt(hit) {
      if (!hit.excerpt) return null;
      const { text, marks, language: own } = hit.excerpt;
      return el("span", { class: "mz-hit__text", ...foreign(own) }, marked(text, marks));
    }

    /** What a query came to beyond the list itself. @param {Answer} answer */
    function remarks(answer) {
      const list = (/** @type {string[]} */ words) => words.join(t("separator"));
      const said = [];
      if (!answer.complete && (answer.total || answer.entities.length)) said.push(t("incomplete"));
      if (answer.missing.length) said.push(t("missing", { words: list(answer.missing) }));
      if (answer.similar.length) said.push(t("similar", { words: list(answer.similar) }));
      return said.map((words) => el("p", { class: "mz-find__remark" }, words));
    }

    /** @param {Answer} answer */
    function total(answer) {
      const articles = count("articles", answer.total);
      return answer.atLeast ? t("at_least", { count: articles }) : articles;
    }

    function help() {
      const lines = t("help").split("\n").map((line) => el("p", {}, line));
      return el("div", { class: "mz-find__help" }, ...lines);
    }

    /**
     * A button that asks for the words of a phrase in any order; none where there is no phrase.
     * @param {string} query
     * @param {(query: string) => void} ask
     */
    function unquoted(query, ask) {
      const bare = query.replace(/["“”«»„]/gu, " ").replace(/\s+/g, " ").trim();
      if (!bare || bare === query.trim()) return null;
      return el("button", { type: "button", class: "mz-button", click: () => ask(bare) }, t("without_quotes"));
    }

    /**
     * What to try where nothing was found.
     * @param {Engine} engine
     * @param {string} query
     * @param {(query: string) => void} ask asks for something else
     * @param {HTMLElement | false} widen
     */
    function nothing(engine, query, ask, widen) {
      const near = el("p", { class: "mz-find__near" });
      engine.nearest(query, language).then((topics) => {
        if (!topics.length) return;
        const links = topics.flatMap(({ url, title: name }, i) => [
          i ? t("separator") : "", el("a", { href: config.root + url }, el("bdi", {}, name)),
        ]);
        near.append(t("nearest"), " ", ...links);
      }, () => null);
      return el(
        "div", { class: "mz-find__empty" },
        el("p", {}, t("nothing", { query: query.trim() })),
        near,
        el("p", {}, t("nothing_help")),
        unquoted(query, ask),
        widen,
      );
    }

    /** @param {() => void} retry */
    function failure(retry) {
      return el(
        "div", { class: "mz-find__empty", role: "alert" },
        el("p", {}, t("error")),
        el("button", { type: "button", class: "mz-button", click: retry }, t("retry")),
      );
    }

    /** @param {Hit} hit */
    const address = (hit) => config.root + hit.url;

    /** @param {string} name */
    function month(name) {
      return (name.length === 4 ? years : months).format(new Date(name));
    }

    /** @param {number} n */
    const number = (n) => numbers.format(n);

    return { about, address, count, excerpt, failure, help, month, nothing, number, remarks, t, title, total, unquoted };
  }

  /**
   * The address of the search page with a query.
   * @param {string} page
   * @param {Record<string, string | string[] | undefined>} values what is empty is left out
   */
  function queryAddress(page, values) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) {
      for (const one of [value || []].flat()) query.append(SINGULAR[name] || name, one);
    }
    const text = query.toString();
    return text ? `${page}?${text}` : page;
  }

  /** The search engine over the index of this site. @param {Config} config */
  function makeEngine(config) {
    return Mujaz.engine.createEngine(Mujaz.index.keepIndex(Mujaz.index.loadScripts(config.root)));
  }

  Mujaz.view = { el, makeEngine, makeView, marked, queryAddress };
})();
