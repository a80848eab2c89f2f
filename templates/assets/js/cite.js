// @ts-check
/*
 * Sentences can be cited: a ¶ behind each leads to its lasting address and opens a card with the
 * citation, ready to be copied. It shows where the pointer or the finger is; by keyboard there is
 * one stop for the whole text, and the arrows go from sentence to sentence.
 */
(function () {
  "use strict";

  const text = /** @type {HTMLElement | null} */ (document.querySelector("[data-mz-cite]"));
  const data = document.getElementById("mujaz-search-strings");
  if (!text || !data) return;
  const words = JSON.parse(data.textContent || "").reading;
  const about = text.dataset.mzCite || "";
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="canonical"]'));
  const address = (canonical ? canonical.href : location.href).split("#")[0];
  const sentences = /** @type {HTMLElement[]} */ ([...text.querySelectorAll(".mz-s")]);
  /** Their words, before this and other scripts add anything to them. */
  const said = sentences.map((sentence) => (sentence.textContent || "").trim());

  const signs = sentences.map((sentence) => {
    const sign = document.createElement("a");
    sign.className = "mz-pilcrow";
    sign.href = `#${sentence.id}`;
    sign.dataset.mzStay = "";
    sign.setAttribute("aria-label", words.cite);
    sign.setAttribute("aria-haspopup", "dialog");
    sign.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      open(sentence, sign);
    });
    sentence.append(sign);
    return sign;
  });

  /** The one that the Tab key reaches; the others are reached from it. @param {number} i */
  function rove(i) {
    signs.forEach((sign, other) => {
      sign.tabIndex = other === i ? 0 : -1;
      if (other === i) sign.removeAttribute("aria-hidden");
      else sign.setAttribute("aria-hidden", "true");
    });
  }
  rove(0);

  text.addEventListener("keydown", (event) => {
    const i = signs.indexOf(/** @type {HTMLAnchorElement} */ (event.target));
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const next = signs[i + step];
    if (i < 0 || !step || !next) return;
    event.preventDefault();
    rove(i + step);
    next.setAttribute("aria-description", said[i + step]);
    next.focus();
  });

  /** @type {HTMLElement | null} the sentence that a finger has touched */
  let touched = null;
  text.addEventListener("pointerup", (event) => {
    if (event.pointerType !== "touch") return;
    touched?.classList.remove("mz-s--touched");
    touched = /** @type {Element} */ (event.target).closest(".mz-s");
    touched?.classList.add("mz-s--touched");
  });

  const card = document.createElement("div");
  card.className = "mz-cite";
  card.hidden = true;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", words.cite);
  card.lang = document.documentElement.lang;
  card.dir = document.body.dir;
  const quote = document.createElement("p");
  quote.id = "mz-cite-text";
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "mz-button";
  copy.textContent = words.copy;
  copy.setAttribute("aria-describedby", quote.id);
  const status = document.createElement("span");
  status.className = "mz-cite__status";
  status.setAttribute("role", "status");
  card.append(quote, copy, status);
  const frame = /** @type {HTMLElement} */ (text.parentElement);
  frame.append(card); // not into the text, whose children are paragraphs

  /** @type {HTMLElement | null} what gets the focus back */
  let opener = null;

  /** @param {HTMLElement} sentence @param {HTMLAnchorElement} sign */
  function open(sentence, sign) {
    opener = sign;
    rove(signs.indexOf(/** @type {HTMLAnchorElement} */ (sign)));
    const filled = {
      text: part(said[sentences.indexOf(sentence)], "auto"),
      about: part(about, "auto"),
      address: part(address + sign.hash, "ltr"),
    };
    quote.replaceChildren(
      ...words.citation.split(/\{(\w+)\}/).map((/** @type {string} */ piece, /** @type {number} */ i) =>
        i % 2 ? filled[/** @type {keyof typeof filled} */ (piece)] : piece,
      ),
    );
    status.textContent = "";
    card.hidden = false;
    const rows = sentence.getClientRects();
    const last = rows[rows.length - 1];
    card.style.top = `${last.bottom - frame.getBoundingClientRect().top + 4}px`;
    // After the browser has jumped to the sentence, which moves the focus.
    requestAnimationFrame(() => copy.focus({ preventScroll: true }));
  }

  /** A piece in its own direction. @param {string} words @param {string} dir */
  function part(words, dir) {
    const piece = document.createElement("bdi");
    piece.textContent = words;
    piece.dir = dir;
    return piece;
  }

  function close() {
    if (card.hidden) return;
    card.hidden = true;
    opener?.focus({ preventScroll: true });
  }

  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  card.addEventListener("focusout", (event) => {
    const next = /** @type {Node | null} */ (event.relatedTarget);
    if (next && !card.contains(next)) card.hidden = true;
  });
  document.addEventListener("pointerdown", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!card.contains(target) && !target.closest(".mz-pilcrow")) card.hidden = true;
  });

  copy.addEventListener("click", async () => {
    const done = await copyText(quote.textContent || "");
    status.textContent = done ? words.copied : words.copy_failed;
  });

  /** @param {string} said */
  async function copyText(said) {
    try {
      await navigator.clipboard.writeText(said);
      return true;
    } catch (error) {
      return copySelection(); // No clipboard here: an address without https, or a file.
    }
  }

  /** The old way: the text of the card is selected and the browser asked to copy it. */
  function copySelection() {
    const range = document.createRange();
    range.selectNodeContents(quote);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    const done = document.execCommand("copy");
    if (done) selection?.removeAllRanges();
    return done;
  }
})();
