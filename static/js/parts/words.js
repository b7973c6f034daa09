/**
 * The words of a page, read from one of its templates, where they are in the visitor's language: lists of terms,
 * each with its text, or several texts for the forms of a number.
 */

/**
 * A sentence in pieces: words and values in turn, so that values from a file stay apart from our words.
 * @typedef {string[]} Sentence
 */
/** @typedef {Record<string, string>} Values */

/** A value inside a sentence, by its name. */
export const NAMES = /\{(\w+)\}/;
// The sizes from which the next unit is used, and what it is divided by.
const KILOBYTE = 1_000, MEGABYTE = 1_000_000, GIGABYTE = 1_000_000_000;

/**
 * A sentence as one text.
 * @param {Sentence} sentence
 * @returns {string}
 */
export const textOf = (sentence) => sentence.join("");

export class Words {
  /** @type {Map<string, Map<string, HTMLElement[]>>} */
  #tables;
  #language;

  /**
   * @param {HTMLTemplateElement} template
   * @param {string} language
   */
  constructor(template, language) {
    const lists = [...template.content.querySelectorAll("dl")];
    this.#tables = new Map(lists.map((list) => [list.dataset.words ?? "", readList(list)]));
    this.#language = language;
  }

  /**
   * The sentence with this key.
   * @param {string} table
   * @param {string} key
   * @param {Values} [values]
   * @returns {Sentence}
   */
  say(table, key, values = {}) {
    return filled(this.text(table, key), values);
  }

  /**
   * The sentence with this key in the form for a number, as a word when it is a small one.
   * @param {string} table
   * @param {string} key
   * @param {number} number
   * @param {Values} [values]
   * @returns {Sentence}
   */
  count(table, key, number, values = {}) {
    const form = new Intl.PluralRules(this.#language).select(number);
    const forms = this.#tables.get(table)?.get(key) ?? [];
    const fitting = forms.find((one) => one.dataset.form === form) ?? forms[forms.length - 1];
    return filled(fitting.textContent ?? "", { n: this.number(number), ...values });
  }

  /**
   * A number as people write it: "four", "31".
   * @param {number} number
   */
  number(number) {
    return this.text("number", String(number)) || new Intl.NumberFormat(this.#language).format(number);
  }

  /**
   * A part of a whole: "40%".
   * @param {number} part from 0 to 1
   */
  share(part) {
    return new Intl.NumberFormat(this.#language, { style: "percent" }).format(part);
  }

  /**
   * A number of bytes as people read it: "340 bytes", "12 KB", "3.4 MB". Rounded down.
   * @param {number} bytes
   */
  size(bytes) {
    const [unit, n] = scaled(bytes);
    return textOf(this.say("size", unit, { n }));
  }

  /**
   * All texts with this key.
   * @param {string} table
   * @param {string} key
   */
  texts(table, key) {
    return (this.#tables.get(table)?.get(key) ?? []).map((one) => one.textContent ?? "");
  }

  /**
   * The first text with this key; "" when there is none.
   * @param {string} table
   * @param {string} key
   */
  text(table, key) {
    return this.#tables.get(table)?.get(key)?.[0].textContent ?? "";
  }
}

/**
 * The rows of one list: under each term one text or several.
 * @param {HTMLElement} list
 */
function readList(list) {
  /** @type {Map<string, HTMLElement[]>} */
  const rows = new Map();
  let row = [];
  for (const child of /** @type {Iterable<HTMLElement>} */ (list.children)) {
    if (child.tagName === "DT") rows.set(child.textContent ?? "", (row = []));
    else row.push(child);
  }
  return rows;
}

/**
 * @param {string} text
 * @param {Values} values
 * @returns {Sentence}
 */
export function filled(text, values) {
  return text.split(NAMES).map((piece, at) => (at % 2 ? values[piece] ?? "" : piece));
}

/**
 * @param {number} bytes
 * @returns {[string, string]} the key of its unit and the number before it
 */
function scaled(bytes) {
  if (bytes < KILOBYTE) return [bytes === 1 ? "byte" : "bytes", String(bytes)];
  if (bytes < MEGABYTE) return ["KB", String(Math.floor(bytes / KILOBYTE))];
  if (bytes >= GIGABYTE) return ["GB", String(Math.floor(bytes / GIGABYTE))];
  const tenths = Math.floor((bytes * 10) / MEGABYTE);
  return ["MB", `${Math.floor(tenths / 10)}.${tenths % 10}`];
}
