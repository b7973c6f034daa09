/**
 * The page of the search: finds while somebody types, on the device alone. It sends nothing, and forgets what was
 * typed when the page is left. The index comes as a script of its own, which calls `begin`.
 */

import { part, show, stamp } from "../parts/stamp.js";
import { Words, textOf } from "../parts/words.js";
import { find } from "./search/find.js";
import { unpack } from "./search/index.js";

const PAUSE_MS = 150;

/** @param {string} id @returns {any} what it is stands in the template */
const byId = (id) => document.getElementById(id);

/**
 * Takes the index, and from then on answers what is typed.
 * @param {import("./search/index.js").Packed} packed
 * @returns {void}
 */
export function begin(packed) {
  const index = unpack(packed);
  /** @type {HTMLFormElement} */
  const form = byId("search");
  /** @type {HTMLInputElement} */
  const field = byId("words");
  const answers = new Answers(byId("answers"), new Words(byId("search-words"), document.documentElement.lang));
  let waiting = 0;
  const look = () => {
    clearTimeout(waiting);
    if (field.value.trim()) answers.show(find(index, field.value));
    else answers.clear();
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
    answers.focus();
  });
  // Who comes back finds the page as it was before anything was typed.
  addEventListener("pagehide", () => {
    clearTimeout(waiting);
    field.value = "";
    answers.clear();
  });
  // Without a name nothing of the field can be sent, whatever happens to the form.
  field.removeAttribute("name");
  show(form, { sends: false, stays: true });
  look();
}

/** What is shown for what was typed, made of the templates of the page. */
class Answers {
  #place;
  #words;

  /**
   * @param {HTMLElement} place
   * @param {Words} words
   */
  constructor(place, words) {
    this.#place = place;
    this.#words = words;
  }

  /** @param {import("./search/find.js").Found} found */
  show({ mood, entries }) {
    this.#tell(entries.length ? "some" : "none", entries.length);
    show(this.#place, { urgent: mood === "urgent", nothing: !entries.length, list: entries.length });
    part(this.#place, "list").replaceChildren(...entries.map((entry) => this.#row(entry)));
  }

  clear() {
    part(this.#place, "count").textContent = "";
    show(this.#place, { urgent: false, nothing: false, list: false });
    part(this.#place, "list").replaceChildren();
  }

  focus() {
    part(this.#place, "count").focus();
  }

  /** @param {string} key @param {number} count */
  #tell(key, count) {
    const told = textOf(this.#words.count("count", key, count));
    const line = part(this.#place, "count");
    // A screen reader reads it each time that it is written.
    if (line.textContent !== told) line.textContent = told;
  }

  /** @param {import("./search/index.js").Entry} entry */
  #row({ room, isForAdults, title, line, links }) {
    const row = stamp("result");
    const ages = links.filter(({ age }) => age);
    // Where each age has a page of its own, the name of all of them leads nowhere.
    const hasOwnPage = !links[0].age;
    if (hasOwnPage) part(row, "link").href = links[0].address;
    part(row, hasOwnPage ? "link" : "title").textContent = title;
    part(row, hasOwnPage ? "title" : "link").remove();
    part(row, "room").textContent = this.#words.text("room", room);
    part(row, "line").textContent = line;
    part(row, "ages").append(...ages.map((link) => this.#age(link)));
    show(row, { adults: isForAdults, ages: ages.length });
    return row;
  }

  /** @param {import("./search/index.js").Link} link */
  #age({ address, age }) {
    const one = stamp("result-age");
    Object.assign(part(one, "age"), { textContent: this.#words.text("age", age), href: address });
    return one;
  }
}
