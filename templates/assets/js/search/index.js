// @ts-check
/*
 * Reads the files of the search index; generator/search/index.py says what they are.
 * Every file but `start` has a hash of its content in its name, so whatever was loaded stays good.
 */

/**
 * @typedef {(name: string, fresh?: boolean) => Promise<any>} Load
 * @typedef {{place: number, impact: number}[]} Postings
 *
 * @typedef {object} Segment a part of the index with its own document numbers
 * @property {string} name
 * @property {number} count documents
 * @property {Int32Array} places place of the document in a slot, -1 where there is none
 * @property {number[]} slots
 * @property {string} kinds first letter of each document's kind
 * @property {number[]} days days since 1970-01-01, NaN where undated
 * @property {(string | null)[]} sources
 * @property {string} tags
 * @property {string} topics name of the file with the topics of the documents
 * @property {Map<string, string>} files tag of the term file of each prefix
 *
 * @typedef {object} Index one version of the index
 * @property {string} version
 * @property {Segment[]} segments
 * @property {number} documents
 * @property {Record<string, [string, string]>} sources names in Arabic and English
 * @property {(segment: Segment, term: string) => Promise<Postings>} postings
 * @property {(segment: Segment, prefix: string) => Promise<[string, Postings][]>} startingWith
 *   the terms that begin with a prefix
 * @property {(segment: Segment, place: number) => Promise<any>} document
 * @property {() => Promise<Record<string, string[]>>} topicNames
 *   of each topic its Arabic name, its English one, then its other spellings
 * @property {(segment: Segment) => Promise<Record<string, string>>} topicLists
 */

