// @ts-check
/* Filters, and how many results each of their values would leave. */

/**
 * @typedef {object} Filters
 * @property {string[]} [topics] a document needs all of them
 * @property {string[]} [sources] a document needs one of them
 * @property {string} [kind]
 * @property {string} [from] ISO date
 * @property {string} [to] ISO date; the day itself counts
 *
 * @typedef {object} Facets how many documents each value would leave, most first; of topics with
 *   the same count, first those that are rarest elsewhere
 * @property {[string, number][]} topics
 * @property {[string, number][]} sources
 * @property {[string, number][]} kinds
 * @property {[string, number][]} months `YYYY-MM`, in order of time
 *
 * @typedef {object} TopicTable
 * @property {Map<Segment, string[][]>} rows topics of each document, by place
 * @property {Map<string, number>} articles how many articles carry each topic
 */

(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;

  const DAY = 86400000;
  /** @type {Record<string, string>} */
  const KINDS = { a: "article", t: "topic", s: "source" };

  /** @type {WeakMap<Index, Promise<TopicTable>>} */
  const tables = new WeakMap();

  /**
   * @param {Index} index
   * @returns {Promise<TopicTable>}
   */
  function topicTable(index) {
    let table = tables.get(index);
    if (!table) {
      table = readTopics(index);
      tables.set(index, table);
      table.catch(() => tables.delete(index));
    }
    return table;
  }

  /** @param {Index} index @returns {Promise<TopicTable>} */
  async function readTopics(index) {
    /** @type {TopicTable} */
    const table = { rows: new Map(), articles: new Map() };
    const lists = await Promise.all(index.segments.map((segment) => index.topicLists(segment)));
    index.segments.forEach((segment, s) => {
      const row = Array.from({ length: segment.count }, () => /** @type {string[]} */ ([]));
      for (const [topic, places] of Object.entries(lists[s])) {
        for (const place of Mujaz.index.readRising(places)) {
          row[place].push(topic);
          if (kindOf(segment, place) === "article") count(table.articles, topic);
        }
      }
      table.rows.set(segment, row);
    });
    return table;
  }

  /** @param {Segment} segment @param {number} place */
  const kindOf = (segment, place) => KINDS[segment.kinds[place]];

  /** @param {TopicTable} table @param {Segment} segment @param {number} place */
  const topicsOf = ({ rows }, segment, place) => (rows.get(segment) || [])[place] || [];

  /**
   * The dimensions in which a document fails the filters.
   * @param {Filters} filters
   * @param {TopicTable} table
   * @returns {(candidate: Candidate) => string[]}
   */
  function failing(filters, table) {
    const topics = filters.topics || [];
    const sources = new Set(filters.sources || []);
    const from = filters.from ? Date.parse(filters.from) / DAY : -Infinity;
    const to = filters.to ? Date.parse(filters.to) / DAY : Infinity;
    const dated = Boolean(filters.from || filters.to);
    return ({ segment, place }) => {
      const failed = [];
      const own = topicsOf(table, segment, place);
      if (!topics.every((topic) => own.includes(topic))) failed.push("topics");
      if (sources.size && !sources.has(segment.sources[place] || "")) failed.push("sources");
      if (filters.kind && kindOf(segment, place) !== filters.kind) failed.push("kinds");
      const day = segment.days[place];
      if (dated && !(day >= from && day <= to)) failed.push("months");
      return failed;
    };
  }

  /**
   * The candidates that pass, and for each dimension the counts without its own filter; topics
   * narrow one another down, so theirs are counted with it.
   * @param {Candidate[]} candidates
   * @param {Filters} filters
   * @param {TopicTable} table
   * @returns {{passed: Candidate[], facets: Facets}}
   */
  function filter(candidates, filters, table) {
    const fails = failing(filters, table);
    /** @type {Record<string, Map<string, number>>} */
    const counts = { topics: new Map(), sources: new Map(), kinds: new Map(), months: new Map() };
    const passed = [];
    for (const candidate of candidates) {
      const failed = fails(candidate);
      if (failed.length > 1) continue;
      if (!failed.length) passed.push(candidate);
      const open = (/** @type {string} */ name) => !failed.length || failed[0] === name;
      const { segment, place } = candidate;
      const kind = kindOf(segment, place);
      if (open("kinds")) count(counts.kinds, kind);
      if (kind !== "article") continue;
      if (!failed.length) {
        for (const topic of topicsOf(table, segment, place)) count(counts.topics, topic);
      }
      if (open("sources")) count(counts.sources, segment.sources[place]);
      if (open("months")) count(counts.months, month(segment.days[place]));
    }
    return {
      passed,
      facets: {
        topics: byCount(counts.topics, table.articles),
        sources: byCount(counts.sources),
        kinds: byCount(counts.kinds),
        months: [...counts.months].sort(([a], [b]) => (a < b ? -1 : 1)),
      },
    };
  }

  /** @param {Map<string, number>} counts @param {string | null} value */
  function count(counts, value) {
    if (value) counts.set(value, (counts.get(value) || 0) + 1);
  }

  /** @param {Map<string, number>} counts @param {Map<string, number>} [overall] */
  function byCount(counts, overall = new Map()) {
    const rarer = (/** @type {string} */ a, /** @type {string} */ b) =>
      (overall.get(a) || 0) - (overall.get(b) || 0);
    return [...counts].sort(([a, m], [b, n]) => n - m || rarer(a, b) || (a < b ? -1 : 1));
  }

  /** @param {number} day */
  function month(day) {
    return Number.isNaN(day) ? null : new Date(day * DAY).toISOString().slice(0, 7);
  }

  Mujaz.facets = { filter, kindOf, topicTable };
})();
