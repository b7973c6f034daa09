/** The view of several files: how far it is, what they give away together, and a line for each. */

import { part, show } from "../../parts/stamp.js";
import { textOf } from "../../parts/words.js";
import { countTopics } from "./finds.js";
import { announce, focusHeading, setHeading } from "./heading.js";
import { fillRow, makeRow } from "./row.js";
import { showSmall } from "./small.js";
import { Summary } from "./summary.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */

// So many lines are made without a rest: the page stays quick, however many files there are.
const ROWS_AT_ONCE = 10;
// Who hears the page is told now and then how far it is, not at every file.
const ANNOUNCE_MS = 10_000;

export class Many {
  /** @type {Chosen[]} */
  #list = [];
  #rows = document.createElement("ul");
  #announced = 0;
  /** @type {Map<Element, Chosen>} */
  #chosenOf = new Map();
  #watch = new IntersectionObserver((seen) => seen.forEach((one) => this.#seen(one)), { rootMargin: "50%" });

  /** @param {import("./results.js").Results} results */
  constructor(results) {
    this.results = results;
    this.summary = new Summary(results);
    this.#rows.className = "plain rows";
    part(results.root, "files").replaceChildren(this.#rows);
    show(results.root, { summary: true });
  }

  /** @param {Chosen[]} more */
  async add(more) {
    const isFirst = !this.#list.length;
    this.#list.push(...more);
    this.#showProgress();
    this.results.reveal();
    this.#announced = performance.now();
    if (isFirst) focusHeading();
    for (let at = 0; at < more.length; at += ROWS_AT_ONCE) {
      this.#rows.append(...more.slice(at, at + ROWS_AT_ONCE).map((chosen) => this.#makeRow(chosen)));
      await new Promise((done) => setTimeout(done));
    }
  }

  /** @param {Chosen} chosen */
  done(chosen) {
    fillRow(chosen, this.results);
    this.#watchRow(chosen);
    this.#showProgress();
    if (performance.now() - this.#announced < ANNOUNCE_MS) return;
    this.#announced = performance.now();
    announce(this.summary.text);
  }

  finish() {
    const { desk } = this.results;
    this.summary.finish(this.#list);
    setHeading(this.#title());
    announce(textOf(desk.words.say("progress", "finished", { files: desk.words.number(this.#list.length) })));
  }

  close() {
    this.#watch.disconnect();
    show(this.results.root, { summary: false });
    part(this.results.root, "files").replaceChildren();
  }

  /** @param {Chosen} chosen */
  #makeRow(chosen) {
    chosen.element = makeRow(chosen);
    this.#chosenOf.set(chosen.element, chosen);
    if (chosen.cleaned) this.done(chosen);
    return chosen.element;
  }

  #showProgress() {
    const { words } = this.results.desk;
    this.summary.tell(this.#list);
    setHeading(words.say("title", "looking", { files: words.number(this.#list.length) }));
  }

  /** Its picture is shown as soon as it is on the screen; asked anew, also when it changed there. @param {Chosen} chosen */
  #watchRow({ element }) {
    if (!element) return;
    this.#watch.unobserve(element);
    this.#watch.observe(element);
  }

  /** @param {IntersectionObserverEntry} seen */
  #seen({ target, isIntersecting }) {
    const chosen = this.#chosenOf.get(target);
    if (chosen) showSmall(chosen, isIntersecting, this.results.desk);
  }

  #title() {
    const { words } = this.results.desk;
    const files = words.number(this.#list.length);
    const clean = this.#list.filter(({ content }) => content);
    if (!clean.length) return words.say("title", "files-not-cleaned");
    const count = clean.reduce((sum, { cleaned }) => sum + countTopics(cleaned?.findings ?? []), 0);
    return count ? words.count("title", "files", count, { files }) : words.say("title", "files-little", { files });
  }
}
