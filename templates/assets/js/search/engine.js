// @ts-check
/* Answers a query: finds, ranks, filters, counts, and chooses what to show of each result. */

/**
 * @typedef {object} Options
 * @property {"ar" | "en"} language of the reader
 * @property {boolean} [typing] whether the last word may be unfinished
 * @property {Filters} [filters]
 * @property {"relevance" | "date"} [sort]
 * @property {number} [limit] articles to return
 * @property {number} [entities] topics and sources to return
 *
 * @typedef {{id: string, name: string, count: number}} Choice a value of a filter
 *
 * @typedef {object} Hit
 * @property {"article" | "topic" | "source"} kind
 * @property {string} key
 * @property {string} url relative to the site's root; an article's leads to the excerpt
 * @property {string} title
 * @property {string} language of the title
 * @property {Marks} marks in the title
 * @property {string | null} date
 * @property {string} source name of the source, empty where unknown
 * @property {number} articles that carry the topic or come from the source
 * @property {Excerpt | null} excerpt
 *
 * @typedef {object} Engine
 * @property {(text: string, options: Options) => Promise<Answer | null>} search
 *   null where there is nothing to look for yet; throws LoadError
 * @property {(text: string, language: string) => Promise<{url: string, title: string}[]>} nearest
 *   the topics whose names look most like a text
 * @property {() => Promise<void>} prepare loads what every search needs; throws LoadError
 *
 * @typedef {object} Answer
 * @property {boolean} complete whether the results have all words of the query
 * @property {string[]} missing words that no document has
 * @property {string[]} similar words that were found only in a similar spelling
 * @property {{typed: string, topic: Hit, names: string[]}[]} understood topics that the query names
 * @property {number} total articles
 * @property {boolean} atLeast whether there may be more
 * @property {{topics: Choice[], sources: Choice[], kinds: Choice[], months: Choice[]}} facets
 * @property {Hit[]} entities
 * @property {Hit[]} articles
 */

