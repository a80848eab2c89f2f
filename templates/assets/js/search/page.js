// @ts-check
/*
 * The page of results: everything it shows is in its address, so it can be cited and reloaded.
 * templates/pages/search.html.jinja has the form; the rest is made here and in filters.js.
 */

/**
 * @typedef {object} State what the address of the page says
 * @property {string} q
 * @property {string[]} topics
 * @property {string[]} sources
 * @property {string} kind
 * @property {string} from ISO date
 * @property {string} to ISO date
 * @property {string} sort `date`, or empty for relevance
 */

(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;
  const { el, makeEngine, makeView, marked, queryAddress } = Mujaz.view;

  /** Milliseconds: a word typed at once waits for its end, a first letter or a paste for nothing. */
  const PAUSE = 120;
  const AT_REST = 300;
  const STEP = 10;
  const ENTITIES = 4;
  const MOST_ENTITIES = 50;
  const SPELLINGS = 8;

  /** @returns {State} */
  function readAddress() {
    const query = new URLSearchParams(location.search);
    const one = (/** @type {string} */ name) => query.get(name) || "";
    return {
      q: one("q"),
      topics: query.getAll("topic"),
      sources: query.getAll("source"),
      kind: one("kind"),
      from: one("from"),
      to: one("to"),
      sort: one("sort"),
    };
  }

  /**
   * @param {Config} config
   * @param {HTMLElement} page
   */
  function startPage(config, page) {
    const view = /** @type {View} */ (makeView(config));
    const { t } = view;
    const engine = /** @type {Engine} */ (makeEngine(config));
    const form = /** @type {HTMLFormElement} */ (page.querySelector("form"));
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    const title = document.title;
    let state = readAddress();
    let limit = STEP;
    let turn = 0;
    let timer = 0;

    const status = el("p", { class: "mz-search__status", role: "status" });
    const sort = el(
      "select", { "aria-label": t("sort"), change: () => change({ sort: sort.value }) },
      el("option", { value: "" }, t("sort_relevance")),
      el("option", { value: "date" }, t("sort_date")),
    );
    const bar = el("div", { class: "mz-search__bar" }, status, sort);
    const notes = el("div", { class: "mz-search__notes" });
    const results = el("div", { class: "mz-search__results" });
    const filters = Mujaz.filters.makeFilters(view, change);
    clear(); // so that nothing is seen that the first answer takes away
    page.append(
      el("div", { class: "mz-search__columns" }, filters.element, el("div", {}, bar, notes, results)),
    );

    input.value = state.q;
    let typed = -AT_REST;
    input.addEventListener("input", () => {
      window.clearTimeout(timer);
      const now = performance.now();
      timer = window.setTimeout(() => change({ q: input.value }), now - typed > AT_REST ? 0 : PAUSE);
      typed = now;
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      window.clearTimeout(timer);
      change({ q: input.value });
      input.blur(); // hides the keyboard of a phone
    });
    window.addEventListener("popstate", () => {
      state = readAddress();
      input.value = state.q;
      update();
    });
    if (!state.q) {
      input.focus();
      // While one begins to type. If it fails, the search will fail as well, and say so.
      engine.prepare().catch(() => undefined);
    }
    update();

    /** @param {Partial<State>} values */
    function change(values) {
      state = { ...state, ...values };
      limit = STEP;
      history.replaceState(null, "", queryAddress(location.pathname, state));
      update();
    }

    async function update() {
      const mine = ++turn;
      document.title = state.q ? `${state.q} · ${title}` : title;
      carryToPartner();
      sort.value = state.sort;
      try {
        const answer = await engine.search(state.q, {
          language: config.language,
          filters: state,
          sort: state.sort === "date" ? "date" : "relevance",
          limit,
          entities: state.kind && state.kind !== "article" ? MOST_ENTITIES : ENTITIES,
        });
        if (mine === turn) show(answer);
      } catch (error) {
        if (mine !== turn) return;
        clear();
        notes.append(view.failure(update));
        console.error(error);
      }
    }

    /** The link to the other language keeps the query. */
    function carryToPartner() {
      for (const link of document.querySelectorAll("header a[hreflang]")) {
        /** @type {HTMLAnchorElement} */ (link).search = location.search;
      }
    }

    function clear() {
      for (const part of [status, notes, results]) part.replaceChildren();
      bar.hidden = true;
      filters.show(null, state);
    }

    /** @param {Answer | null} answer */
    function show(answer) {
      clear();
      if (!answer) {
        notes.append(view.help());
        return;
      }
      bar.hidden = false;
      filters.show(answer, state);
      status.append(total(answer));
      notes.append(...understood(answer), ...view.remarks(answer));
      if (!answer.total && !answer.entities.length) {
        notes.append(nothing());
        return;
      }
      const bare = !answer.total && view.unquoted(state.q, ask);
      if (bare) notes.append(bare);
      const hits = [...answer.entities, ...answer.articles];
      results.append(el("ol", { class: "mz-search__list" }, ...hits.map(item)));
      if (answer.articles.length < answer.total || answer.atLeast) {
        results.append(el("button", { type: "button", class: "mz-button", click: more }, t("more")));
      }
    }

    /** @param {Answer} answer */
    function total(answer) {
      const { kind } = state;
      if (kind !== "topic" && kind !== "source") return view.total(answer);
      return view.count(`${kind}s`, answer.entities.length);
    }

    function more() {
      const shown = results.querySelectorAll("li").length;
      limit += STEP;
      update().then(() => results.querySelectorAll("li a")[shown]?.focus());
    }

    /** @param {Hit} hit */
    function item(hit) {
      return el(
        "li", { class: `mz-hit mz-hit--${hit.kind}` },
        view.about(hit),
        el("h2", {}, el("a", { href: view.address(hit) }, view.title(hit))),
        hit.excerpt && el("a", { class: "mz-hit__place", href: view.address(hit), tabindex: "-1" }, view.excerpt(hit)),
      );
    }

    /** Which topics the query was read as, with the other spellings that were looked for. @param {Answer} answer */
    function understood(answer) {
      return answer.understood.map(({ typed, topic, names }) => {
        const others = names.filter((name) => name && name !== topic.title && name !== typed);
        return el(
          "p", { class: "mz-search__understood" },
          typed !== topic.title && el("span", {}, el("bdi", {}, typed), ` ${t("reads_as")} `),
          el("a", { href: view.address(topic) }, marked(topic.title, [])),
          others.length > 0 && el("span", {}, " ", t("spellings"), " ", ...spellings(others)),
        );
      });
    }

    /** @param {string[]} names */
    function spellings(names) {
      return names.slice(0, SPELLINGS).flatMap((name, i) => [i ? t("separator") : "", el("bdi", {}, name)]);
    }

    /** @param {string} q */
    function ask(q) {
      input.value = q;
      change({ q });
    }

    function nothing() {
      const { topics, sources, kind, from, to } = state;
      const filtered = topics.length || sources.length || kind || from || to;
      const widen = () => change({ topics: [], sources: [], kind: "", from: "", to: "" });
      const button = Boolean(filtered) && el("button", { type: "button", class: "mz-button", click: widen }, t("clear_filters"));
      return view.nothing(engine, state.q, ask, button);
    }
  }

  Mujaz.page = { startPage };
})();
