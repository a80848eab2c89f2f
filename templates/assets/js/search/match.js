// @ts-check
/*
 * Which documents have which words of a query, and how well.
 * An impact comes from the index and depends on its document alone; how rare a word is, is seen
 * here, over all segments, so that parts of the index can be replaced independently.
 */

/**
 * @typedef {object} WordMatch
 * @property {QueryWord} word
 * @property {Float32Array[]} impacts for each segment, by place
 * @property {number} found documents with the word
 * @property {number} idf
 *
 * @typedef {{segment: Segment, place: number, score: number, matched: number}} Candidate
 */

(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;

  const VARIANT = 0.5;
  const PREFIX = 0.7;
  /** Letters a word needs before another spelling is tried for it, and those that must be right. */
  const SHORTEST_SIMILAR = 4;
  const SHARED = 2;

  /**
   * @param {Index} index
   * @param {QueryWord} word
   * @returns {Promise<WordMatch>}
   */
  async function matchWord(index, word) {
    const impacts = await Promise.all(
      index.segments.map(async (segment) => {
        const [exact, variant, longer] = await Promise.all([
          index.postings(segment, word.stem),
          word.variant ? index.postings(segment, word.variant) : [],
          word.prefix ? index.startingWith(segment, word.stem) : [],
        ]);
        const best = new Float32Array(segment.count);
        raise(best, exact, 1);
        raise(best, variant, VARIANT);
        for (const [, postings] of longer) raise(best, postings, PREFIX);
        return best;
      }),
    );
    return weigh(index, word, impacts);
  }

  /**
   * The most frequent term that differs from a word by one letter, for a word that no document has.
   * @param {Index} index
   * @param {QueryWord} word
   * @returns {Promise<string | null>}
   */
  async function closestTerm(index, word) {
    const letters = [...word.stem];
    if (letters.length < SHORTEST_SIMILAR) return null;
    const begin = letters.slice(0, SHARED).join("");
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const segment of index.segments) {
      for (const [term, postings] of await index.startingWith(segment, begin)) {
        if (!oneEdit(letters, [...term])) continue;
        counts.set(term, (counts.get(term) || 0) + postings.length);
      }
    }
    const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return best ? best[0] : null;
  }

  /** @param {Float32Array} best @param {Postings} postings @param {number} weight */
  function raise(best, postings, weight) {
    for (const { place, impact } of postings) {
      if (impact * weight > best[place]) best[place] = impact * weight;
    }
  }

  /** @param {Index} index @param {QueryWord} word @param {Float32Array[]} impacts */
  function weigh(index, word, impacts) {
    let found = 0;
    for (const best of impacts) for (const impact of best) if (impact) found++;
    const idf = Math.log(1 + (index.documents - found + 0.5) / (found + 0.5));
    return { word, impacts, found, idf };
  }

  /**
   * Whether one letter more, fewer, other, or exchanged with its neighbour makes the same word.
   * @param {string[]} a
   * @param {string[]} b
   */
  function oneEdit(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    let end = 0;
    const shared = Math.min(a.length, b.length) - start;
    while (end < shared && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    const [inA, inB] = [a.length - start - end, b.length - start - end];
    if (inA <= 1 && inB <= 1) return true;
    return inA === 2 && inB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  }

  /**
   * The documents with at least one of the words.
   * @param {Index} index
   * @param {WordMatch[]} matches
   * @returns {Candidate[]}
   */
  function candidates(index, matches) {
    /** @type {Candidate[]} */
    const found = [];
    index.segments.forEach((segment, s) => {
      for (let place = 0; place < segment.count; place++) {
        let matched = 0;
        let score = 0;
        for (const { impacts, idf } of matches) {
          const impact = impacts[s][place];
          if (impact) {
            matched++;
            score += impact * idf;
          }
        }
        if (matched) found.push({ segment, place, score, matched });
      }
    });
    return found;
  }

  Mujaz.match = { candidates, closestTerm, matchWord, oneEdit };
})();
