/** The laws that give a time, as the page brings them: their numbers for counting, their words for reading. */

/** @typedef {import("../deadlines.js").Law} Numbers */
/**
 * `words` is the template's own element with name, time and day checked; `then` what to do when the time is over.
 * @typedef {Numbers & {countries: string[], name: string, words: HTMLElement, then: HTMLElement}} Law
 */

export class Laws {
  /** @param {HTMLTemplateElement} template */
  constructor(template) {
    const parts = /** @type {Iterable<HTMLElement>} */ (template.content.querySelectorAll("[data-law]"));
    this.all = [...parts].map(read);
  }

  /** @param {string} id @returns {Law | undefined} */
  byId(id) {
    return this.all.find((law) => law.id === id);
  }

  /** @param {string} country its code @returns {Law[]} */
  in(country) {
    return this.all.filter(({ countries }) => countries.includes(country));
  }
}

/** @param {HTMLElement} part @returns {Law} */
function read(part) {
  const { law = "", hours, days, months, starts = "", countries = "" } = part.dataset;
  const [words, then] = ["words", "then"].map((name) => (
    /** @type {HTMLElement} */ (part.querySelector(`[data-part=${name}]`))
  ));
  return {
    id: law,
    hours: Number(hours),
    days: Number(days),
    months: Number(months ?? 0),
    starts: /** @type {Numbers["starts"]} */ (starts),
    countries: countries.split(" "),
    name: part.querySelector("[data-part=name]")?.textContent ?? "",
    words,
    then,
  };
}
