/**
 * Passwords of ours race against a guessing counter. It runs to the next stop of the clock and rests there, so
 * nothing moves for longer than one part; who asked for less motion gets the table alone.
 */

import { part, show } from "../../parts/stamp.js";
import { Words, textOf } from "../../parts/words.js";
import { rounded, sayTime } from "../spans.js";
import { Clock } from "./clock.js";
import { Lane } from "./lane.js";

const PART_MS = 3000;
// A page that was not in front for a while goes on where it was.
const FRAME_MS_MAX = 100;

/** Shows the race in place of the table, unless motion is not wanted. */
export function begin() {
  const root = /** @type {HTMLElement} */ (document.getElementById("race"));
  const table = /** @type {HTMLDetailsElement} */ (document.getElementById("times"));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const race = new Race(root);
  const follow = () => {
    race.reset();
    root.hidden = calm.matches;
    table.open = calm.matches;
  };
  follow();
  calm.addEventListener("change", follow);
}

class Race {
  #root;
  #language = document.documentElement.lang;
  #texts;
  #stops;
  #clock;
  #lanes;
  #place = 0;
  #goal = 0;
  #last = 0;
  #frame = 0;

  /** @param {HTMLElement} root as in `templates/passwords/class.html` */
  constructor(root) {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("race-texts"));
    this.#root = root;
    this.#texts = new Words(template, this.#language);
    this.#stops = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-seconds]")]);
    this.#clock = new Clock(this.#stops.map(({ dataset }) => Number(dataset.seconds)));
    this.#lanes = [...root.querySelectorAll(".lane")].map((lane) => new Lane(/** @type {HTMLElement} */ (lane)));
    part(root, "go").addEventListener("click", () => (this.#frame ? this.#pause() : this.#go()));
    part(root, "again").addEventListener("click", () => this.#restart());
    root.addEventListener("change", () => this.reset());
  }

  /** Puts everything at the start. */
  reset() {
    cancelAnimationFrame(this.#frame);
    [this.#place, this.#goal, this.#frame] = [0, 0, 0];
    this.#draw();
    this.#say("");
  }

  #restart() {
    this.reset();
    // The button that was pressed is gone now.
    part(this.#root, "go").focus();
  }

  #go() {
    if (this.#place === this.#clock.parts) this.reset();
    // When it was paused between two stops, it goes on to the same one.
    if (this.#place === this.#goal) this.#goal += 1;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame((now) => this.#step(now));
    this.#draw();
    this.#say("");
  }

  #pause() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#draw();
    this.#say(this.#text("paused"));
  }

  /** @param {number} now */
  #step(now) {
    const passed = Math.min(Math.max(now - this.#last, 0), FRAME_MS_MAX);
    this.#last = now;
    this.#place = Math.min(this.#place + passed / PART_MS, this.#goal);
    const isThere = this.#place === this.#goal;
    this.#frame = isThere ? 0 : requestAnimationFrame((later) => this.#step(later));
    const found = this.#draw();
    if (isThere) this.#tell(found);
  }

  /** Shows all of it as it is now. @returns {number} how many are found */
  #draw() {
    const guesser = this.#guesser();
    const seconds = this.#clock.timeAt(this.#place);
    const found = this.#lanes.filter((lane) => lane.show(this.#clock, this.#place, guesser)).length;
    part(this.#root, "time").textContent = this.#place ? this.#sayTime(seconds) : this.#text("nothing");
    part(this.#root, "guesses").textContent = this.#sayGuesses(this.#place ? seconds * guesser.perSecond : 0);
    show(this.#root, { again: this.#place > 0 && !this.#frame });
    this.#label();
    return found;
  }

  /** @param {number} seconds */
  #sayTime(seconds) {
    return sayTime(seconds, this.#language, { instant: this.#text("instant"), ages: this.#text("ages") });
  }

  /** @param {number} guesses */
  #sayGuesses(guesses) {
    if (guesses < 1) return this.#text("nothing");
    return new Intl.NumberFormat(this.#language).format(rounded(Math.floor(guesses)));
  }

  /** @param {string} key */
  #text(key) {
    return this.#texts.text("say", key);
  }

  #label() {
    const says = this.#frame ? "pause" : this.#place === this.#clock.parts ? "over" : this.#place ? "on" : "start";
    const next = this.#stops[Math.min(Math.floor(this.#place), this.#clock.parts - 1)].textContent ?? "";
    const text = textOf(this.#texts.say("say", says, { stop: next }));
    const button = part(this.#root, "go");
    if (button.textContent !== text) button.textContent = text;
  }

  /** @param {number} found */
  #tell(found) {
    const stop = this.#stops[this.#goal - 1].textContent ?? "";
    const all = this.#texts.number(this.#lanes.length);
    this.#say(textOf(this.#texts.count("found", "found", found, { stop, all })));
  }

  /** @param {string} text */
  #say(text) {
    part(this.#root, "said").textContent = text;
  }

  #guesser() {
    const chosen = /** @type {HTMLInputElement} */ (this.#root.querySelector("input:checked"));
    return { name: chosen.value, perSecond: Number(chosen.dataset.perSecond) };
  }
}
