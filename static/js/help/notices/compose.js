/**
 * The text of a notice, out of fixed sentences and what a visitor gave, and its draft for a mail program.
 *
 * Twin of `compose.py`: both give the same text, letter for letter (`tests/vectors/notices.json`). It adds no word
 * of its own, and it does not ask whether the notice is whole: that is judged before.
 */

import { holds, linksOf } from "./answers.js";

/** @typedef {import("./answers.js").Form} Form */
/** @typedef {import("./answers.js").Answers} Answers */

// Older mail programs cut an address that is longer.
export const DRAFT_MAX = 2000;
const TODAY = "today";
const PLACE = /\{([a-z-]+)\}/g;

/**
 * The text for prepared answers.
 * @param {Form} form
 * @param {Answers} answers
 * @param {string} today as 2026-11-23; "" leaves the line out
 * @returns {string}
 */
export function compose(form, answers, today) {
  /** @type {Answers} */
  const values = { ...answers, [TODAY]: today };
  /** @type {{part: string, text: string}[]} */
  const paragraphs = [];
  for (const { part, text, join } of form.sentences.filter(({ when }) => holds(when, values))) {
    const said = text.replace(PLACE, (_, name) => saidOf(form, name, values[name]));
    const last = paragraphs[paragraphs.length - 1];
    if (last?.part === part) last.text += (join === "line" ? "\n" : " ") + said;
    else paragraphs.push({ part, text: said });
  }
  return `${paragraphs.map(({ text }) => text).join("\n\n")}\n`;
}

/**
 * The address that opens a draft without a receiver in a mail program. Source: RFC 6068, checked 2026-11-23.
 * @param {string} subject
 * @param {string} text
 * @returns {string}
 */
export function draft(subject, text) {
  const lines = text.replace(/\n/g, "\r\n");
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}

/**
 * What stands in the text for the value of a field.
 * @param {Form} form
 * @param {string} name
 * @param {string} value
 */
function saidOf(form, name, value) {
  const field = form.fields.find(({ id }) => id === name);
  if (field?.kind === "links") return linksOf(value).map((link, at) => `${at + 1}. ${link}`).join("\n");
  return (field && Object.hasOwn(field.options, value) && field.options[value]) || value;
}
