// @ts-check
/* The filters beside the results: topic, kind, source, date, each value with its count. */

(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;
  const { el } = Mujaz.view;

  const SHOWN = 8;
  /** Beyond so many months a list of years says more. */
  const MOST_MONTHS = 14;

  /**
   * @param {View} view
   * @param {(values: Partial<State>) => void} change
   */
  function makeFilters(view, change) {
    const { t } = view;
    /** @type {Set<string>} groups whose long list is shown in full */
    const open = new Set();
    const groups = el("div", { class: "mz-filters__groups" });
    const summary = el("summary", {}, t("filter"));
    const element = el("details", { class: "mz-filters" }, summary, groups);
    const wide = matchMedia("(min-width: 60em)");
    const unfold = () => (element.open = wide.matches);
    wide.addEventListener("change", unfold);
    unfold();

    /**
     * @param {Answer | null} answer null where nothing was asked
     * @param {State} state
     */
    function show(answer, state) {
      const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key;
      element.hidden = !answer;
      groups.replaceChildren();
      if (!answer) return;
      const { facets } = answer;
      const kinds = facets.kinds.map((c) => ({ ...c, name: t(`kind_${c.id}`) }));
      groups.append(
        ...many("topics", facets.topics, state.topics, answer, state),
        ...many("sources", facets.sources, state.sources, answer, state),
        ...(kinds.length > 1 || state.kind ? one("kind", kinds, state.kind, (kind) => ({ kind })) : []),
        ...dates(facets.months, state),
      );
      if (focused) groups.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    }

    /**
     * Values of which several may be chosen.
     * @param {"topics" | "sources"} name
     * @param {Choice[]} choices
     * @param {string[]} chosen
     * @param {Answer} answer
     * @param {State} state
     */
    function many(name, choices, chosen, answer, state) {
      if (!choices.length) return [];
      const first = [...choices].sort(
        (a, b) => Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)),
      );
      const shown = open.has(name) ? first : first.slice(0, Math.max(SHOWN, chosen.length));
      const flip = (/** @type {string} */ id) =>
        change({ [name]: chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id] });
      const items = shown.map(({ id, name: label, count }) =>
        choice("checkbox", name, id, label, count, chosen.includes(id), () => flip(id)),
      );
      const rest = choices.length - shown.length;
      const more = rest > 0 && el(
        "button", {
          type: "button", class: "mz-filters__more", "data-key": `${name}:more`,
          click: () => {
            open.add(name);
            show(answer, state);
          },
        },
        t("more_values", { n: view.number(rest) }),
      );
      return [fieldset(t(`by_${name}`), ...items, more)];
    }

    /**
     * Values that exclude one another.
     * @param {string} name
     * @param {Choice[]} choices
     * @param {string} chosen
     * @param {(id: string) => Partial<State>} values
     */
    function one(name, choices, chosen, values) {
      const items = [{ id: "", name: t("any"), count: 0 }, ...choices].map(({ id, name: label, count }) =>
        choice("radio", name, id, label, count, id === chosen, () => change(values(id))),
      );
      return [fieldset(t(`by_${name}`), ...items)];
    }

    /** @param {Choice[]} months @param {State} state */
    function dates(months, state) {
      if (!months.length && !state.from && !state.to) return [];
      const spans = periods(months);
      const chosen = spans.find(({ from, to }) => from === state.from && to === state.to);
      const field = (/** @type {"from" | "to"} */ name) =>
        el(
          "label", { class: "mz-filters__date" }, t(name),
          el("input", {
            type: "date", value: state[name], "data-key": name,
            change: (/** @type {any} */ event) => change({ [name]: event.target.value }),
          }),
        );
      const bounds = (/** @type {string} */ id) => {
        const span = spans.find((other) => other.id === id);
        return { from: span ? span.from : "", to: span ? span.to : "" };
      };
      const none = state.from || state.to ? " " : "";
      const list = spans.length > 1 || none
        ? one("date", spans.map((s) => ({ ...s, name: view.month(s.id) })), chosen ? chosen.id : none, bounds)
        : [fieldset(t("by_date"))];
      list[0].append(field("from"), field("to"));
      return list;
    }

    /** @param {string} legend @param {...any} content */
    function fieldset(legend, ...content) {
      return el("fieldset", { class: "mz-filters__group" }, el("legend", {}, legend), ...content);
    }

    /**
     * @param {string} type @param {string} name @param {string} id @param {string} label
     * @param {number} count @param {boolean} checked @param {() => void} onChange
     */
    function choice(type, name, id, label, count, checked, onChange) {
      const box = el("input", { type, name: `mz-${name}`, "data-key": `${name}:${id}`, change: onChange });
      box.checked = checked;
      const shown = count > 0 && el("span", { class: "mz-filters__count" }, view.number(count));
      return el("label", { class: "mz-filters__choice" }, box, el("span", {}, label), shown);
    }

    return { element, show };
  }

  /**
   * Months, or years where there are many months, newest first, with their first and last days.
   * @param {Choice[]} months
   */
  function periods(months) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    const length = months.length > MOST_MONTHS ? 4 : 7;
    for (const { id, count } of months) {
      const period = id.slice(0, length);
      counts.set(period, (counts.get(period) || 0) + count);
    }
    return [...counts].reverse().map(([id, count]) => {
      const [year, month] = id.split("-").map(Number);
      const last = new Date(Date.UTC(year, month || 12, 0)).toISOString().slice(0, 10);
      return { id, count, from: month ? `${id}-01` : `${id}-01-01`, to: last };
    });
  }

  Mujaz.filters = { makeFilters, periods };
})();
