/** Cuts the text of a page into sentences, each in elements of its own, so that one can be marked. */

const BLOCKS = "h1, h2, h3, p, li, blockquote, summary";
// Nobody wants to hear these: what is hidden, and the buttons of the voice itself.
const SKIPPED = "[hidden], .aloud";
// A sentence ends at its mark and the quotation marks behind it, where a space or nothing follows.
const SENTENCE = /[^]*?[.!?…]+["'”’)]*(?:\s+|$)|[^]+$/g;

/**
 * One sentence: its words, and the elements that hold them.
 * @typedef {{ text: string, parts: HTMLElement[] }} Sentence
 */

/**
 * The sentences of `text` with their white space, in order; together they are the text.
 * @param {string} text
 * @returns {string[]}
 */
export function cut(text) {
  return text.match(SENTENCE) ?? [];
}

/**
 * Wraps each sentence inside `root`, and gives them in the order in which they are read.
 * @param {HTMLElement} root
 * @returns {Sentence[]}
 */
export function sentencesIn(root) {
  const blocks = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(BLOCKS)]);
  return blocks.filter((block) => !block.closest(SKIPPED)).flatMap(wrapped);
}

/**
 * @param {HTMLElement} block
 * @returns {Sentence[]}
 */
function wrapped(block) {
  const texts = ownTexts(block);
  const whole = texts.map((text) => text.data).join("");
  if (!whole.trim()) return [];
  const pieces = cut(whole);
  const sentences = pieces.map((text) => /** @type {Sentence} */ ({ text: text.trim(), parts: [] }));
  let at = 0;
  let left = pieces[0]?.length ?? 0;
  for (const text of texts) {
    let rest = text;
    while (rest.data.length) {
      const length = Math.min(left, rest.data.length);
      const next = length < rest.data.length ? rest.splitText(length) : null;
      sentences[at].parts.push(wrap(rest));
      left -= length;
      if (!left) left = pieces[(at += 1)]?.length ?? 0;
      if (!next) break;
      rest = next;
    }
  }
  return sentences;
}

/**
 * The texts of ``block`` that belong to no block inside it.
 * @param {HTMLElement} block
 */
function ownTexts(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    if (text.parentElement?.closest(BLOCKS) === block && text.data) found.push(text);
  }
  return found;
}

/** @param {Text} text */
function wrap(text) {
  const part = document.createElement("span");
  text.replaceWith(part);
  part.append(text);
  return part;
}