(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;
  const { match, facets, excerpts } = Mujaz;
  const { readQuery, namedTopics } = Mujaz.query;

  /** A phrase is checked in the texts; beyond so many, only as far as results are shown. */
  const CHECKED = 40;
  const ARTICLES = 10;
  const ENTITIES = 3;
  const MOST_NAMED = 6;

  /**
   * @param {<T>(work: (index: Index) => Promise<T>) => Promise<T>} withIndex
   * @returns {Engine}
   */
  function createEngine(withIndex) {
    return {
      search: (text, options) => withIndex((index) => answer(index, text, options)),
      nearest: (text, language) => withIndex((index) => Mujaz.suggest.nearest(index, text, language)),
      prepare: () =>
        withIndex(async (index) => {
          await Promise.all([index.topicNames(), facets.topicTable(index)]);
        }),
    };
  }

  /**
   * @param {Index} index
   * @param {string} text
   * @param {Options} options
   * @returns {Promise<Answer | null>} null where there is nothing to look for yet
   */
  async function answer(index, text, options) {
    const query = readQuery(text, options.typing || false);
    if (!query.wanted.length) return null;
    const [names, table, { matches, similar, missing }] = await Promise.all([
      index.topicNames(),
      facets.topicTable(index),
      matchAll(index, query.wanted),
    ]);
    if (!matches.length) return null;
    const named = /** @type {NamedTopic[]} */ (namedTopics(query, names));
    const found = /** @type {Candidate[]} */ (match.candidates(index, matches));
    const most = found.reduce((highest, { matched }) => Math.max(highest, matched), 0);
    const { passed, facets: counts } = facets.filter(
      found.filter(({ matched }) => matched === most),
      options.filters || {},
      table,
    );
    passed.sort(order(options.sort || "relevance"));
    const matcher = excerpts.makeMatcher(query, matches, named);
    const show = { index, table, text, query, matcher, options };
    const isArticle = (/** @type {Candidate} */ c) => kindOf(c) === "article";
    const others = passed.filter((/** @type {Candidate} */ c) => !isArticle(c));
    const [understood, entities, shown] = await Promise.all([
      showNamed(show, named),
      showEntities(show, others),
      showArticles(show, passed.filter(isArticle)),
    ]);
    return {
      complete: most === matches.length,
      missing,
      similar,
      understood,
      facets: choices(index, names, counts, options),
      entities: allEntities(understood.map(({ topic }) => topic), entities, options),
      ...shown,
    };
  }

  /**
   * The counts with names in the reader's language; what is chosen stays there to be unchosen.
   * @param {Index} index
   * @param {Record<string, string[]>} topics
   * @param {Facets} counts
   * @param {Options} options
   */
  function choices(index, topics, counts, { language, filters = {} }) {
    const named = (
      /** @type {[string, number][]} */ list,
      /** @type {Record<string, string[]>} */ names,
      /** @type {string[]} */ chosen = [],
    ) => {
      const gone = chosen.filter((id) => !list.some(([other]) => other === id));
      return [...list, ...gone.map((id) => /** @type {[string, number]} */ ([id, 0]))].map(
        ([id, count]) => ({ id, name: nameOf(names[id], language) || id, count }),
      );
    };
    return {
      topics: named(counts.topics, topics, filters.topics),
      sources: named(counts.sources, index.sources, filters.sources),
      kinds: named(counts.kinds, {}, filters.kind ? [filters.kind] : []),
      months: named(counts.months, {}),
    };
  }

  /** @param {string[] | undefined} names Arabic, English @param {string} language */
  function nameOf(names, language) {
    const [ar, en] = names || ["", ""];
    return language === "ar" ? ar || en : en || ar;
  }

  /** @param {Candidate} candidate */
  const kindOf = ({ segment, place }) => facets.kindOf(segment, place);

  /**
   * The documents of each word; of words nearly like it where there are none. What is still being
   * typed and found nowhere is passed over.
   * @param {Index} index
   * @param {QueryWord[]} words
   */
  async function matchAll(index, words) {
    /** @type {WordMatch[]} */
    const exact = await Promise.all(words.map((word) => match.matchWord(index, word)));
    const matches = exact.filter(
      ({ word, found }) => found || !word.unfinished || (words.length === 1 && word.prefix),
    );
    /** @type {string[]} */
    const similar = [];
    /** @type {string[]} */
    const missing = [];
    for (const [i, { word, found }] of matches.entries()) {
      if (found) continue;
      const term = await match.closestTerm(index, word);
      if (term) similar.push(word.text);
      else if (!word.unfinished) missing.push(word.text);
      if (!term) continue;
      // From here on the query is read as if that had been typed: excerpts and topics agree.
      Object.assign(word, { stem: term, variant: null });
      matches[i] = await match.matchWord(index, word);
    }
    return { matches, similar, missing };
  }

  /** @param {"relevance" | "date"} sort @returns {(a: Candidate, b: Candidate) => number} */
  function order(sort) {
    const day = (/** @type {Candidate} */ c) => c.segment.days[c.place] || -Infinity;
    const newer = (/** @type {Candidate} */ a, /** @type {Candidate} */ b) =>
      day(a) === day(b) ? 0 : day(b) - day(a);
    const better = (/** @type {Candidate} */ a, /** @type {Candidate} */ b) => b.score - a.score;
    return sort === "date"
      ? (a, b) => newer(a, b) || better(a, b)
      : (a, b) => better(a, b) || newer(a, b);
  }

  /**
   * @typedef {object} Show what is needed to show a document
   * @property {Index} index
   * @property {TopicTable} table
   * @property {string} text of the query
   * @property {Query} query
   * @property {Matcher} matcher
   * @property {Options} options
   */

  /**
   * The first articles; with phrases, the first that have them.
   * @param {Show} show
   * @param {Candidate[]} articles
   */
  async function showArticles(show, articles) {
    const limit = show.options.limit ?? ARTICLES;
    const { phrases } = show.query;
    if (!phrases.length) {
      const hits = await Promise.all(articles.slice(0, limit).map((c) => hitOf(show, c)));
      return { articles: hits, total: articles.length, atLeast: false };
    }
    /** @type {Candidate[]} */
    const kept = [];
    let checked = 0;
    while (checked < articles.length && (checked < CHECKED || kept.length < limit)) {
      kept.push(...(await withPhrases(show, articles.slice(checked, checked + CHECKED))));
      checked += CHECKED;
    }
    const hits = await Promise.all(kept.slice(0, limit).map((c) => hitOf(show, c)));
    return { articles: hits, total: kept.length, atLeast: checked < articles.length };
  }

  /** @param {Show} show @param {Candidate[]} candidates */
  async function withPhrases({ index, query }, candidates) {
    if (!query.phrases.length) return candidates;
    const documents = await Promise.all(
      candidates.map(({ segment, place }) => index.document(segment, place)),
    );
    return candidates.filter((_, i) => excerpts.hasPhrases(documents[i], query.phrases));
  }

  /**
   * The topics that the query names, the best known first.
   * @param {Show} show
   * @param {NamedTopic[]} named
   */
  async function showNamed(show, named) {
    const found = named.slice(0, MOST_NAMED).map(async ({ topic, words, names }) => {
      const place = placeOf(show.table, topic);
      if (!place) return [];
      const typed = show.text.slice(words[0].start, words[words.length - 1].end);
      return [{ typed, topic: await hitOf(show, place), names }];
    });
    const shown = (await Promise.all(found)).flat();
    return shown.sort((a, b) => b.topic.articles - a.topic.articles);
  }

  /**
   * Topics and sources with a word of the query in their names; where only they are asked for,
   * those that have the words anywhere.
   * @param {Show} show
   * @param {Candidate[]} others
   */
  async function showEntities(show, others) {
    const limit = show.options.entities ?? ENTITIES;
    const first = await withPhrases(show, others.slice(0, limit));
    const hits = first.map(async (candidate) => {
      const { names } = await show.index.document(candidate.segment, candidate.place);
      const named = names.some((/** @type {string} */ n) => excerpts.look(show.matcher, n).mask);
      return named || show.options.filters?.kind ? [await hitOf(show, candidate)] : [];
    });
    return (await Promise.all(hits)).flat();
  }

  /**
   * Topics that are named, then the others; none where the filters ask for articles.
   * @param {Hit[]} named
   * @param {Hit[]} others
   * @param {Options} options
   */
  function allEntities(named, others, { filters = {}, entities = ENTITIES }) {
    const { topics, sources, kind, from, to } = filters;
    if (topics?.length || sources?.length || from || to || kind === "article") return [];
    const unique = new Map([...named, ...others].map((hit) => [hit.key, hit]));
    return [...unique.values()].filter((hit) => !kind || hit.kind === kind).slice(0, entities);
  }

  /** Where the page of a topic is in the index. @param {TopicTable} table @param {string} topic */
  function placeOf(table, topic) {
    for (const [segment, topics] of table.rows) {
      const place = topics.findIndex(
        (own, at) => own.includes(topic) && facets.kindOf(segment, at) === "topic",
      );
      if (place >= 0) return { segment, place };
    }
    return null;
  }

  /**
   * @param {Show} show
   * @param {{segment: Segment, place: number}} at
   * @returns {Promise<Hit>}
   */
  async function hitOf(show, { segment, place }) {
    const { matcher, options } = show;
    const document = await show.index.document(segment, place);
    const [title, language] = document.titles[options.language];
    const excerpt = excerpts.excerpt(matcher, document, options.language);
    const leads = document.kind === "article" && excerpt && excerpt.anchor;
    const anchor = leads ? `#${excerpt.anchor}` : "";
    return {
      kind: document.kind,
      key: document.key,
      url: document.urls[options.language] + anchor,
      title,
      language,
      marks: excerpts.look(matcher, title).marks,
      date: document.date,
      source: nameOf(show.index.sources[document.source], options.language),
      articles: document.kind === "article" ? 0 : articlesOf(show, document),
      excerpt,
    };
  }

  /** @param {Show} show @param {any} document */
  function articlesOf({ table, index }, document) {
    const id = document.key.slice(document.key.indexOf("/") + 1);
    if (document.kind === "topic") return table.articles.get(id) || 0;
    let count = 0;
    for (const segment of index.segments) {
      segment.sources.forEach((source, place) => {
        if (source === id && facets.kindOf(segment, place) === "article") count++;
      });
    }
    return count;
  }

  Mujaz.engine = { createEngine };
})();
