// @ts-check
/*
 * The quick search: a dialog with a combobox, results as one types, filters as chips.
 * Arrows choose, Enter opens (without a choice: the search page), Escape closes; the dialog itself
 * keeps the focus inside and gives it back.
 */
(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;
  const { el, makeEngine, makeView } = Mujaz.view;

  /** Milliseconds: a word typed at once waits for its end, a first letter or a paste for nothing. */
  const PAUSE = 60;
  const AT_REST = 300;
  const ARTICLES = 6;
  const TOPIC_CHIPS = 6;
  const SOURCE_CHIPS = 4;
  const CLOSE = "M19 6.41 17.59 5 12 10.59 6.41 5 5 6.41 10.59 12 5 17.59 6.41 19 12 13.41 17.59 19 19 17.59 13.41 12z";

  /**
   * @param {Config} config
   * @returns {{open: () => void}}
   */
  function createBox(config) {
    const view = /** @type {View} */ (makeView(config));
    const { t } = view;
    const engine = /** @type {Engine} */ (makeEngine(config));
    /** @type {{topics: string[], sources: string[]}} */
    const filters = { topics: [], sources: [] };
    let turn = 0;
    let timer = 0;
    let typed = -AT_REST;
    /** @type {HTMLAnchorElement[]} */
    let options = [];
    let chosen = -1;

    const input = el("input", {
      class: "mz-find__input", type: "text", name: "q", role: "combobox", autocomplete: "off",
      autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "search",
      placeholder: t("placeholder"), "aria-label": t("label"), "aria-expanded": "false",
      "aria-controls": "mujaz-find-list", "aria-autocomplete": "list",
      input: later,
    });
    const status = el("p", { class: "mz-find__status", role: "status" });
    const chips = el("div", { class: "mz-find__chips", role: "group", "aria-label": t("filter") });
    const list = el("div", {
      class: "mz-find__list", role: "listbox", id: "mujaz-find-list", "aria-label": t("results"),
    });
    const notes = el("div", { class: "mz-find__notes" });
    const all = el("a", { class: "mz-find__all", href: config.page }, t("all"));
    const form = el(
      "form", { class: "mz-find__form", role: "search", action: config.page, submit: onSubmit },
      input,
      el("button", { type: "button", class: "mz-find__close", "aria-label": t("close"), click: close }, icon(CLOSE)),
    );
    const dialog = el(
      "dialog", { class: "mz-find", "aria-label": t("label"), click: onClick, keydown: onKey, close: forget },
      form,
      el("div", { class: "mz-find__head" }, status, chips),
      el("div", { class: "mz-find__body", role: "group", tabindex: "0", "aria-label": t("results") }, notes, list),
      el("p", { class: "mz-find__foot" }, all, el("span", { class: "mz-find__keys" }, t("keys"))),
    );
    document.body.append(dialog);
    notes.append(view.help());

    function open() {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      // While one begins to type. If it fails, the search will fail as well, and say so.
      engine.prepare().catch(() => undefined);
    }

    function close() {
      dialog.close();
    }

    function forget() {
      window.clearTimeout(timer);
      choose(-1);
    }

    /** @param {MouseEvent} event */
    function onClick(event) {
      const target = /** @type {Element} */ (event.target);
      // Beside the dialog is its backdrop; a result may lead to another place on this very page.
      const leaves = target.closest("a") && !event.metaKey && !event.ctrlKey && !event.shiftKey;
      if (target === dialog || leaves) close();
    }

    function later() {
      list.setAttribute("aria-busy", "true");
      window.clearTimeout(timer);
      const now = performance.now();
      timer = window.setTimeout(search, now - typed > AT_REST ? 0 : PAUSE);
      typed = now;
    }

    async function search() {
      const mine = ++turn;
      const text = input.value;
      all.href = pageAddress();
      try {
        const answer = await engine.search(text, {
          language: config.language, typing: true, filters, limit: ARTICLES,
        });
        if (mine === turn) show(text, answer);
      } catch (error) {
        if (mine !== turn) return;
        clear();
        notes.append(view.failure(search));
        console.error(error);
      }
    }

    function clear() {
      options = [];
      choose(-1);
      list.removeAttribute("aria-busy");
      input.setAttribute("aria-expanded", "false");
      for (const part of [status, chips, list, notes]) part.replaceChildren();
    }

    /** @param {string} text @param {Answer | null} answer */
    function show(text, answer) {
      clear();
      if (!answer) {
        notes.append(view.help());
        return;
      }
      status.append(view.total(answer));
      showChips(answer);
      notes.append(...view.remarks(answer));
      if (!answer.total && !answer.entities.length) {
        nothing(text);
        return;
      }
      input.setAttribute("aria-expanded", "true");
      group(t("entities"), answer.entities);
      group(t("articles"), answer.articles);
    }

    /** @param {string} label @param {Hit[]} hits */
    function group(label, hits) {
      if (!hits.length) return;
      const id = `mujaz-find-${list.childElementCount}`;
      const items = hits.map(option);
      options.push(...items);
      list.append(
        el(
          "div", { role: "group", "aria-labelledby": id },
          el("p", { class: "mz-find__group", id, role: "presentation" }, label),
          ...items,
        ),
      );
    }

    /** @param {Hit} hit @param {number} i */
    function option(hit, i) {
      return el(
        "a", {
          class: `mz-hit mz-hit--${hit.kind}`, role: "option", id: `mujaz-find-${hit.kind}-${i}`,
          href: view.address(hit), tabindex: "-1", "aria-selected": "false",
        },
        view.title(hit), view.about(hit), hit.kind === "article" && view.excerpt(hit),
      );
    }

    /** @param {Answer} answer */
    function showChips({ facets, total }) {
      const useful = (/** @type {Choice[]} */ list, /** @type {string[]} */ on, /** @type {number} */ most) => {
        const narrowing = list.filter(({ id, count }) => on.includes(id) || (count && count < total));
        return narrowing.sort((a, b) => Number(on.includes(b.id)) - Number(on.includes(a.id))).slice(0, most);
      };
      const chip = (/** @type {string[]} */ on) => (/** @type {Choice} */ { id, name, count }) =>
        el(
          "button", {
            type: "button", class: "mz-chip", "aria-pressed": String(on.includes(id)),
            click: () => toggle(on, id),
          },
          name, el("span", { class: "mz-chip__count" }, view.number(count)),
        );
      chips.append(
        ...useful(facets.topics, filters.topics, TOPIC_CHIPS).map(chip(filters.topics)),
        ...useful(facets.sources, filters.sources, SOURCE_CHIPS).map(chip(filters.sources)),
      );
    }

    /** @param {string[]} on @param {string} id */
    function toggle(on, id) {
      const at = on.indexOf(id);
      if (at >= 0) on.splice(at, 1);
      else on.push(id);
      search().then(() => input.focus());
    }

    /** @param {string} text */
    function nothing(text) {
      const filtered = filters.topics.length + filters.sources.length > 0;
      const button = filtered && el("button", { type: "button", class: "mz-button", click: widen }, t("clear_filters"));
      const ask = (/** @type {string} */ query) => {
        input.value = query;
        search().then(() => input.focus());
      };
      notes.append(view.nothing(engine, text, ask, button));
    }

    function widen() {
      filters.topics.length = filters.sources.length = 0;
      search().then(() => input.focus());
    }

    /** @param {number} i index of an option, -1 for none */
    function choose(i) {
      if (options[chosen]) options[chosen].setAttribute("aria-selected", "false");
      chosen = i;
      const option = options[i];
      if (option) {
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", option.id);
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    /** @param {KeyboardEvent} event */
    function onKey(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      const typing = event.key.length === 1 && event.key !== " ";
      if (step || typing) input.focus();
      if (step && options.length) {
        event.preventDefault();
        // One place more than options: the field itself, where nothing is chosen.
        const places = options.length + 1;
        choose(((chosen + 1 + step + places) % places) - 1);
      } else if (event.key === "Enter" && event.target === input && options[chosen]) {
        event.preventDefault();
        options[chosen].click();
      }
    }

    /** @param {Event} event */
    function onSubmit(event) {
      event.preventDefault();
      if (input.value.trim()) location.href = pageAddress();
    }

    function pageAddress() {
      return Mujaz.view.queryAddress(config.page, { q: input.value.trim(), ...filters });
    }

    return { open };
  }

  /** @param {string} path */
  function icon(path) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS(space, "path");
    shape.setAttribute("d", path);
    svg.append(shape);
    return svg;
  }

  Mujaz.box = { createBox };
})();
