/** What only the form of a report has: the links that it was about, and the law that gives it a time. */

import { part, stamp } from "../../../parts/stamp.js";
import { entriesOf } from "../record.js";
import { nameOf } from "./written.js";

/** @typedef {import("../record.js").Case} Case */
/** @typedef {import("./laws.js").Laws} Laws */

// Chosen once, it is likely the same for the next report.
let lastCountry = "";

export class ReportFields {
  /**
   * @param {HTMLElement} form
   * @param {Case} record
   * @param {Laws} laws
   * @param {Record<string, any>} [fields] of a report to change
   */
  constructor(form, record, laws, fields) {
    this.form = form;
    this.laws = laws;
    this.#listLinks(record, fields?.links ?? []);
    const country = part(form, "country");
    const law = laws.byId(fields?.law ?? "");
    country.value = law && !law.countries.includes(lastCountry) ? law.countries[0] : lastCountry;
    country.addEventListener("change", () => {
      lastCountry = country.value;
      this.#listLaws();
      this.#law.dispatchEvent(new Event("input", { bubbles: true }));
    });
    this.#listLaws();
    if (law) this.#law.value = law.id;
    this.#tell();
    this.#law.addEventListener("input", () => this.#tell());
  }

  /** @returns {{links: string[]}} */
  get values() {
    const boxes = /** @type {Iterable<HTMLInputElement>} */ (part(this.form, "links").querySelectorAll("input:checked"));
    return { links: [...boxes].map(({ value }) => value) };
  }

  /** @returns {HTMLSelectElement} */
  get #law() {
    return /** @type {HTMLSelectElement} */ (this.form.querySelector("[data-field=law]"));
  }

  /** @param {Case} record @param {string[]} chosen */
  #listLinks(record, chosen) {
    const links = [...entriesOf(record, "link"), ...entriesOf(record, "account")];
    part(this.form, "reported").hidden = !links.length;
    const boxes = links.map((entry) => {
      const row = stamp("reported-link");
      const box = /** @type {HTMLInputElement} */ (row.querySelector("input"));
      box.value = entry.id;
      box.checked = chosen.includes(entry.id);
      part(row, "name").textContent = nameOf(entry);
      return row;
    });
    part(this.form, "links").replaceChildren(...boxes);
  }

  #listLaws() {
    const laws = this.laws.in(part(this.form, "country").value);
    const none = this.#law.options[0];
    this.#law.replaceChildren(none, ...laws.map(({ id, name }) => new Option(name, id)));
    this.#law.value = "";
    part(this.form, "laws").hidden = !laws.length;
  }

  #tell() {
    const law = this.laws.byId(this.#law.value);
    part(this.form, "law-text").replaceChildren(...(law ? [law.words.cloneNode(true)] : []));
  }
}