(function () {
  "use strict";

  const Mujaz = /** @type {any} */ (globalThis).Mujaz;

  const FORMAT = 1;
  const TAG_LENGTH = 4;
  /** Files that one prefix may load; a longer prefix needs fewer. */
  const PREFIX_FILES = 4;
  const LEADING = "0123456789abcdefghijklmnopqrstuv";
  const LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZwxyz-_";
  const VALUES = new Int8Array(128).fill(-1);
  [...LEADING].forEach((digit, value) => (VALUES[digit.charCodeAt(0)] = value));
  [...LAST].forEach((digit, value) => (VALUES[digit.charCodeAt(0)] = value + 32));

  /** A file of the index could not be loaded: offline, or gone with an older version of the site. */
  class LoadError extends Error {
    /** @param {string} name */
    constructor(name) {
      super(`search/${name}.js could not be loaded`);
      this.name = "LoadError";
    }
  }

  /**
   * The numbers that numbers.py wrote as text.
   * @param {string} text
   * @returns {number[]}
   */
  function readNumbers(text) {
    const numbers = [];
    let number = 0;
    for (let i = 0; i < text.length; i++) {
      const value = VALUES[text.charCodeAt(i)];
      if (value < 32) {
        number = number * 32 + value;
      } else {
        numbers.push(number * 32 + value - 32);
        number = 0;
      }
    }
    return numbers;
  }

  /** @param {string} text */
  function readRising(text) {
    let last = 0;
    return readNumbers(text).map((difference) => (last += difference));
  }

  /**
   * Loads files by <script>, which works from file:// and under `script-src 'self'`.
   * @param {string} root address of the site's root, with its slash
   * @returns {Load}
   */
  function loadScripts(root) {
    /** @type {Map<string, (data: any) => void>} */
    const waiting = new Map();
    /** @type {any} */ (globalThis).mujazSearch = (
      /** @type {string} */ name,
      /** @type {any} */ data,
    ) => {
      const resolve = waiting.get(name);
      waiting.delete(name);
      if (resolve) resolve(data);
    };
    return (name, fresh = false) =>
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(name, resolve);
        // A server may answer with an error page instead of an error: then nothing was called.
        script.onload = script.onerror = () => {
          script.remove();
          if (waiting.delete(name)) reject(new LoadError(name));
        };
        script.src = `${root}search/${name}.js${fresh ? `?${Date.now()}` : ""}`;
        document.head.append(script);
      });
  }

  /**
   * Remembers what was loaded; forgets what failed, so that it can be tried again.
   * @param {Load} load
   * @returns {(name: string) => Promise<any>}
   */
  function once(load) {
    /** @type {Map<string, Promise<any>>} */
    const known = new Map();
    return (name) => {
      let loading = known.get(name);
      if (!loading) {
        loading = load(name);
        known.set(name, loading);
        loading.catch(() => known.delete(name));
      }
      return loading;
    };
  }

  /** @param {any} data @returns {Segment} */
  function readSegment(data) {
    const slots = readRising(data.slots);
    const places = new Int32Array(data.size).fill(-1);
    slots.forEach((slot, place) => (places[slot] = place));
    const since = Date.parse(data.since) / 86400000;
    const files = data.terms.split(" ");
    return {
      name: data.name,
      count: slots.length,
      places,
      slots,
      kinds: data.kinds,
      days: readNumbers(data.dates).map((day) => (day ? since + day - 1 : NaN)),
      sources: readNumbers(data.sourced).map((n) => (n ? data.sources[n - 1] : null)),
      tags: data.tags,
      topics: data.topics,
      files: new Map(
        files.flatMap((/** @type {string} */ item, /** @type {number} */ i) =>
          i % 2 ? [] : [[item, files[i + 1]]],
        ),
      ),
    };
  }

  /**
   * The prefix whose file holds a term: the longest that has one.
   * @param {Segment} segment
   * @param {string} term
   * @returns {string | undefined}
   */
  function prefixOf(segment, term) {
    const letters = [...term];
    for (let n = letters.length; n >= 0; n--) {
      const prefix = letters.slice(0, n).join("");
      if (segment.files.has(prefix)) return prefix;
    }
    return undefined;
  }

  /** @param {Segment} segment @param {string} prefix */
  function fileOf(segment, prefix) {
    const letters = [...prefix].map((letter) => (letter.codePointAt(0) || 0).toString(16));
    return `t/${segment.name}/${letters.join(".") || "0"}-${segment.files.get(prefix)}`;
  }

  /**
   * Everything a search reads, from one version of the index.
   * @param {Load} load
   * @param {boolean} [fresh] whether to go past the browser's cache
   * @returns {Promise<Index>}
   */
  async function openIndex(load, fresh) {
    const start = await load("start", fresh);
    if (start.format !== FORMAT) throw new LoadError("start");
    const get = once(load);
    // Every search needs them: they are under way while the rest is read.
    for (const segment of start.segments) if (segment.topics) get(segment.topics);
    get(start.topics);
    const [words, ...parts] = await Promise.all([
      get(start.words),
      ...start.segments.map((/** @type {any} */ s) => (typeof s === "string" ? get(s) : s)),
    ]);
    Mujaz.text.setOwnFirstLetters(words);
    /** @type {Segment[]} */
    const segments = parts.map(readSegment);
    /** @type {Map<string, Map<string, string | Postings>>} */
    const read = new Map();

    /** @param {Segment} segment @param {string} prefix */
    async function termFile(segment, prefix) {
      const name = fileOf(segment, prefix);
      const [, body] = await get(name);
      let terms = read.get(name);
      if (!terms) {
        const parts = body.split(" ");
        terms = new Map();
        for (let i = 0; i < parts.length; i += 2) terms.set(prefix + parts[i], parts[i + 1]);
        read.set(name, terms);
      }
      return terms;
    }

    /** @param {Segment} segment @param {Map<string, string | Postings>} terms @param {string} term */
    function postingsIn(segment, terms, term) {
      const found = terms.get(term);
      if (typeof found !== "string") return found || [];
      let slot = 0;
      const postings = readNumbers(found).map((number) => {
        slot += number >> 5;
        return { place: segment.places[slot], impact: number & 31 };
      });
      terms.set(term, postings);
      return postings;
    }

    return {
      version: start.version,
      segments,
      documents: segments.reduce((sum, segment) => sum + segment.count, 0),
      sources: start.sources,

      async postings(segment, term) {
        const prefix = prefixOf(segment, term);
        if (prefix === undefined) return [];
        return postingsIn(segment, await termFile(segment, prefix), term);
      },

      async startingWith(segment, prefix) {
        const above = prefixOf(segment, prefix);
        const below = [...segment.files.keys()].filter((p) => p !== above && p.startsWith(prefix));
        const files = (above === undefined ? [] : [above]).concat(below.slice(0, PREFIX_FILES));
        const found = files.map(async (file) => {
          const terms = await termFile(segment, file);
          const names = [...terms.keys()].filter((term) => term.startsWith(prefix));
          return names.map((term) => /** @type {[string, Postings]} */ ([
            term, postingsIn(segment, terms, term),
          ]));
        });
        return (await Promise.all(found)).flat();
      },

      document(segment, place) {
        const tag = segment.tags.slice(place * TAG_LENGTH, (place + 1) * TAG_LENGTH);
        return get(`d/${segment.name}/${segment.slots[place]}-${tag}`);
      },

      topicNames: () => get(start.topics),
      topicLists: (segment) => get(segment.topics),
    };
  }

  /**
   * Keeps an index open, and opens it anew where a deploy has replaced it meanwhile.
   * @param {Load} load
   */
  function keepIndex(load) {
    /** @type {Promise<Index> | null} */
    let opening = null;
    const open = (fresh = false) => {
      const mine = (opening = openIndex(load, fresh));
      mine.catch(() => {
        if (opening === mine) opening = null;
      });
      return mine;
    };

    /** @template T @param {(index: Index) => Promise<T>} work @returns {Promise<T>} */
    return async function withIndex(work) {
      let version;
      try {
        const index = await (opening || open());
        version = index.version;
        return await work(index);
      } catch (error) {
        if (!(error instanceof LoadError)) throw error;
        const index = await open(true);
        if (index.version === version) throw error;
        return work(index);
      }
    };
  }

  Mujaz.index = { keepIndex, loadScripts, openIndex, readNumbers, readRising, LoadError };
})();
