/**
 * The words of the photo page, read from its template `words`.
 *
 * What it says of a finding or an error is what `safety/photos/words.py` says of it, word for word.
 */

import { NAMES, Words, filled } from "../../parts/words.js";

/** @typedef {import("../../parts/words.js").Sentence} Sentence */
/** @typedef {import("../../parts/words.js").Values} Values */

export class PhotoWords extends Words {
  /**
   * What a finding means; of its sentences the first one whose values are all known.
   * @param {import("../findings.js").Finding} finding
   * @returns {Sentence}
   */
  finding({ code, bytes, values }) {
    const known = { ...Object.fromEntries(values), size: this.size(bytes) };
    const texts = this.texts("finding", code);
    return filled(texts.find((text) => isFilled(text, known)) ?? texts[texts.length - 1], known);
  }

  /**
   * Why a file was not cleaned, and what helps.
   * @param {{code: string, values: Values}} refusal
   * @returns {Sentence}
   */
  refusal({ code, values }) {
    const { format = "", detail = "size", bytes = "0" } = values;
    return this.say("error", code, {
      format: this.text("format", format) || format,
      advice: this.text("advice", format) || this.text("advice", ""),
      detail: this.text("detail", detail) || this.text("detail", "size"),
      size: this.size(Number(bytes)),
    });
  }

  /**
   * The media type of a format, and its name for people.
   * @param {string} format
   */
  format(format) {
    return { type: this.text("type", format), name: this.text("format", format) };
  }
}

/**
 * @param {string} text
 * @param {Values} values
 */
function isFilled(text, values) {
  return text.split(NAMES).every((piece, at) => at % 2 === 0 || values[piece]);
}
