// @ts-check
/* Where nothing was found: the topics whose names look most like what was typed. */

(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;
  const { fold } = Mujaz.text;

  /** Share of a name's letters that may differ. */
  const DIFFERENT = 0.45;
  const MOST = 3;
  const LONGEST = 40;

  /**
   * The nearest topics, nearest first.
   * @param {Index} index
   * @param {string} text
   * @param {string} language
   * @returns {Promise<{url: string, title: string}[]>}
   */
  async function nearest(index, text, language) {
    const wanted = [...fold(text.trim())].slice(0, LONGEST);
    if (wanted.length < 3) return [];
    const names = /** @type {Record<string, string[]>} */ (await index.topicNames());
    const found = [];
    for (const [topic, spellings] of Object.entries(names)) {
      const distance = Math.min(...spellings.filter(Boolean).map((name) => farness(wanted, name)));
      if (distance <= DIFFERENT) found.push({ topic, distance });
    }
    found.sort((a, b) => a.distance - b.distance || (a.topic < b.topic ? -1 : 1));
    return found.slice(0, MOST).map(({ topic }) => {
      const [ar, en] = names[topic];
      const title = language === "ar" ? ar || en : en || ar;
      return { url: `${language}/topics/${topic}/`, title };
    });
  }

  /** How far a name is from what was typed: the whole of it, or its nearest word. @param {string[]} wanted @param {string} name */
  function farness(wanted, name) {
    const folded = fold(name);
    return Math.min(...[folded, ...folded.split(" ")].map((part) => share(wanted, [...part])));
  }

  /** Edits between two words as a share of the longer one. @param {string[]} a @param {string[]} b */
  function share(a, b) {
    const longer = Math.max(a.length, b.length);
    if (b.length < 3 || Math.abs(a.length - b.length) > longer * DIFFERENT) return 1;
    let row = b.map((_, i) => i + 1);
    a.forEach((letter, i) => {
      const next = [];
      b.forEach((other, j) => {
        const diagonal = j ? row[j - 1] : i;
        const left = j ? next[j - 1] : i + 1;
        next.push(Math.min(row[j] + 1, left + 1, diagonal + Number(letter !== other)));
      });
      row = next;
    });
    return row[b.length - 1] / longer;
  }

  Mujaz.suggest = { nearest };
})();
