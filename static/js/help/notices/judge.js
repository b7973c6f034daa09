/**
 * Whether a notice can be made of the answers: what stops it, what is missing, what is wrong. Twin of `judge.py`.
 *
 * A link is judged by its letters alone. Nothing is ever fetched, and nobody is told of it.
 */

import { holds, linksOf } from "./answers.js";

/** @typedef {import("./answers.js").Form} Form */
/** @typedef {import("./answers.js").Field} Field */
/** @typedef {import("./answers.js").Answers} Answers */
/** Something wrong in a field; `line` counts the links from 1.
 * @typedef {{field: string, code: string, line: number}} Fault */
/** A part of an element that nobody filled. @typedef {{element: string, field: string}} Missing */
/** @typedef {{stop: number, missing: Missing[], faults: Fault[], homes: number[]}} Verdict */

const LINKS_MAX = 50, AGE_MAX = 120, CHILD_AGE_MAX = 17;
// A name of a host has a dot; what it may not hold would end it, or make it look like another.
const NAME = String.raw`[^ /?#@\\:<>"'${"`"}{}|^\[\]().]+`;
const LINK = new RegExp(
  String.raw`^[Hh][Tt][Tt][Pp][Ss]?://${NAME}(?:\.${NAME})+(?::[0-9]{1,5})?([/?#][^ ]*)?$`,
);
const EMAIL = /^[^ @]+@[^ @.]+(?:\.[^ @.]+)+$/;
const NUMBER = /^[0-9]{1,3}$/;

/**
 * The verdict on prepared answers. `stop` counts the stops of the notice from 0, -1 when none holds.
 * @param {Form} form
 * @param {Answers} answers
 * @returns {Verdict}
 */
export function judge(form, answers) {
  const links = form.fields.filter(({ kind }) => kind === "links").flatMap(({ id }) => linksOf(answers[id]));
  return {
    stop: form.stops.findIndex((when) => holds(when, answers)),
    missing: missing(form, answers),
    faults: form.fields.flatMap((field) => faults(field, answers[field.id])),
    homes: links.flatMap((link, at) => (isHome(link) ? [at + 1] : [])),
  };
}

/**
 * Whether the text can be made.
 * @param {Verdict} verdict
 * @returns {boolean}
 */
export const isWhole = ({ stop, missing, faults }) => stop < 0 && !missing.length && !faults.length;

/** @param {string} link */
function isHome(link) {
  const found = LINK.exec(link);
  return found !== null && ["", "/"].includes(found[1] ?? "");
}

/** @param {Form} form @param {Answers} answers @returns {Missing[]} */
function missing(form, answers) {
  const needed = form.elements.filter((element) => holds(element.when, answers));
  return needed.flatMap((element) => {
    const needs = element.needs.map((need) => need.split("|"));
    const open = needs.filter((names) => !names.some((name) => answers[name]));
    return open.map(([field]) => ({ element: element.id, field }));
  });
}

/** @param {Field} field @param {string} value @returns {Fault[]} */
function faults(field, value) {
  if (!value) return [];
  if (field.kind === "links") return faultsOfLinks(field, linksOf(value));
  const code = codeOf(field, value);
  return code ? [{ field: field.id, code, line: 0 }] : [];
}

/** @param {Field} field @param {string} value */
function codeOf({ kind, most }, value) {
  if (most && length(value) > most) return "too-long";
  if (kind === "email" && !EMAIL.test(value)) return "no-email";
  if (kind === "age" && !isAge(value, AGE_MAX)) return "no-age";
  if (kind === "child-age" && !isAge(value, CHILD_AGE_MAX)) return "no-child-age";
  return "";
}

/** @param {Field} field @param {string[]} links @returns {Fault[]} */
function faultsOfLinks({ id, most }, links) {
  if (links.length > LINKS_MAX) return [{ field: id, code: "too-many", line: 0 }];
  return links.flatMap((link, at) => {
    const code = length(link) > most ? "too-long" : LINK.test(link) ? "" : "no-link";
    return code ? [{ field: id, code, line: at + 1 }] : [];
  });
}

/** In signs, as Python counts them. @param {string} value */
const length = (value) => [...value].length;

/** @param {string} value @param {number} most */
const isAge = (value, most) => NUMBER.test(value) && Number(value) <= most;
