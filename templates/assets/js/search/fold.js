// @ts-check
/*
 * Words and their matching forms, exactly as the index was made with:
 * generator/arabic/fold.py, tokens.py, stem.py and generator/search/words.py.
 * tests/fixtures/fold.md, stem.md and search_words.md test both sides.
 */
/**
 * @typedef {object} SearchWord
 * @property {string} stem what it is indexed under
 * @property {string | null} variant what it may be without a proclitic
 *
 * @typedef {{start: number, end: number, folded: string}} Token
 */

(function () {
  "use strict";

  const LETTER =
    "\\u0620-\\u063f\\u0641-\\u064a\\u066e\\u066f\\u0671-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06ff" +
    "\\u0750-\\u077f\\u08a0-\\u08c7\\ufb50-\\ufbb1\\ufbd3-\\ufd3d\\ufd50-\\ufdf9\\ufe70-\\ufefc";
  const MARK =
    "\\u00ad\\u0300-\\u036f\\u0610-\\u061a\\u061c\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8" +
    "\\u06ea-\\u06ed\\u08d3-\\u08ff\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff";
  const DIGIT = "0-9\\u0660-\\u0669\\u06f0-\\u06f9";

  const WORD = new RegExp(
    `[${DIGIT}]+(?:[.,:/٫٬][${DIGIT}]+)*[%٪]?` +
      `|[${LETTER}][${LETTER}${MARK}]*` +
      `|(?![${LETTER}])[\\p{L}\\p{Nl}\\p{No}]` +
      `(?:(?![${LETTER}${DIGIT}])[\\p{L}\\p{N}]|[${MARK}0-9]|['’.&\\-](?=[\\p{L}\\p{N}]))*`,
    "gu",
  );
  const MARKS = new RegExp(`[${MARK}]+`, "gu");
  const ONE_SPELLING = new Map(
    [..."أإآٱىیةکگؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"].map((letter, i) => [
      letter,
      "ااااييهككءء01234567890123456789"[i],
    ]),
  );
  const SEVERAL_SPELLINGS = new RegExp(`[${[...ONE_SPELLING.keys()].join("")}]`, "gu");

  /**
   * The matching form of a word or phrase.
   * @param {string} text
   * @returns {string}
   */
  function fold(text) {
    const bare = text.normalize("NFKC").replace(MARKS, "").toLowerCase();
    return bare
      .normalize("NFKC")
      .replace(MARKS, "")
      .replace(SEVERAL_SPELLINGS, (letter) => ONE_SPELLING.get(letter) || letter);
  }

  const ARTICLE = "ال";
  const PROCLITICS = "وفبلك";
  const PREFIXES = ["وبال", "وكال", "فبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال"];
  const SUFFIXES = ["ها", "ات", "ون", "ين", "يه", "ه", "ي"];

  /**
   * The light stem of a folded word.
   * @param {string} folded
   * @returns {string}
   */
  function lightStem(folded) {
    let word = folded;
    const prefix = PREFIXES.find((p) => word.startsWith(p) && length(word) - p.length >= 2);
    if (prefix) word = word.slice(prefix.length);
    else if (word.startsWith("و") && length(word) >= 5) word = word.slice(1);
    for (;;) {
      const suffix = SUFFIXES.find((s) => word.endsWith(s) && length(word) - s.length >= 3);
      if (!suffix) return word;
      word = word.slice(0, -suffix.length);
    }
  }

  const LONGEST = 40;
  const LONGEST_TOKEN = 400;
  const MOST_REMEMBERED = 30000;
  const ONLY_LETTERS = /^\p{L}+$/u;

  /**
   * The search words of a folded token; hyphens, slashes and colons part it.
   * @param {string} folded
   * @returns {SearchWord[]}
   */
  function searchWords(folded) {
    const token = first(folded, LONGEST_TOKEN);
    // The compatibility form of some signs, such as ﷺ, is several words.
    const found = ONLY_LETTERS.test(token) ? [token] : token.split(" ").flatMap(units).filter(Boolean);
    return found.map(toWord);
  }

  /** @param {string} folded */
  function units(folded) {
    if (/^[0-9]/.test(folded)) {
      const parts = folded.replace(/[%٪]+$/, "").replace(/[,٬]/g, "").split(/[:/]/);
      return parts.flatMap((part) => decimal(part.replace(/٫/g, ".")));
    }
    const parts = folded.replace(/['’]s?$/, "").split(/['’.&-]/).filter(Boolean);
    const found = parts.filter((part) => length(part) > 1 || /^[0-9]/.test(part));
    if (parts.length > 1 && found.length < parts.length) found.push(parts.join(""));
    return found.length ? found : parts;
  }

  /** @param {string} number */
  function decimal(number) {
    const parts = number.split(".");
    return parts.length > 2 ? parts : [number];
  }

  /** @type {Set<string>} words whose first letter only looks like a proclitic */
  let own = new Set();

  /**
   * @param {string} unit
   * @returns {SearchWord}
   */
  function toWord(unit) {
    const word = first(unit, LONGEST);
    if (/^[a-z]/.test(word)) return { stem: singular(word), variant: null };
    const stem = stemOf(word);
    const variant = withoutProclitic(word).map(stemOf).find((other) => other !== stem);
    return { stem, variant: variant === undefined ? null : variant };
  }

  /** @param {string} unit */
  function stemOf(unit) {
    return lightStem(own.has(unit) ? ARTICLE + unit : unit);
  }

  /** @param {string} unit @returns {string[]} */
  function withoutProclitic(unit) {
    const found = [];
    let rest = unit;
    while (found.length < 2 && length(rest) >= 4 && PROCLITICS.includes(rest[0]) && !own.has(rest)) {
      rest = rest.slice(1);
      found.push(rest);
    }
    return found;
  }

  /** @param {string} word */
  function singular(word) {
    if (length(word) < 4 || !word.endsWith("s")) return word;
    if (/ies$/.test(word) && !/[ea]ies$/.test(word)) return word.slice(0, -3) + "y";
    return /(us|ss)$/.test(word) ? word : word.slice(0, -1);
  }

  /**
   * The first letters of a word, in code points, as Python counts.
   * @param {string} word
   * @param {number} most
   */
  function first(word, most) {
    return length(word) > most ? [...word].slice(0, most).join("") : word;
  }

  /**
   * Length in code points, as Python counts.
   * @param {string} word
   */
  function length(word) {
    return /[\ud800-\udbff]/.test(word) ? [...word].length : word.length;
  }

  /**
   * The words and numbers of a text with their places (UTF-16 code units).
   * @param {string} text
   * @returns {Token[]}
   */
  function tokenise(text) {
    const tokens = [];
    for (const match of text.matchAll(WORD)) {
      const start = /** @type {number} */ (match.index);
      const folded = folds.get(match[0]);
      if (folded) tokens.push({ start, end: start + match[0].length, folded });
    }
    return tokens;
  }

  /**
   * Remembers what a function made of a text.
   * @template T
   * @param {(text: string) => T} make
   * @param {number} [most] results kept
   */
  function remember(make, most = MOST_REMEMBERED) {
    /** @type {Map<string, T>} */
    const known = new Map();
    return {
      known,
      /** @param {string} text @returns {T} */
      get(text) {
        let found = known.get(text);
        if (found === undefined) {
          if (known.size >= most) known.clear();
          found = make(text);
          known.set(text, found);
        }
        return found;
      },
    };
  }

  const folds = remember(fold);
  const words = remember(searchWords);

  /**
   * Takes over the list of words that came with the index.
   * @param {string} list folded, separated by spaces
   */
  function setOwnFirstLetters(list) {
    own = new Set(list.split(" "));
    words.known.clear();
  }

  const scope = /** @type {any} */ (globalThis);
  const Mujaz = (scope.Mujaz = scope.Mujaz || {});
  Mujaz.text = {
    fold,
    lightStem,
    remember,
    searchWords: words.get,
    setOwnFirstLetters,
    tokenise,
  };
})();
