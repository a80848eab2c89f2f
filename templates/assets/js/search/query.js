// @ts-check
/* Reads what was typed: words, "quoted phrases", and names of topics among the words. */
/**
 * @typedef {object} QueryWord
 * @property {string} text as typed
 * @property {number} start where it stands in the query, in UTF-16 code units
 * @property {number} end
 * @property {string} folded
 * @property {string} stem
 * @property {string | null} variant
 * @property {boolean} unfinished whether more letters may follow
 * @property {boolean} prefix whether to look for longer words as well
 * @property {boolean} common
 *
 * @typedef {object} Query
 * @property {QueryWord[]} words in order, repeats left in
 * @property {QueryWord[]} wanted those to look for, without repeats
 * @property {QueryWord[][]} phrases
 *
 * @typedef {object} NamedTopic a topic that the query names
 * @property {string} topic
 * @property {string} name the spelling that was found
 * @property {QueryWord[]} words those of the query that name it
 * @property {string[]} names all its spellings
 */

(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;
  const { fold, remember, searchWords, tokenise } = Mujaz.text;

  const QUOTES = /["“”«»„]/u;
  const MOST_WORDS = 24;
  /** Letters typed before longer words are looked for. */
  const SHORTEST_PREFIX = 3;
  /** Words that say nothing by themselves: looked for only where there is nothing else. */
  const COMMON = new Set(
    fold(
      "في من إلى على عن مع بين هذا هذه ذلك تلك التي الذي الذين أن إن ما لا لم لن قد كل أو أم ثم " +
        "هو هي هم بعد قبل عند حتى كان كانت كما لكن أي غير حول خلال ضد منذ هل ماذا لماذا متى أين " +
        "و ف ب ل ك " +
        "the a an of in on at to for from by with and or is are was were be as that this it its " +
        "what who how why when where about between after before into not",
    ).split(" "),
  );

  /**
   * @param {string} text
   * @param {boolean} typing whether the last word may be unfinished
   * @returns {Query}
   */
  function readQuery(text, typing) {
    /** @type {QueryWord[]} */
    const words = [];
    /** @type {QueryWord[][]} */
    const phrases = [];
    let start = 0;
    text.split(QUOTES).forEach((part, i) => {
      const found = readWords(part, start).slice(0, MOST_WORDS - words.length);
      words.push(...found);
      if (i % 2 && found.length) phrases.push(found);
      start += part.length + 1;
    });
    const last = words[words.length - 1];
    if (typing && last && /[\p{L}\p{N}]$/u.test(text)) {
      last.unfinished = true;
      last.prefix = [...last.folded].length >= SHORTEST_PREFIX && [...last.stem].length > 1;
      last.common = last.common && !last.prefix;
    }
    const telling = words.filter((word) => !word.common);
    const wanted = new Map((telling.length ? telling : words).map((word) => [word.stem, word]));
    return { words, wanted: [...wanted.values()], phrases };
  }

  /**
   * @param {string} text
   * @param {number} offset of the text in the query
   * @returns {QueryWord[]}
   */
  function readWords(text, offset) {
    return tokenise(text).flatMap((/** @type {Token} */ token) => {
      /** @type {SearchWord[]} */
      const words = searchWords(token.folded);
      // s-400 is indexed as 400 and as s400; who types it means the latter.
      const meant = words.length > 1 && /^[a-z]['’.&-]/.test(token.folded) ? words.slice(-1) : words;
      return meant.map(({ stem, variant }) => ({
        text: text.slice(token.start, token.end),
        start: offset + token.start,
        end: offset + token.end,
        folded: token.folded,
        stem,
        variant,
        unfinished: false,
        prefix: false,
        common: COMMON.has(token.folded),
      }));
    });
  }

  /**
   * Whether a word of a text is a word of the query, or begins like one that is unfinished.
   * @param {SearchWord} word
   * @param {QueryWord} asked
   */
  function sameWord(word, asked) {
    return (
      word.stem === asked.stem ||
      (asked.variant !== null && word.stem === asked.variant) ||
      (word.variant !== null && (word.variant === asked.stem || word.variant === asked.variant)) ||
      (asked.prefix && (word.stem.startsWith(asked.stem) || word.stem.startsWith(asked.folded)))
    );
  }

  /**
   * The topics that the query names, the longest name at each place.
   * @param {Query} query
   * @param {Record<string, string[]>} topics names of each topic
   * @returns {NamedTopic[]}
   */
  function namedTopics(query, topics) {
    /** @type {{topic: string, name: string, from: number, to: number}[]} */
    const found = [];
    for (const [topic, names] of Object.entries(topics)) {
      for (const name of names) {
        const parts = wordsOf(name);
        const from = parts.length ? placeOf(parts, query.words) : -1;
        if (from >= 0) found.push({ topic, name, from, to: from + parts.length });
      }
    }
    found.sort((a, b) => b.to - b.from - (a.to - a.from));
    const kept = new Map();
    for (const hit of found) {
      const inside = [...kept.values()].some((k) => k.from <= hit.from && hit.to <= k.to);
      const equal = [...kept.values()].some((k) => k.from === hit.from && hit.to === k.to);
      if (!kept.has(hit.topic) && (!inside || equal)) kept.set(hit.topic, hit);
    }
    return [...kept.values()].map(({ topic, name, from, to }) => ({
      topic,
      name,
      words: query.words.slice(from, to),
      names: topics[topic],
    }));
  }

  /** @param {SearchWord[]} parts @param {QueryWord[]} words */
  function placeOf(parts, words) {
    for (let from = 0; from + parts.length <= words.length; from++) {
      if (parts.every((part, i) => sameWord(part, words[from + i]))) return from;
    }
    return -1;
  }

  /** The search words of a name. @type {(name: string) => SearchWord[]} */
  const wordsOf = remember((/** @type {string} */ name) =>
    tokenise(name).flatMap((/** @type {Token} */ token) => searchWords(token.folded)),
  ).get;

  Mujaz.query = { readQuery, namedTopics, sameWord, wordsOf };
})();
