// @ts-check
/* The sentence of a document that answers a query best, and what to mark in it. */

/**
 * @typedef {{start: number, end: number, folded: string, words: SearchWord[]}} TextToken
 * @typedef {[number, number][]} Marks places to highlight, in UTF-16 code units, in order
 *
 * @typedef {object} Excerpt
 * @property {string} text
 * @property {Marks} marks
 * @property {string} language
 * @property {string | null} anchor
 *
 * @typedef {object} Matcher what to look for in a text
 * @property {WordMatch[]} matches
 * @property {Map<string, {parts: SearchWord[], mask: number}[]>} names spellings of the topics that
 *   were named, by their first word
 * @property {QueryWord[][]} phrases
 * @property {Map<string, number>} masks which words of the query a word is, as bits
 */

(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;
  const { remember, searchWords, tokenise } = Mujaz.text;
  const { sameWord, wordsOf } = Mujaz.query;

  /** Above any sum of words. */
  const PHRASE = 1000;
  const OWN_LANGUAGE = 1.5;
  /** @type {{parts: SearchWord[], mask: number}[]} */
  const NONE = [];
  /** Sentences whose words are remembered. */
  const TEXTS = 4000;
  /** Characters of an excerpt, and of what it keeps before its first mark. */
  const LONGEST = 320;
  const BEFORE = 90;

  /**
   * @param {Query} query
   * @param {WordMatch[]} matches
   * @param {NamedTopic[]} named
   * @returns {Matcher}
   */
  function makeMatcher(query, matches, named) {
    /** @type {Matcher["names"]} */
    const names = new Map();
    for (const { words, names: spellings } of named) {
      let mask = 0;
      matches.forEach(({ word }, bit) => {
        if (words.some((w) => w.stem === word.stem)) mask |= 1 << bit;
      });
      for (const name of mask ? spellings : []) {
        const parts = /** @type {SearchWord[]} */ (wordsOf(name));
        if (!parts.length) continue;
        const same = names.get(parts[0].stem) || [];
        names.set(parts[0].stem, [...same, { parts, mask }]);
      }
    }
    return { matches, names, phrases: query.phrases, masks: new Map() };
  }

  /** @type {(text: string) => TextToken[]} */
  const tokensOf = remember(
    (/** @type {string} */ text) =>
      tokenise(text).map((/** @type {Token} */ { start, end, folded }) => ({
        start,
        end,
        folded,
        words: searchWords(folded),
      })),
    TEXTS,
  ).get;

  /**
   * @param {Matcher} matcher
   * @param {TextToken} token
   */
  function maskOf(matcher, token) {
    let mask = matcher.masks.get(token.folded);
    if (mask === undefined) {
      mask = 0;
      for (const [bit, { word }] of matcher.matches.entries()) {
        if (token.words.some((own) => sameWord(own, word))) mask |= 1 << bit;
      }
      matcher.masks.set(token.folded, mask);
    }
    return mask;
  }

  /**
   * The spellings that may begin with a token; a proclitic may stand before them.
   * @param {Matcher} matcher
   * @param {TextToken} token
   */
  function namesFrom({ names }, token) {
    if (!names.size) return NONE;
    for (const { stem, variant } of token.words) {
      const found = names.get(stem) || (variant !== null && names.get(variant));
      if (found) return found;
    }
    return NONE;
  }

  /**
   * How many tokens from `i` on make up a name; 0 if they don't.
   * @param {TextToken[]} tokens
   * @param {number} i
   * @param {SearchWord[]} parts
   */
  function nameLength(tokens, i, parts) {
    let [token, part] = [i, 0];
    while (token < tokens.length && part < parts.length) {
      const own = tokens[token].words;
      for (let w = 0; w < own.length && part < parts.length; w++, part++) {
        const first = part === 0 && own[w].variant === parts[0].stem;
        if (own[w].stem !== parts[part].stem && !first) return 0;
      }
      token++;
    }
    return part === parts.length ? token - i : 0;
  }

  /**
   * What to mark in a text, and which words of the query it answers.
   * @param {Matcher} matcher
   * @param {string} text
   * @returns {{marks: Marks, mask: number}}
   */
  function look(matcher, text) {
    const tokens = tokensOf(text);
    /** @type {Marks} */
    const marks = [];
    let mask = 0;
    tokens.forEach((token, i) => {
      let length = maskOf(matcher, token) ? 1 : 0;
      mask |= maskOf(matcher, token);
      for (const name of namesFrom(matcher, token)) {
        const found = nameLength(tokens, i, name.parts);
        if (found) mask |= name.mask;
        length = Math.max(length, found);
      }
      if (length) mark(marks, text, token.start, tokens[i + length - 1].end);
    });
    return { marks, mask };
  }

  /** @param {Marks} marks @param {string} text @param {number} start @param {number} end */
  function mark(marks, text, start, end) {
    const last = marks[marks.length - 1];
    if (last && (start <= last[1] || !text.slice(last[1], start).trim())) {
      last[1] = Math.max(last[1], end);
    } else {
      marks.push([start, end]);
    }
  }

  /**
   * Whether a text has the words of a phrase one after the other.
   * @param {string} text
   * @param {QueryWord[]} phrase
   */
  function hasPhrase(text, phrase) {
    const words = tokensOf(text).flatMap((token) => token.words);
    for (let i = 0; i + phrase.length <= words.length; i++) {
      if (phrase.every((asked, j) => sameWord(words[i + j], asked))) return true;
    }
    return false;
  }

  /**
   * Whether a document has every phrase of the query in one of its texts or names.
   * @param {any} document
   * @param {QueryWord[][]} phrases
   */
  function hasPhrases(document, phrases) {
    const texts = [
      ...Object.values(document.titles).map(([title]) => title),
      ...document.names,
      ...document.lead,
      ...Object.values(document.texts).flatMap((list) =>
        list.map((/** @type {[string, string]} */ [, text]) => text),
      ),
    ];
    return phrases.every((phrase) => texts.some((text) => hasPhrase(text, phrase)));
  }

  /**
   * The best sentence: in the reader's language, unless another language answers far better.
   * @param {Matcher} matcher
   * @param {any} document
   * @param {string} language
   * @returns {Excerpt | null}
   */
  function excerpt(matcher, document, language) {
    const found = Object.keys(document.texts).map((own) => {
      const best = bestSentence(matcher, document.texts[own]);
      return { ...best, weight: best.weight * (own === language ? OWN_LANGUAGE : 1), language: own };
    });
    const [best] = found.sort((a, b) => b.weight - a.weight);
    if (best && best.weight) return window(best);
    const lead = document.lead.find((/** @type {string} */ text) => languageOf(text) === language);
    const text = lead || document.lead[0];
    if (!text) return null;
    const { marks } = look(matcher, text);
    return window({ text, marks, language: languageOf(text), anchor: null });
  }

  /** @param {Matcher} matcher @param {[string, string][]} sentences */
  function bestSentence(matcher, sentences) {
    let best = { anchor: "", text: "", marks: /** @type {Marks} */ ([]), weight: 0 };
    for (const [anchor, text] of sentences) {
      const { marks, mask } = look(matcher, text);
      let weight = 0;
      matcher.matches.forEach(({ idf }, bit) => {
        if (mask & (1 << bit)) weight += idf;
      });
      if (weight && matcher.phrases.some((phrase) => hasPhrase(text, phrase))) weight += PHRASE;
      if (weight > best.weight) best = { anchor, text, marks, weight };
    }
    return best;
  }

  /**
   * A long sentence shortened to the part around its first mark.
   * @param {Excerpt} found
   * @returns {Excerpt}
   */
  function window(found) {
    const { text, marks } = found;
    if (text.length <= LONGEST) return found;
    const first = marks.length ? marks[0][0] : 0;
    let from = Math.max(0, Math.min(first - BEFORE, text.length - LONGEST));
    if (from > 0) from = text.indexOf(" ", from) + 1 || from;
    let to = Math.min(text.length, from + LONGEST);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
    const lead = from > 0 ? "… " : "";
    return {
      ...found,
      text: lead + text.slice(from, to) + (to < text.length ? " …" : ""),
      marks: /** @type {Marks} */ (
        marks
          .filter(([start, end]) => start >= from && end <= to)
          .map(([start, end]) => [start - from + lead.length, end - from + lead.length])
      ),
    };
  }

  /** @param {string} text */
  function languageOf(text) {
    return /[\u0620-\u064a]/.test(text) ? "ar" : "en";
  }

  Mujaz.excerpts = { excerpt, hasPhrases, look, makeMatcher };
})();
