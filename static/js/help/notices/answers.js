/**
 * What a visitor gave, cleaned: white space and signs that nobody sees, links, choices. Twin of `answers.py`.
 *
 * It changes no word. What was typed is hostile text: nothing here puts it into a page.
 */

/** @typedef {{id: string, kind: string, most: number, when: string[], unsaid: string,
 *   options: Record<string, string>}} Field */
/** @typedef {{id: string, fields: string[], needs: string[], when: string[]}} Element */
/** @typedef {{part: string, text: string, join: string, when: string[]}} Sentence */
/** @typedef {{subject: string, fields: Field[], stops: string[][], elements: Element[],
 *   sentences: Sentence[]}} Form */
/** @typedef {Record<string, string>} Answers */

export const TICKED = "yes";

// Control signs, invisible signs, signs that turn the direction of what follows, and halves of signs.
const UNSEEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\u{d800}-\u{dfff}]/gu;
const BREAK = /\r\n|[\r\u2028\u2029]/g;
// The same in every browser and in Python, whose own classes differ.
const SPACES = /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const SPACE_AT_ENDS = /^ +| +$/g;
const BREAK_AT_ENDS = /^\n+|\n+$/g;
const GAP = /\n{3,}/g;

/**
 * The answers that count: of fields that are asked for, cleaned, each field once; "" where there is none.
 * @param {Form} form
 * @param {Answers} given
 * @returns {Answers}
 */
export function prepared(form, given) {
  /** @type {Answers} */
  const answers = {};
  for (const field of form.fields) {
    answers[field.id] = holds(field.when, answers) ? value(field, given[field.id] ?? "") : "";
  }
  return answers;
}

/**
 * Whether all conditions hold.
 * @param {string[]} when
 * @param {Answers} answers
 * @returns {boolean}
 */
export function holds(when, answers) {
  return when.every((condition) => {
    const isTurned = condition.startsWith("!");
    const [name, wanted] = (isTurned ? condition.slice(1) : condition).split("=");
    const given = answers[name] ?? "";
    return (wanted === undefined ? given !== "" : given === wanted) !== isTurned;
  });
}

/**
 * The lines of a cleaned field of links.
 * @param {string} cleaned
 * @returns {string[]}
 */
export const linksOf = (cleaned) => (cleaned ? cleaned.split("\n") : []);

/** @param {Field} field @param {string} given */
function value(field, given) {
  if (field.kind === "choice") return Object.hasOwn(field.options, given) ? given : field.unsaid;
  if (field.kind === "tick") return given === TICKED ? TICKED : "";
  if (field.kind === "text") return lines(given).join("\n").replace(GAP, "\n\n").replace(BREAK_AT_ENDS, "");
  if (field.kind === "links") return [...new Set(lines(given).filter((line) => line))].join("\n");
  return spaced(seen(given).replace(/\n/g, " "));
}

/** @param {string} given */
const seen = (given) => given.replace(BREAK, "\n").replace(UNSEEN, "");

/** @param {string} given */
const lines = (given) => seen(given).split("\n").map(spaced);

/** @param {string} line */
const spaced = (line) => line.replace(SPACES, " ").replace(SPACE_AT_ENDS, "");
